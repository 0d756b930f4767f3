"""One document as Word and PDF; a form that cannot be made is told in a sentence, for the rest of it stands."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from burgerdata.errors import ProgrammaError
from burgerdata.report.blocks import Document
from burgerdata.report.html import render_plain
from burgerdata.report.pdf import write_pdf
from burgerdata.report.word import write_docx


def write_office(document: Document, figuren: Path, pad: Path, *, meld: Callable[[str], None]) -> list[str]:
    """Write the document as .docx and .pdf beside ``pad`` (without extension); return a sentence for each that failed.

    ``figuren`` is the folder that holds the figures as PNG under their bare names.
    """
    gemist = []
    html = render_plain(document)
    for soort, write in (("docx", write_docx), ("pdf", write_pdf)):
        meld(f"{soort} maken")
        uit = pad.with_suffix(f".{soort}")
        try:
            write(document, html, figuren, uit)
        except ProgrammaError as fout:
            gemist.append(str(fout))
        except PermissionError:
            gemist.append(f"{uit.name} is in gebruik; sluit het bestand en probeer opnieuw")
    return gemist
