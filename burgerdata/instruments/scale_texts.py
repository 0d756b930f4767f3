"""The scale that the text of a question names itself: "(1-5)", "op een schaal van 1 tot 10", "1 = slecht, 7 = goed"."""

from __future__ import annotations

import re
from itertools import pairwise

from burgerdata.shapes import Kolom

_TO = r"\s*(?:-|–|—|t/?m|tot(?: en met)?|to)\s*"
_BRACKETS = re.compile(rf"[(\[](?:[^()\[\]]*[\s,;:])?(?<!\d)([01]){_TO}(\d{{1,2}})(?![\d.%])[^()\[\]]*[)\]]")
_SPOKEN = re.compile(
    rf"(?:schaal|cijfer|scale)\w*(?: loopt)?(?: van| from)? ([01]){_TO}(\d{{1,2}})(?!\d)", re.IGNORECASE
)
_ANCHOR = re.compile(r"(?<![\d.,])(\d{1,2})\s*=")
_UNIT = re.compile(
    r"\d\s*(?:x|keer|maal|jaar|jaren|uur|uren|min\w*|dag\w*|week|weken|maand\w*|km|meter|mensen|personen|euro)\b",
    re.IGNORECASE,
)
_FEWEST, _MOST = 3, 10


def read_schaaltekst(kolom: Kolom) -> tuple[int, int] | None:
    """Return the first and last step of the scale that a question names in its text or header; None where it names none, or two.

    Examples
    --------
    >>> read_schaaltekst(Kolom("v", "Ik ben gehoord vanavond (1-5)")), read_schaaltekst(Kolom("v", "1 = slecht, 7 = goed"))
    ((1, 5), (1, 7))
    >>> read_schaaltekst(Kolom("v", "Hoe vaak fietst u? (1-5 keer per week)")), read_schaaltekst(Kolom("v", "1 = ja, 2 = nee"))
    (None, None)
    """
    gevonden = {schaal for tekst in {kolom.naam, kolom.tekst} for schaal in _list_schalen(tekst)}
    return gevonden.pop() if len(gevonden) == 1 else None


def _list_schalen(tekst: str) -> set[tuple[int, int]]:
    stukken = [*_BRACKETS.finditer(tekst), *_SPOKEN.finditer(tekst)]
    paren = {(int(stuk[1]), int(stuk[2])) for stuk in stukken if not _UNIT.search(stuk[0])}
    ankers = [int(getal) for getal in _ANCHOR.findall(tekst)]
    if len(ankers) > 1 and all(een < ander for een, ander in pairwise(ankers)):
        paren.add((ankers[0], ankers[-1]))
    return {(onder, boven) for onder, boven in paren if onder in (0, 1) and _FEWEST <= boven <= _MOST}
