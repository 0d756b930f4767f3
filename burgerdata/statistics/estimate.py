"""One way from rows to estimates: totals per cell, a smooth function of them, and its linearised variance."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from burgerdata.statistics.codes import Floats
from burgerdata.statistics.core import Core
from burgerdata.statistics.partials import Cells, Partials, collect
from burgerdata.statistics.residuals import residual_covariance
from burgerdata.statistics.variance import finish_covariance

ROOM = 1 << 25
"""Numbers that the sums of one pass may hold; more groups than fit are taken in turns."""

Linearise = Callable[[Floats], tuple[Floats, Floats]]
"""From totals (group x level x variable) to estimates (group x result) and their derivatives
(group x level x variable x result)."""


@dataclass(frozen=True)
class Question:
    """What is estimated: the cell of each row, the variables (None is 1), and the function of their totals."""

    cells: Cells
    values: Sequence[Floats | None]
    linearise: Linearise


@dataclass(frozen=True)
class Answer:
    """Estimates (group x result), their covariance, the variance under simple random sampling, and the base."""

    estimate: Floats
    covariance: Floats
    simple: Floats
    n: Floats
    weight: Floats

    @property
    def variance(self) -> Floats:
        """Return the variances (group x result); what rounding made negative is 0."""
        return np.maximum(np.diagonal(self.covariance, axis1=1, axis2=2), 0.0)


def solve(core: Core, question: Question) -> Answer:
    """Return the estimates and their covariances, in as many passes over the groups as memory asks for."""
    cells = question.cells
    per_group = cells.n_levels * len(question.values) ** 2
    places = max(s.n_units if s.unit is not None else len(s.sampled) for s in core.sampling.stages)
    turn = max(1, ROOM // max(1, places * per_group))
    if turn >= cells.n_groups:
        return _solve_groups(core, question)
    parts = [_solve_groups(core, _take_groups(question, lo, turn)) for lo in range(0, cells.n_groups, turn)]
    return Answer(
        *(
            np.concatenate([getattr(part, field) for part in parts])
            for field in ("estimate", "covariance", "simple", "n", "weight")
        )
    )


def _take_groups(question: Question, first: int, number: int) -> Question:
    cells = question.cells
    low, high = first * cells.n_levels, min(first + number, cells.n_groups) * cells.n_levels
    code = np.where((cells.code >= low) & (cells.code < high), cells.code - low, -1)
    part = Cells(code, (high - low) // cells.n_levels, cells.n_levels)
    return Question(part, question.values, question.linearise)


def _solve_groups(core: Core, question: Question) -> Answer:
    cells, k = question.cells, len(question.values)
    if cells.n_groups == 0:
        return _answer_nothing(question)
    partials = collect(core.sampling, cells, core.weights, question.values)
    with np.errstate(divide="ignore", invalid="ignore"):
        estimate, coef = question.linearise(partials.totals.reshape(cells.n_groups, cells.n_levels, k))
        if core.calibrations:
            covariance = _calibrated_covariance(core, question, coef)
        else:
            covariance = finish_covariance(core.sampling, partials, coef)
        simple = simple_variance(partials, coef, expands=core.expands)
    n = partials.count.reshape(cells.n_groups, cells.n_levels).sum(axis=1).astype(np.float64)
    weight = partials.second.reshape(cells.n_groups, cells.n_levels, k, k)[..., 0, 0].sum(axis=1)
    return Answer(estimate, covariance, simple, n, weight)


def _answer_nothing(question: Question) -> Answer:
    width = question.linearise(np.ones((1, question.cells.n_levels, len(question.values))))[0].shape[1]
    empty = np.empty((0, width))
    return Answer(empty, np.empty((0, width, width)), empty, np.empty(0), np.empty(0))


def simple_variance(partials: Partials, coef: Floats, *, expands: bool) -> Floats:
    """Return the variance that a simple random sample of the same size would have (group x result).

    With weights that count the population a sample without replacement, as R's deff=TRUE; else with replacement.
    The first variable of a question is the constant 1, so that its total is the weight of the cell.
    """
    n_groups, n_levels, k, _ = coef.shape
    n = partials.count.reshape(n_groups, n_levels).sum(axis=1)[:, None].astype(np.float64)
    totals = partials.totals.reshape(n_groups, n_levels, k)
    second = partials.second.reshape(n_groups, n_levels, k, k)
    mass = second[..., 0, 0].sum(axis=1)[:, None]
    mean = np.einsum("glj,gljr->gr", totals, coef) / mass
    square = np.einsum("glab,glar,glbr->gr", second, coef, coef, optimize=True) / mass
    spread = np.maximum(square - mean**2, 0) * n / (n - 1)
    fraction = n / mass if expands else np.zeros_like(mass)
    return np.asarray(np.where(fraction < 1, spread * mass**2 * (1 - fraction) / n, np.nan))


def _calibrated_covariance(core: Core, question: Question, coef: Floats) -> Floats:
    """Return the covariance per group; the residuals need a second pass over the rows."""
    cells, n_results = question.cells, coef.shape[3]
    out = np.empty((cells.n_groups, n_results, n_results))
    for group in range(cells.n_groups):

        def score(rows: slice, group: int = group) -> Floats:
            return _score_rows(question, coef, group, rows)

        out[group] = residual_covariance(core.sampling, core.weights, core.calibrations, score, n_results)
    return out


def _score_rows(question: Question, coef: Floats, group: int, rows: slice) -> Floats:
    """Return the linearised score of each row of a block for one group; 0 outside it."""
    cells = question.cells
    level = cells.code[rows] - group * cells.n_levels
    inside = np.flatnonzero((level >= 0) & (level < cells.n_levels))
    out = np.zeros((len(level), coef.shape[3]))
    for j, value in enumerate(question.values):
        slope = coef[group, level[inside], j, :]
        out[inside] += slope if value is None else slope * value[rows][inside][:, None]
    return out
