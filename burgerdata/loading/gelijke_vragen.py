"""Questions that two waves ask in nearly the same words."""

from __future__ import annotations

import re
from collections.abc import Collection

from burgerdata.instruments.vraagregels import fold, split_code

_CODE = re.compile(r"^[a-z]{1,3}_?\d{1,3}[a-z]?[.:)]?\s+(?=\S.*\s)", re.IGNORECASE)
"""A code before a question of two words or more, with a point behind it or without."""
_SCHAAL = re.compile(
    r"\s*[(\[]\s*(?:schaal|cijfer)?[^()\[\]]{0,6}\b[01]\b\s*(?:-|–|t/m|tot(?: en met)?|=)[^()\[\]]*[)\]]",
    re.IGNORECASE,
)
"""The scale behind a question: (1-10), (1 = zeer slecht, 10 = zeer goed)."""
_WOORD = re.compile(r"[^\W_]+")
_SAME_WORDS, _FEWEST_WORDS = 0.5, 3
_VORM = frozenset(
    [
        "de",
        "het",
        "een",
        "u",
        "uw",
        "je",
        "jouw",
        "er",
        "over",
        "met",
        "van",
        "in",
        "op",
        "bij",
        "aan",
        "om",
        "dat",
        "die",
        "deze",
        "dit",
        "zou",
    ]
)
"""Words that may differ in one question; "voor" and "na" say when."""


def strip_vraag(tekst: str) -> str:
    """Return a question folded, without its code, the scale behind it and the signs at its ends.

    Examples
    --------
    >>> strip_vraag("v1 Welk cijfer geeft u de hulp (1-10)"), strip_vraag("Welk cijfer geeft u de hulp?")
    ('welk cijfer geeft u de hulp', 'welk cijfer geeft u de hulp')
    """
    zonder = _CODE.sub("", split_code(tekst)[1] or tekst.strip())
    return fold(_SCHAAL.sub("", zonder)).strip(" .?!:")


def are_alike(een: str, ander: str) -> bool:
    """Return whether two questions are the same but for a few words.

    Examples
    --------
    >>> are_alike("Hoe tevreden bent u over de wachttijd?", "v2 Hoe tevreden bent u met de wachttijd?")
    True
    >>> are_alike("Hoe tevreden bent u over de wachttijd?", "Hoe lang wachtte u?")
    False
    """
    links, rechts = strip_vraag(een), strip_vraag(ander)
    a, b = set(_WOORD.findall(links)), set(_WOORD.findall(rechts))
    samen = len(a & b)
    return links == rechts or (samen >= _FEWEST_WORDS and samen >= _SAME_WORDS * len(a | b))


def list_kern(tekst: str) -> tuple[str, ...]:
    """Return the words of a question that say what it asks, sorted.

    Examples
    --------
    >>> list_kern("v2 Hoe tevreden bent u met de wachttijd?")
    ('bent', 'hoe', 'tevreden', 'wachttijd')
    """
    return tuple(sorted(set(_WOORD.findall(strip_vraag(tekst))) - _VORM))


def count_alike(een: Collection[str], ander: Collection[str]) -> int:
    """Return how many questions of the one are asked by the other too, each counted once."""
    over, gelijk = list(ander), 0
    for tekst in een:
        zelfde = next((kandidaat for kandidaat in over if are_alike(tekst, kandidaat)), None)
        if zelfde is not None:
            over.remove(zelfde)
            gelijk += 1
    return gelijk
