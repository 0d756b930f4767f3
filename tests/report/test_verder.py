"""What was counted and is no finding by itself may be chosen, and is told in one line where it was not."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from burgerdata.loading.load import load_traject
from burgerdata.report.blocks import Alinea, Kop, Opsomming, Tabelblok
from burgerdata.report.chapters import bevindingen
from burgerdata.report.chapters.answers import print_antwoord, print_tabelblok
from burgerdata.report.collect import collect_opbrengst

TOML = """titel = "Proef"
fase = "beleidsontwikkeling"
[[levering]]
naam = "straat"
instrument = "straatgesprek"
bestand = "straat.csv"
kolommen = { open = ["gezegd"] }
[[levering]]
naam = "avond"
instrument = "burgerdialoog"
onderdelen = { stippen = "s.csv" }
[[levering]]
naam = "enquete"
instrument = "enquete"
bestand = "e.csv"
persoon = "nr"
kenmerken = ["woning"]
"""
STIPPEN = "Idee;aantal stippen\nVaste contactpersoon;20\nKortere brieven;15\nInloopspreekuur;6\n"
TURF = [*["rekening"] * 14, *["kou"] * 9, *["loket"] * 5]
EENS = ("Helemaal oneens", "Oneens", "Neutraal", "Eens", "Helemaal eens")
HUUR, KOOP = (20, 20, 20, 24, 16), (12, 12, 12, 36, 28)
"""Of 100 tenants 40 agree, of 100 owners 64: 40% and 64%."""


VRAGEN = [
    ("levering", "kolom", "tekst", "soort", "rol", "vraag_id"),
    ("straat", "gezegd", "gezegd", "open", "inhoud", "gezegd"),
    ("straat", "onderwerp", "onderwerp", "een_antwoord", "inhoud", "onderwerp"),
    ("enquete", "woning", "woning", "een_antwoord", "kenmerk", "woning"),
    ("enquete", "rekening", "Ik kan mijn rekening betalen", "stelling", "inhoud", "rekening"),
]


def _write_vragen(pad: Path) -> None:
    boek = Workbook()
    blad = boek.active
    blad.title = "vragen"
    for rij in VRAGEN:
        blad.append(rij)
    boek.save(pad)


def _make_enquete() -> str:
    rijen = ["nr;woning;rekening"]
    for woning, aantallen in (("huur", HUUR), ("koop", KOOP)):
        antwoorden = [label for label, n in zip(EENS, aantallen, strict=True) for _ in range(n)]
        rijen += [f"{woning[0]}{nr};{woning};{antwoord}" for nr, antwoord in enumerate(antwoorden)]
    return "\n".join(rijen) + "\n"


@pytest.fixture(scope="module")
def opbrengst(tmp_path_factory):
    """Return what a report rests on: a survey of 200, 28 talks on the street with a tally, and dots."""
    map_ = tmp_path_factory.mktemp("verder")
    straat = "".join(f"{nr};{onderwerp};zei iets over het huis\n" for nr, onderwerp in enumerate(TURF))
    (map_ / "straat.csv").write_text(f"nr;onderwerp;gezegd\n{straat}", "utf-8")
    _write_vragen(map_ / "vragen.xlsx")
    (map_ / "s.csv").write_text(STIPPEN, "utf-8")
    (map_ / "e.csv").write_text(_make_enquete(), "utf-8")
    (map_ / "sleutel.txt").write_text("ab" * 32, "ascii")
    (map_ / "traject.toml").write_text(TOML, "utf-8")
    return collect_opbrengst(load_traject(map_), datum=date(2026, 11, 27))


def test_a_tally_on_the_street_may_be_chosen(opbrengst):
    tabel = bevindingen.list_bevindingen(opbrengst)["telling_straat_onderwerp"].tabellen[
        "telling_straat_onderwerp"
    ]
    assert dict(zip(tabel["label"], tabel["n"], strict=True)) == {"rekening": 14, "kou": 9, "loket": 5}


def test_the_shares_behind_a_proven_difference_are_told_and_may_be_named(opbrengst):
    [naam] = [naam for naam in bevindingen.list_bevindingen(opbrengst) if naam.startswith("verschil_")]
    blokken = print_antwoord(bevindingen.list_bevindingen(opbrengst)[naam], opbrengst, {})
    tekst = " ".join(blok.tekst for blok in blokken if isinstance(blok, Alinea))
    assert "‘Eens of Helemaal eens’ antwoordt bij ‘huur’ 40% en bij ‘koop’ 64%." in tekst
    getallen = dict(zip(opbrengst.getallen["naam"], opbrengst.getallen["tekst"], strict=True))
    eigen = [
        waarde
        for sleutel, waarde in getallen.items()
        if "_kant_" in sleutel and sleutel.endswith(".aandeel") and "antwoord_" in sleutel
    ]
    assert eigen == ["40%", "64%"]


def test_what_was_not_chosen_is_told_in_a_line(opbrengst):
    blokken = bevindingen.build(opbrengst, {})
    koppen = " ".join(blok.tekst for blok in blokken if isinstance(blok, Kop))
    regels = [punt for blok in blokken if isinstance(blok, Opsomming) for punt in blok.punten]
    tabellen = " ".join(str(blok.tabel.to_numpy()) for blok in blokken if isinstance(blok, Tabelblok))
    assert "‘Vaste contactpersoon’ kreeg 20 van de 41 stippen" in koppen
    assert "Inloopspreekuur" in tabellen
    assert any("14 van de 28 deelnemers antwoorden ‘rekening’" in zin for zin in regels)
    assert any("daarna ‘kou’ (9) en ‘loket’ (5) (straatgesprekken)." in zin for zin in regels)


def test_a_table_names_what_holds_the_answer_and_not_the_code_of_a_side(opbrengst):
    [naam] = [naam for naam in opbrengst.tabellen if naam.startswith("antwoord_")]
    blok = print_tabelblok(opbrengst, naam)
    assert "kant" not in blok.tabel.to_string()
    assert blok.tabel.iloc[-1].astype("str").str.contains("Eens of Helemaal eens").any()
