"""One spelling per answer: "Vrouw " and "vrouw" are the same option."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from burgerdata.cellen import count_cells
from burgerdata.instruments.vraagregels import fold


def unify_spelling(cellen: pd.Series) -> dict[str, str]:
    """Return every different filled cell with the spelling that stands for it: the most used one, first among equals.

    Examples
    --------
    >>> unify_spelling(pd.Series(["vrouw", "Vrouw ", "vrouw", "man", ""]))
    {'vrouw': 'vrouw', 'Vrouw ': 'vrouw', 'man': 'man'}
    """
    aantallen = {waarde: n for waarde, n in count_cells(cellen).items() if waarde.strip()}
    groepen: dict[str, list[str]] = {}
    for waarde in aantallen:
        groepen.setdefault(fold(waarde), []).append(waarde)
    beste = {
        sleutel: " ".join(max(vormen, key=lambda vorm: aantallen[vorm]).split())
        for sleutel, vormen in groepen.items()
    }
    return {waarde: beste[fold(waarde)] for waarde in aantallen}


def find_common_start(teksten: Sequence[str]) -> str:
    """Return the letters with which all texts begin.

    Examples
    --------
    >>> find_common_start(["v3_1", "v3_2"])
    'v3_'
    """
    kortste, langste = min(teksten), max(teksten)
    for plek, teken in enumerate(kortste):
        if langste[plek : plek + 1] != teken:
            return kortste[:plek]
    return kortste


def list_spellings(cellen: pd.Series) -> list[str]:
    """Return the different answers in a column, each in its most used spelling, in order of appearance."""
    return list(dict.fromkeys(unify_spelling(cellen).values()))
