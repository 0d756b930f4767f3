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

_RECHTS = 9070
"""Where the page numbers stand, in twentieths of a point: the text of an A4 page is 16 cm wide."""
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
    """Write the table of contents: a line per chapter, a link with the number of its page on the right.

    The numbers are fields that refer to a chapter and are marked as out of date: Word counts when it opens the file,
    LibreOffice whenever it shows the page; of a field for a whole table of contents LibreOffice shows what was saved.
    """
    from docx.oxml.ns import qn

    inhoud = next(word.element.body.iter(qn("w:sdt")))
    for deel in inhoud.find(qn("w:sdtContent")):
        if not any(True for _ in deel.iter(qn("w:fldChar"))):
            inhoud.addprevious(deel)
    for kop in document.koppen:
        inhoud.addprevious(_make_entry(kop.tekst, kop.anker))
    inhoud.getparent().remove(inhoud)
    _anchor_headings(word, {kop.anker for kop in document.koppen})


def _anchor_headings(word: Any, ankers: set[str]) -> None:
    """Put the bookmarks of chapters around their headings: beside a table LibreOffice loses them."""
    from docx.oxml.ns import qn

    einden = {eind.get(qn("w:id")): eind for eind in word.element.body.iter(qn("w:bookmarkEnd"))}
    for merk in list(word.element.body.iter(qn("w:bookmarkStart"))):
        kop = merk.getnext()
        if merk.get(qn("w:name")) in ankers and kop is not None and kop.tag == qn("w:p"):
            kop.insert(1, merk)
            kop.append(einden[merk.get(qn("w:id"))])


def _make_entry(tekst: str, anker: str) -> Any:
    """Return one line of the table of contents as a paragraph."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls, qn

    alinea = parse_xml(
        f'<w:p {nsdecls("w")}><w:pPr><w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{_RECHTS}"/></w:tabs>'
        '<w:spacing w:before="0" w:after="20"/></w:pPr><w:hyperlink w:history="1"/></w:p>'
    )
    regel = alinea.find(qn("w:hyperlink"))
    regel.set(qn("w:anchor"), anker)
    regel.extend(
        [
            _make_run(_make_tekst(tekst)),
            _make_run(_make("w:tab")),
            _make_run(_make_char("begin", dirty="true")),
            _make_run(_make_instr(f"PAGEREF {anker} \\h")),
            _make_run(_make_char("separate")),
            _make_run(_make_char("end")),
        ]
    )
    return alinea


def _make(naam: str, **kenmerken: str) -> Any:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    deel = OxmlElement(naam)
    for kenmerk, waarde in kenmerken.items():
        deel.set(qn(f"w:{kenmerk}"), waarde)
    return deel


def _make_run(inhoud: Any) -> Any:
    stuk = _make("w:r")
    stuk.append(inhoud)
    return stuk


def _make_char(soort: str, **kenmerken: str) -> Any:
    return _make("w:fldChar", fldCharType=soort, **kenmerken)


def _make_tekst(tekst: str, naam: str = "w:t") -> Any:
    deel = _make(naam)
    deel.text = tekst
    deel.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return deel


def _make_instr(tekst: str) -> Any:
    return _make_tekst(f" {tekst} ", "w:instrText")
