"""Both ends of an interval as a table tells them: within the scale, and none where nothing varies."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from burgerdata.statistics.exact import SAME

Grenzen = tuple[float, float]
AANDEEL: Grenzen = (-1.0, 1.0)
"""Between what a difference of two shares lies."""
HONDERD: Grenzen = (-100.0, 100.0)
"""Between what a difference of two percentages lies."""


def bound_aandelen(tabel: pd.DataFrame) -> pd.DataFrame:
    """Return a table of changes of shares with their intervals between -1 and 1."""
    onder, boven = lay_interval(tabel["onder"], tabel["boven"], AANDEEL)
    return tabel.assign(onder=onder, boven=boven)


def lay_interval(
    onder: ArrayLike, boven: ArrayLike, schaal: Grenzen = (-np.inf, np.inf)
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return both ends within the scale, and missing where they are one: people who are all alike have no interval.

    Examples
    --------
    >>> lay_interval([70.0, 90.0], [70.0, 104.0], (0, 100))
    (array([nan, 90.]), array([ nan, 100.]))
    """
    laag, hoog = np.asarray(onder, dtype=np.float64), np.asarray(boven, dtype=np.float64)
    breed = hoog - laag > SAME * np.maximum(1.0, np.abs(hoog))
    return np.where(breed, np.clip(laag, *schaal), np.nan), np.where(breed, np.clip(hoog, *schaal), np.nan)
