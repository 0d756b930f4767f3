"""Messages of unknown writers are counted as messages, in the categories of the source and in the themes of the list."""

from __future__ import annotations

import pandas as pd
import pytest
from openpyxl import load_workbook

import burgerdata as bd
from burgerdata.analysis.meldingen import NAAST_CATEGORIE, NAAST_THEMA
from burgerdata.disclosure import plan_onderdrukking
from burgerdata.errors import MethodeError
from burgerdata.findings import state_bevinding
from burgerdata.loading.top_answers import count_answers
from burgerdata.report.printing import print_tabel
from burgerdata.report.tabelblad import gather_bladen, lay_out_bladen, name_tabellen
from burgerdata.toelichting import read_toelichting

TOML = """titel = "Klachten"
[[levering]]
instrument = "signaal"
fase = "praktijk"
bestand = "k.csv"
kolommen = {{ {kanaal}datum = "dag", bericht = "klacht", kenmerk = ["rubriek"] }}
"""
RUBRIEK = ["Factuur"] * 40 + ["FACTUUR"] * 2 + ["Wachttijd"] * 25 + ["Overig"] * 13
THEMAS = pd.DataFrame({"thema": ["Geld", "Tijd"], "woorden_wel": ["duur", "wachten"]})


@pytest.fixture(scope="module", params=['kanaal = "kanaal", ', ""])
def traject(request, tmp_path_factory):
    """Eighty complaints by two channels, or by none that is told; nobody noted who complained."""
    regels = [
        f"{1 + nr % 28}-3-2026;{'balie' if nr % 2 else 'mail'};{wat};{'te duur' if nr < 30 else 'lang'} {nr}"
        for nr, wat in enumerate(RUBRIEK)
    ]
    map_ = tmp_path_factory.mktemp("klachten")
    (map_ / "k.csv").write_text("\n".join(["dag;kanaal;rubriek;klacht", *regels]), "utf-8")
    (map_ / "sleutel.txt").write_text("ab" * 32, "ascii")
    (map_ / "traject.toml").write_text(TOML.format(kanaal=request.param), "utf-8")
    return bd.code_fragmenten(bd.load_traject(map_), THEMAS)


def test_the_categories_of_the_source_are_counted_in_messages(traject):
    tabel = bd.summarise_vraag(traject, "rubriek")
    assert tabel[["label", "n", "basis"]].to_numpy().tolist() == [
        ["Factuur", 42, 80],
        ["Wachttijd", 25, 80],
        ["Overig", 13, 80],
    ]
    assert read_toelichting(tabel).basis == (
        "Basis: 80 meldingen met een antwoord; wie meldden is niet bekend. Wie meldt is geen steekproef: geteld, geen percentages."
    )
    assert state_bevinding(tabel) == "Bij 42 van de 80 meldingen gaat het om ‘Factuur’"
    assert print_tabel(tabel).columns.tolist() == ["activiteit", "antwoord", "n", "basis"]


def test_themes_are_counted_in_messages_and_told_as_such(traject):
    bronnen = bd.compare_bronnen(traject)
    assert bronnen["tekst"].tolist() == ["30 van 80 meldingen", "0 van 80 meldingen"]
    assert (
        read_toelichting(bronnen).basis == "Basis: 80 meldingen met een tekst; wie ze schreef is niet bekend."
    )
    assert state_bevinding(bronnen) == "‘Geld’ staat in 30 van de 80 meldingen"


def test_the_report_questions_about_practice_tell_both(traject):
    antwoorden = bd.beantwoord_alle(traject)
    pr1 = antwoorden["pr1"]
    assert pr1.bevinding == "Bij 42 van de 80 meldingen gaat het om ‘Factuur’"
    assert pr1.tabellen["categorie_signaal_rubriek"]["n"].tolist() == [42, 25, 13]
    # the words of the theme list find 30; beside the 42 of the source that needs a word
    assert pr1.tabellen["bronnen"]["n"].max() == 30
    assert NAAST_CATEGORIE in read_toelichting(pr1.tabellen["bronnen"]).noten
    assert NAAST_THEMA in read_toelichting(pr1.tabellen["categorie_signaal_rubriek"]).noten
    assert antwoorden["pr6"].status == "niet_gemeten"


def test_the_book_of_tables_counts_the_categories_and_prints_no_share(traject, tmp_path):
    ruw = gather_bladen(traject)
    plan = plan_onderdrukking(name_tabellen(ruw), alleen_aandeel=name_tabellen(ruw))
    [blad] = lay_out_bladen(ruw, plan)
    assert blad.regels == (("Factuur", "aantal"), ("Wachttijd", "aantal"), ("Overig", "aantal"))
    [kolom] = blad.kolommen
    assert (kolom.waarden, kolom.basis, kolom.gewogen) == ((42.0, 25.0, 13.0), 80, None)
    pad = bd.write_tabellenboek(traject, tmp_path / "t.xlsx")
    cellen = [cel for rij in load_workbook(pad)["T1"].iter_rows(values_only=True) for cel in rij if cel]
    assert {42, 25, 13, 80, "basis (meldingen of melders)"} <= set(cellen)
    assert not any("gewogen" in str(cel) for cel in cellen)


def test_the_check_counts_them_in_messages(traject):
    rubriek = count_answers(traject)
    assert dict(zip(rubriek["label"], rubriek["n"], strict=True)) == {
        "Factuur": 42,
        "Wachttijd": 25,
        "Overig": 13,
    }
    assert rubriek["basis"].tolist() == [80, 80, 80]
    zonder = traject.replace_tabellen(tellingen=traject.tellingen.head(0))
    assert count_answers(zonder).empty


def test_they_are_no_people_whom_groups_can_be_told_of(traject):
    with pytest.raises(MethodeError, match="bij 'rubriek' is van niemand bekend dat het een burger is"):
        bd.crosstab_vraag(traject, "rubriek", per="rubriek")


@pytest.mark.parametrize(
    ("persoon", "wie"),
    [
        ("", "wie meldden is niet bekend"),
        ('persoon = "melder", ', "van een deel is bekend wie meldde (2 melders)"),
        ('persoon = "zaaknr", ', "zij zijn van 80 melders"),
    ],
)
def test_categories_count_reports_whoever_is_known_to_have_given_them(persoon, wie, tmp_path):
    """Of half of the complaints two people are noted who each gave twenty: still 42 of the 80 are about the bill."""
    regels = [
        f"Z{nr};{1 + nr % 28}-3-2026;{wat};M{nr % 4 if nr % 2 else ''};te duur {nr}".replace(";M;", ";;")
        for nr, wat in enumerate(RUBRIEK)
    ]
    (tmp_path / "k.csv").write_text("\n".join(["zaaknr;dag;rubriek;melder;klacht", *regels]), "utf-8")
    (tmp_path / "sleutel.txt").write_text("ab" * 32, "ascii")
    (tmp_path / "traject.toml").write_text(TOML.format(kanaal=persoon), "utf-8")
    traject = bd.load_traject(tmp_path)
    tabel = bd.summarise_vraag(traject, "rubriek")
    assert tabel[["label", "n", "basis"]].to_numpy().tolist()[0] == ["Factuur", 42, 80]
    assert wie in read_toelichting(tabel).basis
    assert bd.beantwoord_alle(traject)["pr1"].bevinding == "Bij 42 van de 80 meldingen gaat het om ‘Factuur’"
    geteld = count_answers(traject)
    assert geteld[["n", "basis"]].to_numpy().tolist()[0] == [42, 80]
