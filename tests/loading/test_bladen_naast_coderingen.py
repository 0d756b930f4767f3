"""A workbook with coded segments and other sheets: each sheet is read as what it is, and none stops the others."""

from __future__ import annotations

from pathlib import Path

import pytest

from burgerdata.formats.reading import read_ruw
from burgerdata.intake.open import open_bron
from burgerdata.loading import load_traject, propose_traject
from burgerdata.shapes import Codeerproject, Tabel

GESPREK = (
    "M: Welkom.\nR1: Te veel moeilijke woorden in de brief.\nM: En u?\nR2: Niemand belt terug.\nR1: Ja.\n"
)
SEGMENTEN = [
    ["Interview", "Thema", "Citaat"],
    ["1", "Taal", "Te veel moeilijke woorden"],
    ["2", "Contact", "Niemand belt terug"],
]
ENQUETE = [
    ["Respondentnr", "Hoe tevreden bent u?", "Bent u geholpen?"],
    *([nr, ["goed", "matig", "slecht"][nr % 3], ["ja", "nee"][nr % 2]] for nr in range(1, 31)),
]
TAGUETTE = [["ID", "Document", "Tag", "Content"], [1, "fg1", "taal", "Te veel moeilijke woorden"]]


@pytest.mark.parametrize("coderingen", [SEGMENTEN, TAGUETTE])
def test_a_sheet_that_is_named_is_read_as_the_table_that_it_is(
    tmp_path: Path, schrijf_boek, coderingen
) -> None:
    pad = schrijf_boek(tmp_path / "seg.xlsx", {"Coderingen": coderingen, "Enquete": ENQUETE})
    (enquete,) = read_ruw(open_bron(pad), blad="Enquete")
    assert isinstance(enquete.vorm, Tabel)
    assert len(enquete.vorm.frame) == 30
    (project,) = read_ruw(open_bron(pad))
    assert isinstance(project.vorm, Codeerproject)
    assert project.vorm.blad == "Coderingen"


def test_the_first_row_is_the_header_of_segments_however_wide_the_next_is(
    tmp_path: Path, schrijf_boek
) -> None:
    uitleg = ["naam van het gesprek", "welke code", "wat werd gezegd", "door wie", "wanneer", "waar"]
    breed = [
        ["Document", "Code", "Segment", "", "", ""],
        uitleg,
        ["fg1", "Taal", "te lang", "AB", "mei", "Ede"],
    ]
    (ruw,) = read_ruw(open_bron(schrijf_boek(tmp_path / "seg.xlsx", {"Segmenten": breed})))
    assert isinstance(ruw.vorm, Codeerproject)
    assert "Taal" in ruw.vorm.codes["naam"].tolist()


def test_a_survey_beside_coded_segments_is_a_delivery_and_what_it_holds_is_not_called_left_out(
    tmp_path: Path, schrijf_boek
) -> None:
    schrijf_boek(tmp_path / "seg.xlsx", {"Segmenten": SEGMENTEN, "Enquete": ENQUETE})
    (tmp_path / "focusgroep oost.txt").write_text(GESPREK, "utf-8")
    voorstel = propose_traject(tmp_path)
    assert voorstel.bestanden["bestand"].tolist() == [
        "seg.xlsx, blad 'Enquete'",
        "focusgroep oost.txt",
        "seg.xlsx",
    ]
    t = load_traject(tmp_path)
    assert t.deelnemers["rol"].astype("str").value_counts().to_dict() == {"burger": 32, "gespreksleider": 1}
    assert t.coderingen["wijze"].astype("str").tolist() == ["mens", "mens"]
    assert not t.logboek["kolom"].astype("str").str.startswith("blad ").any()
