"""The report as a Word file: real headings, header rows, alternative texts, and the stand on every page.

pandoc runs as a separate program in the folder of the figures, on bare names, for it writes every picture's path into
the file. Both descriptions of a picture are rewritten to its alternative text afterwards.
"""

from __future__ import annotations

import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from burgerdata.report.blocks import Document
from burgerdata.report.pandoc import convert, program

_BLAUW = "1B3A6B"
_STIJLEN = (
    "Normal",
    "Body Text",
    "First Paragraph",
    "Compact",
    "Block Text",
    "Table Caption",
    "Image Caption",
)
_EIGEN = {"Noot": (8.5, "4A5566"), "Bevinding": (11, _BLAUW), "Let op": (10, "8A3D00")}
_KOPPEN = {"Title": 24, "Heading 1": 16, "Heading 2": 12.5, "Heading 3": 11, "TOC Heading": 14}


def write_docx(document: Document, html: str, figuren: Path, pad: Path) -> Path:
    """Write the report as .docx and return its path.

    Parameters
    ----------
    html : str
        The plain document of ``render_plain``.
    figuren : Path
        Folder that holds the figures as PNG under their bare names.
    """
    with TemporaryDirectory() as tijdelijk:
        voorbeeld = _make_reference(Path(tijdelijk) / "voorbeeld.docx", document)
        ruw = Path(tijdelijk) / "rapport.docx"
        inhoud = ["--toc", "--toc-depth=1", "-M", "toc-title=Inhoudsopgave"] if document.omslag else []
        opties = [
            *inhoud,
            "-M",
            f"date={document.datum}",
            "-M",
            f"subtitle={document.ondertitel}",
            f"--reference-doc={voorbeeld}",
        ]
        convert(html, figuren, ["--to=docx", f"--output={ruw}", *opties])
        _finish(ruw, pad, document)
    return pad


def _make_reference(pad: Path, document: Document) -> Path:
    """Write the document that pandoc takes its styles from: our type, our colour, the stand in the header."""
    from docx import Document as open_docx
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Cm, Pt, RGBColor

    uit = subprocess.run(
        [program(), "--print-default-data-file", "reference.docx"], capture_output=True, check=True
    )
    pad.write_bytes(uit.stdout)
    voorbeeld = open_docx(str(pad))
    for naam in _STIJLEN:
        _set_font(voorbeeld.styles[naam], 10)
    for naam, punten in _KOPPEN.items():
        _set_font(voorbeeld.styles[naam], punten)
        voorbeeld.styles[naam].font.color.rgb = RGBColor.from_string(_BLAUW)
    for naam, (punten, kleur) in _EIGEN.items():
        stijl = voorbeeld.styles.add_style(naam, WD_STYLE_TYPE.PARAGRAPH)
        stijl.base_style = voorbeeld.styles["Body Text"]
        _set_font(stijl, punten)
        stijl.font.color.rgb = RGBColor.from_string(kleur)
    voorbeeld.styles["Heading 1"].paragraph_format.page_break_before = document.omslag
    voorbeeld.styles["TOC Heading"].paragraph_format.page_break_before = False
    blad = voorbeeld.sections[0]
    blad.page_width, blad.page_height = Cm(21), Cm(29.7)
    blad.left_margin = blad.right_margin = Cm(2.5)
    kop = blad.header.paragraphs[0]
    letters = kop.add_run(document.stand)
    letters.font.size, letters.font.bold = Pt(9), True
    voorbeeld.save(str(pad))
    return pad


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


def _finish(ruw: Path, pad: Path, document: Document) -> None:
    """Give every picture its alternative text twice, tables a style and repeated header rows; write in one go."""
    from docx import Document as open_docx
    from docx.oxml.ns import qn
    from docx.shared import Pt

    word = open_docx(str(ruw))
    for tekening in word.element.body.iter(qn("wp:inline")):
        alt = tekening.find(qn("wp:docPr")).get("descr", "")
        for beeld in tekening.iter(qn("pic:cNvPr")):
            beeld.set("descr", alt)
            beeld.set("name", "Figuur")
    for tabel in word.tables:
        for cel in tabel._cells:
            for alinea in cel.paragraphs:
                for stuk in alinea.runs:
                    stuk.font.size = Pt(8)
        _draw_lines(tabel)
    if document.omslag:
        _fill_contents(word, document)
    eigenschappen = word.core_properties
    eigenschappen.author, eigenschappen.last_modified_by, eigenschappen.language = "", "", "nl-NL"
    tijdelijk = pad.with_suffix(".deel")
    word.save(str(tijdelijk))
    tijdelijk.replace(pad)


def _draw_lines(tabel: Any) -> None:
    """Draw thin horizontal lines in a table, for a reader's eye to follow a row."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    randen = OxmlElement("w:tblBorders")
    for naam in ("top", "bottom", "insideH"):
        rand = OxmlElement(f"w:{naam}")
        for sleutel, waarde in {"val": "single", "sz": "4", "space": "0", "color": "C5CCD8"}.items():
            rand.set(qn(f"w:{sleutel}"), waarde)
        randen.append(rand)
    tabel._tbl.tblPr.append(randen)


def _fill_contents(word: Any, document: Document) -> None:
    """Write the entries of the table of contents as links, so that it is there before Word has counted pages."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    begin, midden, _ = (*word.element.body.iter(qn("w:fldChar")),)[:3]
    begin.attrib.pop(qn("w:dirty"), None)
    plek = midden.getparent()
    for kop in reversed(document.koppen):
        regel, stuk, tekst = OxmlElement("w:hyperlink"), OxmlElement("w:r"), OxmlElement("w:t")
        regel.set(qn("w:anchor"), kop.anker)
        tekst.text = kop.tekst
        stuk.extend([tekst, OxmlElement("w:br")])
        regel.append(stuk)
        plek.addnext(regel)
