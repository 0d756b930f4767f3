"""A text of OpenDocument (.odt) as a Word document: its headings, paragraphs and tables, in order."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

from burgerdata.intake.opendocument_parts import CELLS, OFFICE, PARAGRAPHS, TABLE, TEXT, list_rows, read_words

_WITHIN = frozenset(
    [
        *(f"{TEXT}{naam}" for naam in ("list", "list-item", "list-header", "section", "numbered-paragraph")),
        f"{OFFICE}text",
    ]
)
"""What holds paragraphs and tables without being one."""
_IN_CELL = _WITHIN | {
    f"{TABLE}{naam}"
    for naam in ("table", "table-header-rows", "table-row-group", "table-rows", "table-row", "table-cell")
}
"""What holds paragraphs in a cell, also those of a table in it; a remark or footnote is none."""
_MOST_CELLS = 100_000
_MOST_COLUMNS = 1_000
"""Of a table in a text; a file of a few bytes can repeat or merge cells to many more."""


def make_document(inhoud: Element) -> bytes:
    """Return the text as the bytes of a Word document; remarks, footnotes and deleted words are no part of it.

    Raises
    ------
    KeyError
        When the file holds no text at all.
    """
    from docx import Document

    tekst = inhoud.find(f"{OFFICE}body/{OFFICE}text")
    if tekst is None:
        raise KeyError(f"{OFFICE}text")
    document = Document()
    _add(document, tekst)
    uit = io.BytesIO()
    document.save(uit)
    return uit.getvalue()


def _add(document: Any, houder: Element) -> None:
    for element in houder:
        if element.tag in PARAGRAPHS:
            stijl = "Heading 1" if element.tag == f"{TEXT}h" else None
            document.add_paragraph(read_words(element), style=stijl)
        elif element.tag == f"{TABLE}table":
            _add_table(document, element)
        elif element.tag in _WITHIN:
            _add(document, element)


def _add_table(document: Any, tabel: Element) -> None:
    rijen = list(_list_rows(tabel))
    breedte = max(map(len, rijen), default=0)
    if not breedte:
        return
    if breedte * len(rijen) > _MOST_CELLS:
        raise OverflowError
    doel = document.add_table(rows=0, cols=breedte)
    for rij in rijen:
        cellen = doel.add_row().cells
        for plek, tekst in enumerate(rij):
            cellen[plek].text = tekst


def _list_rows(tabel: Element) -> Iterator[list[str]]:
    """Yield the words of each cell, row by row; what is merged stands in every cell of its block, as it does in Word."""
    blokken: dict[int, tuple[str, int]] = {}
    over = _MOST_CELLS
    for nummer, rij in enumerate(list_rows(tabel)):
        cellen: list[str] = []
        for cel in rij:
            if cel.tag not in CELLS:
                continue
            keren = int(cel.get(f"{TABLE}number-columns-repeated", "1"))
            over -= keren
            if over < 0:
                raise OverflowError
            if cel.tag == f"{TABLE}table-cell":
                blokken |= _read_block(cel, len(cellen), nummer)
            for plek in range(len(cellen), len(cellen) + keren):
                tekst, onder = blokken.get(plek, ("", 0))
                cellen.append(tekst if nummer < onder else "")
        yield cellen


def _read_block(cel: Element, links: int, boven: int) -> dict[int, tuple[str, int]]:
    """Return the words of a cell, for each column that it stands in with the row below its last."""
    tekst = "\n".join(map(read_words, _list_paragraphs(cel)))
    keren, breed, hoog = (
        int(cel.get(f"{TABLE}number-{wat}", "1"))
        for wat in ("columns-repeated", "columns-spanned", "rows-spanned")
    )
    return dict.fromkeys(range(links, links + min(max(keren, breed), _MOST_COLUMNS)), (tekst, boven + hoog))


def _list_paragraphs(houder: Element) -> Iterator[Element]:
    for element in houder:
        if element.tag in PARAGRAPHS:
            yield element
        elif element.tag in _IN_CELL:
            yield from _list_paragraphs(element)
