"""Speakers with a number in two parts ("G1-1", "P1.2", "V1_3"): where one of them comes back, they all speak."""

from __future__ import annotations

import re
from collections.abc import Mapping

_PARTS = re.compile(r"[^\W\d_]{1,4}\d{1,3}(?P<teken>[-–._/])[^\W\d_]{0,4}\d{1,3}[a-z]?")
"""A group or a role with its number, a sign, and who it is in there."""


def find_series(aantallen: Mapping[str, int]) -> frozenset[str]:
    """Return the labels of a series of which at least one comes back, given how often each label stands before a line.

    One that comes once by itself is as likely the number of a question or of an article; which letters and figures it
    has says nothing, for V1-2 and M1-3 took part in the same talk.

    Examples
    --------
    >>> sorted(find_series({"G1-1": 2, "G1-2": 1, "M1-3": 1, "P1.1": 1, "GL": 2}))
    ['G1-1', 'G1-2', 'M1-3']
    """
    tekens = {label: match["teken"] for label in aantallen if (match := _PARTS.fullmatch(label))}
    terug = {teken for label, teken in tekens.items() if aantallen[label] > 1}
    return frozenset(label for label, teken in tekens.items() if teken in terug)
