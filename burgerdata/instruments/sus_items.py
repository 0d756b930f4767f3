"""The ten statements of the System Usability Scale, told from headers: their numbers, or what each of them is about."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from burgerdata.instruments.vraagregels import fold, split_code

ITEMS = 10
_ENOUGH = 8
"""How many of the ten statements must be known by their words."""
_NUMBER = re.compile(r"\W*(?:sus[ _.-]?|q|s|vraag ?|stelling ?|item ?)0?(?P<nr>10|[1-9])\W*")
_ABOUT = (
    r"vaak|vaker|graag|regelmatig|frequent",
    r"ingewikkeld|complex",
    r"makkelijk|eenvoudig|simpel|easy",
    r"hulp|ondersteuning|support|technisch|technical|iemand",
    r"onderdelen|functies|functions|geïntegreerd|integrated|samenhang",
    r"tegenstrijdig|inconsisten|onlogisch",
    r"snel|quick",
    r"omslachtig|lastig|moeizaam|onhandig|log\b|cumbersome|awkward|moeilijk",
    r"zeker|vertrouw|confident",
    r"leren|learn|uitzoeken|weten",
)
"""A word of each statement in order, whatever the thing is called that people used."""


def find_items(koppen: Sequence[str], kolommen: Mapping[str, Sequence[str]] | None = None) -> tuple[str, ...]:
    """Return the headers of the ten statements in order: as ``kolommen`` says, numbered, or by their words; else none.

    Examples
    --------
    >>> find_items(["groep", *(f"sus_{nr:02}" for nr in range(1, 11))])[0]
    'sus_01'
    >>> find_items(["a", "b"], {"SUS1": ("a",)})
    ()
    """
    eigen = {fold(kop): kop for kop in koppen}
    gezegd = {
        int(match["nr"]): eigen[fold(namen[0])]
        for rol, namen in (kolommen or {}).items()
        if (match := _NUMBER.fullmatch(fold(rol))) and namen and fold(namen[0]) in eigen
    }
    genummerd: dict[int, str] = {}
    for kop in koppen:
        if match := _NUMBER.fullmatch(fold(split_code(kop)[0] or kop)):
            genummerd.setdefault(int(match["nr"]), kop)
    for nummers in (genummerd | gezegd, gezegd):
        if len(set(nummers.values())) == ITEMS:
            return tuple(nummers[nr] for nr in range(1, ITEMS + 1))
    for begin in range(len(koppen) - ITEMS + 1):
        rij = koppen[begin : begin + ITEMS]
        bekend = sum(
            re.search(woorden, kop, re.IGNORECASE) is not None
            for woorden, kop in zip(_ABOUT, rij, strict=True)
        )
        if bekend >= _ENOUGH:
            return tuple(rij)
    return ()
