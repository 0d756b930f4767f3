"""The first files of a traject: what they say, that the kit reads them, and that nothing of the analyst is touched."""

from __future__ import annotations

import shutil
import tomllib
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from docx import Document

import burgerdata as bd
from burgerdata.loading.toml import read_instellingen
from burgerdata.report.notebooks import copy_templates

RUW = Path(__file__).parents[2] / "surveys" / "voorbeeld-maandag" / "ruw"
PLAN = bd.Voorbereiding(
    titel='De "nieuwe" wijk',
    beleid="Handhaving in de wijk.",
    doel="ervaring meten",
    ruimte="Open ligt wie er handhaaft.",
    ruimte_van="de burgemeester op 3 maart 2026",
    fase="praktijk",
    trede="raadplegen",
    doelgroep=("algemeen",),
    middelen={"euro": 12500.5, "weken": 16},
    besluit=date(2027, 3, 15),
    instrumenten=("focusgroep", "burgerberaad"),
    opgave="Bewoners bellen te vaak.",
    vraag="Wat zou u helpen?",
    contact="Team Wijken",
)


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    bd.write_voorbereiding(tmp_path / "mijn traject", PLAN)
    return tmp_path / "mijn traject"


def words(pad: Path) -> str:
    document = Document(str(pad))
    cellen = [cel.text for tabel in document.tables for rij in tabel.rows for cel in rij.cells]
    return "\n".join([alinea.text for alinea in document.paragraphs] + cellen)


def test_traject_toml_holds_the_plan_and_question_marks_for_the_rest(map_: Path) -> None:
    inhoud = tomllib.loads((map_ / "traject.toml").read_text(encoding="utf-8"))
    assert inhoud["titel"] == PLAN.titel
    assert inhoud["ruimte"] == "Open ligt wie er handhaaft. Bepaald door de burgemeester op 3 maart 2026."
    assert inhoud["besluit"] == date(2027, 3, 15)
    assert inhoud["middelen"] == {"euro": 12500.5, "weken": 16, "fte": "?"}
    assert inhoud["belanghebbenden"] == ["?"]


def test_a_large_budget_is_written_out_in_full(tmp_path: Path) -> None:
    bd.write_voorbereiding(tmp_path, bd.Voorbereiding(middelen={"euro": 1234567}))
    assert "euro = 1234567," in (tmp_path / "traject.toml").read_text(encoding="utf-8")


def test_the_kit_reads_it_and_only_asks_for_deliveries(map_: Path) -> None:
    instellingen, problemen = read_instellingen(map_ / "traject.toml")
    assert [probleem.wat for probleem in problemen] == ["er staat geen enkele levering in"]
    assert instellingen.doelgroep == ("algemeen",)
    assert instellingen.niet_opgegeven == ()


def test_a_plan_without_answers_is_all_question_marks(tmp_path: Path) -> None:
    bd.write_voorbereiding(tmp_path, bd.Voorbereiding())
    instellingen, _ = read_instellingen(tmp_path / "traject.toml")
    assert {"titel", "beleid", "doel", "ruimte", "doelgroep", "besluit"} <= set(instellingen.niet_opgegeven)


def test_nieuw_adds_the_deliveries_and_keeps_what_was_prepared(map_: Path) -> None:
    (map_ / "ruw").mkdir()
    for naam in ("fg1.docx", "straat_formulieren.xlsx"):
        shutil.copy(RUW / naam, map_ / "ruw")
    voor = (map_ / "traject.toml").read_text(encoding="utf-8")
    voorstel = bd.propose_traject(map_)
    na = (map_ / "traject.toml").read_text(encoding="utf-8")
    assert na.startswith(voor.split("# Hier zet")[0])
    assert "traject.toml" in voorstel.geschreven
    assert {deel["instrument"] for deel in tomllib.loads(na)["levering"]} >= {"focusgroep", "straatgesprek"}
    assert not any("voorbereiding" in bestand for bestand in voorstel.bestanden["bestand"])
    assert "traject.toml" in bd.propose_traject(map_).bestond_al


def test_the_pitch_has_the_three_parts_of_the_entry_form(map_: Path) -> None:
    tekst = words(map_ / "voorbereiding" / "pitch_community.docx")
    koppen = ["Beleidsonderwerp en opgave", "Vraag aan de burger", "Contact"]
    assert [regel for regel in tekst.splitlines() if regel in koppen] == koppen
    assert all(deel in tekst for deel in (PLAN.beleid, PLAN.opgave, PLAN.vraag, PLAN.contact))


def test_what_the_pitch_does_not_know_it_says(tmp_path: Path) -> None:
    bd.write_voorbereiding(tmp_path, bd.Voorbereiding(vraag="Wat zou u helpen?"))
    assert words(tmp_path / "voorbereiding" / "pitch_community.docx").count("(nog in te vullen)") == 2


def test_the_annex_is_about_the_chosen_instruments(map_: Path, tmp_path: Path) -> None:
    tekst = words(map_ / "voorbereiding" / "bijlage_gegevenslevering.docx")
    assert "focusgroepen" in tekst
    assert "usability" not in tekst
    bd.write_voorbereiding(tmp_path / "alles", bd.Voorbereiding())
    assert "usability" in words(tmp_path / "alles" / "voorbereiding" / "bijlage_gegevenslevering.docx")


@pytest.mark.parametrize("naam", ["pitch_community", "bijlage_gegevenslevering"])
def test_a_word_file_is_dutch_has_header_rows_and_names_nobody(map_: Path, naam: str) -> None:
    document = Document(str(map_ / "voorbereiding" / f"{naam}.docx"))
    assert 'w:val="nl-NL"' in document.styles.element.xml
    assert document.core_properties.author == ""
    assert all("w:tblHeader" in tabel.rows[0]._tr.xml for tabel in document.tables)


def test_the_list_of_stakeholders_can_be_filled_in(map_: Path) -> None:
    blad = openpyxl.load_workbook(map_ / "voorbereiding" / "belanghebbenden.xlsx").worksheets[0]
    assert [cel.value for cel in blad[2]][:3] == ["algemeen", "ja", "?"]


def test_a_second_run_touches_nothing(map_: Path) -> None:
    (map_ / "traject.toml").write_text("van mij", encoding="utf-8")
    inhoud = {pad: pad.read_bytes() for pad in map_.rglob("*") if pad.is_file()}
    tabel = bd.write_voorbereiding(map_, bd.Voorbereiding(titel="Anders"))
    assert not tabel["geschreven"].any()
    assert {pad: pad.read_bytes() for pad in inhoud} == inhoud


def test_the_notebook_of_the_preparation_is_copied_and_no_part_of_a_report(map_: Path) -> None:
    boeken = [pad.name for pad in copy_templates(map_)]
    assert (map_ / "werk" / "05_voorbereiden.ipynb").is_file()
    assert "05_voorbereiden.ipynb" not in boeken
    assert "00_begin_hier.ipynb" in boeken
