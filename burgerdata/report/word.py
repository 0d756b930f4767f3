"""The report as a Word file: real headings, header rows, alternative texts, and the stand on every page.

pandoc runs as a separate program in the folder of the figures, on bare names, for it writes every picture's path into
the file. Both descriptions of a picture are rewritten to its alternative text afterwards.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from burgerdata.report.blocks import Document
from burgerdata.report.huisstijl import TABEL, TABEL_BREED, make_reference
from burgerdata.report.pandoc import convert

_BREED = 9
"""From how many columns the letters in a table are smaller."""


def write_docx(
    document: Document, html: str, figuren: Path, pad: Path, *, huisstijl: str | Path | None = None
) -> Path:
    """Write the report as .docx and return its path.

    Parameters
    ----------
    html : str
        The plain document of ``render_plain``.
    figuren : Path
        Folder that holds the figures as PNG under their bare names.
    huisstijl : path, optional
        A .docx whose styles are used instead of ours.
    """
    with TemporaryDirectory() as tijdelijk:
        stijlen = Path(huisstijl) if huisstijl else None
        voorbeeld = make_reference(Path(tijdelijk) / "voorbeeld.docx", document, stijlen)
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


def _finish(ruw: Path, pad: Path, document: Document) -> None:
    """Give every picture its alternative text twice, tables their letters, Word its language; write in one go."""
    from docx import Document as open_docx
    from docx.oxml.ns import qn

    word = open_docx(str(ruw))
    for tekening in word.element.body.iter(qn("wp:inline")):
        alt = tekening.find(qn("wp:docPr")).get("descr", "")
        for beeld in tekening.iter(qn("pic:cNvPr")):
            beeld.set("descr", alt)
            beeld.set("name", "Figuur")
    for tabel in word.tables:
        _set_type(tabel, word.styles[TABEL_BREED if len(tabel.columns) >= _BREED else TABEL])
    if document.omslag:
        _fill_contents(word, document)
        _break_pages(word)
    eigenschappen = word.core_properties
    eigenschappen.author, eigenschappen.last_modified_by, eigenschappen.language = "", "", "nl-NL"
    tijdelijk = pad.with_suffix(".deel")
    word.save(str(tijdelijk))
    tijdelijk.replace(pad)


def _set_type(tabel: Any, stijl: Any) -> None:
    """Set the cells of a table in this style; a row is not torn over two pages."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    naam = stijl.style_id  # asked once: python-docx looks a style up anew for every paragraph
    for alinea in tabel._tbl.iter(qn("w:p")):
        alinea.style = naam
    for rij in tabel.rows:
        rij._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def _break_pages(word: Any) -> None:
    """Begin a page for what comes after the table of contents and for the annexes; other chapters follow on."""
    koppen = [alinea for alinea in word.paragraphs if alinea.style.name == "Heading 1"]
    bijlage = next((kop for kop in koppen if kop.text.startswith("Bijlage")), None)
    for kop in filter(None, (*koppen[:1], bijlage)):
        kop.paragraph_format.page_break_before = True


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
