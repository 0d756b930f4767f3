"""Answers that answer nothing are told from short answers that do."""

from __future__ import annotations

import pytest

from burgerdata.text.nonanswers import is_non_answer

LEEG = """nvt|n.v.t.|N.V.T|-|--|.|?|...|geen|Geen.|weet niet|weet ik niet|Weet ik niet.|geen idee|Geen idee|niets|niks|nee|Nee.
ik weet het niet|Ik zou het niet weten|zou het zo niet weten|geen mening|geen opmerkingen|Geen verdere opmerkingen|niet van toepassing
geen bijzonderheden|niets te melden|Ik heb niets te melden|niets toe te voegen|geen toelichting|zie boven|zie hierboven|zie vorige vraag|idem
x|xxx|asdf|weet ik nog niet|wil ik niet zeggen|geen suggesties|Niets bijzonders|nee, geen opmerkingen|geen opmerkingen verder|kan niets bedenken
nog niets|eigenlijk niet|weet het niet precies|n/a|NA|  |blanco|999|9999|99|-1|-9|-99|-999| 999 |-88"""
VOL = """geen parkeerplaats|niet goed|te duur|prima|goed|ja|geen klachten|geen vertrouwen in de politie|weet niet waar ik moet zijn|wachttijd|7|2019
niemand neemt op|niets werkt|nooit antwoord gekregen|geen hulp|nee want het duurde te lang|ik weet niet hoe ik moet inloggen|DigiD|AVG|BSN
niet duidelijk|alles|alles was goed|geld|site|niks aan veranderen|zie de bijlage over de wachttijd|ov|niet nodig|9|112|1999|-5|99 procent|999 keer|lijn 99|10"""


@pytest.mark.parametrize("text", LEEG.replace("\n", "|").split("|"))
def test_an_answer_without_content_is_recognised(text: str) -> None:
    assert is_non_answer(text)


@pytest.mark.parametrize("text", VOL.replace("\n", "|").split("|"))
def test_a_short_answer_with_content_stays_an_answer(text: str) -> None:
    assert not is_non_answer(text)


def test_a_missing_text_is_no_answer() -> None:
    assert is_non_answer(None)
