"""Notes and dots of tables, in workbooks as a bureau keeps them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pandas as pd
from docx import Document

import burgerdata as bd
from burgerdata.loading import load_traject, propose_traject


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
        "meer bomen": "3 maart Ede – tafel 1",
        "en water": "3 maart Ede – tafel 1",
        "minder steen": "10 maart Assen – tafel 1",
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
    assert t.fragmenten["groep"].tolist() == ["tafel 1"]
    assert t.tellingen["groep"].tolist() == ["tafel 1", "tafel 2"]


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


def write_evening(pad: Path) -> Path:
    document = Document()
    document.add_heading("Verslag dialoogavond", 0)
    document.add_paragraph("Aanwezig: 38 inwoners, wethouder en notulist")
    for nummer, gastheer in enumerate(("Peter de Vries", "Gerda Terpstra", "Jan Kuiper"), start=1):
        document.add_heading(f"Tafel {nummer}", 1)
        document.add_paragraph(f"Tafelgastheer: {gastheer}; {5 + nummer} deelnemers")
        document.add_paragraph(f"Meer plek in buurt {nummer}.", style="List Bullet")
        document.add_paragraph("Sneller antwoord.", style="List Bullet")
    document.add_heading("Plenaire afsluiting", 1)
    document.add_paragraph("Iedereen wil een vervolg.")
    document.save(str(pad))
    return pad


def test_minutes_of_several_tables_give_the_notes_of_each(tmp_path: Path) -> None:
    t = bd.read_bestand(write_evening(tmp_path / "avond.docx"), instrument="burgerdialoog")
    assert t.fragmenten["groep"].astype("str").fillna("").tolist() == [
        *("tafel 1", "tafel 1", "tafel 2", "tafel 2", "tafel 3", "tafel 3"),
        "",
    ]
    assert t.fragmenten["tekst"].iloc[2] == "Meer plek in buurt 2."
    assert not t.fragmenten["tekst"].str.contains("Vries|Tafelgast|deelnemers").any()


def test_a_host_who_says_something_is_a_speaker(tmp_path: Path) -> None:
    document = Document()
    zinnen = ["Welkom, wie wil er beginnen?", "Ik wil meer groen.", "Welkom, ga verder."]
    for spreker, zin in zip(("Tafelgastheer: ", "R1: ", "Tafelgastheer: "), zinnen, strict=True):
        document.add_paragraph(spreker + zin)
    document.save(str(tmp_path / "t.docx"))
    t = bd.read_bestand(tmp_path / "t.docx", instrument="focusgroep", gespreksleider=["Tafelgastheer"])
    assert t.fragmenten["tekst"].tolist() == zinnen
    assert t.deelnemers["rol"].astype("str").tolist() == ["gespreksleider", "burger"]


def test_green_dots_on_ideas_are_the_votes_of_tables_and_no_survey(
    tmp_path: Path, schrijf_boek: Callable[..., Path]
) -> None:
    kop = ["Tafel", "Idee", "Groene stippen", "Rode stippen", "Opmerking van de tafel"]
    rijen = [["Tafel 1", "Meer groen", 4, 1, "veel discussie"], ["Tafel 2", "Meer groen", 2, 0, ""]]
    schrijf_boek(tmp_path / "stippen.xlsx", {"Blad1": [kop, *rijen]})
    voorstel = propose_traject(tmp_path)
    assert voorstel.bestanden["herkend_als"].tolist() == ["burgerdialoog: stippen"]
    t = load_traject(tmp_path)
    assert t.tellingen[["groep", "aantal"]].values.tolist() == [["tafel 1", 4], ["tafel 2", 2]]
    weg = t.logboek.loc[t.logboek["reden"].astype("str").eq("kolom_weggelaten"), "kolom"]
    assert weg.tolist() == ["Rode stippen", "Opmerking van de tafel"]


def test_minutes_and_a_list_of_strokes_of_one_evening_join_by_table(
    tmp_path: Path, schrijf_boek: Callable[..., Path]
) -> None:
    write_evening(tmp_path / "avond.docx")
    kop = ["Idee", "Tafel 1", "Tafel 2", "Tafel 3"]
    schrijf_boek(
        tmp_path / "turflijst.xlsx", {"Blad1": [kop, ["Meer groen", "IIII", "II", 1], ["Rust", "", 5, 0]]}
    )
    voorstel = propose_traject(tmp_path)
    assert voorstel.bestanden["herkend_als"].tolist() == ["burgerdialoog: stippen"]
    t = load_traject(tmp_path)
    assert len(t.activiteiten) == 1
    tafels = ["tafel 1", "tafel 2", "tafel 3"]
    assert sorted(t.fragmenten["groep"].dropna().astype("str").unique()) == tafels
    tellingen = t.tellingen.merge(t.vragen[["vraag_id", "tekst"]].astype("str"), on="vraag_id")
    assert tellingen[["tekst", "groep", "aantal"]].values.tolist() == [
        ["Meer groen", "tafel 1", 4],
        ["Meer groen", "tafel 2", 2],
        ["Meer groen", "tafel 3", 1],
        ["Rust", "tafel 2", 5],
        ["Rust", "tafel 3", 0],
    ]


def test_minutes_with_a_word_table_or_in_plain_text_are_suggested_as_a_burgerdialoog(tmp_path: Path) -> None:
    document = Document()
    document.add_heading("Verslag dialoogavond", 0)
    rijen = [
        ("Tafel", "Onderwerp", "Notitie"),
        ("1", "Wonen", "Meer plek"),
        ("2", "Verkeer", "Te hard rijden"),
    ]
    tabel = document.add_table(rows=len(rijen), cols=3)
    for rij, cellen in zip(tabel.rows, rijen, strict=True):
        for cel, tekst in zip(rij.cells, cellen, strict=True):
            cel.text = tekst
    document.save(str(tmp_path / "verslag.docx"))
    (tmp_path / "kort.txt").write_text(
        "Tafel 1: wonen\nMeer plek in de buurt.\n\nTafel 2\nMinder auto's graag.\n\nPlenair\nAllen willen een vervolg.\n"
    )
    assert propose_traject(tmp_path).bestanden["herkend_als"].tolist() == ["burgerdialoog"]
    fragmenten = load_traject(tmp_path).fragmenten
    groepen = dict(zip(fragmenten["tekst"], fragmenten["groep"].astype("str").fillna(""), strict=True))
    assert groepen == {
        "Wonen: Meer plek": "tafel 1",
        "Verkeer: Te hard rijden": "tafel 2",
        "Meer plek in de buurt.": "tafel 1",
        "Minder auto's graag.": "tafel 2",
        "Allen willen een vervolg.": "",
    }
