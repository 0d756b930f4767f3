"""Which questions ask for support, and which only whether people take part in research or help somebody."""

from __future__ import annotations

import pytest

from burgerdata.instruments.steunvragen import asks_deelname, asks_steun


@pytest.mark.parametrize(
    "tekst",
    [
        "Steunt u het plan?",
        "Steunt u een verbod op vuurwerk?",
        "Zou u meedoen?",
        "Zou u meedoen aan een buurtmoestuin?",
        "Bent u er voor of tegen dat er gebouwd wordt?",
        "Hoe staat u tegenover windmolens?",
    ],
)
def test_who_is_asked_whether_they_are_for_it_is_asked_for_support(tekst: str) -> None:
    assert asks_steun(tekst)


@pytest.mark.parametrize(
    "tekst",
    [
        "Zou u meedoen aan toekomstig onderzoek?",
        "Zou u mee doen aan dit panel?",
        "Zou u meedoen aan ons bewonerspanel?",
        "Zou u meedoen met een volgende vragenlijst?",
        "Zou u meedoen aan een groepsgesprek?",
        "Steunt u iemand als mantelzorger?",
        "Steunt u een naaste?",
        "Steunt u uw ouders of buren?",
        "Steunt u weleens anderen in de buurt?",
        "Steunt u goede doelen?",
        "Bent u voor het eerst hier?",
    ],
)
def test_taking_part_in_research_and_helping_somebody_is_no_support(tekst: str) -> None:
    assert not asks_steun(tekst)


@pytest.mark.parametrize(
    ("tekst", "over"),
    [
        ("Waarom doet u mee aan dit onderzoek?", True),
        ("Waarom wilde u aan dit panel meedoen?", True),
        ("Waarom neemt u deel aan deze enquête?", True),
        ("Waarom bent u lid van ons inwonerspanel?", True),
        ("Waarom doet u niet mee aan de buurtmoestuin?", False),
        ("Waarom bent u lid van de bibliotheek?", False),
        ("Wat mist u in het gesprek met de gemeente?", False),
    ],
)
def test_a_reason_to_take_part_in_research_is_told_from_one_about_its_subject(tekst: str, over: bool) -> None:
    assert asks_deelname(tekst) is over
