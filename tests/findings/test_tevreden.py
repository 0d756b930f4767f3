"""How satisfied people are is said in words of its own only where the question can be turned into such a sentence."""

from __future__ import annotations

import pandas as pd
import pytest

from burgerdata.findings import state_bevinding
from burgerdata.toelichting import Toelichting, annotate

LABELS = ["zeer ontevreden", "ontevreden", "neutraal", "tevreden", "zeer tevreden"]


def state(vraag: str) -> str:
    """The finding about a question to which 60 of 100 people answer that they are not satisfied."""
    n = [20, 40, 10, 20, 10]
    rijen = {"activiteit_id": "enq", "vraag_id": "q", "kort": vraag, "label": LABELS, "volgorde": range(1, 6)}
    tabel = pd.DataFrame(rijen | {"n": n, "basis": 100, "aandeel": [x / 100 for x in n], "netto": -0.3})
    return state_bevinding(annotate(tabel, Toelichting("stellingen")))


@pytest.mark.parametrize(
    "over",
    [
        "over de wachttijd",
        "met de hulp van het wijkteam",
        "over het duwen van de rolstoel",  # uw and je within a word are no address
        "over het projectbureau",
    ],
)
def test_what_was_asked_about_is_said_in_the_sentence(over: str) -> None:
    assert (
        state(f"Hoe tevreden bent u {over}") == f"60% van de mensen is ontevreden of zeer ontevreden {over}"
    )


@pytest.mark.parametrize(
    "over",
    [
        "met uw woning",
        "over je dokter, en waarom",
        "over de hulp die u kreeg",
        "over de dokter en waarom",
        "met jullie buurt",
        "met de buurt waar jij woont",
        "over de bus, de tram en de trein",
    ],
)
def test_a_question_that_speaks_to_the_reader_or_asks_more_is_quoted(over: str) -> None:
    zin = state(f"Hoe tevreden bent u {over}")
    assert zin.startswith("60% antwoordt ‘zeer ontevreden’ of ‘ontevreden’ bij ‘")
    assert over in zin or "‘Hoe tevreden bent u" in zin
