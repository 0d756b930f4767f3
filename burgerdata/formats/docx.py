"""Word (.docx): a transcript, typed or made by Teams; one turn per labelled paragraph or table row."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from burgerdata.errors import BronError
from burgerdata.formats.lezing import Ruw
from burgerdata.formats.speakers import Regel, parse_turns
from burgerdata.intake.logboek import Logboek
from burgerdata.shapes import Bron, Gesprek

_PARAGRAPH = re.compile(rb"<w:p\b(?![a-zA-Z])[^>]*?(?:/>|>(.*?)</w:p>)", re.DOTALL)
_TEXT = re.compile(rb"<w:t\b[^>]*>([^<]*)</w:t>")
_ROW = re.compile(rb"<w:tr\b[^>]*>(.*?)</w:tr>", re.DOTALL)
_TABLE = re.compile(rb"<w:tbl>.*?</w:tbl>", re.DOTALL)


def read_docx(bron: Bron, *, blad: str = "") -> list[Ruw]:
    """Return the one conversation of a Word file; ``blad`` is not used.

    Row numbers are paragraphs (or table rows) in order. A document without speakers gives turns without a speaker.
    """
    logboek = Logboek(bron.bestand, blad)
    regels = [Regel(nummer, tekst) for nummer, tekst in enumerate(_read_lines(bron), start=1)]
    beurten = parse_turns(regels, logboek)
    return [Ruw(Gesprek(bron.bestand, "docx", beurten, blad), _count_lines(bron), logboek)]


def _read_lines(bron: Bron) -> Iterator[str]:
    from docx import Document as open_docx
    from docx.table import Table

    try:
        document = open_docx(io.BytesIO(bron.inhoud))
        blokken = list(document.iter_inner_content())
    except Exception as fout:
        wat = "dit Word-bestand is beschadigd"
        raise BronError(wat, "open het in Word en bewaar het opnieuw", bestand=bron.bestand) from fout
    for blok in blokken:
        if isinstance(blok, Table):
            yield from (_join_row(rij) for rij in blok.rows)
        else:
            yield str(blok.text)


def _join_row(rij: Any) -> str:
    """Return a table row as a line: the cells with a tab between, so that the first one can be a speaker."""
    cellen: list[str] = []
    for cel in rij.cells:
        tekst = " ".join(cel.text.split())
        if tekst and (not cellen or cellen[-1] != tekst):
            cellen.append(tekst)
    return "\t".join(cellen)


def _count_lines(bron: Bron) -> int:
    """Return the filled paragraphs outside tables plus the filled rows of tables, counted in the XML itself."""
    with zipfile.ZipFile(io.BytesIO(bron.inhoud)) as archief:
        xml = archief.read("word/document.xml")
    rijen = sum(_has_text(match.group(1)) for tabel in _TABLE.findall(xml) for match in _ROW.finditer(tabel))
    alineas = _PARAGRAPH.finditer(_TABLE.sub(b"", xml))
    return rijen + sum(_has_text(match.group(1) or b"") for match in alineas)


def _has_text(xml: bytes) -> bool:
    return any(tekst.strip() for tekst in _TEXT.findall(xml))
