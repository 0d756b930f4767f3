"""The words of a paragraph of OpenDocument as a reader sees them, the rows of a table, and the names of elements."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
PARAGRAPHS = frozenset([f"{TEXT}p", f"{TEXT}h"])
CELLS = frozenset([f"{TABLE}table-cell", f"{TABLE}covered-table-cell"])
_UNSEEN = frozenset(
    [
        *(f"{OFFICE}annotation", f"{OFFICE}annotation-end"),
        *(f"{TEXT}note", f"{TEXT}tracked-changes", f"{TEXT}ruby-text", f"{TEXT}hidden-text"),
        f"{DRAW}frame",
    ]
)
"""What is no part of the sentence: remarks in the margin, footnotes, what was deleted, hidden or tells how a word sounds, a picture or box (as in Word)."""
_MOST_SPACES = 200
"""Spaces in a row, above which more say nothing; many elements of thousands would fill the memory."""
_ROWS = frozenset([f"{TABLE}table-header-rows", f"{TABLE}table-row-group", f"{TABLE}table-rows"])
"""What may stand between a table and its rows."""
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


def read_words(element: Element) -> str:
    """Return the text of a paragraph: spaces, tabs and line ends where OpenDocument has elements for them."""
    return _UNPRINTABLE.sub("", "".join(_read(element)))


def list_rows(tabel: Element) -> Iterator[Element]:
    """Yield the rows of a table, also those in groups."""
    for element in tabel:
        if element.tag == f"{TABLE}table-row":
            yield element
        elif element.tag in _ROWS:
            yield from list_rows(element)


def _read(element: Element) -> Iterator[str]:
    yield element.text or ""
    for kind in element:
        if kind.tag == f"{TEXT}s":
            yield " " * min(int(kind.get(f"{TEXT}c", "1")), _MOST_SPACES)
        elif kind.tag == f"{TEXT}tab":
            yield "\t"
        elif kind.tag == f"{TEXT}line-break":
            yield "\n"
        elif kind.tag not in _UNSEEN:
            yield from _read(kind)
        yield kind.tail or ""
