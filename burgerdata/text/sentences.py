"""Where sentences begin and end, so that a quote is never cut within one."""

from __future__ import annotations

import re
from collections.abc import Iterator

MINSTE_WOORDEN, MEESTE_WOORDEN = 5, 40
"""How long a quote may be, in words."""
_ZIN = re.compile(r"[^.!?\n]+[.!?…]*")


def list_sentences(tekst: str) -> Iterator[tuple[int, int]]:
    """Yield begin and end of each sentence, without the spaces around it.

    Examples
    --------
    >>> list(list_sentences("Te lang. En duur!"))
    [(0, 8), (9, 17)]
    """
    for treffer in _ZIN.finditer(tekst):
        kaal = treffer.group()
        begin = treffer.start() + len(kaal) - len(kaal.lstrip())
        yield begin, treffer.start() + len(kaal.rstrip())


def cut_at_sentence(tekst: str) -> str:
    """Return the text, or as many of its first sentences as make 40 words; always a verbatim part of it.

    Examples
    --------
    >>> cut_at_sentence("Kort. " + "woord " * 50)
    'Kort.'
    """
    if len(tekst.split()) <= MEESTE_WOORDEN:
        return tekst.strip()
    zinnen = list(list_sentences(tekst))
    passen = [eind for _, eind in zinnen if len(tekst[zinnen[0][0] : eind].split()) <= MEESTE_WOORDEN]
    return tekst[zinnen[0][0] : passen[-1]] if passen else tekst.strip()
