"""The unprepared folder holds what a bureau gets wrong; the real survey is the published one."""

import re

import pandas as pd
import pyreadstat

from .conftest import JUPYTER, MAANDAG, sheet, turns, wave

RUW = MAANDAG / "ruw"


def test_nothing_is_prepared() -> None:
    assert not list(MAANDAG.glob("*.toml")) + list(MAANDAG.glob("*.xlsx"))


def test_the_two_versions_of_the_survey_differ_by_four_rows() -> None:
    frame, meta = pyreadstat.read_sav(RUW / "BOA_data_def_v3.sav", user_missing=True)
    excel = sheet(RUW / "BOA_data_def_v3.xlsx")
    assert list(excel.columns) == list(frame.columns)
    assert (len(frame), len(excel)) == (403, 407)
    assert set(frame["resp_id"]) < set(excel["resp_id"])
    assert frame["v8"].eq("test").sum() == 3
    assert meta.variable_value_labels["v3_1"][1.0] == "helemaal mee eens"


def test_one_speaker_of_the_third_group_is_not_in_the_screener() -> None:
    screener = sheet(RUW / "screener.xlsx")
    known = set(zip(screener["Groep"], screener["Spreker"], strict=True))
    spoken = {
        (f"fg{number}", speaker) for number in range(1, 5) for speaker, _ in turns(RUW / f"fg{number}.docx")
    }
    assert {pair for pair in spoken - known if pair[1] != "M"} == {("fg3", "R9")}


def test_two_questions_of_the_panel_change_in_the_third_wave() -> None:
    first, second, third = (wave(RUW / f"kp_m{number}.csv") for number in (1, 2, 3))
    assert list(first.columns) == list(second.columns)
    changed = [(old, new) for old, new in zip(first.columns, third.columns, strict=True) if old != new]
    assert [old.split(".")[0] for old, _ in changed] == ["q7", "q12"]
    assert all(new.startswith(old.split(".")[0] + ".") for old, new in changed)
    assert len(set(first["lidnr"]) & set(third["lidnr"])) > 80


def test_the_street_form_has_title_lines_above_its_header() -> None:
    rows = sheet(RUW / "straat_formulieren.xlsx")
    assert list(rows.iloc[1]) == ["Datum", "Locatie", "Tijdstip", "Geschatte leeftijd", "Aantal personen", "Wat gaat goed?",
                                  "Wat moet beter?", "Code", "Opm. M"]  # fmt: skip
    assert rows.iloc[2:, 4].sum() == 64


def test_the_concept_report_is_a_pdf_whose_cross_references_hold() -> None:
    data = (RUW / "rapport_concept.pdf").read_bytes()
    start = int(re.search(rb"startxref\n(\d+)", data)[1])
    places = [int(place) for place in re.findall(rb"(\d{10}) 00000 n", data[start:])]
    assert len(places) >= 7
    assert all(data[place:].startswith(b"%d 0 obj" % number) for number, place in enumerate(places, start=1))


def test_the_real_survey_has_its_published_numbers() -> None:
    frame = pd.read_csv(JUPYTER / "ruw" / "survey_short_columns.csv", dtype=str, keep_default_na=False)
    assert len(frame) == 1706
    assert (frame["status"] == "Complete").sum() == 779
    coded = {path.stem: len(pd.read_csv(path, sep=";")) for path in (JUPYTER / "ruw").glob("*_themes.csv")}
    assert coded["hinderances_themes"] == 763
    assert coded["pleasant_aspects_themes"] == 580


def test_the_free_text_of_the_real_survey_holds_no_mail_address_or_telephone_number() -> None:
    text = (JUPYTER / "ruw" / "survey_short_columns.csv").read_text(encoding="utf-8")
    assert not re.search(r"[\w.+-]+@[\w-]+\.\w+", text)
    assert not re.search(
        r"\+?\d[\d() -]{8,}\d", re.sub(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d|issuecomment-\d+|id=\d+", "", text)
    )
