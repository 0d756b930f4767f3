"""Settings: frozen, empty where nothing was said, and the agreed thresholds."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, fields

import pytest

from burgerdata.settings import Drempels, Instellingen, Levering, Weging


def test_the_thresholds_are_ten_thirty_and_fifty_persons() -> None:
    drempels = Instellingen().drempels
    assert (drempels.drempel, drempels.verborgen, drempels.indicatief) == (10, 30, 50)


@pytest.mark.parametrize(
    ("wat", "veld"),
    [
        (Drempels(), "drempel"),
        (Instellingen(), "titel"),
        (Levering("a", "enquete"), "naam"),
        (Weging("a"), "herkomst"),
    ],
)
def test_settings_cannot_be_changed_in_place(wat: object, veld: str) -> None:
    with pytest.raises(FrozenInstanceError):
        setattr(wat, veld, 1)


def test_nothing_is_guessed_where_nothing_was_said() -> None:
    instellingen = Instellingen()
    gezegd = [
        veld.name
        for veld in fields(instellingen)
        if veld.name != "drempels" and getattr(instellingen, veld.name)
    ]
    assert gezegd == []


def test_a_delivery_knows_only_its_name_its_instrument_and_that_dutch_is_spoken() -> None:
    levering = Levering("enquete", "enquete")
    gezegd = {
        veld.name: getattr(levering, veld.name) for veld in fields(levering) if getattr(levering, veld.name)
    }
    assert gezegd == {"naam": "enquete", "instrument": "enquete", "taal": "nl"}


def test_two_deliveries_do_not_share_their_mappings() -> None:
    een, ander = Levering("a", "enquete"), Levering("b", "enquete")
    assert een.kolommen is not ander.kolommen


@pytest.mark.parametrize(
    ("onderwerp", "titel", "in_zin"),
    [
        ("De bereikbaarheid van de wijk", "", "de bereikbaarheid van de wijk"),
        ("Jupyter Notebook", "", "Jupyter Notebook"),
        ("OV in de avond", "", "OV in de avond"),
        ("Amsterdam in beweging", "", "Amsterdam in beweging"),
        ("", "Het nieuwe plein", "het nieuwe plein"),
        ("", "", ""),
    ],
)
def test_a_subject_loses_its_capital_in_a_sentence_unless_it_may_be_a_name(
    onderwerp: str, titel: str, in_zin: str
) -> None:
    assert Instellingen(onderwerp=onderwerp, titel=titel).onderwerp_in_zin == in_zin
