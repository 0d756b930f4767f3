"""The row of units below a header, as StatLine has it: "aantal" under each column of figures, and nobody's answers."""

from __future__ import annotations

import re

import pandas as pd

_UNIT = re.compile(r"aantal(?: (?:personen|inwoners|mensen|huishoudens))?", re.IGNORECASE)
_WIDE = 3
"""In a narrower table the word is all that stands in its row."""


def find_units(frame: pd.DataFrame) -> pd.Series:
    """Return which row holds units alone: the first one, with the same word in all of its columns but the first.

    Examples
    --------
    >>> rijen = [["", "aantal", "aantal"], ["0 jaar", "292", "293"], ["1 jaar", "296", "296"]]
    >>> find_units(pd.DataFrame(rijen)).tolist(), find_units(pd.DataFrame(rijen[1:])).tolist()
    ([True, False, False], [False, False])
    """
    eenheden = pd.Series(False, index=frame.index, dtype="bool")
    if len(frame) and frame.shape[1] >= _WIDE:
        eerste, *rest = [str(cel).strip() for cel in frame.iloc[0]]
        eenheden.iloc[0] = not eerste and len(set(rest)) == 1 and _UNIT.fullmatch(rest[0]) is not None
    return eenheden
