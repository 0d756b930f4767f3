"""Whether the words of an answer agree or disagree: "niet mee eens" holds the word eens and is the other side."""

from __future__ import annotations

import re
from typing import Literal

_BEIDE = re.compile(r"\b(?:niet|noch)\b.*\beens\b.*\b(?:niet|noch)\b.*\boneens\b", re.IGNORECASE)
_ONEENS = re.compile(r"\boneens\b|\bniet\b[^,;/]*\beens\b", re.IGNORECASE)
_EENS = re.compile(r"\beens\b", re.IGNORECASE)


def read_eens(label: str) -> Literal["eens", "oneens", ""]:
    """Return on which side an answer stands; empty for one in the middle and for one that is about something else.

    Examples
    --------
    >>> [read_eens(label) for label in ("Mee eens", "Helemaal niet mee eens", "niet eens, niet oneens", "Soms")]
    ['eens', 'oneens', '', '']
    """
    if _BEIDE.search(label):
        return ""
    if _ONEENS.search(label):
        return "oneens"
    return "eens" if _EENS.search(label) else ""
