"""One way from rows to estimates: totals per cell, a smooth function of them, and its linearised variance."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from burgerdata.statistics.codes import Floats
from burgerdata.statistics.core import Core
from burgerdata.statistics.partials import Partials, collect
from burgerdata.statistics.question import Answer, Question
from burgerdata.statistics.residuals import calibrated_covariance
from burgerdata.statistics.variance import finish_covariance

ROOM = 1 << 25
"""Numbers that the sums of one pass may hold; more groups than fit are taken in turns."""


def solve(core: Core, question: Question) -> Answer:
    """Return the estimates and their covariances, in as many passes over the groups as memory asks for."""
    cells = question.cells
    per_group = cells.n_levels * len(question.values) ** 2
    places = max(stage.n_places for stage in core.sampling.stages)
    if core.calibrations is not None:
        places = max(places, core.calibrations.n_profiles)
    turn = max(1, ROOM // max(1, places * per_group))
    if turn >= cells.n_groups:
        return _solve_groups(core, question)
    firsts = range(0, cells.n_groups, turn)
    parts = [_solve_groups(core, _take_groups(question, lo, min(lo + turn, cells.n_groups))) for lo in firsts]
    fields = ("estimate", "covariance", "simple", "plain", "n")
    return Answer(*(np.concatenate([getattr(part, field) for part in parts]) for field in fields))


def _take_groups(question: Question, first: int, last: int) -> Question:
    return replace(question, cells=question.cells.only(first, last))


def _solve_groups(core: Core, question: Question) -> Answer:
    cells, k = question.cells, len(question.values)
    if cells.n_groups == 0:
        return _answer_nothing(question)
    partials = collect(core.sampling, cells, core.weights, question.values)
    with np.errstate(divide="ignore", invalid="ignore"):
        estimate, coef = question.linearise(partials.totals.reshape(cells.n_groups, cells.n_levels, k))
        if core.calibrations is None:
            covariance = finish_covariance(core.sampling, partials, coef)
        else:
            covariance = calibrated_covariance(core, question, partials, coef)
        simple, plain = simple_variance(core, partials, coef)
    return Answer(estimate, covariance, simple, plain, partials.count)


def _answer_nothing(question: Question) -> Answer:
    width = question.linearise(np.ones((1, question.cells.n_levels, len(question.values))))[0].shape[1]
    empty = np.empty((0, width))
    return Answer(empty, np.empty((0, width, width)), empty, empty, np.empty(0))


def simple_variance(core: Core, partials: Partials, coef: Floats) -> tuple[Floats, Floats]:
    """Return the variance that a simple random sample of the same size would have (group x result), in two ways.

    The first is what ``deff`` compares with: with weights that count the population a sample without replacement from
    as many as they add up to, as R's deff=TRUE; else with replacement. The second is what ``n_eff`` compares with: it
    knows the population by the sizes of the design alone, so that it does not depend on the scale of the weights.
    The first variable of a question is the constant 1, so that its total is the weight of the cell.
    """
    n_groups, n_levels, k, _ = coef.shape
    n = partials.count[:, None]
    totals = partials.totals.reshape(n_groups, n_levels, k)
    second = partials.second.reshape(n_groups, n_levels, k, k)
    mass = second[..., 0, 0].sum(axis=1)[:, None]
    mean = np.einsum("glj,gljr->gr", totals, coef) / mass
    square = np.einsum("glab,glar,glbr->gr", second, coef, coef, optimize=True) / mass
    spread = np.maximum(square - mean**2, 0) * n / (n - 1)
    weighed = n / mass if core.expands else np.zeros_like(mass)
    with_replacement = spread * mass**2 / n
    simple = np.where(weighed < 1, with_replacement * (1 - weighed), np.nan)
    return simple, with_replacement * (1 - core.sampling.fraction)
