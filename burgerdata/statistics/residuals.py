"""Standard errors that know about a calibration: the residuals of what is estimated on the margins.

After calibration a total varies only as far as the margins do not explain it (Särndal, Swensson & Wretman 1992, section
6.6). What the margins explain of a person depends on the person's profile (combination of categories) only. So one more
pass over the rows for sums per profile and cell is enough, however many groups are asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from burgerdata.statistics.calibration import Calibrations
from burgerdata.statistics.codes import Floats, sum_by
from burgerdata.statistics.core import Core
from burgerdata.statistics.partials import Cells, Partials, join_places, list_blocks, pick
from burgerdata.statistics.question import Question
from burgerdata.statistics.sampling import Stage
from burgerdata.statistics.variance import (
    combine_squares,
    combine_sums,
    covary_moments,
    covary_units,
    refuse_lonely,
    scale_strata,
)


def explain_units(
    core: Core, question: Question, stages: Sequence[Stage], coef: Floats
) -> list[Floats | float]:
    """Return what the margins explain of the units of each stage (group x unit x result); 0 without calibration."""
    calibrations, n_groups = core.calibrations, question.cells.n_groups
    if calibrations is None:
        return [0.0] * len(stages)
    effects = np.concatenate(
        _fit_steps(_Pass(calibrations, question.cells, question.values, coef), core.weights)
    )
    taken = [_sum_dummies(stage, calibrations) @ effects for stage in stages]
    return [sums.reshape(len(sums), n_groups, -1).transpose(1, 0, 2) for sums in taken]


def calibrated_covariance(core: Core, question: Question, partials: Partials, coef: Floats) -> Floats:
    """Return the covariance (group x result x result) after every calibration has taken its share."""
    calibrations, cells, sampling, weights = core.calibrations, question.cells, core.sampling, core.weights
    assert calibrations is not None
    passes = _Pass(calibrations, cells, question.values, coef)
    steps = _fit_steps(passes, weights)
    effects = np.concatenate(steps)
    total = np.zeros((cells.n_groups, coef.shape[3], coef.shape[3]))
    for number, (stage, part) in enumerate(zip(sampling.stages, partials.stages, strict=True), start=1):
        refuse_lonely(stage, sampling.lonely_psu, number)
        raw = combine_sums(part, coef)
        dummies = _sum_dummies(stage, calibrations)
        taken, size = (
            (dummies @ effect).reshape(stage.n_places, cells.n_groups, -1).transpose(1, 0, 2)
            for effect in (effects, np.abs(effects))
        )
        sums = raw - taken
        if stage.unit is not None:
            terms = combine_sums(part, coef, terms=True) + size
            total += covary_units(stage, sums, sampling.lonely_psu, terms=terms)
            continue
        cross, square = _multiply_explained(
            passes, steps, weights, scale_strata(stage, sampling.lonely_psu)[stage.stratum_of_row]
        )
        plain, terms = combine_squares(stage, part, coef, sampling.lonely_psu)
        squares = plain - cross - cross.transpose(0, 2, 1) + square
        total += covary_moments(stage, squares, sums, sampling.lonely_psu, terms=terms)
    return total


@dataclass(frozen=True, eq=False)
class _Pass:
    """A further pass over the rows: sums of scores per profile under any weight."""

    calibrations: Calibrations
    cells: Cells
    values: Sequence[Floats | None]
    coef: Floats

    def sum_scores(self, weights: Floats) -> Floats:
        """Return the sum of weighted scores (profile x group x result)."""
        cells, size = self.cells, self.calibrations.n_profiles * self.cells.size
        sums = np.zeros((len(self.values), size))
        for rows in list_blocks(len(weights)):
            code, keep = cells.take(rows, len(weights[rows]))
            profile = pick(self.calibrations.profile, rows, keep)
            joint = join_places(profile, code, self.calibrations.n_profiles, cells.size)
            weight = pick(weights, rows, keep)
            for j, value in enumerate(self.values):
                sums[j] += sum_by(joint, weight if value is None else weight * pick(value, rows, keep), size)
        shape = (len(self.values), self.calibrations.n_profiles, cells.n_groups, cells.n_levels)
        return np.asarray(np.einsum("jmgl,gljr->mgr", sums.reshape(shape), self.coef, optimize=True))


def _fit_steps(passes: _Pass, weights: Floats) -> list[Floats]:
    """Return per step the effect of each category, one step after the other (category x result)."""
    profile, size, steps = (
        passes.calibrations.profile,
        passes.calibrations.n_profiles,
        passes.calibrations.steps,
    )
    effects: list[Floats] = []
    for step in steps:
        sums = passes.sum_scores(step.weigh_scores(weights)).reshape(size, -1)
        for before, effect in zip(steps, effects, strict=False):
            mass = sum_by(profile, step.weigh_scores(before.fitted), size)
            sums = sums - mass[:, None] * (before.dummies() @ effect)
        effects.append(step.explain(sums, sum_by(profile, step.weigh(), size)))
    return effects


def _multiply_explained(
    passes: _Pass, effects: list[Floats], weights: Floats, scale: Floats
) -> tuple[Floats, Floats]:
    """Return the scaled sums over rows of explained x score and explained x explained (group x result x result).

    A score counts with the weights of now, what a step explains with the weights that it gave.
    """
    calibrations, n_groups = passes.calibrations, passes.cells.n_groups
    parts = [
        (step.fitted, (step.dummies() @ effect).reshape(calibrations.n_profiles, n_groups, -1))
        for step, effect in zip(calibrations.steps, effects, strict=True)
    ]
    cross: Floats | float = 0.0
    square: Floats | float = 0.0
    for given, part in parts:
        scaled = scale * given
        cross = cross + np.einsum("mgr,mgs->grs", part, passes.sum_scores(scaled * weights))
        for other, theirs in parts:
            mass = sum_by(calibrations.profile, scaled * other, calibrations.n_profiles)
            square = square + np.einsum("mgr,m,mgs->grs", part, mass, theirs, optimize=True)
    return np.asarray(cross), np.asarray(square)


def _sum_dummies(stage: Stage, calibrations: Calibrations) -> Floats:
    """Return the weight per unit (or stratum) in each category of every step, as that step gave it."""
    place = stage.stratum_of_row if stage.unit is None else stage.unit
    columns = []
    for step in calibrations.steps:
        for category, size in zip(step.categories, step.sizes, strict=True):
            joint = join_places(place, category[calibrations.profile], stage.n_places, size)
            columns.append(sum_by(joint, step.fitted, stage.n_places * size).reshape(stage.n_places, size))
    return np.concatenate(columns, axis=1)
