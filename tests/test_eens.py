"""Whether the words of an answer agree, disagree, or do neither."""

from __future__ import annotations

import pytest

from burgerdata.analysis.stemkeuzes import read_keuze
from burgerdata.schema.eens import read_eens


@pytest.mark.parametrize(
    "label", ["Mee eens", "Helemaal eens", "(zeer) eens", "Deels mee eens", "Eens of zeer eens"]
)
def test_who_agrees_is_for(label: str) -> None:
    assert (read_eens(label), read_keuze(label)) == ("eens", "voor")


@pytest.mark.parametrize(
    "label", ["Mee oneens", "Niet mee eens", "Helemaal niet mee eens", "Niet eens", "Het hier niet mee eens"]
)
def test_who_disagrees_is_against(label: str) -> None:
    assert (read_eens(label), read_keuze(label)) == ("oneens", "tegen")


@pytest.mark.parametrize(
    "label",
    [
        "Deels wel, deels niet mee eens",
        "Soms eens, soms niet eens",
        "Wel en niet mee eens",
        "Weet niet of ik het eens ben",
        "Ik weet het niet, misschien eens",
        "Geen idee of ik het hiermee eens ben",
        "Twijfel of ik het eens ben",
        "Niet mee oneens",
        "Niet eens, niet oneens",
        "Neutraal",
    ],
)
def test_who_does_both_or_neither_is_on_no_side(label: str) -> None:
    assert read_eens(label) == ""
    assert read_keuze(label) not in ("voor", "tegen")
