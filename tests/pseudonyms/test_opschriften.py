"""The name of a sheet or a file is shown without who spoke; what is called after a place or a thing stays."""

from __future__ import annotations

import pytest

from burgerdata.pseudonyms.opschriften import mask_bestanden, mask_opschrift, mask_opschriften

NAMEN = [
    ("Wopke Hazenberg", "[naam]"),
    ("stippen Harmke", "stippen [naam]"),
    ("Interview Wopke", "Interview [naam]"),
    ("Verslag Bep", "Verslag [naam]"),
    ("GesprekKarin", "Gesprek[naam]"),
    ("Gesprek v.d. Berg", "Gesprek [naam]"),
    ("Gesprek Wopke 14 april", "Gesprek [naam] 14 april"),
    ("Interview De Boer", "Interview [naam]"),
    ("Interview Van Zijlsterveen", "Interview [naam]"),
    ("Gesprek 2 (Fatima el Amrani)", "Gesprek 2 ([naam])"),
    ("Henk Jansen", "[naam]"),
    ("J. Hazenberg", "[naam]"),
    ("gesprek-fatima-el-amrani", "gesprek-[naam]"),
    ("interview-wopke-hazenberg", "interview-[naam]"),
    ("interview-Karin-Bos", "interview-[naam]"),
    ("KarinBos", "[naam]"),
    ("InterviewKarinBos", "Interview[naam]"),
    ("R1_Wopke_Hazenberg", "R1_[naam]"),
    ("P3-harmke", "P3-[naam]"),
    ("Verslag interview Wopke", "Verslag interview [naam]"),
    ("Verslag van interview met Wopke", "Verslag van interview met [naam]"),
    ("huisbezoek-mw-jansen", "huisbezoek-[naam]"),
    ("gesprek-van-den-berg", "gesprek-[naam]"),
    ("verslag-gesprek-fatima-definitief", "verslag-gesprek-[naam]-definitief"),
    ("haltegesprekken wk20-21 (Bart)", "haltegesprekken wk20-21 ([naam])"),
    ("01-wopke-hazenberg-interview", "01-[naam]-interview"),
    ("interview Anne-Marie", "interview [naam]"),
]
GEEN_NAMEN = [
    "De Bron",
    "Gesprek De Regenboog",
    "Gesprek Het Kompas",
    "Vragenlijst Groene Straten",
    "Gesprek Overvecht",
    "stippen Vathorst",
    "Gesprek Huurdersvereniging",
    "Interview Buurtsportcoach",
    "Gesprek Jonge Mantelzorgers",
    "Verslag Mei",
    "klachten_jan24",
    "A. Vragen",
    "Door Bewoners",
    "Open Vragen",
    "Kobo Toolbox",
    "Vragenlijst Kobo",
    "Interview R3",
    "Gesprek UWV",
    "Formulierreacties 1",
    "interview-jan-2026",
    "CRM_export_signalen_afval_jan-mei",
    "export_signalen_CRM_jan-sep2026",
    "gesprek-jeugd-jan-mrt",
    "notulen-alv-2026",
    "gesprek-vve-de-linde",
    "interview-wijkagent-noord",
    "gesprek-leidsche-rijn",
    "verslag-van-de-avond",
    "formulier-webversie",
    "gesprek-ggz-clienten",
    "sessie-woonvisie",
    "R2_definitief",
    "P1-P8",
    "GroenLinks",
    "TomTom",
    "SurveyMonkey",
    "brief-college",
    "interview-draft",
]


@pytest.mark.parametrize(("opschrift", "gemaskeerd"), NAMEN)
def test_who_a_sheet_is_about_is_masked(opschrift: str, gemaskeerd: str) -> None:
    assert mask_opschrift(opschrift) == gemaskeerd


@pytest.mark.parametrize("opschrift", GEEN_NAMEN)
def test_a_sheet_that_is_called_after_a_thing_a_place_or_a_month_keeps_its_name(opschrift: str) -> None:
    assert mask_opschrift(opschrift) == opschrift


def test_a_number_is_given_only_to_what_was_masked_to_the_same() -> None:
    namen = ["Gesprek Wopke", "Gesprek Harmke", "Gesprek [naam]", "Gesprek 2"]
    assert [*mask_opschriften(namen).values()] == [
        "Gesprek [naam] 2",
        "Gesprek [naam] 3",
        "Gesprek [naam]",
        "Gesprek 2",
    ]


def test_a_file_keeps_its_folder_its_date_and_the_numbers_of_an_export() -> None:
    namen = {
        "ruw/2026-03-01 gesprek Wopke.docx": "ruw/2026-03-01 gesprek [naam].docx",
        "01_interview_Harmke.vtt": "01_interview_[naam].vtt",
        "Fatima.txt": "[naam].txt",
    }
    blijft = [
        "results-survey0612345678.csv",
        "ruw/export_111222333.xlsx",
        "groep 1 jan 2026.txt",
        "9aad13.csv",
        "fg_oost.vtt",
        "Deelnemerslijst.xlsx",
    ]
    assert mask_bestanden([*namen, *blijft]) == namen | dict(zip(blijft, blijft, strict=True))
