"""How two waves were compared: the answers of the same people, or those of two samples."""

from __future__ import annotations

import pandas as pd

VERGELIJKING = "vergelijking"
ZELFDE = "dezelfde mensen"
LOS = "twee steekproeven"
IEDEREEN = "iedereen per meting"
"""All but a few are in both waves. What the same people answered would tell, beside the answers of all, what the few did."""

SAMEN = "samen"
"""The column that marks the rows of a table of change in which the answers of one side of a statement are taken together."""


def keep_samen(tabel: pd.DataFrame) -> pd.DataFrame:
    """Return of statements the sides alone: who agrees more strongly agrees too; of all else every row.

    >>> tabel = pd.DataFrame({"vraag_id": ["s1", "s1", "q2"], "label": ["eens", "eens of zeer eens", "ja"]})
    >>> keep_samen(tabel.assign(samen=[False, True, False]))["label"].tolist()
    ['eens of zeer eens', 'ja']
    """
    if SAMEN not in tabel:
        return tabel
    samen = tabel[SAMEN].fillna(False).astype("bool")
    return tabel[samen | ~tabel["vraag_id"].isin(tabel.loc[samen, "vraag_id"])]


def is_los(tabel: pd.DataFrame) -> pd.Series:
    """Return which rows of a table of change compare all people of each wave; without the column, those with nobody in both.

    >>> is_los(pd.DataFrame({"n_beide": [16, 30], "vergelijking": ["twee steekproeven", "dezelfde mensen"]})).tolist()
    [True, False]
    >>> is_los(pd.DataFrame({"n_beide": [0, 30]})).tolist()
    [True, False]
    """
    if VERGELIJKING in tabel:
        return tabel[VERGELIJKING].astype("str").isin((LOS, IEDEREEN))
    return tabel["n_beide"].fillna(1).eq(0).astype("bool")
