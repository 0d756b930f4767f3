"""Rankings written as a list in one cell: every person names the same items, each in an order of their own."""

from __future__ import annotations

import pandas as pd

from burgerdata.formats.choice_lists import split_semicolons
from burgerdata.shapes import Kolom

_FEWEST_ITEMS = 2


def find_ranking(cellen: pd.Series) -> list[str]:
    """Return the items when every filled cell holds all of them and the order differs; none when it is no ranking.

    Examples
    --------
    >>> find_ranking(pd.Series(["a;b;", "b;a;", ""])), find_ranking(pd.Series(["a;b;", "a;"]))
    (['a', 'b'], [])
    """
    lijsten = [tuple(split_items(cel)) for cel in cellen.unique() if cel.strip()]
    eerste = sorted(lijsten[0]) if lijsten else []
    gelijk = all(sorted(lijst) == eerste for lijst in lijsten)
    echt = len(lijsten) > 1 and len(set(eerste)) == len(eerste) >= _FEWEST_ITEMS
    return eerste if gelijk and echt else []


def split_items(cel: str) -> list[str]:
    """Return the items of a list that ends in a semicolon."""
    return split_semicolons(cel)


def spread_ranking(
    cellen: pd.Series, kolom: Kolom, items: list[str]
) -> tuple[dict[str, pd.Series], tuple[Kolom, ...]]:
    """Return a column per item with the rank that each person gave it (1 = first), and what these columns are."""
    rangen = {
        cel: {item: str(plek) for plek, item in enumerate(split_items(cel), start=1)}
        for cel in cellen.unique()
    }
    kolommen, data = [], {}
    for item in items:
        naam = f"{kolom.naam} [{item}]"
        data[naam] = cellen.map({cel: plekken.get(item, "") for cel, plekken in rangen.items()}).astype("str")
        kolommen.append(
            Kolom(
                naam,
                tekst=f"{kolom.tekst} {item}",
                herkomst=kolom.herkomst,
                set_naam=kolom.naam,
                set_tekst=kolom.tekst,
                soort="rangorde",
            )
        )
    return data, tuple(kolommen)
