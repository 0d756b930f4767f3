"""What came up in most groups of a series of talks stands in the summary."""

from __future__ import annotations

from dataclasses import replace

import pytest

from burgerdata.report.chapters.gesprekken import state_gesprekken
from burgerdata.report.chapters.samenvatting import build
from burgerdata.report.texts import Tekst


def take(opbrengst, **kolommen):
    """Return the harvest with three themes of the talks, their groups and people as given, of four groups and 20 people."""
    tabel = opbrengst.tabellen["bronnen"]
    eigen = tabel[tabel["instrument"].eq("focusgroep")].head(3)
    vast = {"basis": 20, "groepen_totaal": 4} | kolommen
    nieuw = eigen.assign(thema=["geld", "taal", "tijd"], **vast).astype({"groepen": "Int32", "n": "Int32"})
    return replace(opbrengst, tabellen=opbrengst.tabellen | {"bronnen": nieuw})


def test_the_theme_of_most_groups_is_told_and_of_as_many_groups_that_of_most_people(opbrengst):
    assert state_gesprekken(take(opbrengst, groepen=[3, 3, 2], n=[5, 9, 12])) == (
        "In de focusgroepen kwam ‘taal’ het breedst ter sprake: in drie van de vier groepen (9 van de 20 mensen)."
    )


@pytest.mark.parametrize("groepen", [[2, 1, 2], [0, 0, 0]])
def test_what_half_of_the_groups_named_or_fewer_is_not_told(opbrengst, groepen):
    assert state_gesprekken(take(opbrengst, groepen=groepen, n=[5, 9, 12])) == ""


def test_the_summary_of_the_example_tells_it_once(opbrengst):
    """Planted: feedback came up in all four groups, by 23 of 32 people; the first finding is about it too."""
    zin = "In de focusgroepen kwam ‘terugkoppeling’ het breedst ter sprake: in alle vier de groepen (23 van de 32 mensen)."
    assert state_gesprekken(opbrengst) == zin
    assert not any("het breedst ter sprake" in getattr(blok, "tekst", "") for blok in build(opbrengst, {}))
    anders = {"samenvatting": Tekst("", ("Wij lazen alles.",))}
    teksten = [getattr(blok, "tekst", "") for blok in build(opbrengst, anders)]
    assert any(zin in tekst for tekst in teksten)
