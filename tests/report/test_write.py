"""A whole report of the example: every part is there, nothing in it leads to a person, a machine or a registry."""

import re
from collections import Counter
from datetime import datetime
from pathlib import Path

import pandas as pd
import pikepdf
from docx import Document as open_docx

WORTEL = Path(__file__).resolve().parents[2]
VOORBEELD = WORTEL / "surveys" / "voorbeeld-digitale-aangifte"
MOMENT = datetime(2026, 11, 23, 9, 30)


def test_all_parts_are_there_and_every_name_says_concept(rapport):
    assert [regel for regel in rapport.gemist if not regel.startswith("citaten.xlsx: ")] == []
    namen = {pad.name for pad in rapport.map.iterdir()}
    hoofd = {
        f"{naam}_CONCEPT.{s}" for naam in ("rapport", "projectkaart") for s in ("html", "docx", "pdf")
    } | {"tabellenboek_CONCEPT.xlsx"}
    los = {"figuren", "tabellen", "getallen.csv", "keuze_voorstel.md", "verantwoording.json"}
    assert hoofd | los == namen
    assert rapport.map.name == "2026-11-23_0930"


def test_a_second_report_of_the_same_minute_overwrites_nothing(rapport, tmp_path):
    from burgerdata.report.folders import new_folder

    eerste, tweede = new_folder(tmp_path, MOMENT), new_folder(tmp_path, MOMENT)
    assert (eerste.name, tweede.name) == ("2026-11-23_0930", "2026-11-23_0930_2")


def test_the_page_has_every_chapter_and_the_fixed_sentence(inhoud):
    pagina = inhoud["rapport_CONCEPT.html"]
    koppen = re.findall(r"<h2 id=\"([^\"]+)\"", pagina)
    hoofdstukken = [
        "samenvatting",
        "oogopslag",
        "waarover",
        "wie",
        "bevindingen",
        "oneens",
        "veranderd",
        "proces",
    ]
    assert koppen == [*hoofdstukken, "vervolg", "onbekend", *(f"bijlage-{letter}" for letter in "abcdef")]
    assert "Zij bewijzen niet dat het beleid de oorzaak is." in pagina
    assert "synthetische gegevens" in pagina
    assert "niet gemeten" in pagina


def test_the_page_asks_nothing_of_the_network(inhoud):
    pagina = inhoud["rapport_CONCEPT.html"]
    assert not re.findall(r"(?:src|href)=\"(?:https?:)?//", pagina)
    assert '<html lang="nl-NL">' in pagina


def test_every_picture_has_an_alternative_text(inhoud):
    alts = re.findall(r"<img [^>]*alt=\"([^\"]*)\"", inhoud["rapport_CONCEPT.html"])
    assert len(alts) >= 10
    assert all(len(alt) > 20 for alt in alts)
    word = inhoud["rapport_CONCEPT.docx:word/document.xml"]
    assert len(re.findall(r"descr=\"[^\"]{20,}\"", word)) == 2 * len(alts)


def test_the_planted_finding_reaches_the_summary(inhoud):
    pagina = inhoud["rapport_CONCEPT.html"]
    samenvatting = pagina[pagina.index('id="samenvatting"') : pagina.index('id="waarover"')]
    assert "steeg van 6,2 naar 6,7" in samenvatting
    assert "18-34" in samenvatting


def test_no_planted_personal_data_is_in_any_file(inhoud):
    geplant = pd.read_csv(VOORBEELD / "geplant.csv", sep=";", dtype="str", encoding="utf-8-sig")
    alles = {naam: tekst.casefold() for naam, tekst in inhoud.items()}
    for waarde in geplant["waarde"].str.casefold():
        patroon = re.compile(rf"\b{re.escape(waarde)}\b")
        waar = [naam for naam, tekst in alles.items() if waarde in tekst and patroon.search(tekst)]
        assert not waar, f"een geplant gegeven staat in {waar}"


def test_no_path_of_a_machine_is_in_any_file(inhoud, rapport):
    patroon = re.compile(r"/home/|/tmp/|/Users/|[A-Z]:\\\\|" + re.escape(str(WORTEL)))
    assert [naam for naam, tekst in inhoud.items() if patroon.search(tekst)] == []


def test_word_has_headings_header_rows_and_dutch(rapport):
    word = open_docx(str(rapport.map / "rapport_CONCEPT.docx"))
    stijlen = [alinea.style.name for alinea in word.paragraphs]
    assert stijlen.count("Heading 1") >= 12
    assert all(tabel._tbl.xpath("./w:tr[1]/w:trPr/w:tblHeader") for tabel in word.tables)
    assert "CONCEPT" in word.sections[0].header.paragraphs[0].text
    assert 'w:val="nl-NL"' in word.styles.element.xml


def test_the_main_text_is_at_most_fifteen_pages(rapport):
    with pikepdf.open(rapport.map / "rapport_CONCEPT.pdf") as pdf:
        bladen = [blad.objgen for blad in pdf.pages]
        [bijlage] = [punt for punt in pdf.open_outline().root if str(punt.title).startswith("Bijlage A")]
        bestemming = bijlage.destination if bijlage.destination is not None else bijlage.action.D
        omslag = 1
        assert bladen.index(bestemming[0].objgen) - omslag <= 15


def test_the_summary_begins_at_the_top_of_the_second_page(rapport):
    with pikepdf.open(rapport.map / "rapport_CONCEPT.pdf") as pdf:
        bladen = [blad.objgen for blad in pdf.pages]
        [punt] = [punt for punt in pdf.open_outline().root if str(punt.title) == "Samenvatting"]
        blad, _, _, boven, *_ = punt.destination if punt.destination is not None else punt.action.D
        assert bladen.index(blad.objgen) == 1
        assert float(pdf.pages[1].mediabox[3]) - float(boven) < 90


def test_the_header_cells_of_the_pdf_are_tagged(rapport):
    with pikepdf.open(rapport.map / "rapport_CONCEPT.pdf") as pdf:
        soorten = Counter(
            str(ding.S) for ding in pdf.objects if isinstance(ding, pikepdf.Dictionary) and "/S" in ding
        )
        met_alt = [d for d in pdf.objects if isinstance(d, pikepdf.Dictionary) and d.get("/S") == "/Figure"]
    assert soorten["/TH"] > 50
    assert soorten["/H2"] >= 12 or soorten["/H1"] >= 12
    assert met_alt
    assert all("/Alt" in figuur for figuur in met_alt)


def test_the_pdf_is_tagged_titled_and_dutch(rapport):
    with pikepdf.open(rapport.map / "rapport_CONCEPT.pdf") as pdf:
        assert "/StructTreeRoot" in pdf.Root
        assert bool(pdf.Root.MarkInfo.Marked)
        assert str(pdf.Root.Lang).startswith("nl")
        assert pdf.open_metadata()["dc:title"].startswith("Wat burgers zeggen over")


def test_a_csv_opens_in_dutch_excel_and_hides_what_is_suppressed(rapport):
    tabel = pd.read_csv(
        rapport.map / "tabellen" / "pr3_naar_geslacht.csv", sep=";", decimal=",", encoding="utf-8-sig"
    )
    klein = tabel[tabel["geslacht"].eq("anders of wil niet zeggen")]
    assert klein["basis_weg"].tolist() == ["< 10"]
    assert klein[["n", "basis", "gemiddelde"]].isna().all(axis=None)


def test_the_book_of_tables_has_an_index_and_no_formula(rapport, inhoud):
    bladen = [naam for naam in inhoud if naam.startswith("tabellenboek") and "worksheets/sheet" in naam]
    assert len(bladen) > 20
    assert not any("<f>" in inhoud[naam] for naam in bladen)
