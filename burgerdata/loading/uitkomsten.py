"""Tables of outcomes, as a bureau hands them over: counts and percentages, and no answers of people."""

from __future__ import annotations

import re
from collections.abc import Sequence

from burgerdata.shapes import Tabel

_PERCENT = re.compile(r"\d{1,3}(?:[.,]\d+)? ?%")
_FEWEST_COLUMNS = 2
_LOOKED_AT = 200
_ROWS_PER_ANSWER = (2, 3)
_IN_TURN = 0.85
"""The share of rows that must go in turn; of answers that people write in two ways it is about a half."""


def holds_results(tabel: Tabel) -> bool:
    """Return whether a table is one of outcomes, as in a bureau's book of tables: a third of its cells are percentages.

    So it is where columns hold counts in one row and percentages in the next.

    Examples
    --------
    >>> import pandas as pd
    >>> from burgerdata.shapes import Kolom
    >>> frame = pd.DataFrame({"wie": ["Tevreden", "Ontevreden"], "18-34": ["45%", "55%"], "35+": ["51%", "49%"]})
    >>> holds_results(Tabel("t.xlsx", "excel", frame, tuple(Kolom(naam) for naam in frame)))
    True
    """
    kolommen = [
        [cel for cel in tabel.frame[kolom.naam].head(_LOOKED_AT).astype("str").str.strip() if cel]
        for kolom in tabel.kolommen
    ]
    procenten = sum(bool(_PERCENT.fullmatch(cel)) for cellen in kolommen for cel in cellen)
    gevuld = sum(map(len, kolommen))
    wissels = sum(map(_alternates, kolommen))
    return bool(gevuld) and (procenten * 3 >= gevuld or wissels >= _FEWEST_COLUMNS)


def _alternates(cellen: Sequence[str]) -> bool:
    """Return whether a column holds counts and percentages in turn and nothing else: a table with two or three rows for each answer.

    People who write "30" or "30%" do so in no order.
    """
    soorten = [bool(_PERCENT.fullmatch(cel)) for cel in cellen]
    procenten = sum(soorten)
    aantallen = sum(cel.replace(".", "").isdecimal() for cel in cellen)
    if procenten + aantallen != len(cellen) or min(procenten, aantallen) * 4 < max(len(cellen), 1):
        return False
    return any(_repeats(soorten, per) for per in _ROWS_PER_ANSWER)


def _repeats(soorten: Sequence[bool], per: int) -> bool:
    """Return whether nearly every cell is of the kind of the one ``per`` rows below it; a total now and then breaks the order."""
    gelijk = [een == ander for een, ander in zip(soorten, soorten[per:], strict=False)]
    return sum(gelijk) >= _IN_TURN * len(gelijk)
