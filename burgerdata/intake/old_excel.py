"""A workbook of old Excel (.xls) as the one that a person would save it as, so that one reader reads both."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from burgerdata.errors import BronError
from burgerdata.intake.workbook_bytes import merge_cells, save_workbook

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_NO_DATE = ("e", "#VALUE!")
_HEAL = "open het in Excel en bewaar het als .xlsx"


def as_xlsx(inhoud: bytes, bestand: str) -> bytes:
    """Return an old workbook as the bytes of a new one: the stored values, merged cells and hidden sheets.

    All other bytes come back as they are; the bytes must have passed ``guard_bytes``.

    Raises
    ------
    BronError
        When the workbook is locked or damaged.
    """
    if not inhoud.startswith(_OLE):
        return inhoud
    import openpyxl
    import xlrd

    try:
        oud = xlrd.open_workbook(file_contents=inhoud, formatting_info=True, logfile=io.StringIO())
        nieuw = openpyxl.Workbook()
        nieuw.remove(nieuw.active)
        for blad in oud.sheets():
            _copy_sheet(nieuw.create_sheet(blad.name[:31]), blad)
        return save_workbook(nieuw)
    except Exception as fout:  # xlrd raises whatever a damaged file makes it stumble over
        if "encrypted" in str(fout):
            wat = "dit bestand is met een wachtwoord beveiligd"
            raise BronError(wat, "haal in Excel het wachtwoord eraf", bestand=bestand) from fout
        raise BronError("dit oude Excel-bestand is beschadigd", _HEAL, bestand=bestand) from fout


def _copy_sheet(doel: Any, blad: Any) -> None:
    doel.sheet_state = "hidden" if blad.visibility else "visible"
    for rij, kolom, cel in _list_cells(blad):
        plek = doel.cell(rij + 1, kolom + 1)
        soort, waarde = _read_value(cel, blad.book)
        plek.value = waarde
        if soort:
            plek.data_type = soort
    for boven, onder, links, rechts in blad.merged_cells:
        merge_cells(doel, boven + 1, links + 1, onder, rechts)


def _list_cells(blad: Any) -> Iterator[tuple[int, int, Any]]:
    """Yield the place and the cell of all that hold something."""
    import xlrd

    leeg = (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK)
    for rij in range(blad.nrows):
        yield from ((rij, kolom, cel) for kolom, cel in enumerate(blad.row(rij)) if cel.ctype not in leeg)


def _read_value(cel: Any, boek: Any) -> tuple[str, Any]:
    """Return what a cell holds, and how openpyxl calls a text or an error, which must not be taken for a formula."""
    import xlrd

    if cel.ctype == xlrd.XL_CELL_ERROR:
        return "e", xlrd.error_text_from_code.get(cel.value, "#N/A")
    if cel.ctype == xlrd.XL_CELL_BOOLEAN:
        return "", bool(cel.value)
    if cel.ctype == xlrd.XL_CELL_DATE:
        formaat = boek.format_map[boek.xf_list[cel.xf_index].format_key].format_str
        return _read_moment(cel.value, formaat, boek.datemode)
    return ("s", cel.value) if cel.ctype == xlrd.XL_CELL_TEXT else ("", cel.value)


def _read_moment(waarde: float, formaat: str, datemode: int) -> tuple[str, Any]:
    """Return a date, time or duration as that of a new workbook is read; what Excel shows as #### is an error."""
    from openpyxl.styles.numbers import is_timedelta_format
    from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH, from_excel

    duur = is_timedelta_format(formaat)
    if waarde < 0 and not duur:
        return _NO_DATE
    try:
        return "", from_excel(waarde, MAC_EPOCH if datemode else WINDOWS_EPOCH, timedelta=duur)
    except (OverflowError, ValueError):
        return _NO_DATE
