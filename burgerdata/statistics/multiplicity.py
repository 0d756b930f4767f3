"""P-values adjusted for the number of tests that were done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, get_args

import numpy as np

from burgerdata.errors import MethodeError
from burgerdata.statistics.codes import Floats

AdjustMethod = Literal["holm", "hochberg", "bh"]


def adjust_p(p: Sequence[float] | Floats, method: str = "holm") -> Floats:
    """Return the adjusted p-values in the order given; a missing p stays missing and is not counted as a test.

    holm (Holm 1979) and hochberg (Hochberg 1988) bound the chance of any false finding; bh (Benjamini & Hochberg
    1995) the share of false findings among what is found.

    Raises
    ------
    MethodeError
        When a p-value lies outside 0..1 or the method does not exist.

    Examples
    --------
    >>> adjust_p([0.01, 0.02, 0.04]).round(3).tolist()
    [0.03, 0.04, 0.04]
    >>> adjust_p([0.01, 0.02, 0.04], "bh").round(3).tolist()
    [0.03, 0.03, 0.04]
    """
    name = method.lower()
    if name not in get_args(AdjustMethod):
        raise MethodeError(f"method '{method}' bestaat niet; kies uit {', '.join(get_args(AdjustMethod))}")
    values = np.asarray(p, dtype=np.float64)
    known = ~np.isnan(values)
    if ((values[known] < 0) | (values[known] > 1)).any():
        raise MethodeError("een p-waarde ligt tussen 0 en 1; controleer de kolom met p-waarden")
    order = np.argsort(values[known], kind="stable")
    size = len(order)
    rank = np.arange(1, size + 1)
    factor = size / rank if name == "bh" else size - rank + 1
    steps = values[known][order] * factor
    steps = np.maximum.accumulate(steps) if name == "holm" else np.minimum.accumulate(steps[::-1])[::-1]
    adjusted, out = np.empty(size), np.full(len(values), np.nan)
    adjusted[order] = np.minimum(steps, 1)
    out[known] = adjusted
    return out
