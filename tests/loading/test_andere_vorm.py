"""Answers of people in another shape than a row for each: told, and never counted as people."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from burgerdata.loading import load_traject, propose_traject

PERSONEN = [f"Resp {nr}" for nr in range(1, 7)]
VORMEN: dict[str, tuple[list[list[str]], str]] = {
    "a column per person, and one more": (
        [["Vraag", *PERSONEN, "Bureau"], ["Welk cijfer geeft u?", *"786954", "39"], ["Kent u de wijkraad?", *["ja"] * 6, ""]],
        "de vragen staan in de rijen en de mensen in de kolommen; vraag om een bestand met een rij per mens",
    ),
    "a row per answer": (
        [["respondent", "meting", "vraag", "antwoord"], *[[f"{nr // 4}", f"{nr // 2 % 2}", f"Vraag {nr % 2}?", "ja"] for nr in range(16)]],
        "een rij per antwoord, geen rij per mens; vraag om een bestand met een kolom per vraag",
    ),
    "counted per statement": (
        [["Stelling", "Eens", "Oneens", "Geen mening", "Reacties"], *[[f"Er moet meer groen bij plek {nr}", "40", "31", "4", "9"] for nr in range(5)]],
        "per stelling geteld hoeveel mensen wat kozen, geen antwoorden; vraag om het bestand met een rij per mens",
    ),
}  # fmt: skip


def write(map_: Path, rijen: list[list[str]]) -> Path:
    (map_ / "e.csv").write_text("\n".join(";".join(rij) for rij in rijen), encoding="utf-8")
    return map_


@pytest.mark.parametrize("soort", VORMEN)
def test_another_shape_says_what_to_ask_for(tmp_path: Path, soort: str) -> None:
    rijen, reden = VORMEN[soort]
    assert propose_traject(write(tmp_path, rijen)).gezien == (f"e.csv: {reden}",)


@pytest.mark.parametrize("koppen", [PERSONEN[:3], ["Anna de Wit", "Bram Visser", "Wopke Hazenberg"]])
def test_a_column_per_person_is_read_as_a_row_for_each(tmp_path: Path, koppen: list[str]) -> None:
    rijen = [["Vraag", *koppen], ["Welk cijfer geeft u?", *"786"], ["Waarom?", "rustig", "", "druk"]]
    bestanden = propose_traject(write(tmp_path, rijen)).bestanden
    assert bestanden[["herkend_als", "mensen"]].to_numpy().tolist() == [["enquête, csv, 2 vragen", 3]]


@pytest.mark.parametrize(
    "rijen",
    [
        [["groep", "R1", "R2", "R3", "R4"], *[["oud", "1", "2", "3", str(nr)] for nr in range(6)]],
        [
            ["Wie bent u", "Mee eens", "Oneens"],
            ["huurder", "1", "0"],
            ["huurder", "0", "1"],
            ["koper", "1", "0"],
        ],
        [
            ["nr", "Wat is uw vraag?", "Welk antwoord kreeg u?"],
            ["1", "Wanneer?", "later"],
            ["2", "Wie?", "u"],
        ],
        [["Waarom", "R1", "R2", "R3"], *[[f"om reden {nr}", "ja", "nee", "ja"] for nr in range(6)]],
    ],
    ids=["rows of a grid", "ticks of people", "a question about a question", "a grid of yes and no"],
)
def test_a_row_per_person_is_a_survey(tmp_path: Path, rijen: list[list[str]]) -> None:
    assert propose_traject(write(tmp_path, rijen)).gezien == ()


def test_subtotals_amid_the_rows_are_nobody(tmp_path: Path) -> None:
    rijen = [["Plaats", "Datum", "Wat valt u op?", "Leeftijd"]]
    for wijk in ("Noord", "Zuid"):
        rijen += [[wijk, f"{dag}-3-2026", f"het is druk op plek {dag}", "jong"] for dag in range(1, 5)]
        rijen += [[f"Subtotaal {wijk}", "", "4", ""]]
    rijen += [["Totaal", "", "8", ""]]
    propose_traject(write(tmp_path, rijen))
    t = load_traject(tmp_path)
    assert int(t.deelnemers["personen"].sum()) == 8
    assert t.logboek.loc[t.logboek["reden"].eq("totaalrij"), "rij"].tolist() == [6, 11, 12]


def test_another_sheet_with_the_same_columns_is_told_once(
    tmp_path: Path, schrijf_boek: Callable[..., Path]
) -> None:
    golf = [
        ["respnr", "Welk cijfer geeft u?", "Kent u de raad?"],
        *[[str(nr), str(nr % 9 + 1), "ja"] for nr in range(20)],
    ]
    uitleg = [["Dit bestand", "bevat"], ["twee", "metingen"]]
    schrijf_boek(tmp_path / "m.xlsx", {"2024": golf, "2025": golf[:-1], "Uitleg": uitleg})
    voorstel = propose_traject(tmp_path)
    assert voorstel.bestanden["let_op"].tolist() == [""]
    leest = "alleen blad '2024' wordt gelezen"
    vraag = "staan hier antwoorden in, maak er dan een levering van met hetzelfde bestand en blad ="
    assert voorstel.gezien == (
        f"m.xlsx, blad '2025' (19 rijen): {leest}, en dit blad heeft dezelfde kolommen; {vraag} \"2025\"",
        f"m.xlsx, blad 'Uitleg' (1 rij): {leest}; {vraag} \"Uitleg\"",
    )
    assert voorstel.tekst.count("'2025'") == 1
