"""The report as PDF/UA-1: tagged, with alternative texts, language and header cells; made by typst."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path
from string import Template
from tempfile import TemporaryDirectory

from burgerdata.errors import ProgrammaError
from burgerdata.report.blocks import Document
from burgerdata.report.pandoc import convert

_REGEL = 16
"""The width of a line in centimetres: A4 without the margins of rapport.typ."""


def write_pdf(document: Document, html: str, figuren: Path, pad: Path) -> Path:
    """Write the report as an accessible PDF and return its path.

    Parameters
    ----------
    html : str
        The plain document of ``render_plain``.
    figuren : Path
        Folder that holds the figures as PNG under their bare names.

    Raises
    ------
    ProgrammaError
        When pandoc or typst is not installed; the report then has no PDF.
    """
    try:
        import typst
    except ImportError as fout:
        raise ProgrammaError(
            "typst ontbreekt, dus er is geen pdf; installeer het onderdeel 'rapport'"
        ) from fout
    sjabloon = files("burgerdata") / "report" / "sjabloon"
    with TemporaryDirectory() as tijdelijk:
        filter_ = Path(tijdelijk) / "typst.lua"
        filter_.write_text((sjabloon / "typst.lua").read_text("utf-8"), encoding="utf-8")
        inhoud = convert(html, figuren, ["--to=typst-smart", f"--lua-filter={filter_}"])
        inhoud = _fix_widths(inhoud.replace("align(center)[#table(", "align(left)[#table("))
        if document.omslag:
            inhoud = _end_cover(inhoud)
        velden = {
            naam: _escape(getattr(document, naam)) for naam in ("titel", "ondertitel", "stand", "datum")
        }
        velden["omslag"] = str(document.omslag).lower()
        kop = Template((sjabloon / "rapport.typ").read_text("utf-8")).substitute(velden)
        bron = Path(tijdelijk) / "rapport.typ"
        bron.write_text(f"{kop}\n{inhoud}", encoding="utf-8")
        for beeld in figuren.glob("*.png"):
            (Path(tijdelijk) / beeld.name).write_bytes(beeld.read_bytes())
        _compile(typst, bron, pad)
    return pad


def _end_cover(inhoud: str) -> str:
    """Return the text with a new page at its first chapter: what stands before it belongs under the table of contents."""
    return re.sub(r"^= ", "#pagebreak()\n= ", inhoud, count=1, flags=re.MULTILINE)


def _fix_widths(inhoud: str) -> str:
    """Return the text with columns in centimetres, for a figure takes a percentage of its own width, not of the line."""

    def fix(vondst: re.Match[str]) -> str:
        return re.sub(r"([\d.]+)%", lambda deel: f"{float(deel[1]) * _REGEL / 100:.2f}cm", vondst[0])

    return re.sub(r"^ *columns: \([\d.%, ]+\),$", fix, inhoud, flags=re.MULTILINE)


def _compile(typst: object, bron: Path, pad: Path) -> None:
    from matplotlib import get_data_path

    letters = Path(get_data_path()) / "fonts" / "ttf"
    try:
        inhoud = _typeset(typst, bron, letters)
    except typst.TypstError as fout:  # type: ignore[attr-defined]
        wat = "een teken in een tekst kan niet in de pdf worden gezet, dus er is geen pdf; de HTML en Word zijn er wel"
        raise ProgrammaError(wat) from fout
    deel = pad.with_suffix(".deel")
    deel.write_bytes(inhoud)
    deel.replace(pad)


def _typeset(typst: object, bron: Path, letters: Path) -> bytes:
    inhoud: bytes = typst.compile(  # type: ignore[attr-defined]
        str(bron), format="pdf", font_paths=[str(letters)], pdf_standards=["ua-1"]
    )
    return inhoud


def _escape(tekst: str) -> str:
    """Return text that typst prints as it is."""
    return "".join(f"\\{teken}" if teken in '\\#$*_`<>@"[]/~' else teken for teken in tekst)
