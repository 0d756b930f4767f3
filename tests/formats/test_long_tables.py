"""A row per person and question becomes a row per person, or is refused where nothing tells which answer counts."""

from __future__ import annotations

from pathlib import Path

import pytest

import burgerdata as bd
from burgerdata.errors import ContractError

KOP = "respondent;vraag;antwoord"
CIJFER, HOE, WAAROM = "Welk cijfer geeft u?", "Hoe komt u?", "Waarom?"
RIJEN = [
    rij
    for nr in range(1, 13)
    for rij in (
        f"{nr};{CIJFER};{4 + nr % 5}",
        f"{nr};{HOE};{'fiets' if nr % 2 else 'bus'}",
        f"{nr};{WAAROM};fijn {nr}",
    )
]
TE_VOET = [f"{nr};{HOE};te voet" for nr in (3, 6, 9, 12)]


def write(map_: Path, rijen: list[str], kop: str = KOP) -> Path:
    (map_ / "e.csv").write_text("\n".join([kop, *rijen]) + "\n", "utf-8")
    return map_ / "e.csv"


def count(t: bd.Traject, vraag: str) -> dict[str, int]:
    return t.antwoorden[t.antwoorden["vraag_id"].eq(vraag)]["code"].astype("str").value_counts().to_dict()


def test_a_row_per_answer_is_read_as_a_row_per_person_and_the_logboek_says_so(tmp_path: Path) -> None:
    pad = write(tmp_path, [*RIJEN, *TE_VOET])
    assert bd.propose_traject(tmp_path).bestanden["herkend_als"].tolist() == ["enquête, csv, 3 vragen"]
    t = bd.read_bestand(pad)
    assert t.vragen["soort"].astype("str").tolist() == ["schaal", "meer_antwoorden", "open"]
    assert len(t.deelnemers) == 12
    # 4 + nr % 5 over 1 to 12: 5 and 6 three times, 7, 8 and 4 twice
    assert count(t, "welk_cijfer_geeft_u") == {"5": 3, "6": 3, "7": 2, "8": 2, "4": 2}
    assert count(t, "hoe_komt_u") == {"bus": 6, "fiets": 6, "te voet": 4}
    samen = t.logboek[t.logboek["reden"].eq("samengevoegde_antwoorden")]
    assert samen[["kolom", "aantal"]].to_numpy().tolist() == [["vraag", 40 - 12]]


def test_a_trait_stays_with_its_person_and_the_number_of_a_question_is_left_out(tmp_path: Path) -> None:
    rijen = [
        f"{n};{'NZ'[n % 2]}oord;{q};Vraag {q}?;{'ja' if n % 3 else 'nee'}"
        for n in range(101, 113)
        for q in (1, 2)
    ]
    t = bd.read_bestand(write(tmp_path, rijen, "respnr;wijk;vraagnr;vraag;antwoord"))
    assert count(t, "wijk") == {"Noord": 6, "Zoord": 6}
    assert count(t, "vraag_2") == {"ja": 8, "nee": 4}
    assert t.logboek.loc[t.logboek["reden"].eq("kolom_weggelaten"), "kolom"].tolist() == ["vraagnr"]


def test_two_answers_of_one_person_to_a_question_with_one_are_refused(tmp_path: Path) -> None:
    pad = write(tmp_path, [*RIJEN, f"3;{CIJFER};9"])
    with pytest.raises(
        ContractError, match="rij 38: 1 mens heeft twee antwoorden op een vraag die er één vraagt"
    ):
        bd.read_bestand(pad)
    (regel,) = bd.propose_traject(tmp_path).gezien
    assert "laat per mens en vraag één rij staan" in regel


def test_the_same_answer_twice_counts_once(tmp_path: Path) -> None:
    t = bd.read_bestand(write(tmp_path, [*RIJEN, RIJEN[0]]))
    assert count(t, "welk_cijfer_geeft_u") == {"5": 3, "6": 3, "7": 2, "8": 2, "4": 2}
    assert t.logboek.loc[t.logboek["reden"].eq("dubbele_rij"), "rij"].tolist() == [38]


WENSEN = ("Meer groen", "Banken", "Licht", "Speeltuin", "Fietspad")


def test_a_question_is_one_however_its_capitals_are_written(tmp_path: Path) -> None:
    rijen = [f"{n};{'Cijfer' if n % 2 else 'cijfer'};{n % 9 + 1}" for n in range(1, 31)]
    rijen += [f"{n};Kent u de app?;{'ja' if n % 3 else 'nee'}" for n in range(1, 31)]
    write(tmp_path, rijen, "respondent;vraag;antwoord")
    bd.propose_traject(tmp_path)
    t = bd.load_traject(tmp_path)
    assert t.vragen["vraag_id"].tolist() == ["cijfer", "kent_u_de_app"]
    assert bd.summarise_cijfer(t, "cijfer")["basis"].tolist() == [30]


@pytest.mark.parametrize(
    ("kop", "rijen"),
    [
        ("naam;vraag;antwoord", ["Anna;Wanneer?;later", "Kees;Wie betaalt?;u", "Anna;Waar?;daar"]),
        (
            "respnr;meting;vraag;antwoord",
            [f"{n};{m};V{q};ja" for m in (1, 2) for n in (7, 8, 9) for q in (1, 2)],
        ),
        ("code;item;score", [f"{wijk};{wat};{10 + nr}" for nr, wijk in enumerate("ABCD") for wat in WENSEN]),
    ],
    ids=["questions of visitors", "two waves", "scores of wards"],
)
def test_what_is_not_plainly_a_row_per_person_and_question_is_told(
    tmp_path: Path, kop: str, rijen: list[str]
) -> None:
    write(tmp_path, rijen, kop)
    (regel,) = bd.propose_traject(tmp_path).gezien
    assert "een rij per antwoord, geen rij per mens" in regel
