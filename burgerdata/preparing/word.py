"""Word files that are the same on every run: Dutch, with real headings and table headers, and no name of a maker."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

_TIJD = datetime(2026, 1, 1, tzinfo=UTC)
Alineas = Sequence[str]


def make_document(titel: str) -> Any:
    """Return an empty Dutch document with its title as first heading."""
    from docx import Document
    from docx.oxml.ns import qn

    document = Document()
    taal = document.styles.element.find(f".//{qn('w:lang')}")
    taal.set(qn("w:val"), "nl-NL")
    document.core_properties.title = titel
    document.core_properties.language = "nl-NL"
    document.add_heading(titel, level=1)
    return document


def add_table(document: Any, kop: Sequence[str], rijen: Sequence[Sequence[str]]) -> None:
    """Add a table whose first row is marked as its header."""
    from docx.oxml import OxmlElement

    tabel = document.add_table(rows=0, cols=len(kop))
    tabel.style = "Table Grid"
    for rij in (kop, *rijen):
        for cel, tekst in zip(tabel.add_row().cells, rij, strict=True):
            cel.text = tekst
    tabel.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def save_document(document: Any, pad: Path) -> None:
    """Write the document with fixed times, in the file and in its zip."""
    eigenschappen = document.core_properties
    eigenschappen.author, eigenschappen.comments = "", ""
    eigenschappen.created = eigenschappen.modified = _TIJD
    buffer = io.BytesIO()
    document.save(buffer)
    with zipfile.ZipFile(buffer) as bron, zipfile.ZipFile(pad, "w") as doel:
        for naam in bron.namelist():
            doel.writestr(zipfile.ZipInfo(naam, (2026, 1, 1, 0, 0, 0)), bron.read(naam), zipfile.ZIP_DEFLATED)
