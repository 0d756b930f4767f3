"""Workbooks as people make them: titles above the table, merged cells, dates, formulas, hidden sheets."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime, time
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from burgerdata.errors import BronError
from burgerdata.formats.excel import list_hidden, read_excel
from burgerdata.intake.logboek import count_explained
from burgerdata.shapes import RIJ, Bron


def make_bron(book: Any) -> Bron:
    buffer = io.BytesIO()
    book.save(buffer)
    return Bron(Path("s.xlsx"), "s.xlsx", buffer.getvalue(), "")


def make_book(*rijen: list[Any], title: str = "Blad1") -> Any:
    book = openpyxl.Workbook()
    book.active.title = title
    for rij in rijen:
        book.active.append(rij)
    return book


def test_cells_become_the_text_that_a_person_reads() -> None:
    book = make_book(
        ["Datum", "Tijd", "Cijfer", "Nr", "Ja?", "Tekst"],
        [datetime(2026, 3, 1), time(9, 30), 7.5, 12.0, True, " =geen formule"],
        [datetime(2026, 3, 2, 10, 15), None, 0.1 + 0.2, 0, False, "NA"],
    )
    (ruw,) = read_excel(make_bron(book))
    assert ruw.vorm.frame.drop(columns=RIJ).to_numpy().tolist() == [
        ["2026-03-01", "09:30", "7.5", "12", "WAAR", " =geen formule"],
        ["2026-03-02 10:15:00", "", "0.3", "0", "ONWAAR", "NA"],
    ]


def test_the_header_is_found_under_titles_and_blank_rows_are_explained() -> None:
    book = make_book(
        ["Straatgesprekken voorjaar"],
        [],
        ["Datum", "Plaats", "Wat valt u op?"],
        ["1-3", "Ede", "druk"],
        [],
        ["2-3", "Ede", "mooi"],
        [],
    )
    (ruw,) = read_excel(make_bron(book))
    assert [kolom.naam for kolom in ruw.vorm.kolommen] == ["Datum", "Plaats", "Wat valt u op?"]
    assert ruw.vorm.frame[RIJ].tolist() == [4, 6]
    logboek = ruw.logboek.to_frame()
    assert logboek[["reden", "aantal"]].to_numpy().tolist() == [["tussenkop", 1], ["lege_rij", 1]]
    assert ruw.records_in == 2 + count_explained(logboek)


def test_every_visible_sheet_is_a_table_and_hidden_ones_are_named() -> None:
    book = make_book(["a", "b"], [1, 2])
    book.create_sheet("tweede").append(["c", "d"])
    book["tweede"].append([3, 4])
    book.create_sheet("leeg")
    book.create_sheet("geheim").append(["x", "y"])
    book["geheim"].sheet_state = "hidden"
    bron = make_bron(book)
    assert [ruw.vorm.blad for ruw in read_excel(bron)] == ["Blad1", "tweede"]
    assert [ruw.vorm.blad for ruw in read_excel(bron, blad="tweede")] == ["tweede"]
    assert list_hidden(bron) == ("geheim",)
    with pytest.raises(BronError, match="'weg' bestaat niet; kies uit Blad1, tweede, leeg"):
        read_excel(bron, blad="weg")


def test_merged_cells_hold_their_value_in_every_row() -> None:
    book = make_book(["Plaats", "Tekst"], ["Ede", "a"], [None, "b"], [None, "c"])
    book.active.merge_cells("A2:A4")
    (ruw,) = read_excel(make_bron(book))
    assert ruw.vorm.frame["Plaats"].tolist() == ["Ede", "Ede", "Ede"]
    assert ruw.logboek.to_frame()["rij"].tolist() == [3, 4]


def test_a_formula_without_an_outcome_is_named_by_its_cell() -> None:
    book = make_book(["id", "som"], [1, 2], [2, "=A2+1"])
    with pytest.raises(
        BronError, match=r"s\.xlsx, blad 'Blad1', rij 3, kolom 'B': deze formule heeft geen uitkomst"
    ):
        read_excel(make_bron(book))


def test_an_error_cell_is_emptied_and_noted() -> None:
    book = make_book(["id", "x"], [1, "#N/A"], [2, 5])
    book.active["B2"].data_type = "e"
    (ruw,) = read_excel(make_bron(book))
    assert ruw.vorm.frame["x"].tolist() == ["", "5"]
    assert ruw.logboek.to_frame()[["rij", "kolom", "reden"]].to_numpy().tolist() == [
        [2, "B", "cel_gewijzigd"]
    ]


def test_a_row_that_the_reader_would_miss_shows_in_the_count() -> None:
    bron = make_bron(make_book(["id", "x"], [1, 1], [2, 2]))
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(bron.inhoud)) as source, zipfile.ZipFile(buffer, "w") as target:
        for info in source.infolist():
            data = source.read(info)
            if info.filename.endswith("sheet1.xml"):
                data = data.replace(b"</sheetData>", b'<row r="3"><c r="A3"><v>9</v></c></row></sheetData>')
            target.writestr(info.filename, data)
    (ruw,) = read_excel(Bron(Path("s.xlsx"), "s.xlsx", buffer.getvalue(), ""))
    assert ruw.records_in == 3


def test_a_damaged_workbook_is_one_sentence() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook>")
    with pytest.raises(BronError, match="beschadigd; open het bestand in Excel"):
        read_excel(Bron(Path("s.xlsx"), "s.xlsx", buffer.getvalue(), ""))
