"""A survey of which nobody told how it found its people is told with care: it may be of who came by on the street."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from burgerdata.analysis.example import make_example
from burgerdata.analysis.geworven import tell_zelfselectie
from burgerdata.report.chapters.bevindingen import list_bevindingen
from burgerdata.report.chapters.certainty import state_certainty
from burgerdata.report.chapters.samenvatting import _name_bron
from burgerdata.report.collect import collect_opbrengst

NIET = "op een manier die niet is opgegeven"


def make_werving(werving: str | None):
    t = make_example()
    activiteiten = t.activiteiten.assign(fase="dienstverlening", werving=werving or pd.NA)
    return t.replace_tabellen(activiteiten=activiteiten.astype(t.activiteiten.dtypes))


@pytest.fixture(scope="module")
def onbekend():
    return collect_opbrengst(make_werving(None), datum=date(2026, 11, 26))


def test_a_survey_of_unknown_recruitment_was_heard_and_not_measured(onbekend):
    cijfer = list_bevindingen(onbekend)["oordeel_enquete_cijfer"]
    assert cijfer.soort == "gehoord"
    assert "waarschijnlijk" not in cijfer.bevinding


def test_the_reader_is_told_that_nobody_said_how(onbekend):
    cijfer = list_bevindingen(onbekend)["oordeel_enquete_cijfer"]
    assert NIET in _name_bron(cijfer)[0]
    zeker = state_certainty(replace(onbekend, keuze=("oordeel_enquete_cijfer",)))
    assert NIET in zeker
    assert "marge" not in zeker


def test_a_drawn_survey_keeps_its_margin_and_talks_say_nothing_of_it():
    assert tell_zelfselectie(make_werving("steekproef"), ["enquete"]) == ""
    t = make_werving(None)
    gesprek = t.activiteiten.assign(instrument="focusgroep").astype(t.activiteiten.dtypes)
    assert tell_zelfselectie(t.replace_tabellen(activiteiten=gesprek), ["enquete"]) == ""
