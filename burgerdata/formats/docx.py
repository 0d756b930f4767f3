"""Word (.docx): a transcript, typed or made by Teams; one turn per labelled paragraph or table row."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from burgerdata.errors import BronError
from burgerdata.formats.lezing import Ruw
from burgerdata.formats.speakers import Regel, list_kop, parse_turns
from burgerdata.formats.transcript_roles import add_rollen, count_deelnemers
from burgerdata.intake.logboek import Logboek
from burgerdata.shapes import Bron, Gesprek

_PARAGRAPH = re.compile(rb"<w:p\b(?![a-zA-Z])[^>]*?(?:/>|>(.*?)</w:p>)", re.DOTALL)
_TEXT = re.compile(rb"<w:t\b[^>]*>([^<]*)</w:t>")
_KOP = re.compile(r"(?:heading|kop|title|titel|subtitle|ondertitel)\b", re.IGNORECASE)
"""The names of styles for headings."""
_ROW = re.compile(rb"<w:tr\b[^>]*>(.*?)</w:tr>", re.DOTALL)
_TABLE = re.compile(rb"<w:tbl>.*?</w:tbl>", re.DOTALL)


def read_docx(bron: Bron, *, blad: str = "", namen: Collection[str] = ()) -> list[Ruw]:
    """Return the one conversation of a Word file; ``blad`` is not used.

    Row numbers are paragraphs (or table rows) in order. A document without speakers gives turns without a speaker.
    ``namen`` are people who are known to be there.
    """
    logboek = Logboek(bron.bestand, blad)
    blokken = open_document(bron)
    koppen = _find_koppen(blokken)
    lijnen = enumerate(read_lines(blokken), start=1)
    regels = [Regel(nummer, tekst, kop=nummer in koppen) for nummer, (tekst, _) in lijnen]
    beurten = parse_turns(regels, logboek, namen=namen)
    if beurten["spreker"].ne("").any():
        koppen = frozenset()
    kop = list_kop(regels, beurten)
    gesprek = Gesprek(
        bron.bestand, "docx", add_rollen(beurten, kop), blad, koppen, aantal=count_deelnemers(kop)
    )
    return [Ruw(gesprek, count_lines(bron), logboek)]


def open_document(bron: Bron) -> list[Any]:
    """Return the paragraphs and tables of the document, in order."""
    from docx import Document as open_docx

    try:
        return list(open_docx(io.BytesIO(bron.inhoud)).iter_inner_content())
    except Exception as fout:
        wat = "dit Word-bestand is beschadigd"
        raise BronError(wat, "open het in Word en bewaar het opnieuw", bestand=bron.bestand) from fout


def read_lines(blokken: Sequence[Any]) -> Iterator[tuple[str, Any]]:
    """Yield every line with its paragraph; a row of a table is a line, without a paragraph of its own."""
    from docx.table import Table

    for blok in blokken:
        if isinstance(blok, Table):
            yield from ((_join_row(rij), None) for rij in blok.rows)
        else:
            yield str(blok.text), blok


def _find_koppen(blokken: Sequence[Any]) -> frozenset[int]:
    """Return the numbers of the lines in a style for headings, whatever the language of the document."""
    lijnen = enumerate(read_lines(blokken), start=1)
    return frozenset(nr for nr, (_, alinea) in lijnen if alinea is not None and _is_kop(alinea))


def _is_kop(alinea: Any) -> bool:
    """Return whether a paragraph has a style for headings, or one that was made of it."""
    stijl = alinea.style
    while stijl is not None and not _KOP.match(stijl.name or ""):
        stijl = stijl.base_style
    return stijl is not None


def _join_row(rij: Any) -> str:
    """Return a table row as a line: the cells with a tab between, so that the first one can be a speaker."""
    cellen: list[str] = []
    for cel in rij.cells:
        tekst = " ".join(cel.text.split())
        if tekst and (not cellen or cellen[-1] != tekst):
            cellen.append(tekst)
    return "\t".join(cellen)


def count_lines(bron: Bron) -> int:
    """Return the filled paragraphs outside tables plus the filled rows of tables, counted in the XML itself."""
    with zipfile.ZipFile(io.BytesIO(bron.inhoud)) as archief:
        xml = archief.read("word/document.xml")
    rijen = sum(_has_text(match.group(1)) for tabel in _TABLE.findall(xml) for match in _ROW.finditer(tabel))
    alineas = _PARAGRAPH.finditer(_TABLE.sub(b"", xml))
    return rijen + sum(_has_text(match.group(1) or b"") for match in alineas)


def _has_text(xml: bytes) -> bool:
    return any(tekst.strip() for tekst in _TEXT.findall(xml))
