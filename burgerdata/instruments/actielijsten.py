"""A list of who does what and when: its rows are things to do, and no people."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from burgerdata.instruments.besluitkoppen import is_statuskop
from burgerdata.instruments.onderdelen import find_velden
from burgerdata.instruments.taakkoppen import bare_kop

_ACTIE = re.compile(r"wat|acties?|maatregel(?:en)?|afspra(?:ak|ken)|toezegging(?:en)?")
"""Headers of what is done or agreed."""
_TERMIJN = re.compile(
    r"wanneer(?: .*)?|deadline|planning|termijn|(?:datum )?gereed(?: .*)?|streefdatum|uiterlijk|voor wanneer"
)


def is_actielijst(koppen: Sequence[str]) -> bool:
    """Return whether a table is a list of who does what and when, and how far that is.

    Examples
    --------
    >>> is_actielijst(["Actie", "Wie", "Wanneer", "Status"]), is_actielijst(["Wie", "Wat", "Wanneer", "Waar"])
    (True, False)
    """
    wie = "eigenaar" in find_velden(koppen, "besluiten")
    return wie and bool(find_actie(koppen)) and _has_termijn(koppen) and any(map(is_statuskop, koppen))


def add_acties(koppen: Sequence[str], velden: Mapping[str, str]) -> dict[str, str]:
    """Return the columns of a list of decisions, with what was agreed as its points beside who does it or when.

    Examples
    --------
    >>> add_acties(["Wat", "Besluit", "Wie"], {"status": "Besluit", "eigenaar": "Wie"})["tekst"]
    'Wat'
    """
    if {"tekst", "aanbeveling"} & set(velden) or not ("eigenaar" in velden or _has_termijn(koppen)):
        return dict(velden)
    wat = find_actie([kop for kop in koppen if kop not in velden.values()])
    return {**velden, "tekst": wat} if wat else dict(velden)


def find_actie(koppen: Sequence[str]) -> str:
    """Return the header of what is done or agreed; empty when there is none."""
    return next((kop for kop in koppen if _ACTIE.fullmatch(bare_kop(kop))), "")


def _has_termijn(koppen: Sequence[str]) -> bool:
    return any(_TERMIJN.fullmatch(bare_kop(kop)) for kop in koppen)
