"""Notes and dots of tables, in workbooks as a bureau keeps them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pandas as pd
from docx import Document

import burgerdata as bd


def test_notes_alone_are_a_burgerdialoog_and_table_1_of_two_evenings_is_two_groups(
    tmp_path: Path, schrijf_boek: Callable[..., Path]
) -> None:
    kop = ["Tafel", "Onderwerp", "Notitie"]
    bladen = {
        "3 maart Ede": [kop, [1, "Groen", "meer bomen"], [None, "Groen", "en water"]],
        "10 maart Assen": [kop, [1, "Groen", "minder steen"]],
    }
    t = bd.read_bestand(schrijf_boek(tmp_path / "avonden.xlsx", bladen), instrument="burgerdialoog")
    assert dict(zip(t.fragmenten["tekst"], t.fragmenten["groep"], strict=True)) == {
        "meer bomen": "3 maart Ede – 1",
        "en water": "3 maart Ede – 1",
        "minder steen": "10 maart Assen – 1",
    }
    assert len(t.deelnemers) == 0


def test_one_sheet_of_notes_and_one_of_dots_keep_the_names_of_their_tables(
    tmp_path: Path, schrijf_boek: Callable[..., Path]
) -> None:
    bladen = {
        "notities": [["Tafel", "Onderwerp", "Notitie"], [1, "Groen", "meer bomen"]],
        "stippen": [["Tafel", "Stelling", "Stippen"], [1, "Meer groen", 4], [2, "Meer groen", 2]],
    }
    t = bd.read_bestand(schrijf_boek(tmp_path / "avond.xlsx", bladen), instrument="burgerdialoog")
    assert t.fragmenten["groep"].tolist() == ["1"]
    assert t.tellingen["groep"].tolist() == ["1", "2"]


def test_dots_of_two_evenings_are_counted_apart(tmp_path: Path, schrijf_boek: Callable[..., Path]) -> None:
    kop = ["Stelling", "Stippen"]
    bladen = {"avond 1": [kop, ["Meer groen", 4]], "avond 2": [kop, ["Meer groen", 2]]}
    t = bd.read_bestand(schrijf_boek(tmp_path / "stippen.xlsx", bladen), instrument="burgerdialoog")
    assert dict(zip(t.tellingen["groep"], t.tellingen["aantal"], strict=True)) == {"avond 1": 4, "avond 2": 2}
    assert t.tellingen["telling_id"].is_unique


def write_minutes(pad: Path) -> Path:
    document = Document()
    document.add_heading("Verslag bewonersavond", 0)
    document.add_paragraph("Datum: 12 juni 2025\nAanwezig: 43 inwoners en de wethouder")
    document.add_heading("1. Wat gaat goed", 2)
    document.add_paragraph("De brief is duidelijk.", style="List Bullet")
    document.add_paragraph("Plaats is er genoeg, zegt iedereen.")
    document.save(str(pad))
    return pad


def test_minutes_of_an_evening_are_of_no_table_and_their_headings_are_no_notes(tmp_path: Path) -> None:
    t = bd.read_bestand(write_minutes(tmp_path / "verslag.docx"), instrument="burgerdialoog")
    assert t.fragmenten["tekst"].tolist() == ["De brief is duidelijk.", "Plaats is er genoeg, zegt iedereen."]
    assert t.fragmenten["groep"].isna().all()
    logboek = t.logboek[t.logboek["reden"].eq("tussenkop")]
    assert logboek["rij"].tolist() == [1, 2, 3]
    lijst = pd.DataFrame({"thema": ["Brief"], "woorden_wel": ["brief"]})
    assert bd.compare_bronnen(bd.code_fragmenten(t, lijst))["tekst"].tolist() == ["mensen onbekend"]


def test_a_document_per_table_is_that_table(tmp_path: Path) -> None:
    paden = [write_minutes(tmp_path / f"avond {nummer}.docx") for nummer in (1, 2)]
    t = bd.read_bestand(paden, instrument="burgerdialoog")
    assert t.fragmenten["groep"].unique().tolist() == ["avond 1", "avond 2"]
    t = bd.read_bestand(write_minutes(tmp_path / "tafel 3.docx"), instrument="burgerdialoog")
    assert t.fragmenten["groep"].unique().tolist() == ["tafel 3"]
