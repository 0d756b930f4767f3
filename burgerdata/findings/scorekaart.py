"""A finding about the scorecard of a traject."""

from __future__ import annotations

import pandas as pd

from burgerdata.findings.number_words import say_aantal
from burgerdata.findings.zinnen import choose_zin

_SLECHT, _LEEG = "onvoldoende", "niet gemeten"


def state_scorekaart(tabel: pd.DataFrame) -> str:
    """Return how many indicators miss the traject's own norm, or else how many were not measured."""
    oordeel = tabel["oordeel"].astype("str")
    alle = tabel["id"].astype("str")
    totaal = alle.nunique()
    slecht = alle[oordeel.eq(_SLECHT)].nunique()
    leeg = totaal - alle[oordeel.ne(_LEEG)].nunique()
    if slecht:
        wat = "indicator haalt de norm" if slecht == 1 else "indicatoren halen de norm"
        return _start(slecht, f"{wat} van het traject niet")
    if not leeg:
        return choose_zin(["Alle indicatoren van dit traject zijn gemeten"])
    if leeg == totaal:
        return choose_zin(["Geen indicator van dit traject is gemeten"])
    return _start(leeg, f"{'indicator is' if leeg == 1 else 'indicatoren zijn'} in dit traject niet gemeten")


def _start(aantal: int, rest: str) -> str:
    return choose_zin([f"{say_aantal(aantal)} {rest}"])
