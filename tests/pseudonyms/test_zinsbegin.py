"""Two sentences without a full stop between them: the capital of the second one is no name, and a name behind the same word is."""

from __future__ import annotations

import pytest

from burgerdata.pseudonyms import mask_text


@pytest.mark.parametrize(
    "tekst",
    [
        "Wachttijd van een jaar is onmenselijk voor een kind Steeds een andere contactpersoon.",
        "Wachttijd van een jaar is onmenselijk voor een kind Personeel wisselt te vaak.",
        "Dat is niet goed voor mijn kind Elke keer een nieuwe hulpverlener",
        "De wachtlijst is veel te lang Elke keer een nieuwe hulpverlener",
        "Zwaar voor mijn partner Daarnaast veel formulieren",
        "Er was geen hulp voor mijn zoon School wist van niets",
        "Dan ben je geen kind meer. Dan moet je zelf bellen",
    ],
)
def test_an_ordinary_word_with_a_capital_stays(tekst):
    assert mask_text(tekst)[0] == tekst


@pytest.mark.parametrize(
    ("tekst", "naam"),
    [
        ("mijn buurvrouw Elke belde elke dag", "Elke"),
        ("elke week zag ik mijn zus Elke", "Elke"),
        ("mijn moeder Elke Visser wacht al een jaar", "Elke Visser"),
        ("mevrouw Vaak belde niet terug", "Vaak"),
        ("mijn kind Xandrinus wacht al een jaar", "Xandrinus"),
        ("een collega Xerxina hielp ons", "Xerxina"),
        ("dat is een kind Fatima huilt vaak", "Fatima"),
        ("mijn vriend Meer belde", "Meer"),
        ("begeleider J. Vaak", "J. Vaak"),
        ("mijn buurman Lang klaagt over herrie", "Lang"),
        ("mijn collega Geduld hielp", "Geduld"),
        ("mijn buurvrouw De Lang", "De Lang"),
        ("mijn huisarts Hulp luistert", "Hulp"),
        ("een moeder Wopke zei", "Wopke"),
        ("ik heb een partner Wopke", "Wopke"),
        ("geen huisarts Hazenkamp meer", "Hazenkamp"),
        ("een zusje Yfke", "Yfke"),
        ("mijn zoon Alle wacht", "Alle"),
        ("mijn zoon Steeds vroeg erom", "Steeds"),
        ("mijn dochter Vaak", "Vaak"),
        ("mijn zus Vaak Xerxen", "Vaak Xerxen"),
        ("mijn zus Elke vraag ik het wel", "Elke"),
    ],
)
def test_a_name_behind_such_a_word_is_masked(tekst, naam):
    gemaskeerd = mask_text(tekst)[0]
    assert naam not in gemaskeerd
    assert "[naam]" in gemaskeerd
