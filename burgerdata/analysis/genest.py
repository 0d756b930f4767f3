"""Which groups of one trait lie wholly within a group of another: a village in a district."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import permutations

import pandas as pd

from burgerdata.analysis.groepen import VAN_ACTIVITEIT, read_groepen
from burgerdata.designs import read_burgers
from burgerdata.errors import MethodeError
from burgerdata.toelichting import read_toelichting
from burgerdata.traject import Traject

Groep = tuple[str, str]
"""A trait and one of its categories."""


def find_genest(traject: Traject, kenmerken: Collection[str]) -> frozenset[tuple[Groep, Groep]]:
    """Return the pairs of groups of which the first lies within the second, as a reader of a map knows.

    A trait of which every group lies within one of the other counts whole; of another one only its groups of
    ``verborgen`` people or more, for a few people are alike by chance.

    Examples
    --------
    >>> from burgerdata.analysis.example import make_example
    >>> find_genest(make_example(), ["leeftijdsgroep"])
    frozenset()
    """
    namen = [naam for naam in dict.fromkeys(kenmerken) if naam and naam not in (*VAN_ACTIVITEIT, "groep")]
    mensen = _read_mensen(traject, namen)
    kleinste = traject.instellingen.drempels.verborgen
    paren = [(een, ander) for een, ander in permutations(namen, 2) if {een, ander} <= set(mensen.columns)]
    return frozenset(paar for een, ander in paren for paar in _nest(mensen, een, ander, kleinste))


def find_genest_in(traject: Traject, tabellen: Iterable[pd.DataFrame]) -> frozenset[tuple[Groep, Groep]]:
    """Return the same of the traits that these annotated tables are split by."""
    return find_genest(traject, sorted({read_toelichting(tabel).per for tabel in tabellen}))


def _read_mensen(traject: Traject, kenmerken: Collection[str]) -> pd.DataFrame:
    """Return a row per person of every activity with the group of each trait, missing where it is not known."""
    delen = []
    for _, activiteit in traject.activiteiten.iterrows():
        personen = read_burgers(traject, str(activiteit["activiteit_id"]))
        kolommen = {}
        for naam in kenmerken:
            try:
                kolommen[naam] = read_groepen(traject, activiteit, naam, personen).astype("str")
            except MethodeError:
                continue  # this activity did not ask for the trait
        if len(kolommen) > 1:
            delen.append(pd.DataFrame(kolommen))
    return pd.concat(delen, ignore_index=True) if delen else pd.DataFrame()


def _nest(mensen: pd.DataFrame, een: str, ander: str, kleinste: int) -> Iterator[tuple[Groep, Groep]]:
    bekend = mensen.loc[mensen[een].notna(), [een, ander]]
    if bekend[ander].nunique() < 2:
        return
    telling = bekend.groupby(een, observed=True, dropna=False)[ander].agg(
        ["size", "count", "nunique", "first"]
    )
    binnen = telling["size"].eq(telling["count"]) & telling["nunique"].eq(1)
    heel = bool(binnen.all())
    for naam, rij in telling[binnen].iterrows():
        if heel or rij["size"] >= kleinste:
            yield (een, str(naam)), (ander, str(rij["first"]))
