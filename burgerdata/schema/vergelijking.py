"""How two waves were compared: the answers of the same people, or those of two samples."""

from __future__ import annotations

import pandas as pd

VERGELIJKING = "vergelijking"
ZELFDE = "dezelfde mensen"
LOS = "twee steekproeven"


def is_los(tabel: pd.DataFrame) -> pd.Series:
    """Return which rows of a table of change compare two samples; without the column, those with nobody in both.

    >>> is_los(pd.DataFrame({"n_beide": [16, 30], "vergelijking": ["twee steekproeven", "dezelfde mensen"]})).tolist()
    [True, False]
    >>> is_los(pd.DataFrame({"n_beide": [0, 30]})).tolist()
    [True, False]
    """
    if VERGELIJKING in tabel:
        return tabel[VERGELIJKING].astype("str").eq(LOS)
    return tabel["n_beide"].fillna(1).eq(0).astype("bool")
