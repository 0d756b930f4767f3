"""Which of several quotes about a theme are shown: of many people and sources, and none that says the same again."""

from __future__ import annotations

import re

import pandas as pd

_PERSOON = "van deze persoon staat al een citaat over dit thema"
_GELIJK = "het lijkt bijna woordelijk op een ander citaat over dit thema"


def choose_citaten(kandidaten: pd.DataFrame, n: int) -> pd.DataFrame:
    """Return per theme at most n quotes: one per person, no near-duplicates, every source once before any twice."""
    if kandidaten.empty:
        return kandidaten
    volgorde, redenen = _weigh(kandidaten, n)
    return kandidaten.reset_index(drop=True).iloc[[plek for plek in volgorde if not redenen[plek]]]


def explain_citaten(kandidaten: pd.DataFrame, n: int) -> list[str]:
    """Return for each quote why it is not among the chosen ones, empty for those that are.

    Examples
    --------
    >>> rij = {"thema_id": "t", "activiteit_id": "a"}
    >>> frame = pd.DataFrame([rij | {"deelnemer_id": "p", "tekst": "Een lange rij"}, rij | {"deelnemer_id": "p", "tekst": "Anders"}])
    >>> explain_citaten(frame, 3)
    ['', 'van deze persoon staat al een citaat over dit thema']
    """
    return _weigh(kandidaten, n)[1] if len(kandidaten) else []


def _weigh(kandidaten: pd.DataFrame, n: int) -> tuple[list[int], list[str]]:
    """Return the places of quotes in the order in which they are chosen, and for each place why it is not."""
    frame = kandidaten.reset_index(drop=True)
    redenen = [_PERSOON if dubbel else "" for dubbel in frame.duplicated(["thema_id", "deelnemer_id"])]
    eigen = frame[[not reden for reden in redenen]]
    beurt = eigen.groupby(["thema_id", "activiteit_id"], observed=True, dropna=False).cumcount()
    volgorde = [int(plek) for plek in eigen.index[beurt.to_numpy().argsort(kind="stable")]]
    gezegd: dict[str, list[set[str]]] = {}
    for plek in volgorde:
        eerder = gezegd.setdefault(str(frame.at[plek, "thema_id"]), [])
        woorden = set(re.findall(r"\w+", str(frame.at[plek, "tekst"]).casefold()))
        if any(_resembles(woorden, ander) for ander in eerder):
            redenen[plek] = _GELIJK
        elif len(eerder) >= n:
            redenen[plek] = f"over dit thema staan er al {n}, het meeste dat past"
        else:
            eerder.append(woorden)
    return volgorde, redenen


def _resembles(een: set[str], ander: set[str]) -> bool:
    return len(een & ander) > 0.7 * min(len(een), len(ander))
