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
)


def explain_units(
    core: Core, question: Question, stages: Sequence[Stage], coef: Floats
) -> list[Floats | float]:
    """Return what the margins explain of the units of each stage (group x unit x result); 0 without calibration."""
    calibrations, n_groups = core.calibrations, question.cells.n_groups
    if calibrations is None:
        return [0.0] * len(stages)
    effects = _fit_steps(_Pass(calibrations, question.cells, question.values, coef))
    taken = [_sum_dummies(stage, core.weights, calibrations) @ effects for stage in stages]
    return [sums.reshape(len(sums), n_groups, -1).transpose(1, 0, 2) for sums in taken]


def calibrated_covariance(core: Core, question: Question, partials: Partials, coef: Floats) -> Floats:
    """Return the covariance (group x result x result) after every calibration has taken its share."""
    calibrations, cells, sampling, weights = core.calibrations, question.cells, core.sampling, core.weights
    assert calibrations is not None
    passes = _Pass(calibrations, cells, question.values, coef)
    effects = _fit_steps(passes)
    explained = (calibrations.dummies() @ effects).reshape(calibrations.n_profiles, cells.n_groups, -1)
    total = np.zeros((cells.n_groups, coef.shape[3], coef.shape[3]))
    for number, (stage, part) in enumerate(zip(sampling.stages, partials.stages, strict=True), start=1):
        refuse_lonely(stage, sampling.lonely_psu, number)
        raw = combine_sums(part, coef)
        dummies = _sum_dummies(stage, weights, calibrations)
        taken, size = (
            (dummies @ effect).reshape(stage.n_places, cells.n_groups, -1).transpose(1, 0, 2)
            for effect in (effects, np.abs(effects))
        )
        sums = raw - taken
        if stage.unit is not None:
            terms = combine_sums(part, coef, terms=True) + size
            total += covary_units(stage, sums, sampling.lonely_psu, terms=terms)
            continue
        scaled = stage.scale[stage.stratum_of_row] * weights**2
        cross = np.einsum("mgr,mgs->grs", explained, passes.sum_scores(scaled))
        mass = sum_by(calibrations.profile, scaled, calibrations.n_profiles)
        square = np.einsum("mgr,m,mgs->grs", explained, mass, explained, optimize=True)
        plain, terms = combine_squares(stage, part, coef)
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


def _fit_steps(passes: _Pass) -> Floats:
    """Return the effect of each category of every step, one step after the other (category x result)."""
    calibrations = passes.calibrations
    effects: list[Floats] = []
    explained: Floats | float = 0.0
    for step in calibrations.steps:
        weigh = step.weigh()
        mass = sum_by(calibrations.profile, weigh, calibrations.n_profiles)
        sums = passes.sum_scores(weigh).reshape(calibrations.n_profiles, -1)
        effects.append(step.explain(sums - explained * mass[:, None], mass))
        explained = explained + step.dummies() @ effects[-1]
    return np.concatenate(effects)


def _sum_dummies(stage: Stage, weights: Floats, calibrations: Calibrations) -> Floats:
    """Return the weight per unit (or stratum) in each category of every step."""
    place = stage.stratum_of_row if stage.unit is None else stage.unit
    columns = []
    for step in calibrations.steps:
        for category, size in zip(step.categories, step.sizes, strict=True):
            joint = join_places(place, category[calibrations.profile], stage.n_places, size)
            columns.append(sum_by(joint, weights, stage.n_places * size).reshape(stage.n_places, size))
    return np.concatenate(columns, axis=1)
