"""A themalijst as an analyst keeps it, .xlsx or .csv (Dutch Excel's too) -> its rows as text."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from burgerdata.errors import BronError
from burgerdata.text.thema import KOLOMMEN
from burgerdata.text.themalijst import Rij, check_kolommen

_BLADEN = ("themalijst", "themas", "thema's")
_LANGSTE_RIJ = 64
_MEESTE_RIJEN = 5000


def read_rijen(path: Path) -> tuple[list[Rij], str]:
    """Return the rows below the header of a themalijst and the sheet they stand on (empty for a .csv)."""
    if path.suffix.lower() in (".xlsx", ".xlsm"):
        lines, blad = _read_xlsx(path)
    elif path.suffix.lower() in (".csv", ".txt", ".tsv"):
        lines, blad = _read_csv(path), ""
    else:
        raise BronError(
            "dit soort bestand kan geen themalijst zijn", "bewaar het als .xlsx of .csv", bestand=path.name
        )
    if not lines:
        raise BronError(
            "het bestand is leeg", f"zet in de eerste rij: {' | '.join(KOLOMMEN)}", bestand=path.name
        )
    kop = [cel.strip().lower().replace(" ", "_") for cel in lines[0][1]]
    check_kolommen((naam for naam in kop if naam), bestand=path.name, blad=blad)
    return [Rij(nummer, dict(zip(kop, cellen, strict=False))) for nummer, cellen in lines[1:]], blad


def _read_bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as fout:
        raise BronError(
            "het bestand is niet te openen", "controleer naam en map", bestand=path.name
        ) from fout


def _read_csv(path: Path) -> list[tuple[int, list[str]]]:
    text = _decode(_read_bytes(path))
    first = text.split("\n", 1)[0]
    if first.lower().startswith("sep="):
        text = text.split("\n", 1)[1] if "\n" in text else ""
        first = text.split("\n", 1)[0]
    separator = max(";\t,", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        return list(_filled(enumerate(reader, start=1)))
    except csv.Error as fout:
        remedie = (
            "zet cellen met een puntkomma of aanhalingsteken tussen aanhalingstekens, of bewaar het als .xlsx"
        )
        raise BronError("de rij is niet te lezen", remedie, bestand=path.name, rij=reader.line_num) from fout


def _decode(raw: bytes) -> str:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16", errors="replace")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")


def _read_xlsx(path: Path) -> tuple[list[tuple[int, list[str]]], str]:
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        # Read-only: a sheet that claims a million columns is walked through, never held in memory.
        book = load_workbook(io.BytesIO(_read_bytes(path)), read_only=True, data_only=True)
        names = [name for name in book.sheetnames if name.strip().lower() in _BLADEN] or book.sheetnames
        cells = book[names[0]].iter_rows(max_row=_MEESTE_RIJEN, max_col=_LANGSTE_RIJ, values_only=True)
        rows = ((nummer, [_as_text(cel) for cel in row]) for nummer, row in enumerate(cells, start=1))
        return list(_filled(rows)), names[0]
    except (zipfile.BadZipFile, InvalidFileException, KeyError, ValueError, EOFError) as fout:
        raise BronError(
            "dit is geen leesbaar Excel-bestand", "bewaar het opnieuw als .xlsx", bestand=path.name
        ) from fout


def _filled(lines: Iterable[tuple[int, list[str]]]) -> Iterator[tuple[int, list[str]]]:
    return ((nummer, cells) for nummer, cells in lines if any(cell.strip() for cell in cells))


def _as_text(cel: object) -> str:
    if cel is None:
        return ""
    if isinstance(cel, bool):
        return "ja" if cel else "nee"
    if isinstance(cel, float) and cel.is_integer():
        return str(int(cel))
    return str(cel)
