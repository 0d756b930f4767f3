"""A spreadsheet of OpenDocument (.ods) as an Excel workbook: the stored values, merged cells and hidden sheets."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any
from xml.etree.ElementTree import Element

from burgerdata.intake.opendocument_parts import CELLS, OFFICE, STYLE, TABLE, TEXT, list_rows, read_words
from burgerdata.intake.workbook_bytes import merge_cells, save_workbook

_MAX_CELLS = 5_000_000
"""Cells that fit in the memory of a laptop; a row that is repeated may not fill it by itself."""
_MAX_REPEATED = 500_000
_MAX_COLUMNS = 16_384
_MAX_ROWS = 1_048_576
_DURATION = re.compile(r"PT(\d+)H(\d+)M(\d+(?:[.,]\d+)?)S")
_ELSEWHERE, _ELSEWHERE_STYLE = re.compile(r"'.+'#"), "ta_extref"
"""How LibreOffice calls the copy that it keeps, out of sight, of a sheet of another file that a formula looks into."""
_NOT_IN_NAME = re.compile(r"[\[\]*?:/\\]")
_ERROR = re.compile(r"Err:\d+|#\S+[!?]|#N/[AB]")
"""How a formula that failed shows; who typed "#veiligheid!" answered."""


def make_workbook(inhoud: Element) -> bytes:
    """Return the spreadsheet as the bytes of an Excel workbook.

    Raises
    ------
    OverflowError
        When repeated or merged cells would fill more than a sheet can hold.
    """
    import openpyxl

    boek = openpyxl.Workbook()
    boek.remove(boek.active)
    verborgen = _list_hidden(inhoud)
    over = _MAX_CELLS
    for tabel in inhoud.iterfind(f"{OFFICE}body/{OFFICE}spreadsheet/{TABLE}table"):
        naam, stijl = tabel.get(f"{TABLE}name", ""), tabel.get(f"{TABLE}style-name")
        if _ELSEWHERE.match(naam) or stijl == _ELSEWHERE_STYLE:
            continue
        blad = boek.create_sheet()
        _name_sheet(blad, " ".join(_NOT_IN_NAME.sub(" ", naam).split()))
        over -= _fill_sheet(blad, tabel, over)
        if stijl in verborgen:
            blad.sheet_state = "hidden"
    return save_workbook(boek)


def _name_sheet(blad: Any, naam: str) -> None:
    """Give a sheet its whole name: LibreOffice allows more than the 31 characters of which openpyxl warns."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        blad.title = naam or blad.title


def _list_hidden(inhoud: Element) -> set[str | None]:
    """Return the names of the styles whose sheets are not shown."""
    return {
        stijl.get(f"{STYLE}name")
        for stijl in inhoud.iter(f"{STYLE}style")
        for deel in stijl.iter(f"{STYLE}table-properties")
        if deel.get(f"{TABLE}display") == "false"
    }


def _fill_sheet(blad: Any, tabel: Element, over: int) -> int:
    """Write the cells of a sheet and return how many those are."""
    rij, aantal = 1, 0
    for element in list_rows(tabel):
        keren = int(element.get(f"{TABLE}number-rows-repeated", "1"))
        cellen = list(_list_cells(element))
        if any(waarde is not None for _, _, waarde in cellen):
            aantal += keren * len(cellen)
            if (
                aantal > over
                or (keren > 1 and keren * len(cellen) > _MAX_REPEATED)
                or rij + keren - 1 > _MAX_ROWS
            ):
                raise OverflowError
            for nummer in range(rij, rij + keren):
                _write_row(blad, nummer, cellen)
        rij += keren
    return aantal


def _list_cells(rij: Element) -> Iterator[tuple[int, Element, Any]]:
    """Yield the place, the element and the value of each cell that holds one; empty cells are passed over."""
    kolom = 1
    for cel in rij:
        if cel.tag not in CELLS:
            continue
        keren = int(cel.get(f"{TABLE}number-columns-repeated", "1"))
        waarde = _read_value(cel) if cel.tag == f"{TABLE}table-cell" else None
        if waarde is not None:
            if kolom + keren - 1 > _MAX_COLUMNS:
                raise OverflowError
            yield from ((plek, cel, waarde) for plek in range(kolom, kolom + keren))
        kolom += keren


def _write_row(blad: Any, rij: int, cellen: list[tuple[int, Element, Any]]) -> None:
    for kolom, cel, waarde in cellen:
        doel = blad.cell(rij, kolom)
        doel.value = waarde
        if isinstance(waarde, str):
            doel._value = waarde  # all of it: openpyxl keeps no more than Excel can hold in a cell
            doel.data_type = "e" if _failed(cel, waarde) else "s"  # a text that begins with = is no formula
        breed = int(cel.get(f"{TABLE}number-columns-spanned", "1"))
        hoog = int(cel.get(f"{TABLE}number-rows-spanned", "1"))
        if breed > 1 or hoog > 1:
            merge_cells(
                blad, rij, kolom, min(rij + hoog - 1, _MAX_ROWS), min(kolom + breed - 1, _MAX_COLUMNS)
            )


def _failed(cel: Element, tekst: str) -> bool:
    """Return whether a cell shows that its formula failed."""
    return f"{TABLE}formula" in cel.attrib and _ERROR.fullmatch(tekst) is not None


def _read_value(cel: Element) -> Any:
    """Return what a cell holds: a number, a day, a moment, a time, yes or no, or a text; None for an empty cell."""
    soort = cel.get(f"{OFFICE}value-type", "")
    tekst = "\n".join(map(read_words, cel.findall(f"{TEXT}p")))
    if soort == "string" and tekst == "":
        tekst = cel.get(f"{OFFICE}string-value", "")
    if soort in ("float", "percentage", "currency"):
        return tekst if _failed(cel, tekst) else float(cel.get(f"{OFFICE}value", ""))
    if soort == "date":
        return _read_date(cel.get(f"{OFFICE}date-value", "")) or tekst
    if soort == "time":
        return _read_time(cel.get(f"{OFFICE}time-value", "")) or tekst
    if soort == "boolean":
        return cel.get(f"{OFFICE}boolean-value") == "true"
    return tekst or None


def _read_date(waarde: str) -> date | datetime | None:
    try:
        moment = datetime.fromisoformat(waarde)
    except ValueError:
        return None
    return moment.replace(tzinfo=None, microsecond=0) if "T" in waarde else moment.date()


def _read_time(waarde: str) -> Any:
    """Return a time of the day, or a length of time when it is longer than a day."""
    match = _DURATION.fullmatch(waarde)
    if match is None:
        return None
    uren, minuten, seconden = int(match[1]), int(match[2]), float(match[3].replace(",", "."))
    duur = timedelta(hours=uren, minutes=minuten, seconds=round(seconden))
    return (datetime.min + duur).time() if duur < timedelta(days=1) else duur
