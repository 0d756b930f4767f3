"""A client's Word document gives the styles; what it lacks is added, and what is no such document is refused."""

from dataclasses import replace

import pytest
from docx import Document as open_docx
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from burgerdata.errors import BronError
from burgerdata.report.blocks import Alinea, Document, Kop, Tabelblok
from burgerdata.report.html import render_plain
from burgerdata.report.uitvoer import Uitvoer
from burgerdata.report.word import write_docx


@pytest.fixture
def klant(tmp_path):
    """Word's own example as an office would change it: another letter, another colour, a name in the header."""
    woord = open_docx()
    kop = woord.styles["Heading 1"]
    kop.font.name, kop.font.size, kop.font.color.rgb = "Courier New", Pt(31), RGBColor(0x80, 0, 0x20)
    woord.styles["Normal"].font.name = "Courier New"
    woord.sections[0].header.paragraphs[0].text = "Ministerie van Voorbeelden"
    woord.save(str(tmp_path / "klant.docx"))
    return tmp_path / "klant.docx"


@pytest.fixture
def document():
    import pandas as pd

    tabel = pd.DataFrame({f"kolom {nr}": ["een", "twee"] for nr in range(10)})
    blokken = (
        Kop("Samenvatting", anker="s"),
        Alinea("Een zin."),
        Alinea("Klein.", "noot"),
        Tabelblok("T", tabel),
    )
    return Document("Wat burgers zeggen", "Opbrengst", "CONCEPT", "23 november 2026", blokken)


def write(document, tmp_path, **opties):
    pad = write_docx(document, render_plain(document), tmp_path, tmp_path / "uit.docx", **opties)
    return open_docx(str(pad))


def test_the_styles_of_the_client_are_used_and_nothing_is_formatted_over_them(document, klant, tmp_path):
    woord = write(document, tmp_path, huisstijl=klant)
    kop = next(alinea for alinea in woord.paragraphs if alinea.text == "Samenvatting")
    assert kop.style.font.name == "Courier New"
    assert kop.style.font.size == Pt(31)
    alles = [*woord.paragraphs, *(a for cel in woord.tables[0]._cells for a in cel.paragraphs)]
    assert {stuk.font.size for alinea in alles for stuk in alinea.runs} == {None}
    assert {stuk.font.name for alinea in alles for stuk in alinea.runs} == {None}
    assert woord.styles["Noot"].font.name is None


def test_the_stand_is_added_to_the_header_of_the_client(document, klant, tmp_path):
    woord = write(document, tmp_path, huisstijl=klant)
    assert [a.text for a in woord.sections[0].header.paragraphs] == ["Ministerie van Voorbeelden", "CONCEPT"]


def test_without_a_house_style_the_letters_are_ours(document, tmp_path):
    woord = write(document, tmp_path)
    assert woord.styles["Heading 1"].font.name == "Verdana"
    assert {a.style.name for cel in woord.tables[0]._cells for a in cel.paragraphs} == {"Tabeltekst breed"}


def test_a_file_that_is_no_word_document_is_refused_in_one_sentence(tmp_path):
    (tmp_path / "logo.docx").write_bytes(b"geen zip")
    with pytest.raises(
        BronError, match=r"^logo\.docx: dit is geen Word-document; sla de huisstijl op als \.docx"
    ):
        Uitvoer(huisstijl=tmp_path / "logo.docx")
    with pytest.raises(BronError, match="bestaat niet"):
        Uitvoer(huisstijl=tmp_path / "weg.docx")


def test_a_document_without_headings_says_which_styles_it_lacks(klant):
    woord = open_docx(str(klant))
    for naam in ("Title", "Heading 2"):
        woord.styles[naam].delete()
    woord.save(str(klant))
    with pytest.raises(BronError, match="ontbreken de stijlen Title, Heading 2; gebruik elke stijl"):
        Uitvoer(huisstijl=klant)


def test_a_style_file_that_is_none_is_refused_before_anything_is_made(tmp_path):
    (tmp_path / "x.mplstyle").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(BronError, match="geen stijlbestand"):
        Uitvoer(stijl=tmp_path / "x.mplstyle")


def test_our_own_pages_are_numbered_and_the_foot_of_a_client_is_left_alone(document, klant, tmp_path):
    eigen = write(document, tmp_path).sections[0].footer.paragraphs[0]
    assert 'w:instr="PAGE"' in eigen._p.xml
    van_klant = write(document, tmp_path, huisstijl=klant).sections[0].footer
    assert "PAGE" not in "".join(alinea._p.xml for alinea in van_klant.paragraphs)


def test_every_chapter_has_its_page_number_in_the_table_of_contents(document, tmp_path):
    woord = write(replace(document, omslag=True), tmp_path)
    inhoud = [a for a in woord.paragraphs if a._p.find(qn("w:hyperlink")) is not None]
    assert [a.text.strip() for a in inhoud] == ["Samenvatting"]
    [opdracht] = [deel.text.strip() for deel in inhoud[0]._p.iter(qn("w:instrText"))]
    assert opdracht == r"PAGEREF s \h"
    [begin] = [d for d in inhoud[0]._p.iter(qn("w:fldChar")) if d.get(qn("w:fldCharType")) == "begin"]
    assert begin.get(qn("w:dirty")) == "true"
    kop = next(a for a in woord.paragraphs if a.style.name == "Heading 1")
    assert [merk.get(qn("w:name")) for merk in kop._p.iter(qn("w:bookmarkStart"))] == ["s"]
    assert len(list(kop._p.iter(qn("w:bookmarkEnd")))) == 1
    assert not any("TOC" in deel.text for deel in woord.element.body.iter(qn("w:instrText")))


def test_a_quote_stays_on_the_page_of_who_said_it(document, klant, tmp_path):
    for opties in ({}, {"huisstijl": klant}):
        assert write(document, tmp_path, **opties).styles["Block Text"].paragraph_format.keep_with_next
