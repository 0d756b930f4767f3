"""Exact tests for where nothing varies: a standard error of 0 makes the largest difference of all no t test.

Everyone of a group gave one answer, everyone changed alike, or one number follows from another. Who differs is then
counted over all the ways in which the same answers could have fallen to the same people: Fisher's exact test (1935,
section 21), the sign test (Dixon & Mood 1946), and the permutation test of a correlation (Pitman 1937). All are
two-sided and without weights. The units counted are those that were drawn: people, or where clusters were drawn those,
for people of one cluster answer alike.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from burgerdata.statistics.codes import Floats, Mask, both, known_numbers, read_numbers
from burgerdata.statistics.core import Core
from burgerdata.statistics.design import Design
from burgerdata.statistics.groups import form_groups

SAME = 1e-9
"""Numbers that differ less than this part of their size are equal, and a standard error under it is 0."""


@dataclass(frozen=True)
class Alike:
    """The number that all of some people gave (NaN where they differ), and of how many drawn units they are."""

    value: float
    units: int


@dataclass(frozen=True, eq=False)
class Wave:
    """The rows of one sample that a group is, with the number and the name of the person of every row."""

    core: Core
    values: Floats
    rows: Mask
    persons: pd.Series


def find_alike(core: Core, values: Floats, rows: Mask) -> Alike:
    """Return the number that everyone of these rows has, if they have one."""
    own = values[rows]
    same = bool(own.size) and bool(np.ptp(own) <= SAME * np.abs(own).max())
    return Alike(float(own[0]) if same else np.nan, core.sampling.count_units(rows))


def list_alike(design: Design, column: str, *, by: str | None = None) -> list[Alike]:
    """Return what the people of each group have in common, in the order of ``Design.mean``."""
    core = design.core
    values = read_numbers(core.frame, column)
    groups = form_groups(core, by, both(core.rows, known_numbers(values)))
    return [find_alike(core, values, groups.find_rows(group)) for group in range(groups.size)]


def is_certain(estimate: Floats | pd.Series, se: Floats | pd.Series) -> Mask:
    """Return where a difference has no standard error to be divided by."""
    size = np.abs(np.asarray(estimate, dtype=np.float64))
    return np.asarray((size > 0) & (np.asarray(se, dtype=np.float64) <= SAME * size))


def judge_apart(first: Alike, second: Alike) -> float:
    """Return Fisher's p-value where everyone of one group gave one answer, and everyone of the other another; else NaN.

    All ways to deal both answers to the people are as likely, and this one is the most extreme: 1 in C(n1 + n2, n1), and
    with groups of one size its mirror image as well.

    Examples
    --------
    >>> round(judge_apart(Alike(1.0, 4), Alike(0.0, 3)), 6), judge_apart(Alike(1.0, 4), Alike(1.0, 3))
    (0.028571, nan)
    """
    distance, size = abs(first.value - second.value), max(abs(first.value), abs(second.value))
    if not distance > SAME * size or min(first.units, second.units) < 1:
        return float("nan")
    return _count_ways(1 + (first.units == second.units), [first.units, second.units])


def judge_moved(change: Alike) -> float:
    """Return the p-value of the sign test where everyone changed by the same, but nought; else NaN.

    Examples
    --------
    >>> judge_moved(Alike(1.0, 6)), judge_moved(Alike(0.0, 6))
    (0.03125, nan)
    """
    if not abs(change.value) > SAME or change.units < 1:
        return float("nan")
    return min(1.0, 2 * 0.5**change.units)


def judge_waves(first: Wave, second: Wave) -> float:
    """Return the p-value of a change between two samples in which nothing varies; else NaN.

    Where half of the smaller sample or more is in both, that of the sign test on who is in both; else Fisher's, where a
    person in both counts in the first sample alone.
    """
    before = pd.Series(first.values, index=first.persons)[first.rows]
    after = pd.Series(second.values, index=second.persons)[second.rows]
    shared = before.index.intersection(after.index)
    if 2 * len(shared) < min(len(before), len(after)):
        new = second.rows & ~second.persons.isin(shared).to_numpy()
        alike = find_alike(second.core, second.values, second.rows)
        apart = find_alike(second.core, second.values, new)
        return judge_apart(
            find_alike(first.core, first.values, first.rows), replace(apart, value=alike.value)
        )
    rise = first.persons.map(after).to_numpy(dtype=np.float64) - first.values
    return judge_moved(find_alike(first.core, rise, first.rows & first.persons.isin(shared).to_numpy()))


def judge_line(values: Floats) -> float:
    """Return the p-value of a correlation of 1 or -1 with these values: 1 or 2 of all orders that they can stand in.

    It is 2 where the values lie evenly around their middle, so that they can fall as they rose.

    Examples
    --------
    >>> round(judge_line(np.array([1.0, 2.0, 4.0, 5.0])), 6), round(judge_line(np.array([1.0, 2.0, 4.0, 4.0])), 6)
    (0.083333, 0.083333)
    """
    levels, counts = np.unique(values, return_counts=True)
    turned = (levels[0] + levels[-1] - levels)[::-1]
    even = np.allclose(turned, levels) and np.array_equal(counts, counts[::-1])
    return _count_ways(1 + even, counts)


def _count_ways(extreme: int, counts: ArrayLike) -> float:
    """Return the part that ``extreme`` orders are of all orders of things of which there are so many of each kind."""
    from scipy.special import gammaln

    kinds = np.asarray(counts, dtype=np.float64)
    orders = gammaln(kinds.sum() + 1) - gammaln(kinds + 1).sum()
    return float(min(1.0, extreme * np.exp(-orders)))
