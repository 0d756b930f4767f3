"""The month "jan", which is a first name too: told by what stands around it."""

from __future__ import annotations

import re

_MAAND = r"(?:jan|febr?|mrt|apr|april|mei|jun|juni|jul|juli|aug|sept?|okt|nov|dec|maart|februari)\b"
_JAN = re.compile(rf"jan(?P<tot>-{_MAAND})?", re.IGNORECASE)
_DAG = re.compile(r"\d[\s.-]*$")
_ERNA = re.compile(
    rf"\.?\s*(?:\(?(?:['’]\d\d|(?:19|20)\d\d)\b|(?:t/m|tot en met|/|-|–)\s*{_MAAND})", re.IGNORECASE
)
"""A year or another month behind it."""
_WANNEER = re.compile(
    r"\b(?:(?P<zeker>eind|begin|medio|half)|sinds|vanaf|tot|(?:(?P<wat>\w+) )?in)\s+$", re.IGNORECASE
)
_IN_IEMAND = re.compile(r"vertrouw|gel[oe]|teleurgesteld|ge[iï]nteresseerd|verliefd", re.IGNORECASE)
"""What is done in a person: "vertrouwen in jan"."""
_SLOT = re.compile(r"(?:\.? \d\d\b(?! *(?:jaar|keer|weken|dagen|maanden|mensen)))?(?![ \t]*[\w'])")
"""The end of a clause, be it behind the last two figures of a year."""
_VER = 40
"""Characters before the word in which its words of time stand."""


def is_month(text: str, begin: int, eind: int) -> bool:
    """Return whether the word between two places is the month in "3 jan", "sinds jan", "jan 2025" and "jan t/m mrt".

    With a capital behind "sinds" it may be since he came: that stays a name.

    Examples
    --------
    >>> is_month("wacht sinds jan", 12, 15), is_month("wacht sinds Jan", 12, 15), is_month("zei jan", 4, 7)
    (True, False, False)
    """
    maand = _JAN.fullmatch(text, begin, eind)
    if not maand:
        return False
    vooraf = text[max(0, begin - _VER) : begin]
    if maand["tot"] or _DAG.search(vooraf) or _ERNA.match(text, eind):
        return True
    wanneer = _WANNEER.search(vooraf)
    if not wanneer or not _SLOT.match(text, eind) or _IN_IEMAND.match(wanneer["wat"] or ""):
        return False
    return bool(wanneer["zeker"]) or text[begin].islower()
