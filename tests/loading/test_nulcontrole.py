"""A 0 on a scale that begins at 1 is told, and is no answer once vragen.xlsx says so."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from burgerdata.analysis import summarise_cijfer
from burgerdata.loading import check_traject, load_traject, propose_traject

TELT = "op een schaal die bij 1 lijkt te beginnen"


def write(map_: Path, vraag: str, cijfers: list[int]) -> Path:
    rijen = [f"r{nr};{'Oost' if nr % 2 else 'West'};{cijfer}" for nr, cijfer in enumerate(cijfers)]
    (map_ / "e.csv").write_text("\n".join([f"respnr;Wijk;{vraag}", *rijen, ""]), "utf-8")
    propose_traject(map_)
    return map_


@pytest.mark.parametrize(
    ("vraag", "cijfers", "zin"),
    [
        (
            "Welk rapportcijfer geeft u?",
            [0, *[7, 8] * 5],
            f"'Welk rapportcijfer geeft u?': 1 antwoord is 0 {TELT}, en telt mee",
        ),
        (
            "Hoe tevreden bent u?",
            [0, *[1, 2, 3, 4, 5] * 5],
            f"'Hoe tevreden bent u?': 1 antwoord is 0 {TELT}",
        ),
    ],
)
def test_a_zero_on_a_scale_from_one_is_told_with_what_to_do(tmp_path, vraag, cijfers, zin):
    tekst = check_traject(write(tmp_path, vraag, cijfers)).tekst
    assert zin in tekst
    assert "zet dan 0 in de kolom missend van vragen.xlsx" in tekst


def test_a_zero_on_a_scale_that_the_question_names_is_told_as_outside_it(tmp_path):
    tekst = check_traject(write(tmp_path, "Cijfer (1 t/m 10)", [0, 0, *[7, 8] * 5])).tekst
    assert "kolom 'Cijfer (1 t/m 10)': 2 antwoorden vallen buiten de schaal" in tekst


@pytest.mark.parametrize(
    ("vraag", "cijfers"),
    [
        ("Welk cijfer geeft u (0-10)?", [0, *[7, 8] * 5]),
        ("Zou u ons aanbevelen? Geef een cijfer", [0, *[7, 8] * 5]),
        ("Hoe tevreden bent u?", [0, 0, 0, 0, *[1, 2, 3, 4, 5] * 5]),
        ("Welk rapportcijfer geeft u?", [1, *[7, 8] * 5]),
    ],
    ids=["from 0", "would recommend", "chosen more often", "no zero"],
)
def test_a_zero_that_may_be_an_answer_is_left_alone(tmp_path, vraag, cijfers):
    assert TELT not in check_traject(write(tmp_path, vraag, cijfers)).tekst


def test_a_code_that_is_no_answer_by_the_word_of_the_analyst_counts_nowhere(tmp_path):
    """Of 0, 7 and 8 five times each the mean is 7.5 without the 0, and the steps begin at 1."""
    write(tmp_path, "Welk rapportcijfer geeft u?", [0, *[7, 8] * 5])
    boek = openpyxl.load_workbook(tmp_path / "vragen.xlsx")
    koppen = [cel.value for cel in boek["vragen"][1]]
    boek["vragen"].cell(row=3, column=koppen.index("missend") + 1, value="0; 99")
    boek.save(tmp_path / "vragen.xlsx")
    t = load_traject(tmp_path)
    cijfer = summarise_cijfer(t, "welk_rapportcijfer_geeft_u").iloc[0]
    assert (cijfer["n"], cijfer["gemiddelde"]) == (10, 7.5)
    geldig = t.opties[t.opties["status"].eq("geldig") & t.opties["vraag_id"].ne("wijk")]
    assert geldig["code"].astype("str").tolist() == [str(stap) for stap in range(1, 11)]
    tekst = check_traject(tmp_path).tekst
    assert TELT not in tekst
    assert "1 antwoord valt buiten de schaal" in tekst


@pytest.mark.parametrize("cijfers", [["0,0", "7,5", "8,5"], ["0.0", "7.5", "8.5"]])
def test_a_number_that_the_file_writes_otherwise_is_no_answer_too(tmp_path, cijfers):
    write(tmp_path, "Hoeveel minuten wachtte u?", [cijfers[nr % 3] for nr in range(30)])
    boek = openpyxl.load_workbook(tmp_path / "vragen.xlsx")
    koppen = [cel.value for cel in boek["vragen"][1]]
    boek["vragen"].cell(row=3, column=koppen.index("missend") + 1, value=0)
    boek["vragen"].cell(row=3, column=koppen.index("soort") + 1, value="getal")
    boek.save(tmp_path / "vragen.xlsx")
    assert summarise_cijfer(load_traject(tmp_path), "hoeveel_minuten_wachtte_u").iloc[0]["gemiddelde"] == 8
