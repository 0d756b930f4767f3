"""Nothing is called vastgesteld while a quote, a text, a notebook or a file stands in the way."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
import xlsxwriter
from docx import Document as open_docx

from burgerdata.loading.bekende_namen import list_bekende_namen
from burgerdata.report import output_scan
from burgerdata.report.compose import read_eigen_teksten
from burgerdata.report.notebooks import BUITEN_RAPPORT, template_folder
from burgerdata.report.output_scan import scan_uitvoer
from burgerdata.report.projectkaart import compose_projectkaart
from burgerdata.report.vaststellen import list_bezwaren, settle_documenten
from burgerdata.toelichting import annotate, read_toelichting

VOORBEELD = Path(__file__).parents[2] / "surveys" / "voorbeeld-digitale-aangifte"
HOME = "/" + "home/"
"""Joined from pieces: no tracked file holds a path of a machine."""
BEL = "Bel henk op 06-12345678"


@pytest.fixture
def uit(tmp_path):
    (tmp_path / "uit" / "figuren").mkdir(parents=True)
    return tmp_path / "uit"


@pytest.fixture(scope="module")
def namen(voorbeeld):
    return list_bekende_namen(voorbeeld)


@pytest.fixture(autouse=True)
def _once(namen, monkeypatch):
    """Let the names in the sources be read once for all scans; tests/report/test_scan_namen.py reads them as they are."""
    monkeypatch.setattr(output_scan, "list_bekende_namen", lambda traject: namen)


def scan(uit, traject):
    return [str(probleem) for probleem in scan_uitvoer(uit, traject)]


def write_docx(pad, tekst):
    woord = open_docx()
    woord.add_paragraph(tekst)
    woord.save(str(pad))


def write_xlsx(pad, tekst):
    with xlsxwriter.Workbook(str(pad)) as boek:
        boek.add_worksheet("T1").write_string(3, 0, tekst)


def write_ipynb(pad, tekst):
    cel = {"cell_type": "code", "source": ["t"], "outputs": [{"data": {"text/plain": [tekst]}}]}
    pad.write_text(json.dumps({"cells": [cel]}), "utf-8")


SCHRIJF = {
    "rapport.html": lambda pad, tekst: pad.write_text(f"<h2>Kop</h2><p>{tekst}</p>", "utf-8"),
    "alt.html": lambda pad, tekst: pad.write_text(f'<img alt="{tekst}">', "utf-8"),
    "rapport.docx": write_docx,
    "boek.xlsx": write_xlsx,
    "tabel.csv": lambda pad, tekst: pad.write_text(f"kop;kop\n1;{tekst}\n", "utf-8"),
    "verantwoording.json": lambda pad, tekst: pad.write_text(json.dumps({"a": [tekst]}), "utf-8"),
    "eigen.ipynb": write_ipynb,
}


def test_the_files_of_the_example_hold_nothing_that_may_not_leave_the_house(rapport, traject):
    assert scan(rapport.map, traject) == []


@pytest.mark.parametrize("naam", SCHRIJF)
def test_an_identifier_is_found_in_every_kind_of_file_and_not_repeated(naam, uit, traject):
    SCHRIJF[naam](uit / naam, BEL)
    zinnen = scan(uit, traject)
    assert [zin.split(";")[0].split(",")[0] for zin in zinnen] == [
        f"{naam}: hier staat een {wat} in" for wat in ("naam", "telefoonnummer")
    ]
    assert not any("henk" in zin or "06-" in zin for zin in zinnen)


def test_the_notebooks_of_the_kit_hold_nothing_that_may_not_leave_the_house(uit, traject):
    for boek in template_folder().glob("*.ipynb"):
        if boek.name not in BUITEN_RAPPORT:
            (uit / boek.name).write_bytes(boek.read_bytes())
    assert scan(uit, traject) == []


def test_digits_of_a_digest_or_an_id_are_no_citizen_number(uit, traject):
    bsn = "111222333"
    SCHRIJF["tabel.csv"](uit / "tabel.csv", f"f{bsn}abcdefa ab{bsn}{'c' * 53}")
    assert scan(uit, traject) == []
    SCHRIJF["tabel.csv"](uit / "tabel.csv", bsn)
    assert "BSN" in scan(uit, traject)[0]


def test_a_word_that_is_no_name_says_how_it_begins_and_can_be_released(uit, traject):
    SCHRIJF["tabel.csv"](uit / "tabel.csv", "wij spraken met henk")
    [zin] = scan(uit, traject)
    assert "begint met ‘h’" in zin
    assert "geen_namen in traject.toml" in zin
    vrij = replace(traject, instellingen=replace(traject.instellingen, geen_namen=("Henk",)))
    assert scan(uit, vrij) == []


@pytest.mark.parametrize("pad", [f"{HOME}jan/x.sav", "C:" + r"\Users\jan\x.sav", r"\\server\deel\x.sav"])
def test_a_path_of_a_machine_is_found_and_a_web_address_is_not(pad, uit, traject):
    SCHRIJF["rapport.html"](uit / "rapport.html", f"Gelezen uit {pad}")
    assert [zin for zin in scan(uit, traject) if "een pad van een computer" in zin]
    SCHRIJF["rapport.html"](uit / "rapport.html", "Zie https://www.cbs.nl/home/cijfers en de vraag en/of.")
    assert scan(uit, traject) == []


def test_a_path_inside_a_word_attribute_is_found(uit, traject):
    woord = open_docx()
    woord.add_paragraph("tekst").style.element.set("pad", f"{HOME}jan/logo.png")
    woord.save(str(uit / "rapport.docx"))
    assert scan(uit, traject)[0].startswith("rapport.docx: hier staat een pad van een computer in")


def test_what_a_citizen_wrote_is_found_unless_it_was_released(uit, traject):
    citaten = pd.read_excel(VOORBEELD / "citaten.xlsx")["tekst"]
    teksten = traject.fragmenten[traject.fragmenten["deelnemer_id"].notna()]["tekst"]
    eigen = next(
        t
        for t in teksten
        if 9 <= len(re.split(r"[.!?]", t)[0].split()) <= 15 and not citaten.str.contains(t, regex=False).any()
    )
    SCHRIJF["eigen.ipynb"](uit / "eigen.ipynb", f"0  {eigen.upper()}")
    SCHRIJF["tabel.csv"](uit / "tabel.csv", str(citaten.iloc[0]))
    [zin] = [zin for zin in scan(uit, traject) if "citaat" in zin]
    assert zin.startswith(
        "eigen.ipynb: hier staat een niet vrijgegeven citaat in, cel 1; geef het vrij in citaten.xlsx"
    )


def test_the_name_of_an_organisation_from_traject_toml_may_be_printed(uit, traject):
    zelf = replace(traject, instellingen=replace(traject.instellingen, opdrachtgever="Bureau Henk de Vries"))
    SCHRIJF["tabel.csv"](uit / "tabel.csv", "Dit deed Bureau Henk de Vries")
    assert scan(uit, traject)
    assert scan(uit, zelf) == []


def test_a_quote_without_a_day_of_release_and_a_failed_notebook_are_obstacles(opbrengst, uit):
    citaten = opbrengst.tabellen["citaten"]
    zonder = annotate(citaten.assign(datum=pd.NaT), read_toelichting(citaten))
    bezwaren = list_bezwaren(
        replace(opbrengst, tabellen={"citaten": zonder}), uit, ["notebook 30 liep vast onder 'Kop': fout"]
    )
    eerste, tweede = map(str, bezwaren)
    assert eerste == (
        f"citaten.xlsx: {citaten['fragment_id'].nunique()} citaten zijn niet volledig vrijgegeven; "
        "vul in wie het vrijgaf en wanneer, of haal de rij weg"
    )
    assert tweede.startswith("notebook 30 liep vast onder 'Kop': fout; herstel het notebook")
    assert list_bezwaren(opbrengst, uit, []) == ()


def test_a_text_with_a_changed_number_is_an_obstacle(opbrengst, uit, tmp_path):
    naam, nu = opbrengst.getallen.iloc[0]
    for folder, bestand, inhoud in (
        ("teksten", "wie.md", f"Het waren er {{{naam}}}."),
        ("werk", "teksten_getallen.csv", ""),
    ):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / bestand).write_text(inhoud, "utf-8")
    zelf = replace(opbrengst.traject, instellingen=replace(opbrengst.traject.instellingen, map=tmp_path))
    eigen = replace(opbrengst, traject=zelf)
    assert list_bezwaren(eigen, uit, []) == ()
    versie = read_eigen_teksten(eigen)["wie"].versie
    stempel = f"tekst;versie;naam;waarde\nwie;{versie};{naam};toen\n"
    (tmp_path / "werk" / "teksten_getallen.csv").write_text(stempel, "utf-8")
    [bezwaar] = list_bezwaren(eigen, uit, [])
    assert str(bezwaar) == f"teksten/wie.md: tekst nakijken: {naam} was toen en is nu {nu}; pas de tekst aan"


def test_a_settled_document_says_so_on_every_page_and_no_concept_is_left(opbrengst, uit):
    (uit / "projectkaart_CONCEPT.html").write_text("oud", "utf-8")
    write_xlsx(uit / "tabellenboek_CONCEPT.xlsx", "x")
    kaart = {"projectkaart": compose_projectkaart(opbrengst, stand="CONCEPT")}
    settle_documenten(opbrengst, kaart, uit, meld=lambda tekst: None)
    namen = {pad.name for pad in uit.iterdir() if pad.is_file()}
    vormen = {f"projectkaart_vastgesteld.{soort}" for soort in ("html", "docx", "pdf")}
    assert namen == vormen | {"tabellenboek_vastgesteld.xlsx", "verantwoording.json"}
    stand = "vastgesteld op 25 november 2026"
    assert f'<p class="stand" role="note">{stand}</p>' in (uit / "projectkaart_vastgesteld.html").read_text(
        "utf-8"
    )
    assert (
        open_docx(str(uit / "projectkaart_vastgesteld.docx")).sections[0].header.paragraphs[0].text == stand
    )
    assert json.loads((uit / "verantwoording.json").read_text("utf-8"))["stand"] == stand


def test_a_name_in_the_name_of_a_source_is_told_with_what_to_rename(uit, traject):
    bronnen = traject.bronnen
    eigen = bronnen.assign(
        bestand=bronnen["bestand"].astype("str").replace(bronnen["bestand"].iloc[0], "ruw/gesprek henk.docx")
    )
    met_naam = replace(traject, tabellen={**traject.tabellen, "bronnen": eigen})
    SCHRIJF["rapport.html"](uit / "rapport.html", "ruw/gesprek henk.docx")
    SCHRIJF["rapport.docx"](uit / "rapport.docx", "Dat zei henk ook.")
    docx, html = scan(uit, met_naam)
    assert "een naam uit de naam van bronbestand 'gesprek henk.docx' in" in html
    assert html.endswith("hernoem dat bestand in de map en in traject.toml")
    assert "haal het weg uit de tekst of de tabel waar het vandaan komt" in docx
    assert "henk" not in docx


def test_a_group_that_is_called_after_a_file_is_told_with_the_file_to_rename(uit, traject):
    bronnen = traject.bronnen
    eigen = bronnen.assign(
        bestand=bronnen["bestand"].astype("str").replace(bronnen["bestand"].iloc[0], "ruw/gesprek henk.docx")
    )
    met_naam = replace(traject, tabellen={**traject.tabellen, "bronnen": eigen})
    SCHRIJF["rapport.html"](uit / "rapport.html", "gesprek henk")
    (html,) = scan(uit, met_naam)
    assert "een naam uit de naam van bronbestand 'gesprek henk.docx' in" in html
    onbekend = eigen.assign(bestand=eigen["bestand"].str.replace("henk", "Wopke"))
    met_naam = replace(traject, tabellen={**traject.tabellen, "bronnen": onbekend})
    SCHRIJF["rapport.html"](uit / "rapport.html", "gelezen: ruw/gesprek Wopke.docx")
    (html,) = scan(uit, met_naam)
    assert "een naam uit de naam van bronbestand 'gesprek Wopke.docx' in" in html


def test_a_month_in_the_name_of_a_source_is_no_name_and_the_same_word_elsewhere_is(uit, traject):
    bronnen = traject.bronnen
    eigen = bronnen.assign(
        bestand=bronnen["bestand"]
        .astype("str")
        .replace(bronnen["bestand"].iloc[0], "ruw/klachten_jan24-jun25.csv")
    )
    met_maand = replace(traject, tabellen={**traject.tabellen, "bronnen": eigen})
    SCHRIJF["rapport.html"](uit / "rapport.html", "Uit ruw/klachten_jan24-jun25.csv blijkt het.")
    assert scan(uit, met_maand) == []
    SCHRIJF["rapport.html"](uit / "rapport.html", "Uit ruw/klachten_jan24-jun25.csv blijkt wat jan zei.")
    assert len(scan(uit, met_maand)) == 1


@pytest.mark.parametrize("cel", ["team Afval, M. Haverkate", "M. Haverkate", "door J.P. van der Zandhuis"])
def test_an_initial_with_a_surname_is_a_name_in_every_kind_of_file(cel, uit, traject):
    for naam, schrijf in SCHRIJF.items():
        schrijf(uit / naam, cel)
    assert sorted(zin.split(":")[0] for zin in scan(uit, traject)) == sorted(SCHRIJF)


@pytest.mark.parametrize(
    "cel", ["Bijlage E. Tabellen", "export_jan-mei.csv", "van jan t/m mei 2026", "jan 2026"]
)
def test_a_letter_of_a_list_and_the_months_of_a_period_are_no_names(cel, uit, traject):
    SCHRIJF["tabel.csv"](uit / "tabel.csv", cel)
    assert scan(uit, traject) == []
