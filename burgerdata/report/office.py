"""Documents as HTML, Word and PDF; a form that cannot be made is told in a sentence, for the rest of it stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from burgerdata.errors import ProgrammaError
from burgerdata.report.blocks import Document
from burgerdata.report.html import render_html, render_plain
from burgerdata.report.pdf import write_pdf
from burgerdata.report.word import write_docx


def write_documenten(
    documenten: Mapping[str, Document],
    uit: Path,
    *,
    achter: str,
    meld: Callable[[str], None],
    huisstijl: str | Path | None = None,
) -> tuple[str, ...]:
    """Write each document as HTML, Word and PDF under its name with ``achter`` behind it; return what failed.

    The figures are read from ``uit/figuren``.
    """
    gemist = []
    for naam, document in documenten.items():
        svg = {
            blok.bestand: (uit / "figuren" / f"{blok.bestand}.svg").read_bytes() for blok in document.figuren
        }
        (uit / f"{naam}{achter}.html").write_text(render_html(document, svg), encoding="utf-8")
    for naam, document in documenten.items():
        pad = uit / f"{naam}{achter}"
        gemist += write_office(document, uit / "figuren", pad, meld=meld, huisstijl=huisstijl)
    return tuple(dict.fromkeys(gemist))


def write_office(
    document: Document,
    figuren: Path,
    pad: Path,
    *,
    meld: Callable[[str], None],
    huisstijl: str | Path | None = None,
) -> list[str]:
    """Write the document as .docx and .pdf beside ``pad`` (without extension); return a sentence for each that failed.

    ``figuren`` is the folder that holds the figures as PNG under their bare names.
    """
    gemist = []
    html = render_plain(document)
    for soort, write in (("docx", partial(write_docx, huisstijl=huisstijl)), ("pdf", write_pdf)):
        meld(f"{soort} maken")
        uit = pad.with_suffix(f".{soort}")
        try:
            write(document, html, figuren, uit)
        except ProgrammaError as fout:
            gemist.append(str(fout))
        except PermissionError:
            gemist.append(f"{uit.name} is in gebruik; sluit het bestand en probeer opnieuw")
    return gemist
