"""A header that asks for people is told from one that asks for a place by how its words end."""

from __future__ import annotations

import pandas as pd
import pytest

from burgerdata.intake.identifying import is_place_header
from burgerdata.intake.naamkolommen import holds_full_names
from burgerdata.intake.naamkoppen import asks_answer

NAMEN = pd.Series(
    ["Karim Bos", "Qiang Zhou", "Kwabena Osei", "Henk Pol", "Fatima el Amrani", "Ria de Wit", "Sanne Kuiper"]
)


@pytest.mark.parametrize(
    "kop",
    [
        "Welke wijkbewoners doen mee?",
        "Welke verenigingsleden helpen?",
        "Welke sportcoach helpt u?",
        "Welke dorpsgenoot helpt u?",
        "Welke clubgenoten helpen?",
        "Welke leden van de sportvereniging doen mee?",
        "Welke mensen komen naar het buurthuis?",
        "Welke wijkbewoners?",
        "Wijkagent",
        "Which club members help?",
    ],
)
def test_names_go_under_a_word_for_people_that_begins_with_a_place(kop: str) -> None:
    assert not asks_answer(kop)
    assert holds_full_names(kop, NAMEN)


def test_people_who_are_asked_for_may_be_named_more_than_once() -> None:
    vaker = pd.Series([*NAMEN] * 4)
    for kop in ("Welke wijkbewoners doen mee?", "Welke sportcoach helpt u?", "Welke buren helpen u?"):
        assert holds_full_names(kop, vaker)
    for kop in ("Welke leider bewondert u?", "Beste minister", "Welke wijkbewoner verdient een lintje?"):
        assert not holds_full_names(kop, vaker)
    buren = pd.Series(["Linker Buren", "Rechter Buren", "Geen", "Buren Boven"] * 4)
    assert not holds_full_names("Welke buren helpen u?", buren)


@pytest.mark.parametrize(
    "kop",
    [
        "Welke sportvereniging?",
        "Welk schoolgebouw moet blijven?",
        "Welke parkbank?",
        "Welk dorpsfeest bezocht u?",
        "Welke buurt moet groener?",
        "Welke buurtkamer bezoekt u?",
        "Welke vrijwilligersorganisatie kent u?",
        "Welke plek vinden bewoners mooi?",
        "Wat vinden bewoners de mooiste plek?",
        "Welke partijleider kent u?",
        "Welke raadsleden kent u?",
        "Welke historische bewoner verdient een standbeeld?",
    ],
)
def test_names_stay_under_a_place_a_thing_or_a_public_person(kop: str) -> None:
    assert asks_answer(kop)
    assert not holds_full_names(kop, NAMEN)


def test_a_header_with_a_word_for_people_is_no_place() -> None:
    koppen = ["Wijk", "Buurt/wijk", "woon_plaats", "Wijk van kind", "Wijkagent", "Buurtgenoten"]
    assert [is_place_header(kop) for kop in koppen] == [True, True, True, True, False, False]


TERUG = [
    "Karim Bos",
    "Marie Bakker",
    "Ria de Wit",
    "Henk Pol",
    "Sanne Kuiper en Piet de Jong",
]


@pytest.mark.parametrize(
    "kop",
    [
        "Wie hielp u?",
        "Door wie bent u geholpen?",
        "Bij welke buren komt u?",
        "Welke wijkagent kent u?",
        "Welke sleutelfiguren in de wijk kent u?",
    ],
)
def test_people_around_who_answers_are_names_however_often_they_come_back(kop: str) -> None:
    assert holds_full_names(kop, pd.Series(TERUG * 12))


@pytest.mark.parametrize(
    "kop",
    ["Op wie stemt u?", "Wie inspireert u?", "Welke wethouder kent u?", "Wie zou u willen ontmoeten?"],
)
def test_people_whom_everyone_knows_are_answers(kop: str) -> None:
    assert not holds_full_names(kop, pd.Series(TERUG * 12))


def test_who_is_told_without_a_name_is_an_answer() -> None:
    wie = ["Mijn Moeder", "De Huisarts", "Sociaal Wijkteam", "de gemeente", "Buurt Huis"]
    assert not holds_full_names("Wie hielp u?", pd.Series(wie * 12))
