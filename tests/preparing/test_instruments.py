"""The comparison of instruments: nine, with reasons, in the order of the hints of the domain."""

from __future__ import annotations

import pytest

import burgerdata as bd
from burgerdata.errors import MethodeError
from burgerdata.preparing.kaarten import KAARTEN
from burgerdata.preparing.voorbereiding import DOEL
from burgerdata.schema import INSTRUMENT

PAST = "past bij het doel"


def fitting(doel: str, **wie: object) -> set[str]:
    tabel = bd.compare_instrumenten(doel=doel, **wie)  # type: ignore[arg-type]
    return set(tabel.loc[tabel["advies"] == PAST, "instrument"])


def attention(instrument: str, doel: str, **wie: object) -> str:
    tabel = bd.compare_instrumenten(doel=doel, **wie).set_index("instrument")  # type: ignore[arg-type]
    return str(tabel.loc[instrument, "aandachtspunt"])


def test_every_instrument_has_its_card() -> None:
    assert tuple(KAARTEN) == INSTRUMENT
    assert {doel for kaart in KAARTEN.values() for doel in kaart.doelen} == set(DOEL)


@pytest.mark.parametrize("doel", DOEL)
def test_all_nine_are_there_each_with_a_reason_and_none_is_chosen(doel: str) -> None:
    tabel = bd.compare_instrumenten(doel=doel)
    assert sorted(tabel["instrument"]) == sorted(INSTRUMENT)
    assert (tabel["reden"].str.len() > 0).all()
    assert len(fitting(doel)) >= 2
    assert tabel["advies"].is_monotonic_increasing


@pytest.mark.parametrize(
    ("doel", "instrument"),
    [
        ("ervaring meten", "enquete"),
        ("perspectieven ophalen", "focusgroep"),
        ("perspectieven ophalen", "community"),
        ("perspectieven ophalen", "straatgesprek"),
        ("keuze wegen", "burgerberaad"),
        ("keuze wegen", "burgerdialoog"),
        ("dienst verbeteren", "usability"),
        ("evalueren", "klantpanel"),
    ],
)
def test_the_hints_of_practice_are_followed(doel: str, instrument: str) -> None:
    assert instrument in fitting(doel)


def test_too_few_weeks_make_an_assembly_a_point_of_attention() -> None:
    assert attention("burgerberaad", "keuze wegen", middelen={"weken": 12.0}).startswith("12 weken is kort")
    assert attention("burgerberaad", "keuze wegen", middelen={"weken": 40.0}) == ""


def test_who_is_asked_changes_what_needs_attention() -> None:
    assert "Jongeren" in attention("straatgesprek", "perspectieven ophalen", doelgroep=["jongeren"])
    assert "Online" in attention("community", "perspectieven ophalen", doelgroep=["mensen zonder computer"])
    assert "niet naar de bevolking" in attention("enquete", "ervaring meten", doelgroep="slachtoffers")
    assert attention("enquete", "ervaring meten", doelgroep="algemeen") == ""


def test_the_budget_is_divided_over_the_most_people() -> None:
    tabel = bd.compare_instrumenten(doel="ervaring meten", middelen={"euro": 60000}).set_index("instrument")
    assert tabel.loc["enquete", "euro_minstens"] == 30
    assert tabel.loc["focusgroep", "euro_minstens"] == 1000
    assert tabel["euro_minstens"].isna().sum() == 4


def test_a_purpose_that_does_not_exist_is_refused() -> None:
    with pytest.raises(MethodeError, match="bedoelde u 'keuze wegen'"):
        bd.compare_instrumenten(doel="keuzes wegen")
