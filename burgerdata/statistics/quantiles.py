"""Quantiles with the intervals of Woodruff (1952): the interval of the share below, read back as values."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, get_args

import numpy as np
import pandas as pd

from burgerdata.errors import MethodeError
from burgerdata.statistics.codes import Floats, both, known_numbers, read_numbers
from burgerdata.statistics.core import Core
from burgerdata.statistics.estimate import solve
from burgerdata.statistics.groups import Groups, form_groups
from burgerdata.statistics.means import By, refuse_choice
from burgerdata.statistics.partials import Cells
from burgerdata.statistics.proportions import linearise_shares
from burgerdata.statistics.question import Answer, Question
from burgerdata.statistics.results import make_table, t_quantile

QuantileRule = Literal["math", "hf7"]

TIE = 1e-10
"""A share below that falls this much short of the asked one has reached it: sums of weights are rounded."""


def estimate_quantile(
    core: Core,
    x: str,
    probs: float | Sequence[float],
    *,
    by: By,
    rule: QuantileRule,
    confidence: float,
) -> pd.DataFrame:
    """Return per group a row per probability with the quantile of ``x``, its Woodruff interval and standard error."""
    refuse_choice("rule", rule, get_args(QuantileRule))
    probs = [probs] if isinstance(probs, int | float) else list(probs)
    if not probs or min(probs) <= 0 or max(probs) >= 1:
        raise MethodeError("een kwantiel ligt tussen 0 en 1; gebruik bijvoorbeeld 0.5 voor de mediaan")
    values = read_numbers(core.frame, x)
    groups = form_groups(core, by, both(core.rows, known_numbers(values)))
    ladders = [_sort_group(values, core.weights, groups, group, rule) for group in range(groups.size)]
    df = np.array(
        [core.sampling.count_degrees(groups.find_rows(g)) for g in range(groups.size)], dtype=np.float64
    )
    found = np.array([ladder.read(np.asarray(probs)) for ladder in ladders]).reshape(groups.size, len(probs))
    answer = _measure_shares(core, values, groups, found)
    t = t_quantile(confidence, df)[:, None]
    half = t * np.sqrt(answer.variance)
    low = np.array([ld.read(p) for ld, p in zip(ladders, answer.estimate - half, strict=True)]).reshape(
        half.shape
    )
    high = np.array([ld.read(p) for ld, p in zip(ladders, answer.estimate + half, strict=True)]).reshape(
        half.shape
    )
    level = ("prob", pd.Series(list(probs), dtype="float64"))
    table = make_table(groups.labels, answer, df=df[:, None], interval=(low, high), level=level)
    return table.assign(estimate=found.ravel(), se=((high - low) / (2 * t)).ravel())


def _measure_shares(core: Core, values: Floats, groups: Groups, found: Floats) -> Answer:
    """Return the share at or below each quantile, with its variance."""
    parts = []
    for column in found.T:
        limit = column[0] if groups.codes is None else np.append(column, np.nan)[groups.codes]
        level = (~(values <= limit)).astype(np.int8)
        cells = Cells(groups.codes, level, groups.size, 2, groups.rows)
        parts.append(solve(core, Question(cells, [None], linearise_shares)))
    return Answer(
        np.stack([part.estimate[:, 0] for part in parts], axis=1),
        np.einsum(
            "gr,rs->grs", np.stack([part.variance[:, 0] for part in parts], axis=1), np.eye(len(parts))
        ),
        np.stack([part.simple[:, 0] for part in parts], axis=1),
        np.stack([part.plain[:, 0] for part in parts], axis=1),
        parts[0].n,
    )


class Ladder:
    """The sorted values of one group with their cumulative share; reads a quantile off by a rule.

    math: the smallest value with at least the asked share at or below it (Hyndman & Fan 1996, type 1). hf7: linear
    between the values, the smallest at 0 and the largest at 1 (their type 7).
    """

    def __init__(self, values: Floats, weights: Floats, rule: QuantileRule) -> None:
        order = np.argsort(values, kind="stable")
        self.values, self.rule = values[order], rule
        self.mass = np.cumsum(weights[order])

    def read(self, probs: Floats) -> Floats:
        """Return the quantile of each probability; NaN outside 0..1."""
        if not self.values.size:
            return np.full(len(probs), np.nan)
        known = (probs >= 0) & (probs <= 1)
        asked = np.where(known, probs, 0.5)
        found = self._read_step(asked) if self.rule == "math" else self._read_line(asked)
        return np.where(known, found, np.nan)

    def _read_step(self, probs: Floats) -> Floats:
        place = np.searchsorted(self.mass, (probs - TIE) * self.mass[-1], side="left")
        return np.asarray(self.values[np.minimum(place, len(self.values) - 1)])

    def _read_line(self, probs: Floats) -> Floats:
        if len(self.values) == 1:
            return np.full(len(probs), self.values[0])
        share = np.concatenate([[0.0], self.mass[:-1]]) / self.mass[-2]
        return np.asarray(np.interp(probs, share, self.values))


def _sort_group(values: Floats, weights: Floats, groups: Groups, group: int, rule: QuantileRule) -> Ladder:
    rows = groups.find_rows(group)
    return Ladder(values[rows], weights[rows], rule)
