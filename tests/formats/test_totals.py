"""Rows of totals at the bottom of a table made by hand, and JSON as a table."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import burgerdata as bd
from burgerdata.errors import ContractError
from burgerdata.formats.totals import find_totals

STRAAT = {
    "plaats": ("Plek",),
    "datum": ("Datum",),
    "weigeringen": ("Geen tijd",),
    "open": ("Wat valt u op?",),
}


def test_a_row_of_totals_is_no_talk_and_counts_no_refusals(tmp_path: Path) -> None:
    boek = openpyxl.Workbook()
    for rij in [
        ["Plek", "Datum", "Geen tijd", "Wat valt u op?"],
        ["Markt", "3-7-2026", 8, "de rommel"],
        ["Station", "4-7-2026", 3, "druk"],
        [],
        ["Totaal", None, 11, None],
    ]:
        boek.active.append(rij)
    boek.save(tmp_path / "straat.xlsx")
    t = bd.read_bestand(tmp_path / "straat.xlsx", instrument="straatgesprek", kolommen=STRAAT)
    assert len(t.deelnemers) == 2
    assert t.tellingen["aantal"].sum() == 11
    totaal = t.logboek[t.logboek["reden"] == "totaalrij"]
    assert totaal["rij"].tolist() == [5]
    assert (t.bronnen["records_in"] == t.bronnen["records_uit"] + t.bronnen["records_verklaard"]).all()


@pytest.mark.parametrize(
    "woord", ["Totaal", "TOTAAL:", "Eindtotaal", "Gemiddelde", "Som", "Totaal gesprekken"]
)
def test_a_csv_may_end_in_totals_too(tmp_path: Path, woord: str) -> None:
    (tmp_path / "e.csv").write_text(f"nr;cijfer;geteld\n1;7;3\n2;8;4\n{woord};7,5;7\n", encoding="utf-8")
    assert len(bd.read_bestand(tmp_path / "e.csv").deelnemers) == 2


@pytest.mark.parametrize(
    "onder",
    [
        ["Totaal", None, None, "3 gesprekken"],
        ["Totaal:", None, None, "n = 3"],
        ["Aantal gesprekken", 3, None, None],
        [None, None, None, "3 gesprekken in totaal"],
    ],
)
def test_a_total_that_says_what_it_counts_is_no_talk(schrijf_boek, tmp_path: Path, onder: list) -> None:
    gesprekken = [
        ["Markt", "3-7-2026", 1, "3 gesprekken met de gemeente gehad"],
        ["Plein", "4-7-2026", 0, "te druk"],
    ]
    rijen = [["Plek", "Datum", "Geen tijd", "Wat valt u op?"], *gesprekken, [], onder]
    t = bd.read_bestand(
        schrijf_boek(tmp_path / "s.xlsx", {"straat": rijen}), instrument="straatgesprek", kolommen=STRAAT
    )
    assert t.fragmenten["tekst"].tolist() == ["3 gesprekken met de gemeente gehad", "te druk"]
    assert t.logboek.loc[t.logboek["reden"] == "totaalrij", "rij"].tolist() == [5]


@pytest.mark.parametrize(
    "onder",
    [
        ["aantal inwoners", "2", "6"],
        ["aantal inwoners", "", ""],
        ["", "", "2 meldingen"],
        ["2 meldingen", "", ""],
    ],
)
def test_an_answer_that_reads_as_a_count_is_an_answer(onder: list[str]) -> None:
    rijen = [["veiligheid", "4", "5"], ["groen", "3", ""], ["aantal winkels", "1", "4"]] * 2
    assert not find_totals(pd.DataFrame([*rijen, onder])).any()
    assert not find_totals(pd.DataFrame([["veiligheid", "4", "5"], ["groen", "3", "4"], onder])).any()


@pytest.mark.parametrize(
    "onder",
    [
        ["Aantal gesprekken", "6", ""],
        ["Aantal gesprekken", "16", "18"],
        ["", "", "6 gesprekken"],
        ["", "", "9 gesprekken in totaal"],
    ],
)
def test_a_count_of_the_rows_above_or_of_a_column_is_a_total(onder: list[str]) -> None:
    rijen = [["veiligheid", "4", "5"], ["groen", "3", ""], ["winkels", "1", "4"]] * 2
    assert find_totals(pd.DataFrame([*rijen, onder])).tolist() == [False] * 6 + [True]


IDEEEN = [["banken", "3"], ["licht", "4"], ["aantal winkels", "5"]]


@pytest.mark.parametrize(
    ("onder", "totalen"),
    [
        ([["Totaal", "12"], ["Aantal deelnemers", "38"]], 2),
        ([["Aantal deelnemers", "38"], ["Aantal tafels:", "6"], ["Totaal", "12"], ["Opkomst", "63%"]], 4),
        ([["Totaal stippen", "12"], ["", ""], ["Waarvan jongeren", "4"], ["Bron: avond 2", ""]], 3),
        ([["Totaal", "99"], ["Aantal deelnemers", "38"]], 0),
        ([["Totaal", "12"], ["meer bomen", "2"]], 1),
        ([["Totaal", "12"], ["Bewoners beslissen mee", "8"], ["Mensen ontmoeten elkaar", "5"]], 1),
        ([["Totaal", "11"], ["meer bomen", "2"]], 0),
        ([["Totaal", "12"], ["Bewoners in de zaal (met partners)", "8"], ["tafels", "4"]], 3),
        ([["Aantal deelnemers", "38"]], 0),
    ],
)
def test_what_is_counted_beside_a_total_that_adds_up_is_no_idea(onder: list[list[str]], totalen: int) -> None:
    """Three ideas got twelve dots; "aantal winkels" is one of them, for without it they do not add up.

    An idea that came late stands below the total, which is none itself.
    """
    gevonden = find_totals(pd.DataFrame([*IDEEEN, *onder])).tolist()
    assert gevonden[:3] == [False] * 3
    assert sum(gevonden) == totalen


@given(
    st.lists(st.tuples(st.text(alphabet="abc xyz", min_size=1), st.integers(0, 99)), min_size=1, max_size=8)
)
def test_no_row_in_the_middle_and_no_row_of_words_is_ever_a_total(rijen: list[tuple[str, int]]) -> None:
    frame = pd.DataFrame(
        [["Totaal", "3"], *[[naam, str(n)] for naam, n in rijen], ["Totaal", "onbekend"]], columns=["a", "b"]
    )
    assert not find_totals(frame.astype("str")).any()


def test_json_is_a_table_and_damaged_json_is_refused(tmp_path: Path) -> None:
    lijst = '[{"nr": 1, "oordeel": {"cijfer": 7}}, {"nr": 2, "oordeel": {"cijfer": 8}}]'
    (tmp_path / "a.json").write_text(lijst, encoding="utf-8")
    (tmp_path / "b.jsonl").write_text('{"nr": 1, "cijfer": 7}\n{"nr": 2, "cijfer": 8}\n', encoding="utf-8")
    for naam in ("a.json", "b.jsonl"):
        t = bd.read_bestand(tmp_path / naam)
        assert t.antwoorden["getal"].tolist() == [7.0, 8.0]
        assert t.bronnen["formaat"].astype("str").tolist() == ["json"]
    (tmp_path / "c.json").write_text(lijst[:-9], encoding="utf-8")
    with pytest.raises(ContractError, match="JSON-bestand is niet heel"):
        bd.read_bestand(tmp_path / "c.json")


def test_a_remark_under_the_totals_is_no_person_and_a_starred_answer_is_one(tmp_path: Path) -> None:
    tekst = "nr;cijfer;plaats\n1;7;Ede\n2;8;Ede\nTotaal;7,5;\n;;\nBron: Bureau X, 2026;;\n"
    (tmp_path / "e.csv").write_text(tekst, encoding="utf-8")
    t = bd.read_bestand(tmp_path / "e.csv")
    assert len(t.deelnemers) == 2
    assert t.logboek.loc[t.logboek["reden"] == "totaalrij", "rij"].tolist() == [4, 6]
    smal = pd.DataFrame({"nr": ["1", ""], "tekst": ["goed", "*zucht*"]})
    assert not find_totals(smal).any()


def test_a_legend_under_the_table_is_nobody_and_spoils_no_column(tmp_path: Path) -> None:
    boek = openpyxl.Workbook()
    rijen: list[list[object]] = [["nr", "leeftijd", "cijfer", "plaats"]]
    rijen += [[nummer, 30 + nummer, 7, "Ede"] for nummer in range(1, 8)]
    rijen += [["Totaal", None, 7, None], [], ["Legenda"], ["Code", "Label"], [1, "slecht"]]
    for rij in rijen:
        boek.active.append(rij)
    boek.save(tmp_path / "e.xlsx")
    t = bd.read_bestand(tmp_path / "e.xlsx")
    assert len(t.deelnemers) == 7
    assert t.vragen.set_index("kolom")["soort"].astype("str")["leeftijd"] == "getal"
    assert t.logboek.loc[t.logboek["reden"] == "tussenkop", "rij"].tolist() == [11, 12, 13]
    assert (t.bronnen["records_in"] == t.bronnen["records_uit"] + t.bronnen["records_verklaard"]).all()


def test_persons_below_a_blank_row_stay(tmp_path: Path) -> None:
    rijen = [f"{nummer};7;Ede" for nummer in range(1, 8)]
    (tmp_path / "e.csv").write_text(
        "\n".join(["nr;cijfer;plaats", *rijen, ";;", "8;6;", "9;;"]), encoding="utf-8"
    )
    assert len(bd.read_bestand(tmp_path / "e.csv").deelnemers) == 9


def test_averages_and_a_remark_below_a_blank_row_are_no_forms(tmp_path: Path) -> None:
    boek = openpyxl.Workbook()
    for rij in [
        ["formulier", "P1 Duidelijk wat er werd gevraagd", "P2 Genoeg informatie", "Wat wilt u nog kwijt?"],
        [1, 4, 3, "Te weinig tijd"],
        [2, 5, 4, None],
        [3, 3, 2, "Goed georganiseerd"],
        [],
        ["gem.", 4, 3, None],
        ["Schaal: 1 = helemaal mee oneens, 5 = helemaal mee eens. ? = onleesbaar"],
    ]:
        boek.active.append(rij)
    boek.save(tmp_path / "exit.xlsx")
    assert len(bd.read_bestand(tmp_path / "exit.xlsx").deelnemers) == 3


def test_a_last_respondent_who_only_wrote_something_is_no_remark(tmp_path: Path) -> None:
    (tmp_path / "e.csv").write_text(
        "nr;cijfer;Wat valt u op?\n1;7;het is er wel erg druk op zaterdag\n2;8;niets\n;;\n;;graag wat meer groen in de straat\n",
        encoding="utf-8",
    )
    assert len(bd.read_bestand(tmp_path / "e.csv").deelnemers) == 3
