"""Many numbers of the same persons in one pass: shares of several 0/1 columns, and each group against the rest."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from burgerdata.statistics.codes import Floats, both, known_numbers, read_numbers
from burgerdata.statistics.design import Design
from burgerdata.statistics.estimate import solve
from burgerdata.statistics.exact import find_alike, is_certain, judge_apart
from burgerdata.statistics.groups import count_people, form_groups
from burgerdata.statistics.means import find_origin, one_level
from burgerdata.statistics.partials import Cells
from burgerdata.statistics.proportions import share_interval
from burgerdata.statistics.question import Question
from burgerdata.statistics.results import make_table


def estimate_indicators(
    design: Design, columns: Sequence[str], *, by: str | None = None, confidence: float = 0.95
) -> pd.DataFrame:
    """Return per group a row per column of 0 and 1 (``level`` is its name) with the share of ones and a logit interval.

    As ``Design.proportion`` of each column, in one pass (Särndal, Swensson & Wretman 1992, section 5.6); shares are 0 to 1. The base holds who answered all of these columns.

    Raises
    ------
    MethodeError
        When a column is missing, no number or named as one of the result, or a unit is lonely.

    Examples
    --------
    >>> d = Design(pd.DataFrame({"a": [1.0, 0.0, 1.0, 1.0], "b": [0.0, 0.0, 1.0, 0.0]}))
    >>> estimate_indicators(d, ["a", "b"])[["level", "estimate", "n"]]
      level  estimate  n
    0     a      0.75  4
    1     b      0.25  4
    """
    core = design.core
    values = [read_numbers(core.frame, naam) for naam in columns]
    groups = form_groups(core, by, both(core.rows, known_numbers(*values)))
    question = Question(one_level(groups), [None, *map(_fill, values)], _linearise_means)
    answer = solve(core, question)
    people = count_people(core, groups)
    interval = share_interval(answer, people, confidence, "logit")
    level = ("level", pd.Series(list(columns), dtype="str"))
    return make_table(groups.labels, answer, df=people.df, interval=interval, level=level)


def compare_with_rest(design: Design, columns: Sequence[str], *, by: str) -> pd.DataFrame:
    """Return per group and column how much its mean differs from that of everyone else, with a t test.

    Columns: the ``by`` column, level, estimate, se, df, p_value, n (of the group) and n_rest. Degrees of freedom as
    R's svyttest on the indicator of the group. Groups without persons are left out. Where a group and the rest are of one
    mind each, and not the same, the standard error is 0 and the p-value that of Fisher's exact test (1935, section 21).

    Raises
    ------
    MethodeError
        When a column is missing or no number, or a unit is lonely.

    Examples
    --------
    >>> d = Design(pd.DataFrame({"x": [1.0, 2.0, 3.0, 5.0], "g": ["a", "a", "b", "b"]}))
    >>> compare_with_rest(d, ["x"], by="g")[["g", "level", "estimate", "n"]]
       g level  estimate  n
    0  a     x      -2.5  2
    1  b     x       2.5  2
    """
    from scipy.special import stdtr

    core = design.core
    factor = core.encode(by)
    values = [read_numbers(core.frame, naam) for naam in columns]
    inside = both(core.rows, factor.known, known_numbers(*values))
    codes = factor.codes if inside is None else factor.codes[inside]
    n = np.bincount(codes, minlength=factor.size)
    level = np.where(factor.codes < 0, 0, factor.codes)
    shifted = [_fill(value - find_origin(value)) for value in values]
    cells = Cells(None, level, 1, factor.size, inside)
    answer = solve(core, Question(cells, [None, *shifted], _contrast_groups))
    estimate, se = answer.estimate[0], np.sqrt(answer.variance[0])
    df = float(core.sampling.count_degrees(inside) - 1)
    with np.errstate(divide="ignore", invalid="ignore"):
        p_value = 2 * stdtr(df, -np.abs(estimate / se)) if df > 0 else np.full(len(se), np.nan)
    rows = np.ones(core.n_rows, dtype=np.bool_) if inside is None else inside
    for certain in np.flatnonzero(is_certain(estimate, se)):
        group, column = divmod(int(certain), len(columns))
        own = factor.codes == group
        p_value[certain] = judge_apart(*(find_alike(core, values[column], rows & who) for who in (own, ~own)))
    which = np.repeat(np.arange(factor.size), len(columns))
    table = pd.DataFrame(
        {
            by: factor.decode(which),
            "level": pd.Series(np.tile(list(columns), factor.size), dtype="str"),
            "estimate": estimate,
            "se": se,
            "df": df,
            "p_value": p_value,
            "n": n[which],
            "n_rest": n.sum() - n[which],
        }
    )
    return table[table["n"] > 0].reset_index(drop=True)


def _fill(values: Floats) -> Floats:
    return np.asarray(np.nan_to_num(values), dtype=np.float64)


def _linearise_means(totals: Floats) -> tuple[Floats, Floats]:
    """Return the mean of each variable per group, and its derivatives to mass and total."""
    mass, sums = totals[:, 0, :1], totals[:, 0, 1:]
    mean = sums / mass
    slope = np.zeros((len(mass), 1, totals.shape[2], mean.shape[1]))
    slope[:, 0, 0, :] = -mean / mass
    for j in range(mean.shape[1]):
        slope[:, 0, j + 1, j] = 1 / mass[:, 0]
    return mean, slope


def _contrast_groups(totals: Floats) -> tuple[Floats, Floats]:
    """Return mean of the group minus mean of the rest, per group (level) and variable, with derivatives."""
    mass, sums = totals[0, :, 0], totals[0, :, 1:]
    n_groups, n_values = sums.shape
    rest_mass, rest_sums = mass.sum() - mass, sums.sum(axis=0) - sums
    mean, rest = sums / mass[:, None], rest_sums / rest_mass[:, None]
    slope = np.zeros((1, n_groups, n_values + 1, n_groups, n_values))
    own = np.eye(n_groups, dtype=np.bool_)
    for j in range(n_values):
        slope[0, :, 0, :, j] = np.where(own, -mean[:, j] / mass, rest[:, j] / rest_mass)
        slope[0, :, j + 1, :, j] = np.where(own, 1 / mass, -1 / rest_mass)
    flat = slope.reshape(1, n_groups, n_values + 1, n_groups * n_values)
    return (mean - rest).reshape(1, -1), flat
