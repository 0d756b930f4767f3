"""Tasks and the SUS on one sheet: both are read of the same people, each row counted once."""

from __future__ import annotations

from pathlib import Path

import pytest

import burgerdata as bd
from burgerdata.errors import ContractError
from burgerdata.instruments.taken import read_uitkomst
from burgerdata.loading import load_traject, propose_traject

SUS = [f"sus{nr}" for nr in range(1, 11)]
KOP = ["persoon", "leeftijd", "taak1_geslaagd", "taak1_sec", "taak2_geslaagd", "taak2_sec", "opmerking", *SUS]
RIJEN = [
    ["P1", "34", "ja", "61", "met hulp", "200", "zocht lang", *"4242424242"],
    ["P2", "61", "afgebroken", "300", "geslaagd", "90", "", *"5151515151"],
    ["P3", "58", "niet gelukt", "", "opgegeven", "240", "te klein", *"3333333333"],
    ["P4", "25", "gelukt met hulp", "45", "gestopt", "", "", *"1515151515"],
]


def write(map_: Path, kop: list[str] = KOP) -> Path:
    (map_ / "usab.csv").write_text("\n".join(";".join(rij) for rij in [kop, *RIJEN]), encoding="utf-8")
    return map_


def test_both_are_proposed_and_read_with_everything_beside_them(tmp_path: Path) -> None:
    herkend = propose_traject(write(tmp_path)).bestanden["herkend_als"].tolist()
    assert herkend == ["usability-onderzoek: taken, sus"]
    t = load_traject(tmp_path)
    # (3 + 3) × 5 × 2.5 = 75, 100, 50 and 0
    assert bd.score_sus(t)["gemiddelde"].tolist() == [56.25]
    taken = bd.summarise_taken(t).set_index("taak_id")
    assert taken.loc["taak1", ["n", "deels", "niet", "basis"]].tolist() == [1, 1, 2, 4]
    assert taken.loc["taak2", ["n", "deels", "niet", "basis"]].tolist() == [1, 1, 2, 4]
    tijden = t.antwoorden[t.antwoorden["vraag_id"].isin(["taak1_tijd", "taak2_tijd"])]
    assert sorted(tijden["getal"].dropna()) == [45, 61, 90, 200, 240, 300]
    assert len(t.deelnemers) == 4
    assert "leeftijd" in t.vragen["vraag_id"].tolist()
    bron = t.bronnen[t.bronnen["bestand"].eq("usab.csv")]
    assert bron[["records_in", "records_uit"]].to_numpy().tolist() == [[4, 4]]
    assert set(t.logboek["reden"]) == {"kolom_persoonsgegeven", "uitkomst_deels"}  # "met hulp"


def test_a_row_that_repeats_another_one_is_left_out_of_both(tmp_path: Path) -> None:
    write(tmp_path)
    with (tmp_path / "usab.csv").open("a", encoding="utf-8") as bestand:
        bestand.write("\n" + ";".join(RIJEN[1]))
    propose_traject(tmp_path)
    t = load_traject(tmp_path)
    assert bd.score_sus(t)[["basis", "gemiddelde"]].to_numpy().tolist() == [[4, 56.25]]
    assert bd.summarise_taken(t)["basis"].tolist() == [4, 4]
    dubbel = t.logboek[t.logboek["reden"].eq("dubbele_rij")]
    assert dubbel[["rij", "aantal"]].to_numpy().tolist() == [[6, 1]]
    bron = t.bronnen[t.bronnen["bestand"].eq("usab.csv")]
    assert bron[["records_in", "records_uit"]].to_numpy().tolist() == [[5, 4]]


def test_one_person_with_other_tasks_in_a_second_row_is_refused(tmp_path: Path) -> None:
    write(tmp_path)
    with (tmp_path / "usab.csv").open("a", encoding="utf-8") as bestand:
        bestand.write("\n" + ";".join(["P2", "61", "ja", *RIJEN[1][3:]]))
    propose_traject(tmp_path)
    with pytest.raises(ContractError, match=r"rij 6.*deze persoon heeft deze taak al"):
        load_traject(tmp_path)


def test_a_part_that_is_said_is_the_only_one(tmp_path: Path) -> None:
    toml = '[[levering]]\ninstrument = "usability"\nonderdelen = {{ {} = "usab.csv" }}\n'
    propose_traject(write(tmp_path))
    (tmp_path / "traject.toml").write_text(toml.format("taken"), encoding="utf-8")
    assert not load_traject(tmp_path).vragen["gebruik"].eq("sus").any()


@pytest.mark.parametrize(
    ("uitkomst", "woorden"),
    [
        ("gelukt", ["geslaagd", "Gehaald", "afgerond", "ja"]),
        ("deels", ["met hulp", "Gelukt (met hulp)", "ja, met wat hulp", "na een hint", "met moeite"]),
        (
            "niet",
            [
                "afgebroken",
                "zelf gestopt",
                "opgegeven",
                "tijd op",
                "niet gelukt, ook met hulp",
                "afgebroken door begeleider",
            ],
        ),
        (None, ["misschien", "hulp?"]),
    ],
)
def test_each_word_is_one_outcome(uitkomst: str | None, woorden: list[str]) -> None:
    assert [read_uitkomst(woord)[0] for woord in woorden] == [uitkomst] * len(woorden)


CURSUS = [
    "opdracht 1 afgerond",
    "opdracht 2 afgerond",
    "Hoe tevreden bent u over de cursus?",
    "Wat kan beter?",
]
SITE = ["Aangifte doen", "Adres wijzigen", "Rapportcijfer voor de website"]


@pytest.mark.parametrize(
    ("kop", "rijen"),
    [
        (CURSUS, [["ja", "nee", str(1 + n % 5), f"meer tijd voor les {n}"] for n in range(30)]),
        (SITE, [["gelukt" if n % 3 else "niet gelukt", "gelukt", str(5 + n % 5)] for n in range(30)]),
    ],
)
def test_people_who_were_asked_more_than_how_tasks_went_answered_a_survey(
    tmp_path: Path, kop: list[str], rijen: list[list[str]]
) -> None:
    (tmp_path / "a.csv").write_text("\n".join(";".join(rij) for rij in [kop, *rijen]), encoding="utf-8")
    voorstel = propose_traject(tmp_path)
    assert voorstel.bestanden["herkend_als"].tolist() == [f"enquête, csv, {len(kop)} vragen"]
    t = load_traject(tmp_path)
    assert len(t.vragen) == len(kop)
    assert not t.logboek["reden"].eq("kolom_weggelaten").any()


def test_what_is_asked_of_one_task_leaves_a_test_a_test(tmp_path: Path) -> None:
    kop = "persoon;taak1_gelukt;Taak 1: hoe moeilijk was dit?;taak2_gelukt;opmerking"
    (tmp_path / "a.csv").write_text(f"{kop}\nP1;ja;2;nee;traag\nP2;nee;4;ja;\n", encoding="utf-8")
    assert propose_traject(tmp_path).bestanden["herkend_als"].tolist() == ["usability-onderzoek: taken"]


GEDRAAID = [["gelukt", "niet gelukt", "met hulp"], ["gelukt", "gelukt", "niet gelukt"]]


@pytest.mark.parametrize(
    "kop",
    [
        ["stap", "Wopke", "Harmke", "Sjoukje"],
        ["x", "Tester A", "Tester B", "Tester C"],
    ],
)
def test_a_row_per_task_is_never_counted_as_a_person(tmp_path: Path, kop: list[str]) -> None:
    rijen = [kop, ["Inloggen", *GEDRAAID[0]], ["Adres wijzigen", *GEDRAAID[1]]]
    (tmp_path / "t.csv").write_text("\n".join(";".join(rij) for rij in rijen), encoding="utf-8")
    (gezien,) = propose_traject(tmp_path).gezien
    assert gezien.startswith(
        "t.csv: de taken staan in de rijen en de mensen in de kolommen; draai de tabel om"
    )
    with pytest.raises(ContractError, match=r"de taken staan in de rijen.*draai de tabel om"):
        bd.read_bestand(tmp_path / "t.csv", instrument="usability")


@pytest.mark.parametrize(
    "kop",
    [
        ["taak", "P1", "P2", "P3"],
        ["Opdracht", "Anna", "Bram", "Chris"],
        ["onderdeel", "testpersoon 1", "testpersoon 2", "testpersoon 3"],
        ["", "R1", "R2", "R3"],
        ["stap", "Anna de Wit", "Bram Visser", "Wopke Hazenberg"],
    ],
)
def test_a_table_with_a_column_per_person_is_turned(tmp_path: Path, kop: list[str]) -> None:
    rijen = [kop, ["Inloggen", *GEDRAAID[0]], ["Adres wijzigen", *GEDRAAID[1]]]
    (tmp_path / "t.csv").write_text("\n".join(";".join(rij) for rij in rijen), encoding="utf-8")
    voorstel = propose_traject(tmp_path)
    assert voorstel.bestanden["herkend_als"].tolist() == ["usability-onderzoek: taken"]
    traject = load_traject(tmp_path)
    assert len(traject.deelnemers) == 3
    assert bd.summarise_taken(traject)[["n", "basis"]].to_numpy().tolist() == [[1, 3], [2, 3]]
    assert not set(kop[1:]) & set(" ".join((voorstel.tekst, (tmp_path / "traject.toml").read_text())).split())


@pytest.mark.parametrize(
    "kop",
    [
        ["persoon", "T1", "T2", "T3"],
        ["naam", "1. Inloggen", "2. Betalen", "3. Zoeken"],
        ["scenario", "Taak 1", "Taak 2", "Taak 3"],
        ["apparaat", "Inloggen", "Betalen", "Zoeken"],
        ["beroep", "Paspoort Ophalen", "Mark Up", "Anna Paulowna"],
    ],
)
def test_a_column_per_task_stays_one(tmp_path: Path, kop: list[str]) -> None:
    rijen = [kop, ["mobiel", *GEDRAAID[0]], ["laptop", *GEDRAAID[1]]]
    (tmp_path / "t.csv").write_text("\n".join(";".join(rij) for rij in rijen), encoding="utf-8")
    assert propose_traject(tmp_path).bestanden["herkend_als"].tolist() == ["usability-onderzoek: taken"]
    taken = bd.summarise_taken(load_traject(tmp_path))
    assert taken[["n", "basis"]].to_numpy().tolist() == [[2, 2], [1, 2], [0, 2]]


DIENST = ["nr", "leeftijd", "wijk", "afspraak maken", "aangifte doen", "oordeel", "toelichting"]


@pytest.mark.parametrize("kop", [DIENST, [naam for naam in DIENST if naam != "oordeel"]])
def test_many_people_with_traits_beside_two_outcomes_answered_a_survey(
    tmp_path: Path, kop: list[str]
) -> None:
    alles = [
        [
            str(n),
            str(20 + n % 50),
            "Noord",
            "gelukt" if n % 3 else "niet gelukt",
            "gelukt",
            "goed" if n % 2 else "matig",
            f"zin {n}",
        ]
        for n in range(60)
    ]
    rijen = [[rij[DIENST.index(naam)] for naam in kop] for rij in alles]
    (tmp_path / "a.csv").write_text("\n".join(";".join(rij) for rij in [kop, *rijen]), encoding="utf-8")
    assert propose_traject(tmp_path).bestanden["herkend_als"].tolist() == [
        f"enquête, csv, {len(kop) - 1} vragen"
    ]


@pytest.mark.parametrize(
    ("kop", "mensen"),
    [
        (["Taak 1 gelukt", "Taak 2 gelukt", "Taak 3 gelukt", "Welk cijfer geeft u de site?", "Wat viel op?"], 8),
        (["Taak 1", "Taak 2", "Taak 3", "Hoe tevreden bent u?", "Opmerkingen?"], 12),
        (["Inloggen", "Betalen", "Zoeken", "apparaat", "Opmerkingen"], 40),
    ],
)  # fmt: skip
def test_a_question_beside_more_tasks_leaves_a_test_a_test(
    tmp_path: Path, kop: list[str], mensen: int
) -> None:
    rijen = [["gelukt", "niet gelukt", "met hulp", str(5 + n % 4), f"zocht {n} keer"] for n in range(mensen)]
    (tmp_path / "a.csv").write_text("\n".join(";".join(rij) for rij in [kop, *rijen]), encoding="utf-8")
    assert propose_traject(tmp_path).bestanden["herkend_als"].tolist() == ["usability-onderzoek: taken"]
    t = load_traject(tmp_path)
    assert bd.summarise_taken(t)["basis"].tolist() == [mensen] * 3
    assert len(t.fragmenten) == mensen


@pytest.mark.parametrize("lang", [False, True])
def test_a_trait_beside_the_tasks_is_kept_and_how_the_test_went_is_not(tmp_path: Path, lang: bool) -> None:
    mensen = [(nr, "Zuid" if nr % 3 else "Noord", "mobiel" if nr % 2 else "laptop") for nr in range(1, 19)]
    if lang:
        rijen = ["deelnemer;taak;gelukt;Wijk;apparaat"]
        for nr, wijk, op in mensen:
            rijen += [
                f"{nr};betalen;gelukt;{wijk};{op}",
                f"{nr};zoeken;{'met hulp' if nr % 2 else 'niet gelukt'};;",
            ]
    else:
        rijen = ["deelnemer;betalen;zoeken;Wijk;apparaat"]
        rijen += [
            f"{nr};gelukt;{'met hulp' if nr % 2 else 'niet gelukt'};{wijk};{op}" for nr, wijk, op in mensen
        ]
    (tmp_path / "t.csv").write_text("\n".join(rijen), encoding="utf-8")
    assert propose_traject(tmp_path).bestanden["herkend_als"].tolist() == ["usability-onderzoek: taken"]
    traject = load_traject(tmp_path)
    assert traject.vragen.set_index("vraag_id")["soort"].astype("str").to_dict() == {
        "betalen": "taak",
        "zoeken": "taak",
        "wijk": "een_antwoord",
    }
    wijken = traject.antwoorden[traject.antwoorden["vraag_id"].eq("wijk")]
    assert wijken["code"].astype("str").value_counts().to_dict() == {"Zuid": 12, "Noord": 6}
    weg = traject.logboek[traject.logboek["reden"].eq("kolom_weggelaten")]
    assert weg["kolom"].tolist() == ["apparaat"]
