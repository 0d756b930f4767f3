"""The document that pandoc takes the styles of Word from: our own, or the client's with what it lacks added.

Everything that we set is a style and nothing is formatting, so that the client's own styles decide how it looks.
"""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from burgerdata.errors import BronError
from burgerdata.report.blocks import Document
from burgerdata.report.pandoc import program

TABEL, TABEL_BREED = "Tabeltekst", "Tabeltekst breed"
"""The styles of the letters in a table, and in one with many columns."""
_NODIG = ("Title", "Heading 1", "Heading 2")
_BLAUW = "1B3A6B"
_LETTER = (
    "Normal",
    "Body Text",
    "First Paragraph",
    "Compact",
    "Block Text",
    "Table Caption",
    "Image Caption",
)
_KOPPEN = {"Title": 24, "Heading 1": 16, "Heading 2": 12.5, "Heading 3": 11, "TOC Heading": 14}
_TABELSTIJL = "Table"


@dataclass(frozen=True)
class _Stijl:
    """A paragraph style of the report itself; the client's document need not have it."""

    basis: str
    punten: float
    kleur: str = ""
    vet: bool = False
    bij_volgende: bool = False


_EIGEN = {
    # a note stands above a figure or under a table: neither may be left alone at the foot of a page
    "Noot": _Stijl("Body Text", 8.5, "4A5566"),
    "Merk": _Stijl("Body Text", 8.5, "4A5566", bij_volgende=True),
    "Bevinding": _Stijl("Body Text", 11, _BLAUW, vet=True, bij_volgende=True),
    "Let op": _Stijl("Body Text", 10, "8A3D00"),
    "Stand": _Stijl("Normal", 9, vet=True),
    TABEL: _Stijl("Compact", 8),
    TABEL_BREED: _Stijl("Compact", 6.5),
}


def check_huisstijl(pad: Path) -> None:
    """Refuse a file that is no Word document or that lacks the styles a report cannot do without.

    Raises
    ------
    BronError
        With the styles that are missing and what to do.
    """
    woord = _open(pad)
    namen = {stijl.name for stijl in woord.styles}
    mist = [naam for naam in _NODIG if naam not in namen]
    if mist:
        raise BronError(
            f"in deze huisstijl ontbreken de stijlen {', '.join(mist)}",
            "gebruik elke stijl één keer in het document en sla het opnieuw op",
            bestand=pad.name,
        )


def _open(pad: Path) -> Any:
    from docx import Document as open_docx
    from docx.opc.exceptions import PackageNotFoundError

    try:
        return open_docx(str(pad))
    except (PackageNotFoundError, BadZipFile, KeyError, ValueError) as fout:
        wat = "dit is geen Word-document" if pad.is_file() else "het bestand van de huisstijl bestaat niet"
        raise BronError(wat, "sla de huisstijl op als .docx en noem dat bestand", bestand=pad.name) from fout


def make_reference(pad: Path, document: Document, huisstijl: Path | None = None) -> Path:
    """Write the document that pandoc takes its styles from, and return its path; the stand is in its header."""
    if huisstijl is None:
        voorbeeld = _make_own(pad)
    else:
        voorbeeld = _open(huisstijl)
        _add_missing(voorbeeld)
    for naam, stijl in _EIGEN.items():
        _add_own(voorbeeld, naam, stijl, kaal=huisstijl is not None)
    # who said a quote stands under it, on the same page
    voorbeeld.styles["Block Text"].paragraph_format.keep_with_next = True
    if document.stand:
        for blad in voorbeeld.sections:
            for kop in (
                blad.header,
                *([blad.first_page_header] if blad.different_first_page_header_footer else []),
            ):
                leeg = (
                    kop.paragraphs[0]
                    if kop.paragraphs and not kop.paragraphs[0].text
                    else kop.add_paragraph()
                )
                leeg.add_run(document.stand)
                leeg.style = voorbeeld.styles["Stand"]
    voorbeeld.save(str(pad))
    return pad


def _make_own(pad: Path) -> Any:
    """Return pandoc's own example with our type, our colour and our page."""
    from docx.shared import Cm, RGBColor

    uit = subprocess.run(
        [program(), "--print-default-data-file", "reference.docx"], capture_output=True, check=True
    )
    pad.write_bytes(uit.stdout)
    voorbeeld = _open(pad)
    for naam in _LETTER:
        _set_font(voorbeeld.styles[naam], 10)
    for naam, punten in _KOPPEN.items():
        _set_font(voorbeeld.styles[naam], punten)
        voorbeeld.styles[naam].font.color.rgb = RGBColor.from_string(_BLAUW)
    _draw_lines(voorbeeld.styles[_TABELSTIJL])
    blad = voorbeeld.sections[0]
    blad.page_width, blad.page_height = Cm(21), Cm(29.7)
    blad.left_margin = blad.right_margin = Cm(2.5)
    _number_pages(blad)
    return voorbeeld


def _number_pages(blad: Any) -> None:
    """Put the number of the page at the foot, as a field that Word fills in; a client's document has its own foot."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    alinea = blad.footer.paragraphs[0]
    alinea.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    veld, stuk, tekst = OxmlElement("w:fldSimple"), OxmlElement("w:r"), OxmlElement("w:t")
    veld.set(qn("w:instr"), "PAGE")
    tekst.text = "1"
    stuk.append(tekst)
    veld.append(stuk)
    alinea._p.append(veld)


def _add_missing(voorbeeld: Any) -> None:
    """Add the styles that pandoc uses and the client's document does not have, as plain children of Normal."""
    from docx.enum.style import WD_STYLE_TYPE

    namen = {stijl.name for stijl in voorbeeld.styles}
    for naam in (*_LETTER, "Heading 3", "TOC Heading"):
        if naam not in namen:
            basis = "Heading 2" if "Heading" in naam else "Normal"
            voorbeeld.styles.add_style(naam, WD_STYLE_TYPE.PARAGRAPH).base_style = voorbeeld.styles[basis]
    if _TABELSTIJL not in namen:
        _draw_lines(voorbeeld.styles.add_style(_TABELSTIJL, WD_STYLE_TYPE.TABLE))


def _add_own(voorbeeld: Any, naam: str, eigen: _Stijl, *, kaal: bool) -> None:
    """Add a style of the report, without type or colour of ours in a client's document; one that is there stays."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Pt, RGBColor

    if naam in {stijl.name for stijl in voorbeeld.styles}:
        return
    stijl = voorbeeld.styles.add_style(naam, WD_STYLE_TYPE.PARAGRAPH)
    stijl.base_style = voorbeeld.styles[eigen.basis]
    stijl.paragraph_format.keep_with_next = eigen.bij_volgende or None
    stijl.font.bold = eigen.vet or None
    stijl.font.size = Pt(eigen.punten)
    if kaal:
        return
    _set_font(stijl, eigen.punten)
    if eigen.kleur:
        stijl.font.color.rgb = RGBColor.from_string(eigen.kleur)


def _set_font(stijl: Any, punten: float) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt

    stijl.font.name, stijl.font.size = "Verdana", Pt(punten)
    letters = stijl.element.get_or_add_rPr().get_or_add_rFonts()
    for naam in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        letters.set(qn(naam), "Verdana")
    for naam in ("w:asciiTheme", "w:hAnsiTheme", "w:cstheme", "w:eastAsiaTheme"):
        if letters.get(qn(naam)) is not None:
            del letters.attrib[qn(naam)]


def _draw_lines(tabelstijl: Any) -> None:
    """Give a table style thin horizontal lines, for a reader's eye to follow a row, and narrow cells."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls, qn

    oud = tabelstijl.element.find(qn("w:tblPr"))
    if oud is not None:
        tabelstijl.element.remove(oud)
    lijnen = "".join(
        f'<w:{kant} w:val="single" w:sz="4" w:space="0" w:color="C5CCD8"/>'
        for kant in ("top", "bottom", "insideH")
    )
    marges = "".join(f'<w:{kant} w:w="60" w:type="dxa"/>' for kant in ("left", "right"))
    eigenschappen = parse_xml(
        f"<w:tblPr {nsdecls('w')}><w:tblBorders>{lijnen}</w:tblBorders><w:tblCellMar>{marges}</w:tblCellMar></w:tblPr>"
    )
    plek = tabelstijl.element.find(qn("w:tblStylePr"))
    if plek is None:
        tabelstijl.element.append(eigenschappen)
    else:
        plek.addprevious(eigenschappen)
