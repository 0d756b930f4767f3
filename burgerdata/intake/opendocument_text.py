"""A text of OpenDocument (.odt) as a Word document: its headings, paragraphs and tables, in order."""

from __future__ import annotations

import io
from typing import Any
from xml.etree.ElementTree import Element

from burgerdata.intake.opendocument_parts import OFFICE, PARAGRAPHS, TABLE, TEXT, list_rows, read_words

_WITHIN = frozenset(
    [
        *(f"{TEXT}{naam}" for naam in ("list", "list-item", "list-header", "section", "numbered-paragraph")),
        f"{OFFICE}text",
    ]
)
"""What holds paragraphs and tables without being one."""


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
    rijen = [_list_cells(rij) for rij in list_rows(tabel)]
    breedte = max(map(len, rijen), default=0)
    if not breedte:
        return
    doel = document.add_table(rows=0, cols=breedte)
    for rij in rijen:
        cellen = doel.add_row().cells
        for plek, tekst in enumerate(rij):
            cellen[plek].text = tekst


def _list_cells(rij: Element) -> list[str]:
    return [
        "\n".join(map(read_words, (deel for deel in cel.iter() if deel.tag in PARAGRAPHS)))
        for cel in rij
        if cel.tag == f"{TABLE}table-cell"
    ]
