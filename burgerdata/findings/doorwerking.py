"""A finding about what was done with the input."""

from __future__ import annotations

import pandas as pd

from burgerdata.findings.number_words import say_aantal
from burgerdata.findings.zinnen import choose_zin
from burgerdata.getallen import join_woorden

_WOORD = {
    "overgenomen": "overgenomen",
    "deels overgenomen": "deels overgenomen",
    "niet overgenomen": "niet overgenomen",
    "buiten de kaders": "buiten de kaders gevallen",
    "nog te besluiten": "nog niet besloten",
}


def state_doorwerking(tabel: pd.DataFrame) -> str:
    """Return how many inputs have each status, in words; the shorter forms keep what was and was not decided."""
    aantal = tabel["status"].value_counts()
    delen = {
        status: f"{say_aantal(int(aantal[status]))} {woord}"
        for status, woord in _WOORD.items()
        if status in aantal
    }
    if not delen:
        return "Er is nog niet vastgelegd wat er met de inbreng gebeurt"
    kort = [delen[status] for status in ("overgenomen", "nog te besluiten") if status in delen]
    if len(tabel) == 1:
        return choose_zin([f"Het ene punt is {_WOORD[str(tabel['status'].iloc[0])]}"])
    kop = f"Van {say_aantal(len(tabel))} punten"
    werkwoord = "is er" if delen and next(iter(delen.values())).startswith("één ") else "zijn er"
    return choose_zin(
        [
            f"{kop} {werkwoord} {join_woorden(list(delen.values()))}",
            f"{kop} {werkwoord} {join_woorden(kort or list(delen.values())[:1])}",
        ]
    )
