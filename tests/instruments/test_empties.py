"""A source that tells why a cell is empty is believed; one that does not leaves the reason open."""

from __future__ import annotations

import pandas as pd
import pytest

from burgerdata.instruments.answers import fill_vraag
from burgerdata.instruments.empties import mark_empties
from burgerdata.instruments.stacking import STATUS_NR
from burgerdata.instruments.vraag import Optie, Vraag
from burgerdata.shapes import AFGEBROKEN, NIET_GETOOND, OVERGESLAGEN

_CELLEN = ["7", "", NIET_GETOOND, OVERGESLAGEN, AFGEBROKEN]
_STATUSSEN = ["gegeven", "leeg_onbekend", "niet_getoond", "overgeslagen", "afgebroken"]


def read_statuses(vraag: Vraag, frame: pd.DataFrame) -> list[str]:
    blok, notities = fill_vraag(vraag, frame)
    assert notities == ()
    namen = {nummer: status for status, nummer in STATUS_NR.items()}
    return [namen[int(nummer)] for nummer in mark_empties(vraag, blok, frame).status]


@pytest.mark.parametrize("soort", ["een_antwoord", "schaal", "getal", "open"])
def test_a_sign_becomes_the_status_of_the_empty_cell(soort: str) -> None:
    frame = pd.DataFrame({"v": _CELLEN}, dtype="str")
    assert read_statuses(Vraag("v", ("v",), "?", soort, opties=(Optie("7", "7", 7.0),)), frame) == _STATUSSEN


def test_several_answers_that_were_shown_and_left_empty_are_a_choice_for_none() -> None:
    frame = pd.DataFrame({"a": ["Y", *_CELLEN[1:]], "b": ["", *_CELLEN[1:]]}, dtype="str")
    opties = (Optie("a", "fiets"), Optie("b", "trein"))
    vraag = Vraag("v", ("a", "b"), "?", "meer_antwoorden", opties=opties, namen=("fiets", "trein"))
    assert read_statuses(vraag, frame) == [*_STATUSSEN[:3], "geen_gekozen", "afgebroken"]


def test_the_signs_are_blanks_to_who_does_not_know_them() -> None:
    assert {teken.strip() for teken in (NIET_GETOOND, OVERGESLAGEN, AFGEBROKEN)} == {""}
