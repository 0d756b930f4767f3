"""A workbook with a sheet of answers per question is one table with a row per person."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest

from burgerdata.formats.reading import read_ruw
from burgerdata.intake.logboek import count_explained
from burgerdata.intake.open import open_bron
from burgerdata.intake.proefrijen import list_proef
from burgerdata.shapes import Tabel, count_records

Boek = Mapping[str, Sequence[Sequence[object]]]
Schrijf = Callable[[Path, Boek], Path]
KOP = ["Respondent", "Antwoord"]
VRAGEN: Boek = {
    "V5 Wat gaat goed": [KOP, [11, "de balie"], [12, "de website"]],
    "V6 Wat kan beter": [KOP, [12, "de wachttijd"], [13, "de taal"]],
}


def test_people_are_joined_by_their_number_and_each_sheet_is_accounted_for(
    tmp_path: Path, schrijf_boek: Schrijf
) -> None:
    (ruw,) = read_ruw(open_bron(schrijf_boek(tmp_path / "open.xlsx", VRAGEN)))
    assert isinstance(ruw.vorm, Tabel)
    assert [list(ruw.vorm.frame), *ruw.vorm.frame.to_numpy().tolist()] == [
        ["_rij", "Respondent", "V5 Wat gaat goed", "V6 Wat kan beter"],
        [2, "11", "de balie", ""],
        [3, "12", "de website", "de wachttijd"],
        [4, "13", "", "de taal"],
    ]
    assert ruw.records_in == count_records(ruw.vorm) == 3
    assert [(bij.blad, bij.records_in, bij.records_uit) for bij in ruw.bijbladen] == [
        ("V5 Wat gaat goed", 2, 2),
        ("V6 Wat kan beter", 2, 1),
    ]
    assert [count_explained(bij.logboek.to_frame()) for bij in ruw.bijbladen] == [0, 1]


def test_the_first_person_is_no_header_where_codes_have_letters(
    tmp_path: Path, schrijf_boek: Schrijf
) -> None:
    codes = [f"R{nummer:02d}" for nummer in range(1, 13)]
    boek = {
        "V1 Wat gaat goed": [KOP, *([code, f"{code} vindt de balie goed"] for code in codes)],
        "V2 Wat kan beter": [KOP, *([code, f"{code} wacht te lang"] for code in codes)],
    }
    (ruw,) = read_ruw(open_bron(schrijf_boek(tmp_path / "open.xlsx", boek)))
    assert isinstance(ruw.vorm, Tabel)
    assert ruw.vorm.frame["Respondent"].tolist() == codes
    assert [kolom.tekst for kolom in ruw.vorm.kolommen] == ["Respondent", *boek]


def test_a_header_that_comes_again_within_a_sheet_is_nobody(tmp_path: Path, schrijf_boek: Schrijf) -> None:
    boek = {**VRAGEN, "V7 Tips": [KOP, [11, "meer licht"], KOP, [13, "meer tijd"], [14, "bankjes"]]}
    (ruw,) = read_ruw(open_bron(schrijf_boek(tmp_path / "open.xlsx", boek)))
    assert isinstance(ruw.vorm, Tabel)
    assert ruw.vorm.frame["Respondent"].tolist() == ["11", "12", "13", "14"]
    assert ruw.records_in == 4
    sheet = ruw.bijbladen[2]
    assert (sheet.records_in, sheet.records_uit) == (4, 1)
    assert sheet.logboek.to_frame()[["reden", "aantal"]].to_numpy().tolist() == [
        ["tussenkop", 1],
        ["samengevoegde_antwoorden", 2],
    ]


TIEN = [KOP, *([nummer, f"antwoord {nummer}"] for nummer in range(1, 11))]
ACHT = TIEN[:9]
GATEN = [KOP, [1, "druk"], [4, "vol"], [7, "laat"]]


@pytest.mark.parametrize(
    "boek",
    [
        {"Wat kan beter Oost": VRAGEN["V5 Wat gaat goed"], "Wat kan beter West": GATEN},
        {"V1 2025": GATEN, "V1 2026": VRAGEN["V6 Wat kan beter"]},
        {"Q1 2026": GATEN, "Q2 2026": VRAGEN["V6 Wat kan beter"]},
        {"Tips bezoekers": GATEN, "Tips medewerkers": VRAGEN["V6 Wat kan beter"]},
        {"Wat wil Oost": GATEN, "Wat wil West": VRAGEN["V6 Wat kan beter"]},
        {"Complimenten": TIEN, "Tips": ACHT},
        {"V1 Oost": GATEN, "V2 Oost": GATEN, "V1 West": GATEN, "V2 West": GATEN},
        {"Groep 1": VRAGEN["V5 Wat gaat goed"], "Groep 2": VRAGEN["V6 Wat kan beter"]},
        {"V5 a": [KOP, [11, "x"], [11, "y"]], "V6 b": [KOP, [12, "z"], [13, "x"]]},
        {"V5 a": [["Wijk", "Antwoord"], ["Oost", "x"]], "V6 b": [["Wijk", "Antwoord"], ["West", "x"]]},
        {"V5 a": [["Respondent", "Cijfer"], [11, 7]], "V6 b": [["Respondent", "Cijfer"], [11, 8]]},
    ],
)
def test_sheets_of_groups_or_of_other_tables_stay_apart(
    tmp_path: Path, schrijf_boek: Schrijf, boek: Boek
) -> None:
    assert len(read_ruw(open_bron(schrijf_boek(tmp_path / "open.xlsx", boek)))) == len(boek)


@pytest.mark.parametrize(
    "namen",
    [
        ("Complimenten", "Tips"),
        ("Wat gaat goed", "Wat kan beter"),
        ("V1 Opmerkingen", "V2 Suggesties"),
        ("V1", "V2"),
    ],
)
def test_numbers_with_gaps_below_different_questions_are_of_the_same_people(
    tmp_path: Path, schrijf_boek: Schrijf, namen: tuple[str, str]
) -> None:
    boek = {namen[0]: TIEN, namen[1]: GATEN}
    (ruw,) = read_ruw(open_bron(schrijf_boek(tmp_path / "open.xlsx", boek)))
    assert count_records(ruw.vorm) == 10
    assert ruw.logboek.to_frame()[["reden", "aantal"]].to_numpy().tolist() == [["bladen_samengevoegd", 2]]


def test_who_is_a_trial_by_a_number_takes_nobody_along(tmp_path: Path, schrijf_boek: Schrijf) -> None:
    boek = {
        "Wat gaat er goed": [KOP, *([nummer, f"hulp {nummer}"] for nummer in (101, 103, 105))],
        "Hoe kan het beter": [KOP, *([nummer, f"uitleg {nummer}"] for nummer in (102, "0103", "105", 108))],
    }
    (ruw,) = read_ruw(open_bron(schrijf_boek(tmp_path / "open.xlsx", boek)))
    assert isinstance(ruw.vorm, Tabel)
    frame = ruw.vorm.frame
    assert frame["Respondent"].tolist() == ["101", "103", "105", "102", "108"]
    assert frame.set_index("Respondent").loc["103"].tolist()[1:] == ["hulp 103", "uitleg 0103"]
    (proef,) = list_proef(ruw.vorm, {"Respondent": ("102",)}, {"Respondent"}).values()
    assert frame.loc[frame["_rij"].isin(list(proef)), "Respondent"].tolist() == ["102"]
