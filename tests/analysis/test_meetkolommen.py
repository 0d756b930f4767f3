"""A column that tells which wave it was, or a year, is no answer of people: its change is never a finding."""

import pandas as pd
import pytest

from burgerdata.analysis.rapportvragen.materiaal import Materiaal
from burgerdata.analysis.rapportvragen.meetkolommen import list_meetkolommen
from burgerdata.analysis.rapportvragen.voorraad import Voorraad
from burgerdata.analysis.rapportvragen.vragen import RAPPORTVRAGEN

from .trajecten import join, make_panel, make_vraag

JA_NEE = {"1": "ja", "2": "nee"}
ANTWOORDEN = {
    "jaar van meting": ("getal", {}, ["2024"] * 4, ["2025"] * 4),
    "verhuisd in": ("getal", {}, ["1999", "2004", "2011", "2020"], ["1999", "2004", "2011", "2021"]),
    "meting": ("getal", {}, ["1"] * 4, ["2"] * 4),
    "ronde": ("een_antwoord", JA_NEE, ["1"] * 4, ["2"] * 4),
}
MENSEN = {
    "bezoeken": ("getal", {}, ["3", "4", "5", "6"], ["4", "5", "6", "7"]),
    "gelijk gebleven": ("getal", {}, ["3"] * 4, ["3"] * 4),
    "gelukt": ("taak", JA_NEE, ["2"] * 4, ["1"] * 4),
    "gebruikt": ("een_antwoord", JA_NEE, ["1", "2", "2", "2"], ["1"] * 4),
    "bedrag": ("getal", {}, ["1950", "2000", "2050", "2150"], ["1950", "2000", "2050", "2200"]),
}


@pytest.fixture(scope="module")
def traject():
    panel = make_panel()
    delen = [
        make_vraag(f"kp_{meting}", naam, soort, dict(zip(wie, waarden, strict=True)), opties=opties)
        for naam, (soort, opties, *beide) in (ANTWOORDEN | MENSEN).items()
        for meting, wie, waarden in (("m1", "ABCD", beide[0]), ("m2", "ABCE", beide[1]))
    ]
    erbij = join(*delen)
    tabellen = {
        naam: pd.concat([panel.tabellen[naam].astype("object"), erbij[naam]], ignore_index=True)
        for naam in ("vragen", "opties", "antwoorden")
    }
    return panel.replace_tabellen(**tabellen)


def test_a_year_and_the_name_of_a_wave_tell_nothing_of_people(traject):
    assert list_meetkolommen(traject) == frozenset(ANTWOORDEN)


def test_they_are_not_among_the_questions_whose_change_is_told(traject):
    vraag = next(vraag for vraag in RAPPORTVRAGEN if vraag.id == "ev2")
    assert set(Materiaal(Voorraad(traject), vraag).find_reeksen()) == {"cijfer", *MENSEN}
