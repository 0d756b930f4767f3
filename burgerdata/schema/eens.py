"""Whether the words of an answer agree or disagree: "niet mee eens" holds the word eens and is the other side."""

from __future__ import annotations

import re
from typing import Literal

_BEIDE = re.compile(
    r"\beens\b.*\boneens\b|\boneens\b.*\beens\b|\bneutraal\b|\bgeen mening\b"
    r"|\bdeels\b.*\bdeels\b|\bsoms\b.*\bsoms\b|\bwel\b.*\bniet\b.*\beens\b|\bniet\b[^,;/]*\boneens\b"
    r"|\bof (?:ik|we|wij|u|je)\b.*\b(?:on)?eens\b|\bweet\b.*\bniet\b|\bgeen idee\b",
    re.IGNORECASE,
)
"""Answers on both sides or on none: in the middle, partly this and partly that, not against, or not known."""
_ONEENS = re.compile(r"\boneens\b|\bniet\b[^,;/]*\beens\b", re.IGNORECASE)
_EENS = re.compile(r"\beens\b", re.IGNORECASE)


def read_eens(label: str) -> Literal["eens", "oneens", ""]:
    """Return on which side an answer stands; empty for one in the middle and for one that is about something else.

    Examples
    --------
    >>> [read_eens(label) for label in ("Mee eens", "Helemaal niet mee eens", "Eens noch oneens", "Soms")]
    ['eens', 'oneens', '', '']
    """
    if _BEIDE.search(label):
        return ""
    if _ONEENS.search(label):
        return "oneens"
    return "eens" if _EENS.search(label) else ""
