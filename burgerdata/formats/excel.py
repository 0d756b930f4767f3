"""Excel (.xlsx, .xlsm): every visible sheet that holds a table; a cell becomes the text that a person would read.

A formula without a stored outcome is refused, an error cell (#N/A) is emptied and noted, the value of merged cells
is written in each of them, and hidden sheets are seen but not used.
"""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

import pandas as pd

from burgerdata.errors import BronError
from burgerdata.formats.headers import find_blank_rows, find_header_row, make_kolommen, name_doubles
from burgerdata.formats.lezing import Ruw
from burgerdata.formats.merged_headers import Bereik, find_group_texts, find_lower_row
from burgerdata.formats.titles import find_drempel, says_procenten
from burgerdata.formats.totals import find_refusals, note_totals
from burgerdata.formats.two_row_headers import find_two_rows
from burgerdata.intake.logboek import Logboek
from burgerdata.shapes import RIJ, Bron, Tabel

_MERGED = re.compile(rb'<mergeCell\b[^>]*\bref="([A-Z]+\d+:[A-Z]+\d+)"')
_CELL = re.compile(rb"<c\b([^>]*?)(?:/>|>(.*?)</c>)", re.DOTALL)
_PLACE = re.compile(rb'\br="([A-Z]+)(\d+)"')
_OUTCOME = re.compile(rb"<v(?: [^>]*)?>[^<]|<is>")
_ROW = re.compile(rb"<row\b[^>]*?(?:/>|>(.*?)</row>)", re.DOTALL)
_FILLED = re.compile(rb"<v\b[^>]*>[^<]|<t\b[^>]*>[^<]")
_HEAL = "open het bestand in Excel en bewaar het opnieuw"


def read_excel(bron: Bron, *, blad: str = "", kop: int | None = None) -> list[Ruw]:
    """Return a table per visible sheet with cells, or only the sheet named ``blad``.

    ``kop`` is the index of the row with the headers, when the format fixes it; else it is looked for.

    Raises
    ------
    BronError
        For a workbook that cannot be opened, a sheet that does not exist, or a formula without an outcome.
    """
    boek = _open(bron)
    zichtbaar = [ws for ws in boek.worksheets if ws.sheet_state == "visible"]
    if blad and blad not in boek.sheetnames:
        remedie = "kies uit " + ", ".join(ws.title for ws in zichtbaar)
        raise BronError(f"het blad '{blad}' bestaat niet", remedie, bestand=bron.bestand)
    gekozen = [boek[blad]] if blad else zichtbaar
    gevuld = _read_all(bron, gekozen, kop)
    if not gevuld:
        raise BronError("geen enkel zichtbaar blad bevat gegevens", _HEAL, bestand=bron.bestand)
    return gevuld


def read_sheets(bron: Bron, bladen: Sequence[str], *, kop: int | None = None) -> dict[str, Ruw]:
    """Return the tables of these sheets by name, hidden or not; a sheet that is not there or is empty has none.

    Raises BronError as ``read_excel`` does.
    """
    boek = _open(bron)
    gelezen = _read_all(bron, [boek[blad] for blad in bladen if blad in boek.sheetnames], kop)
    return {ruw.vorm.blad: ruw for ruw in gelezen if isinstance(ruw.vorm, Tabel)}


def _read_all(bron: Bron, gekozen: Sequence[Any], kop: int | None) -> list[Ruw]:
    """Return a table for each of these sheets that has cells."""
    with zipfile.ZipFile(io.BytesIO(bron.inhoud)) as archief:
        xmls = [archief.read(ws._worksheet_path.lstrip("/")) for ws in gekozen]
    ruw = [_read_sheet(ws, xml, bron.bestand, kop) for ws, xml in zip(gekozen, xmls, strict=True)]
    return [een for een in ruw if een is not None]


def is_workbook(bron: Bron) -> bool:
    """Return whether the bytes are an Excel workbook, whatever the file is called."""
    if not bron.inhoud.startswith(b"PK"):
        return False
    with zipfile.ZipFile(io.BytesIO(bron.inhoud)) as archief:
        return "xl/workbook.xml" in archief.namelist()


def peek_sheets(bron: Bron, aantal: int = 4) -> list[list[list[str]]]:
    """Return the first rows of each visible sheet, for telling which program wrote them; none of a damaged workbook."""
    try:
        boek = _open(bron)
        bladen = [ws for ws in boek.worksheets if ws.sheet_state == "visible"]
        rijen = [[[format_cell(cel) for cel in rij] for rij in _first_rows(ws, aantal)] for ws in bladen]
    except Exception:  # noqa: BLE001 - whatever openpyxl stumbles over
        return []  # reading the workbook itself says what is wrong with it
    return rijen


def _first_rows(ws: Any, aantal: int) -> Iterator[tuple[Any, ...]]:
    ws.reset_dimensions()
    rijen: Iterator[tuple[Any, ...]] = ws.iter_rows(max_row=aantal, values_only=True)
    return rijen


def list_sheets(bron: Bron) -> tuple[str, ...]:
    """Return the names of all sheets of a workbook, hidden or not."""
    return tuple(_open(bron).sheetnames)


def list_hidden(bron: Bron) -> tuple[str, ...]:
    """Return the names of the hidden sheets of a workbook."""
    return _list_sheets(bron, visible=False)


def list_visible(bron: Bron) -> tuple[str, ...]:
    """Return the names of the sheets that are not hidden."""
    return _list_sheets(bron, visible=True)


def _list_sheets(bron: Bron, *, visible: bool) -> tuple[str, ...]:
    bladen = _open(bron).worksheets
    return tuple(ws.title for ws in bladen if (ws.sheet_state == "visible") == visible)


def _open(bron: Bron) -> Any:
    """Return the workbook, opened by the first who asks; its sheets can be read again and again."""
    import openpyxl

    if "excel" in bron.geopend:
        return bron.geopend["excel"]
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns of drop-downs and styles, which hold no data
            boek = openpyxl.load_workbook(io.BytesIO(bron.inhoud), read_only=True, data_only=True)
        return bron.geopend.setdefault("excel", boek)
    except Exception as fout:
        raise BronError("deze Excelmap is beschadigd", _HEAL, bestand=bron.bestand) from fout


def _read_sheet(ws: Any, xml: bytes, bestand: str, kop: int | None) -> Ruw | None:
    _refuse_empty_formulas(xml, bestand, ws.title)
    logboek = Logboek(bestand, ws.title)
    rijen = _read_cells(ws, logboek, bestand)
    bereiken = _list_merged(xml)
    _fill_merged(rijen, bereiken, logboek)
    while rijen and not any(rijen[-1]):
        rijen.pop()
    if not rijen:
        return None
    koppen, kop = _find_headers(rijen, bereiken, kop)
    breedte = max(len(rij) for rij in rijen)
    rijen = [[*rij, *[""] * (breedte - len(rij))] for rij in rijen]
    boven = sum(any(rij) for rij in rijen[:kop])
    logboek.note("tussenkop", aantal=boven)
    houden = _find_used_columns(rijen, kop)
    body = [[rij[index] for index in houden] for rij in rijen[kop + 1 :]]
    frame = pd.DataFrame(body, columns=range(len(houden)), dtype="str")
    koppen = [*koppen, *[""] * (breedte - len(koppen))]
    teksten = find_group_texts(bereiken, rijen, kop)
    kolommen = tuple(
        replace(kolom, tekst=teksten.get(index, kolom.tekst))
        for kolom, index in zip(
            make_kolommen([koppen[index] for index in houden], logboek, rij=kop + 1), houden, strict=True
        )
    )
    frame = frame.set_axis([kolom.naam for kolom in kolommen], axis=1)
    leeg = find_blank_rows(frame)
    logboek.note("lege_rij", aantal=int(leeg.sum()))
    nummers = pd.Series(range(kop + 2, kop + 2 + len(frame)), dtype="int64", name=RIJ)
    weg = leeg | note_totals(frame, nummers, logboek)
    over = pd.concat([nummers, frame], axis=1)[~weg].reset_index(drop=True)
    weigeringen = find_refusals(frame[weg & ~leeg], nummers)
    tabel = Tabel(bestand, "excel", over, kolommen, ws.title, weigeringen=weigeringen)
    titels = [cel for rij in rijen[:kop] for cel in rij]
    tabel = replace(tabel, drempel=find_drempel(titels), procenten=says_procenten(titels))
    # the rows that hold something are counted in the XML itself, apart from openpyxl
    return Ruw(tabel, _count_filled_rows(xml) - 1 + int(leeg.sum()), logboek)


def _find_headers(
    rijen: list[list[str]], bereiken: Sequence[Bereik], kop: int | None
) -> tuple[list[str], int]:
    """Return the headers and the index of their row, the lower one where they are two; ``kop`` where the format fixes it."""
    gevonden = find_header_row(rijen) if kop is None else min(kop, len(rijen) - 1)
    onder = find_lower_row(bereiken, gevonden) if kop is None else gevonden
    if kop is None and onder == gevonden and (twee := find_two_rows(rijen, gevonden)):
        return twee[1], twee[0]
    onder = min(onder, len(rijen) - 1)
    return (name_doubles(rijen[onder - 1], rijen[onder]) if onder else rijen[onder]), onder


def _find_used_columns(rijen: list[list[str]], kop: int) -> list[int]:
    """Return the columns with a header or with any cell under it; the others are only formatting."""
    breedte = len(rijen[kop])
    gevuld = {index for rij in rijen[kop + 1 :] for index, cel in enumerate(rij) if cel}
    return [index for index in range(breedte) if rijen[kop][index].strip() or index in gevuld]


def _read_cells(ws: Any, logboek: Logboek, bestand: str) -> list[list[str]]:
    """Return the sheet as rows of text; row i of the list is row i + 1 of the sheet."""
    ws.reset_dimensions()
    rijen = []
    try:
        for nummer, rij in enumerate(ws.iter_rows(), start=1):
            rijen.append([_read_cell(cel, nummer, logboek) for cel in rij])
    except BronError:
        raise
    except Exception as fout:
        wat = "dit blad is beschadigd"
        raise BronError(wat, _HEAL, bestand=bestand, blad=ws.title, rij=len(rijen) + 1) from fout
    for rij in rijen:
        while rij and not rij[-1]:
            rij.pop()
    return rijen


def _read_cell(cel: Any, rij: int, logboek: Logboek) -> str:
    if cel.value is not None and cel.data_type == "e":
        from openpyxl.utils import get_column_letter

        logboek.note("cel_gewijzigd", rij=rij, kolom=get_column_letter(cel.column))
        return ""
    return format_cell(cel.value)


def format_cell(value: object) -> str:
    """Return the text of a cell value: whole numbers without ``.0``, dates as yyyy-mm-dd, yes and no in Dutch.

    Examples
    --------
    >>> [format_cell(value) for value in (3.0, 0.1 + 0.2, True, date(2026, 3, 1), time(9, 30), None, " ja ")]
    ['3', '0.3', 'WAAR', '2026-03-01', '09:30', '', ' ja ']
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "WAAR" if value else "ONWAAR"
    if isinstance(value, (int, float)):
        return f"{value:.15g}"
    if isinstance(value, datetime):
        kort = value.time() == time(0)
        return value.strftime("%Y-%m-%d") if kort else value.strftime("%Y-%m-%d %H:%M:%S")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.strftime("%H:%M" if value.second == 0 else "%H:%M:%S")
    if isinstance(value, timedelta):
        return f"{value.total_seconds():.15g}"
    return str(value).replace("_x000D_", "").replace("\r\n", "\n")


def _list_merged(xml: bytes) -> list[Bereik]:
    from openpyxl.utils import range_boundaries

    return [range_boundaries(match.group(1).decode()) for match in _MERGED.finditer(xml)]


def _fill_merged(rijen: list[list[str]], bereiken: Sequence[Bereik], logboek: Logboek) -> None:
    """Write the value of merged cells in each of them, as a reader sees it; a merged title over the table stays one."""
    from openpyxl.utils import get_column_letter

    for links, boven, rechts, onder in bereiken:
        if boven > len(rijen) or links > len(rijen[boven - 1]):
            continue
        waarde = rijen[boven - 1][links - 1]
        if not waarde or boven == onder:
            continue
        for nummer in range(boven, min(onder, len(rijen)) + 1):
            _write_merged(rijen[nummer - 1], links, rechts, waarde)
            if nummer > boven:
                logboek.note("cel_gewijzigd", rij=nummer, kolom=get_column_letter(links))


def _write_merged(rij: list[str], links: int, rechts: int, waarde: str) -> None:
    rij.extend([""] * (rechts - len(rij)))
    for index in range(links - 1, rechts):
        rij[index] = rij[index] or waarde


def _refuse_empty_formulas(xml: bytes, bestand: str, blad: str) -> None:
    for plek in _find_empty_formulas(xml):
        kolom, rij = plek.group(1).decode(), int(plek.group(2))
        raise BronError(
            "deze formule heeft geen uitkomst", _HEAL, bestand=bestand, blad=blad, rij=rij, kolom=kolom
        )


def _find_empty_formulas(xml: bytes) -> Iterator[re.Match[bytes]]:
    """Yield the places of cells that hold a formula but no stored outcome."""
    if b"<f" not in xml:
        return
    for match in _CELL.finditer(xml):
        inhoud = match.group(2) or b""
        empty_text = b't="str"' in match.group(1) and b"<v" in inhoud  # an outcome too: the formula gave ""
        if b"<f" not in inhoud or empty_text or _OUTCOME.search(inhoud):
            continue
        if plek := _PLACE.search(match.group(1)):
            yield plek


def _count_filled_rows(xml: bytes) -> int:
    """Return how many rows of the sheet hold a value, counted in the XML."""
    return sum(bool(match.group(1) and _FILLED.search(match.group(1))) for match in _ROW.finditer(xml))
