"""What was counted beside the findings: an order by what came first, and nothing of what everybody has."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from burgerdata.loading.load import load_traject
from burgerdata.report.blocks import Opsomming
from burgerdata.report.chapters import bevindingen, samenvatting
from burgerdata.report.collect import Opbrengst, collect_opbrengst

TOML = 'titel = "Proef"\n[[levering]]\nnaam = "e"\ninstrument = "enquete"\nfase = "beleidsontwikkeling"\nbestand = "e.csv"\npersoon = "nr"\n'
VRAGEN = {
    "auto": ("Heeft u een auto?", "een_antwoord", ""),
    "status": ("Status interview", "een_antwoord", ""),
    "eerst": ("Zet op volgorde wat het eerst moet", "rangorde", ""),
    "tarief": ("Wat vindt u van het voorstel om het tarief te verhogen?", "een_antwoord", "steun"),
}


@pytest.fixture(scope="module")
def opbrengst(tmp_path_factory: pytest.TempPathFactory) -> Opbrengst:
    """Of 200 people 120 have a car, 110 find the proposal a bad idea, and 130 put lamps before banks."""
    map_: Path = tmp_path_factory.mktemp("tellingen")
    rijen = [
        f"{nr};{'ja' if nr < 120 else 'nee'};Compleet;{1 if nr % 20 < 13 else 2};{2 if nr % 20 < 13 else 1};"
        f"{'Slecht idee' if nr % 20 < 11 else 'Goed idee'}"
        for nr in range(200)
    ]
    kop = "nr;auto;status;eerst [lampen];eerst [banken];tarief"
    (map_ / "e.csv").write_text("\n".join([kop, *rijen]), "utf-8")
    (map_ / "traject.toml").write_text(TOML, "utf-8")
    (map_ / "sleutel.txt").write_text("ab" * 32, "ascii")
    koppen = {
        "auto": ["auto"],
        "status": ["status"],
        "eerst": ["eerst [lampen]", "eerst [banken]"],
        "tarief": ["tarief"],
    }
    regels = [
        ("e", kolom, VRAGEN[naam][0], VRAGEN[naam][1], "inhoud", naam, VRAGEN[naam][2])
        for naam, kolommen in koppen.items()
        for kolom in kolommen
    ]
    kolommen = ["levering", "kolom", "tekst", "soort", "rol", "vraag_id", "gebruik"]
    pd.DataFrame(regels, columns=kolommen).to_csv(map_ / "vragen.csv", sep=";", index=False)
    return collect_opbrengst(load_traject(map_), datum=date(2026, 10, 1))


def list_regels(opbrengst: Opbrengst) -> list[str]:
    return [
        punt
        for blok in bevindingen.build(opbrengst, {})
        if isinstance(blok, Opsomming)
        for punt in blok.punten
    ]


def test_what_everybody_has_is_not_told_and_an_order_is_told_by_what_came_first(
    opbrengst: Opbrengst,
) -> None:
    gekozen = [antwoord.bevinding for antwoord in bevindingen.choose_bevindingen(opbrengst)]
    alles = [*gekozen, *list_regels(opbrengst)]
    assert not [zin for zin in alles if "Compleet" in zin]
    assert any("65% zet ‘lampen’ op de eerste plaats" in zin for zin in alles)


def test_what_people_think_of_the_proposal_is_in_the_summary(opbrengst: Opbrengst) -> None:
    punten = [
        punt
        for blok in samenvatting.build(opbrengst, {})
        if isinstance(blok, Opsomming)
        for punt in blok.punten
    ]
    assert any("55%" in punt and "Slecht idee" in punt for punt in punten)
