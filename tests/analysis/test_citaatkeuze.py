"""Of released quotes a few are shown, and of each other one it is known why not."""

from __future__ import annotations

import pandas as pd

from burgerdata.analysis.citaatkeuze import choose_citaten, explain_citaten

RIJEN = [
    ("wachten", "enq", "a", "Het wachten duurde erg lang"),
    ("wachten", "enq", "a", "En ik kreeg niemand aan de lijn"),
    ("wachten", "enq", "b", "Het wachten duurde zo erg lang"),
    ("wachten", "enq", "c", "Drie weken zonder antwoord"),
    ("wachten", "enq", "d", "Pas na een klacht belde men"),
    ("wachten", "straat", "e", "Uren in de rij bij het loket"),
    ("taal", "enq", "a", "Moeilijke woorden overal"),
]
KOLOMMEN = ["thema_id", "activiteit_id", "deelnemer_id", "tekst"]
FRAME = pd.DataFrame(RIJEN, columns=KOLOMMEN, dtype="str")


def test_every_quote_that_is_not_chosen_has_the_reason_for_which_it_is_not() -> None:
    """Three of wachten fit: a, e of the other source before any second one, then c; b says what a says, d comes too late."""
    assert explain_citaten(FRAME, 3) == [
        "",
        "van deze persoon staat al een citaat over dit thema",
        "het lijkt bijna woordelijk op een ander citaat over dit thema",
        "",
        "over dit thema staan er al 3, het meeste dat past",
        "",
        "",
    ]
    assert choose_citaten(FRAME, 3)["deelnemer_id"].tolist() == ["a", "e", "a", "c"]


def test_without_quotes_nothing_is_explained() -> None:
    assert explain_citaten(FRAME.head(0), 3) == []
    assert choose_citaten(FRAME.head(0), 3).empty
