"""Shares in words, rule by rule."""

from __future__ import annotations

import pytest

from burgerdata.findings.number_words import say_aandeel, say_aantal

REGELS = [
    (23, 27, "ongeveer 1 op de 4"),
    (31, 36, "ongeveer 1 op de 3"),
    (47, 53, "ongeveer de helft"),
    (64, 69, "ongeveer 2 op de 3"),
    (73, 77, "ongeveer 3 op de 4"),
    (95, 100, "bijna iedereen"),
]


@pytest.mark.parametrize(("laag", "hoog", "woorden"), REGELS)
def test_every_percentage_of_a_rule_has_its_words_and_the_percentage(
    laag: int, hoog: int, woorden: str
) -> None:
    for procent in range(laag, hoog + 1):
        assert say_aandeel(procent / 100, 500) == f"{woorden} ({procent}%)"


def test_every_other_percentage_stands_alone() -> None:
    met_woorden = {procent for laag, hoog, _ in REGELS for procent in range(laag, hoog + 1)}
    for procent in set(range(101)) - met_woorden:
        assert say_aandeel(procent / 100, 500) == f"{procent}%"


def test_the_rule_follows_the_printed_percentage() -> None:
    assert say_aandeel(0.225, 500) == "ongeveer 1 op de 4 (23%)"
    assert say_aandeel(0.2249, 500) == "22%"
    assert say_aandeel(0.945, 500) == "bijna iedereen (95%)"


def test_under_fifty_people_there_are_no_words() -> None:
    assert say_aandeel(0.5, 49) == "50%"
    assert say_aandeel(0.5, 50) == "ongeveer de helft (50%)"


def test_numbers_up_to_twelve_are_words() -> None:
    assert [say_aantal(n) for n in (0, 1, 12, 13, 1483)] == ["nul", "één", "twaalf", "13", "1.483"]
