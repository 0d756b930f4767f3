"""The real round of votes: what its provenance says, and no opinion that is a trait of a person."""

from __future__ import annotations

import pytest

from burgerdata.analysis import summarise_stemmen
from burgerdata.loading import load_traject
from burgerdata.pseudonyms import mask_text
from burgerdata.traject import Traject

from .conftest import SURVEYS

MAP = SURVEYS / "voorbeeld-echt-london-jongeren-politie"


@pytest.fixture(scope="module")
def traject() -> Traject:
    return load_traject(MAP)


def test_the_example_has_the_counts_of_its_provenance(traject: Traject) -> None:
    assert traject.deelnemers["rol"].eq("burger").sum() == 26
    assert len(traject.fragmenten) == 36
    redenen = traject.logboek.groupby("reden", observed=True)["aantal"].sum()
    assert (redenen["herziene_stem"], redenen["afgewezen_stelling"]) == (2, 3)


def test_what_people_are_is_not_shown_as_what_they_think(traject: Traject) -> None:
    stellingen = summarise_stemmen(traject)
    assert stellingen["vraag_id"].nunique() == 24
    assert not stellingen["kort"].str.contains("herkomst|geslacht|jaar").any()


def test_the_statements_hold_nothing_that_leads_to_a_person(traject: Traject) -> None:
    assert [tekst for tekst in traject.fragmenten["tekst"] if len(mask_text(tekst)[1])] == []


def test_licence_and_source_are_named() -> None:
    for bestand in (MAP / "LEESMIJ.md", MAP / "ruw" / "PROVENANCE.md"):
        tekst = bestand.read_text(encoding="utf-8")
        assert "CC BY 4.0" in tekst
        assert "Computational Democracy Project" in tekst
