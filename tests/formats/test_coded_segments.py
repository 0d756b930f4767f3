"""Coded segments that coding software, or a bureau, delivers as a table."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest

from burgerdata.formats import READERS, Ruw
from burgerdata.formats.detect import detect
from burgerdata.formats.qda.coded_segments import recognise_segments
from burgerdata.intake.logboek import count_explained
from burgerdata.shapes import Bron, Codeerproject, count_records


def read_raw(inhoud: bytes, naam: str) -> tuple[Codeerproject, Ruw]:
    bron = Bron(Path(naam), naam, inhoud, "")
    (ruw,) = READERS[detect(bron)](bron)
    assert isinstance(ruw.vorm, Codeerproject)
    assert ruw.records_in == count_records(ruw.vorm) + count_explained(ruw.logboek.to_frame())
    return ruw.vorm, ruw


def quotes(project: Codeerproject) -> list[str]:
    return project.bruikbaar["citaat"].tolist()


def reasons(ruw: Ruw) -> dict[str, int]:
    return ruw.logboek.to_frame().set_index("reden")["aantal"].to_dict()


def write_book(rijen: Sequence[Sequence[object]]) -> bytes:
    """Return a workbook with these rows."""
    boek, buffer = openpyxl.Workbook(), io.BytesIO()
    for rij in rijen:
        boek.active.append(list(rij))
    boek.save(buffer)
    return buffer.getvalue()


SEGMENTEN = {
    "MAXQDA": (
        ["Document group", "Document name", "Code", "Beginning", "Segment", "Created by"],
        ["Groep A", "Interview 1", "Taal", 3, "Te veel vaktaal", "AB"],
        ["Groep A", "Interview 1", "Taal > Brief", 3, "Te veel vaktaal", "CD"],
        ["Groep A", "Interview 2", "Taal > Brief", 9, "Onleesbare brief", "AB"],
    ),
    "ATLAS.ti": (
        ["ID", "Quotation Name", "Document", "Quotation Content", "Codes", "Created by"],
        ["1:1", "vaktaal", "Interview 1", "Te veel vaktaal", "Taal\nTaal::Brief", "AB"],
        ["2:1", "brief", "Interview 2", "Onleesbare brief", "Taal::Brief", "AB"],
    ),
    "Dovetail": (
        ["Highlight ID", "Highlight text", "Tags", "Note title"],
        ["h1", "Te veel vaktaal", "Taal, Taal\\Brief", "Interview 1"],
        ["h2", "Onleesbare brief", "Taal\\Brief", "Interview 2"],
    ),
    "een bureau": (
        ["Interview", "Thema", "Citaat"],
        ["Interview 1", "Taal", "Te veel vaktaal"],
        ["Interview 1", "Taal > Brief", "Te veel vaktaal"],
        ["Interview 2", "Taal > Brief", "Onleesbare brief"],
    ),
}


@pytest.mark.parametrize("programma", SEGMENTEN)
def test_a_table_of_coded_segments_holds_codings_and_no_people(programma: str) -> None:
    project, ruw = read_raw(write_book(SEGMENTEN[programma]), "Coded Segments.xlsx")
    assert (project.formaat, quotes(project)) == (
        "segmententabel",
        ["Te veel vaktaal", "Te veel vaktaal", "Onleesbare brief"],
    )
    assert project.documenten["naam"].tolist() == ["Interview 1", "Interview 2"]
    taal, brief = project.codes.to_dict("records")
    assert (taal["naam"], brief["ouder"]) == ("Taal", taal["code"])
    assert set(reasons(ruw)) <= {"kolom_weggelaten"}


def test_who_coded_a_segment_is_kept_where_the_table_says_it() -> None:
    project, _ = read_raw(write_book(SEGMENTEN["MAXQDA"]), "Coded Segments.xlsx")
    assert project.coderingen["codeur"].tolist() == ["AB", "CD", "AB"]


def test_a_segment_without_a_code_is_noted() -> None:
    csv = b"Document;Tags;Highlight\ngesprek 1;taal, brief;onleesbaar\ngesprek 1;;zonder tag\n"
    project, ruw = read_raw(csv, "highlights.csv")
    assert (quotes(project), reasons(ruw)) == (["onleesbaar", "onleesbaar"], {"lege_rij": 1})


def test_a_table_with_themes_and_the_words_of_people_without_a_document_stays_a_table() -> None:
    assert not recognise_segments([["Datum", "Bron", "Thema", "Toelichting"]])
    assert not recognise_segments([["respondent", "thema", "citaat"]])


@pytest.mark.parametrize(
    "koppen",
    [
        "Meldnr;Datum;Bron;Thema;Citaat;Wijk",
        "respnr;Bron;Thema;Citaat;cijfer",
        "Datum;Bestand;Code;Fragment;Begin",
        "Bron;Code;Segment;Datum ontvangst",
        "Bron;Thema;Citaat",
    ],
)
def test_a_table_whose_documents_may_be_where_a_message_came_from_stays_a_table(koppen: str) -> None:
    assert not recognise_segments([koppen.split(";")])


@pytest.mark.parametrize(
    "koppen", ["Source;Code;Quote;Author", "Bestand;Tags;Fragment", "Document;Datum;Thema;Citaat"]
)
def test_a_source_with_codes_is_a_document_and_so_is_what_is_called_so(koppen: str) -> None:
    assert recognise_segments([koppen.split(";")])


def test_a_comma_within_brackets_ends_no_code() -> None:
    csv = b"Document;Codes;Citaat\nfg;taal, brief;onleesbaar\nfg;kosten (huur, energie);te duur\n"
    project, _ = read_raw(csv, "segmenten.csv")
    assert project.codes["naam"].tolist() == ["taal", "brief", "kosten (huur, energie)"]


def test_what_is_left_of_a_workbook_is_noted() -> None:
    boek, buffer = openpyxl.Workbook(), io.BytesIO()
    for rij in [
        ["Interview", "Thema", "Citaat", "Leeftijd"],
        ["1", "Taal", "Te veel vaktaal", 40],
        ["", "", "", ""],
        ["2", "Taal", "Onleesbaar", 50],
    ]:
        boek.active.append(rij)
    blad = boek.create_sheet("Codes")
    for rij in [["Code", "Aantal"], ["Taal", 2], ["Brief", 1]]:
        blad.append(rij)
    boek.save(buffer)
    _, ruw = read_raw(buffer.getvalue(), "segmenten.xlsx")
    logboek = ruw.logboek.to_frame()
    weg = logboek[logboek["reden"].eq("kolom_weggelaten")].set_index("kolom")["aantal"].to_dict()
    assert weg == {"blad Codes": 2, "Leeftijd": 2}


def test_the_same_short_words_elsewhere_in_a_talk_are_another_segment() -> None:
    csv = b"Document name;Code;Beginning;Segment\nfg;Eens;3;Ja.\nfg;Taal;3;Ja.\nfg;Eens;9;Ja.\n"
    project, _ = read_raw(csv, "segmenten.csv")
    assert (len(project.documenten), len(project.coderingen)) == (2, 3)


def test_cells_with_a_line_end_and_cells_with_a_semicolon_are_both_lists() -> None:
    csv = b'Document,Codes,Citaat\nfg,"a\nb",een\nfg,a;c,twee\n'
    project, _ = read_raw(csv, "segmenten.csv")
    assert project.codes["naam"].tolist() == ["a", "b", "c"]
