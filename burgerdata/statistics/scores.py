"""What each drawn unit adds to the variance of an estimate: two estimates that share units have these in common."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from burgerdata.statistics.codes import Floats
from burgerdata.statistics.core import Core
from burgerdata.statistics.partials import collect
from burgerdata.statistics.question import Question
from burgerdata.statistics.residuals import explain_units
from burgerdata.statistics.sampling import Stage
from burgerdata.statistics.variance import combine_sums, refuse_lonely, spread_units


@dataclass(frozen=True)
class Scores:
    """One stage of sampling with a unit for every row, and the score of each unit (unit x group x result).

    The squares of the scores, over the units of all stages, add up to the variance.
    """

    stage: Stage
    values: Floats


def score_units(core: Core, question: Question) -> list[Scores]:
    """Return the scores of the units of every stage; after calibration those of the residuals."""
    cells, choice = question.cells, core.sampling.lonely_psu
    stages = tuple(stage.spread() for stage in core.sampling.stages)
    partials = collect(replace(core.sampling, stages=stages), cells, core.weights, question.values)
    with np.errstate(divide="ignore", invalid="ignore"):
        shape = (cells.n_groups, cells.n_levels, len(question.values))
        coef = question.linearise(partials.totals.reshape(shape))[1]
        explained = explain_units(core, question, stages, coef)
        scores = []
        for number, (stage, part) in enumerate(zip(stages, partials.stages, strict=True)):
            refuse_lonely(stage, choice, number + 1)
            units = combine_sums(part, coef) - explained[number]
            scores.append(Scores(stage, spread_units(stage, units, choice)))
    return scores
