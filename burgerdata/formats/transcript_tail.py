"""What stands below the last turn of a transcript and nobody says: who wrote the report, and that it ends."""

from __future__ import annotations

import re
from collections.abc import Sequence

from burgerdata.formats.leidwoorden import SCHRIJFT
from burgerdata.formats.transcript_head import is_head_line

_WERK = (
    r"(?:gespreks|kort |beknopt )?(?:verslag(?:legging)?|notulen|transcri(?:ptie|pt)|uitwerking|rapportage)"
)
_WIE = r"(?:(?-i:[A-Z])|de heer\b|dhr\b|mw\b|mevr|(?:het )?(?:onderzoeks|advies)?(?:bureau|team)\b|(?:de )?gemeente\b)"
_COLOPHON = re.compile(
    rf"{_WERK}(?: (?:gemaakt |opgesteld |geschreven )?door)?\s*:.*"
    rf"|(?:{_WERK} )?(?:gemaakt|opgesteld|uitgewerkt|genotuleerd|getranscribeerd|geschreven|vastgelegd) door:? {_WIE}.*"
    rf"|{_WERK} door {_WIE}.*"
    r"|(?:datum|versie|status|bestand(?:snaam)?|opdrachtgever)\s*:.*"
    r"|(?:af)?sluiting(?: om)? \d{1,2}[.:]\d{2}(?: uur)?\W*"
    r"|einde?(?: van)?(?: de| het| dit| deze)? (?:opname|gesprek|interview|verslag|transcript(?:ie)?|bijeenkomst|sessie|focusgroep)\W*",
    re.IGNORECASE | re.DOTALL,
)
_SCHRIJFT = re.compile(rf"\s*(?P<label>{SCHRIJFT})\s*:\s*(?P<rest>.+)", re.IGNORECASE)
"""Who takes notes; the name of whom stands behind the colon, where it is no turn."""
_MOST_WORDS = 15
_SAID = re.compile(
    r"[?!]\W*$|\b(?:ik|wij|we|u|jij|je|jullie|dat|die|niet|nooit|niemand|geen|is|zijn|was|waren|kwam|komt|snapt|moet\w*|kan|wil)\b",
    re.IGNORECASE,
)
"""What somebody says who begins with such a word: "Status: dat woord begrijpt niemand"."""


def count_tail(teksten: Sequence[str]) -> int:
    """Return how many lines at the end of a transcript tell of the transcript itself.

    Examples
    --------
    >>> count_tail(["M: Dank u wel.", "Verslag: bureau Oever, 19 mei 2026", "Versie: concept"])
    2
    >>> count_tail(["R3: Ik las het.", "Geschreven door mensen die er niets van weten."])
    0
    >>> count_tail(["R3: Ik las het.", "Status: dat woord begrijpt niemand"])
    0
    """
    staart = 0
    for tekst in reversed(teksten):
        if not _is_colophon(tekst.strip()):
            break
        staart += 1
    return staart


def _is_colophon(tekst: str) -> bool:
    if len(tekst.split()) > _MOST_WORDS or _SAID.search(tekst):
        return False
    wie = _SCHRIJFT.fullmatch(tekst)
    return _COLOPHON.fullmatch(tekst) is not None or (
        wie is not None and is_head_line(wie["label"], wie["rest"])
    )
