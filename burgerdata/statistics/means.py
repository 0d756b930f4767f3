"""Means, totals and ratios of numbers, with linearised standard errors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from burgerdata.errors import MethodeError
from burgerdata.statistics.codes import Floats, both, known_numbers, read_numbers
from burgerdata.statistics.core import Core
from burgerdata.statistics.estimate import solve
from burgerdata.statistics.groups import Groups, count_people, form_groups
from burgerdata.statistics.partials import BLOCK, Cells
from burgerdata.statistics.question import Answer, Question
from burgerdata.statistics.results import make_table, normal_interval

By = str | Sequence[str] | None

ZERO = 1e-12
"""A sum under this part of its terms is rounding of 0."""


def find_origin(values: Floats) -> float:
    """Return the fixed point that a variable is measured from: the mean of its first block.

    Moments of a year around 0 lose half of their digits; around 2026 they lose none.
    """
    first = values[:BLOCK]
    known = first[~np.isnan(first)]
    return float(known.mean()) if known.size else 0.0


def ask_mean(core: Core, x: str, by: By) -> tuple[Groups, Question]:
    """Return the question for the weighted mean of ``x`` (Särndal, Swensson & Wretman 1992, section 5.7)."""
    values = read_numbers(core.frame, x)
    groups = form_groups(core, by, both(core.rows, known_numbers(values)))
    origin = find_origin(values)

    def linearise(totals: Floats) -> tuple[Floats, Floats]:
        mass, mean = totals[..., 0], totals[..., 1] / totals[..., 0]
        return mean + origin, np.stack([-mean / mass, 1 / mass], axis=-1)[..., None]

    return groups, Question(one_level(groups), [None, values - origin], linearise)


def ask_total(core: Core, x: str | None, by: By) -> tuple[Groups, Question]:
    """Return the question for the weighted total of ``x``, or without ``x`` the weighted number of persons."""
    if x is None:
        groups = form_groups(core, by, core.rows)
        return groups, Question(
            one_level(groups), [None], lambda totals: (totals[..., 0], np.ones((*totals.shape, 1)))
        )
    values = read_numbers(core.frame, x)
    groups = form_groups(core, by, both(core.rows, known_numbers(values)))
    origin = find_origin(values)

    def linearise(totals: Floats) -> tuple[Floats, Floats]:
        coef = np.broadcast_to(np.array([origin, 1.0])[:, None], (*totals.shape, 1))
        return totals[..., 1] + origin * totals[..., 0], coef

    return groups, Question(one_level(groups), [None, values - origin], linearise)


def ask_ratio(core: Core, numerator: str, denominator: str, by: By) -> tuple[Groups, Question]:
    """Return the question for total(numerator) / total(denominator) over rows where both are known."""
    over, under = read_numbers(core.frame, numerator), read_numbers(core.frame, denominator)
    groups = form_groups(core, by, both(core.rows, known_numbers(over, under)))
    a, b = find_origin(over), find_origin(under)

    def linearise(totals: Floats) -> tuple[Floats, Floats]:
        mass = totals[..., 0]
        top, bottom = totals[..., 1] + a * mass, totals[..., 2] + b * mass
        # No ratio to nothing; measured from an origin, nothing is rounding.
        nothing = np.abs(bottom) <= ZERO * (np.abs(totals[..., 2]) + np.abs(b * mass))
        bottom = np.where(nothing, np.nan, bottom)
        ratio = top / bottom
        coef = np.stack([(a - ratio * b) / bottom, 1 / bottom, -ratio / bottom], axis=-1)
        return ratio, coef[..., None]

    return groups, Question(one_level(groups), [None, over - a, under - b], linearise)


def one_level(groups: Groups) -> Cells:
    """Return cells with one level: a cell is a group."""
    return Cells(groups.codes, None, groups.size, 1, groups.rows, counts=groups.counts)


def estimate_numbers(core: Core, asked: tuple[Groups, Question], confidence: float) -> pd.DataFrame:
    """Return the table that answers a question about numbers."""
    groups, question = asked
    return finish_table(groups, solve(core, question), count_people(core, groups).df, confidence)


def estimate_total(core: Core, x: str | None, by: By, confidence: float) -> pd.DataFrame:
    """Return the table with the total of ``x``, or without it the number of persons."""
    groups, question = ask_total(core, x, by)
    answer = solve(core, question)
    df = count_people(core, groups).df
    return finish_table(groups, compare_counts(core, answer) if x is None else answer, df, confidence)


def compare_counts(core: Core, answer: Answer) -> Answer:
    """Return the answer on numbers of persons, compared with those in a simple random sample of everyone.

    Within its group a person counts as 1 and nothing varies; what varies is who falls in the group.
    """
    n, mass = int(np.count_nonzero(core.weights)), float(core.weights.sum())
    share = answer.estimate / mass
    with np.errstate(divide="ignore", invalid="ignore"):
        plain = mass**2 * share * (1 - share) / np.float64(n - 1)
    weighed = n / mass if core.expands else 0.0
    return replace(answer, simple=plain * (1 - weighed), plain=plain * (1 - core.sampling.fraction))


def finish_table(groups: Groups, answer: Answer, df: Floats | float, confidence: float) -> pd.DataFrame:
    """Return the table with t intervals."""
    interval = normal_interval(answer.estimate, np.sqrt(answer.variance), df, confidence)
    return make_table(groups.labels, answer, df=df, interval=interval)


def refuse_choice(naam: str, choice: str, choices: tuple[str, ...]) -> None:
    """Raise a MethodeError when an option is not one of its choices."""
    if choice not in choices:
        raise MethodeError(f"{naam} '{choice}' bestaat niet; kies uit {', '.join(choices)}")
