"""Messages of unknown writers are counted as messages, in the categories of the source and in the themes of the list."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest
from openpyxl import load_workbook

import burgerdata as bd
from burgerdata.analysis.losse_berichten import NOOT_DEELS
from burgerdata.analysis.meldingen import NAAST_CATEGORIE, NAAST_THEMA
from burgerdata.disclosure import plan_onderdrukking
from burgerdata.errors import MethodeError
from burgerdata.findings import state_bevinding
from burgerdata.loading.top_answers import count_answers
from burgerdata.report.chapters.summary_sentences import state_participants
from burgerdata.report.collect import collect_opbrengst
from burgerdata.report.printing import print_tabel
from burgerdata.report.tabelblad import gather_bladen, lay_out_bladen, name_tabellen
from burgerdata.toelichting import read_toelichting
from burgerdata.traject import Traject

from .trajecten import make_activiteit, make_deelnemers, make_fragmenten

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
    assert "Geteld zijn mensen" not in " ".join(read_toelichting(bronnen).noten)


def test_that_people_are_counted_stands_under_people_alone(traject):
    """Beside forty people in the street the complaints stay messages, and the note leaves room for them."""
    straat = make_fragmenten("straat", [(f"d{nr}", "te duur") for nr in range(40)])
    los = {
        "activiteiten": make_activiteit("straat", "straatgesprek"),
        "deelnemers": make_deelnemers("straat", [f"d{nr}" for nr in range(40)]),
        "fragmenten": straat,
    }
    samen = {naam: pd.concat([getattr(traject, naam), deel]) for naam, deel in los.items()}
    t = bd.code_fragmenten(Traject.from_tabellen(samen | {"themas": traject.themas}), THEMAS)
    bronnen = bd.compare_bronnen(t)
    geteld = bronnen[bronnen["thema"].eq("Geld")].set_index("activiteit_id")["n"].to_dict()
    assert geteld == {"signaal": 30, "straat": 40}
    noten = [noot for noot in read_toelichting(bronnen).noten if noot.startswith("Geteld zijn mensen")]
    assert noten == ["Geteld zijn mensen, tenzij anders vermeld."]
    alleen = bd.compare_bronnen(t.only(instrument="straatgesprek"))
    assert "Geteld zijn mensen, geen berichten." in read_toelichting(alleen).noten


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


def load_halfbekend(map_, bekend: int):
    """Load eighty complaints: of the first so many four people left their name, of the others nobody did."""
    regels = [
        f"Z{nr};{1 + nr % 28}-3-2026;{wat};{f'M{nr % 4}' if nr < bekend else ''};{'te duur' if nr < 30 else 'lang'} {nr}"
        for nr, wat in enumerate(RUBRIEK)
    ]
    (map_ / "k.csv").write_text("\n".join(["zaaknr;dag;rubriek;melder;klacht", *regels]), "utf-8")
    (map_ / "sleutel.txt").write_text("ab" * 32, "ascii")
    (map_ / "traject.toml").write_text(TOML.format(kanaal='persoon = "melder", '), "utf-8")
    return bd.code_fragmenten(bd.load_traject(map_), THEMAS)


def test_themes_count_reports_where_only_some_reporters_are_known(tmp_path):
    traject = load_halfbekend(tmp_path, 40)
    bronnen = bd.compare_bronnen(traject)
    assert bronnen["tekst"].tolist() == ["30 van 80 meldingen", "0 van 80 meldingen"]
    over = read_toelichting(bronnen)
    assert over.basis == "Basis: 80 meldingen met een tekst; van een deel is bekend wie ze schreef."
    assert NOOT_DEELS in over.noten
    assert "Geteld zijn mensen" not in " ".join(over.noten)
    assert state_bevinding(bronnen) == "‘Geld’ staat in 30 van de 80 meldingen"
    tabellen = bd.beantwoord_alle(traject)["pr1"].tabellen
    assert "themas" not in tabellen or tabellen["themas"].empty


def test_themes_count_people_where_nearly_every_reporter_is_known(tmp_path):
    bronnen = bd.compare_bronnen(load_halfbekend(tmp_path, 76))
    assert bronnen["tekst"].tolist() == ["4 van 4", "0 van 4"]


@pytest.mark.parametrize(
    ("bekend", "zin"),
    [
        (0, "Er zijn 80 meldingen; wie meldden is niet bekend."),
        (40, "Er zijn 80 meldingen; van 40 daarvan is bekend wie ze deed (4 mensen)."),
        (80, "Er deden 4 mensen mee met een melding."),
    ],
)
def test_the_summary_tells_reports_where_not_every_reporter_is_known(bekend, zin, tmp_path):
    opbrengst = collect_opbrengst(load_halfbekend(tmp_path, bekend), datum=date(2026, 11, 26))
    assert state_participants(opbrengst) == zin


def test_beside_another_source_the_reports_stand_behind_their_reporters(tmp_path):
    (tmp_path / "e.csv").write_text(
        "\n".join(["nr;Welk cijfer geeft u?", *(f"{n};7" for n in range(1, 41))]), "utf-8"
    )
    load_halfbekend(tmp_path, 40)
    with (tmp_path / "traject.toml").open("a", encoding="utf-8") as toml:
        toml.write('[[levering]]\ninstrument = "enquete"\nfase = "praktijk"\nbestand = "e.csv"\n')
    opbrengst = collect_opbrengst(bd.load_traject(tmp_path), datum=date(2026, 11, 26))
    assert state_participants(opbrengst) == (
        "Er waren 44 deelnames (mensen kunnen dubbel tellen): 40 aan een enquête en 4 met een melding (van 40 van de 80 "
        "meldingen is bekend wie ze deed)."
    )
