"""Every group against every other: the tests behind the letters in a book of tables."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import numpy as np
import pandas as pd

from burgerdata.statistics.codes import Floats, both, known_numbers, read_numbers
from burgerdata.statistics.design import Design
from burgerdata.statistics.estimate import solve
from burgerdata.statistics.exact import find_alike, is_certain, judge_apart
from burgerdata.statistics.means import find_origin
from burgerdata.statistics.partials import Cells
from burgerdata.statistics.question import Question


def compare_pairs(design: Design, columns: Sequence[str], *, by: str) -> pd.DataFrame:
    """Return per pair of groups and column the difference in mean, first minus second, with its t test.

    Columns: first, second (labels of ``by``), level (the column), estimate, se, df, p_value, n_first, n_second. Base:
    who has all of these columns. Two groups that share clusters are not independent, and the standard error knows it.
    Degrees of freedom as R's svyttest on the two groups: units less strata less 1; the variance is linearised (Särndal,
    Swensson & Wretman 1992, section 5.7). Where both groups are of one mind each, and not the same, the standard error is 0
    and the p-value that of Fisher's exact test (1935, section 21). No p-value is adjusted; see ``adjust_p``.

    Raises
    ------
    MethodeError
        When a column is missing or no number, or a unit is lonely.

    Examples
    --------
    >>> d = Design(pd.DataFrame({"x": [1.0, 2.0, 3.0, 5.0], "g": ["a", "a", "b", "b"]}))
    >>> compare_pairs(d, ["x"], by="g")[["first", "second", "estimate", "n_first"]]
      first second  estimate  n_first
    0     a      b      -2.5        2
    """
    from scipy.special import stdtr

    core = design.core
    factor = core.encode(by)
    values = [read_numbers(core.frame, naam) for naam in columns]
    inside = both(core.rows, factor.known, known_numbers(*values))
    codes = factor.codes if inside is None else factor.codes[inside]
    n = np.bincount(codes, minlength=factor.size)
    pairs = np.array(list(combinations(np.flatnonzero(n), 2)), dtype=np.intp).reshape(-1, 2)
    level = np.where(factor.codes < 0, 0, factor.codes)
    shifted = [np.nan_to_num(value - find_origin(value)) for value in values]

    def linearise(totals: Floats) -> tuple[Floats, Floats]:
        return _contrast_pairs(totals, pairs)

    answer = solve(core, Question(Cells(None, level, 1, factor.size, inside), [None, *shifted], linearise))
    estimate, se = answer.estimate[0], np.sqrt(answer.variance[0])
    rows = np.ones(core.n_rows, dtype=np.bool_) if inside is None else inside
    degrees = [core.sampling.count_degrees(rows & np.isin(factor.codes, pair)) - 1 for pair in pairs]
    df = np.repeat(np.asarray(degrees, dtype=np.float64), len(columns))
    with np.errstate(divide="ignore", invalid="ignore"):
        p_value = np.where(df > 0, 2 * stdtr(np.maximum(df, 1), -np.abs(estimate / se)), np.nan)
    for certain in np.flatnonzero(is_certain(estimate, se)):
        pair, column = divmod(int(certain), len(columns))
        alike = [find_alike(core, values[column], rows & (factor.codes == code)) for code in pairs[pair]]
        p_value[certain] = judge_apart(*alike)
    first, second = (np.repeat(side, len(columns)) for side in pairs.T)
    return pd.DataFrame(
        {
            "first": factor.decode(first),
            "second": factor.decode(second),
            "level": pd.Series(np.tile(list(columns), len(pairs)), dtype="str"),
            "estimate": estimate,
            "se": se,
            "df": df,
            "p_value": p_value,
            "n_first": n[first],
            "n_second": n[second],
        }
    )


def _contrast_pairs(
    totals: Floats, pairs: np.ndarray[tuple[int, int], np.dtype[np.intp]]
) -> tuple[Floats, Floats]:
    """Return mean of the first minus mean of the second, per pair and variable, with derivatives."""
    n_values, n_pairs = totals.shape[2] - 1, len(pairs)
    mass = totals[0, :, 0]
    mean = totals[0, :, 1:] / mass[:, None]
    slope = np.zeros((totals.shape[1], n_values + 1, n_pairs, n_values))
    place, value = np.arange(n_pairs)[:, None], np.arange(n_values)[None, :]
    for side, sign in zip(pairs.T, (1.0, -1.0), strict=True):
        group = side[:, None]
        slope[group, 0, place, value] = -sign * mean[side] / mass[group]
        slope[group, value + 1, place, value] = sign / mass[group]
    estimate = mean[pairs[:, 0]] - mean[pairs[:, 1]]
    return estimate.reshape(1, -1), slope.reshape(1, *slope.shape[:2], n_pairs * n_values)
