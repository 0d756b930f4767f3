"""McNemar's test: whether as many persons moved from no to yes as from yes to no."""

from __future__ import annotations

import numpy as np
import pandas as pd

from burgerdata.errors import MethodeError
from burgerdata.statistics.codes import find_column


def mcnemar(frame: pd.DataFrame, first: str, second: str, *, exact: bool = False) -> pd.DataFrame:
    """Return one row (statistic, df1, df2, p_value, method) for two yes/no answers of the same persons, unweighted.

    ``first`` and ``second`` are boolean columns (missing allowed: such a person is left out). The statistic is
    (b - c)^2 / (b + c) over those who moved; exact=True gives the binomial test on them, and b as statistic. It knows
    no weights or clusters: for a sample with those, use ``Design.change``. b and c are numbers of persons, p_value is 0 to
    1. Source: McNemar (1947).

    Raises
    ------
    MethodeError
        When a column is not yes/no, or nobody moved.

    Examples
    --------
    >>> frame = pd.DataFrame({"voor": [True] * 2 + [False] * 8, "na": [False] * 2 + [True] * 8})
    >>> mcnemar(frame, "voor", "na").statistic.item()
    3.6
    """
    from scipy.special import bdtr, chdtrc

    one, two = (_read_yes_no(frame, naam) for naam in (first, second))
    known = one.notna() & two.notna()
    before, after = one[known].astype("bool"), two[known].astype("bool")
    left, right = int((before & ~after).sum()), int((~before & after).sum())
    moved = left + right
    if moved == 0:
        raise MethodeError("niemand is van antwoord veranderd; er valt geen verschuiving te toetsen")
    if exact:
        p_value = min(1.0, 2 * float(bdtr(min(left, right), moved, 0.5)))
        statistic, method, df = float(left), "McNemar, exact", np.nan
    else:
        statistic, df, method = (left - right) ** 2 / moved, 1.0, "McNemar"
        p_value = float(chdtrc(1, statistic))
    row = {"statistic": [statistic], "df1": [df], "df2": [np.nan], "p_value": [p_value]}
    return pd.DataFrame(row).assign(method=pd.Series([method], dtype="str"))


def _read_yes_no(frame: pd.DataFrame, naam: str) -> pd.Series:
    column = find_column(frame, naam)
    found = set(column.dropna().unique())
    if not found <= {True, False}:
        raise MethodeError(f"kolom '{naam}' is geen ja/nee-kolom; maak er eerst waar of onwaar van")
    return column.astype("boolean")
