"""Means, totals and ratios of numbers, with linearised standard errors."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from burgerdata.errors import MethodeError
from burgerdata.statistics.codes import Floats, Groups, form_groups, read_numbers
from burgerdata.statistics.core import Core
from burgerdata.statistics.estimate import Answer, Question, solve
from burgerdata.statistics.partials import BLOCK, Cells
from burgerdata.statistics.results import make_table, normal_interval

By = str | Sequence[str] | None


def find_origin(values: Floats) -> float:
    """Return the fixed point that a variable is measured from: the mean of its first block.

    Moments of a year around 0 lose half of their digits; around 2026 they lose none.
    """
    first = values[:BLOCK]
    known = first[~np.isnan(first)]
    return float(known.mean()) if known.size else 0.0


def estimate_mean(core: Core, x: str, *, by: By, confidence: float) -> pd.DataFrame:
    """Return the weighted mean of ``x`` per group (Särndal, Swensson & Wretman 1992, section 5.7)."""
    values = read_numbers(core.frame, x)
    groups = form_groups(core.frame, by, core.rows & ~np.isnan(values))
    origin = find_origin(values)

    def linearise(totals: Floats) -> tuple[Floats, Floats]:
        mass, total = totals[..., 0], totals[..., 1]
        mean = total / mass
        return mean + origin, np.stack([-mean / mass, 1 / mass], axis=-1)[..., None]

    answer = solve(core, Question(one_level(groups), [None, values - origin], linearise))
    return finish_table(groups, answer, core.df, confidence)


def estimate_total(core: Core, x: str | None, *, by: By, confidence: float) -> pd.DataFrame:
    """Return the weighted total of ``x`` per group; without ``x`` the weighted number of persons."""
    values = np.ones(len(core.frame)) if x is None else read_numbers(core.frame, x)
    groups = form_groups(core.frame, by, core.rows & ~np.isnan(values))
    origin = find_origin(values)

    def linearise(totals: Floats) -> tuple[Floats, Floats]:
        mass, total = totals[..., 0], totals[..., 1]
        coef = np.broadcast_to(np.array([origin, 1.0])[:, None], (*totals.shape, 1))
        return total + origin * mass, coef

    answer = solve(core, Question(one_level(groups), [None, values - origin], linearise))
    return finish_table(groups, answer, core.df, confidence)


def estimate_ratio(
    core: Core, numerator: str, denominator: str, *, by: By, confidence: float
) -> pd.DataFrame:
    """Return total(numerator) / total(denominator) per group, over rows where both are known."""
    over, under = read_numbers(core.frame, numerator), read_numbers(core.frame, denominator)
    groups = form_groups(core.frame, by, core.rows & ~np.isnan(over) & ~np.isnan(under))
    a, b = find_origin(over), find_origin(under)

    def linearise(totals: Floats) -> tuple[Floats, Floats]:
        mass = totals[..., 0]
        top, bottom = totals[..., 1] + a * mass, totals[..., 2] + b * mass
        ratio = top / bottom
        coef = np.stack([(a - ratio * b) / bottom, 1 / bottom, -ratio / bottom], axis=-1)
        return ratio, coef[..., None]

    answer = solve(core, Question(one_level(groups), [None, over - a, under - b], linearise))
    return finish_table(groups, answer, core.df, confidence)


def one_level(groups: Groups) -> Cells:
    """Return cells with one level: a cell is a group."""
    return Cells(groups.codes, groups.size, 1)


def finish_table(groups: Groups, answer: Answer, df: float, confidence: float) -> pd.DataFrame:
    """Return the table with t intervals."""
    interval = normal_interval(answer.estimate, np.sqrt(answer.variance), df, confidence)
    return make_table(groups.labels, answer, df=df, interval=interval)


def refuse_choice(naam: str, choice: str, choices: tuple[str, ...]) -> None:
    """Raise a MethodeError when an option is not one of its choices."""
    if choice not in choices:
        raise MethodeError(f"{naam} '{choice}' bestaat niet; kies uit {', '.join(choices)}")
