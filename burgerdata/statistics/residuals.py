"""Standard errors that know about a calibration: the residuals of what is estimated on the margins.

After calibration a total varies only as far as the margins do not explain it. ``greg`` takes the residuals of a
regression weighted by the weights before calibration (Deville & Särndal 1992; Särndal, Swensson & Wretman 1992,
section 6.6); ``rake`` takes away unweighted margin means in turn, ten times, as R's rake() does.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np

from burgerdata.statistics.codes import Codes, Floats, sum_by
from burgerdata.statistics.partials import BLOCK
from burgerdata.statistics.sampling import Sampling, Stage
from burgerdata.statistics.variance import covary_moments, covary_units, refuse_lonely

VarianceKind = Literal["greg", "rake"]
Scores = Callable[[slice], Floats]
"""Gives the unweighted linearised scores (row x result) of a block of rows."""

SWEEPS = 10


@dataclass(frozen=True, eq=False)
class Calibration:
    """Margins that the weights were fitted to: the profile of each row, and per profile its category per margin."""

    profile: Codes
    categories: tuple[Codes, ...]
    sizes: tuple[int, ...]
    base: Floats
    kind: VarianceKind

    @property
    def n_profiles(self) -> int:
        """Return the number of combinations of categories that occur."""
        return len(self.categories[0])

    def dummies(self) -> Floats:
        """Return profile x category, one column per category of every margin."""
        return np.concatenate(
            [np.eye(size)[codes] for codes, size in zip(self.categories, self.sizes, strict=True)], axis=1
        )

    def weigh(self) -> Floats:
        """Return the weight of each row in the residuals: its base weight, or 1 for R's rake()."""
        return self.base if self.kind == "greg" else np.ones(len(self.base))

    def fit(self, sums: Floats) -> Floats:
        """Return per profile what the margins explain, from the weighted sums of scores per profile."""
        mass = sum_by(self.profile, self.weigh(), self.n_profiles)
        if self.kind == "greg":
            design = self.dummies()
            gram = design.T @ (design * mass[:, None])
            return np.asarray(
                design @ (np.linalg.pinv(gram, rcond=1e-12, hermitian=True) @ (design.T @ sums))
            )
        return self._sweep(sums, mass)

    def _sweep(self, sums: Floats, mass: Floats) -> Floats:
        fitted = np.zeros_like(sums)
        for _ in range(SWEEPS):
            for codes, size in zip(self.categories, self.sizes, strict=True):
                left = np.zeros((size, sums.shape[1]))
                np.add.at(left, codes, sums - fitted * mass[:, None])
                number = np.maximum(sum_by(codes, mass, size), 1)
                fitted = fitted + (left / number[:, None])[codes]
        return fitted


def residual_covariance(
    sampling: Sampling, weights: Floats, calibrations: tuple[Calibration, ...], scores: Scores, n_results: int
) -> Floats:
    """Return the covariance (result x result) of weighted scores after every calibration has taken its share."""
    fitted: list[tuple[Codes, Floats]] = []
    blocks = [slice(start, start + BLOCK) for start in range(0, len(weights), BLOCK)]
    for calibration in calibrations:
        sums = np.zeros((calibration.n_profiles, n_results))
        weigh = calibration.weigh()
        for rows in blocks:
            left = _residual(scores, fitted, rows) * weigh[rows, None]
            for result in range(n_results):
                sums[:, result] += sum_by(calibration.profile[rows], left[:, result], calibration.n_profiles)
        fitted.append((calibration.profile, calibration.fit(sums)))
    total = np.zeros((n_results, n_results))
    for number, stage in enumerate(sampling.stages, start=1):
        refuse_lonely(stage, sampling.lonely_psu, number)
        total += _covary_stage(
            stage, sampling, blocks, lambda r: _residual(scores, fitted, r) * weights[r, None]
        )
    return total


def _residual(scores: Scores, fitted: list[tuple[Codes, Floats]], rows: slice) -> Floats:
    left = scores(rows)
    for profile, fit in fitted:
        left = left - fit[profile[rows]]
    return left


def _covary_stage(stage: Stage, sampling: Sampling, blocks: list[slice], scores: Scores) -> Floats:
    place = stage.stratum_of_row if stage.unit is None else stage.unit
    n_places = len(stage.sampled) if stage.unit is None else stage.n_units
    sums: Floats | None = None
    squares: Floats | None = None
    for rows in blocks:
        block, at = scores(rows), place[rows]
        part = np.stack([sum_by(at, block[:, r], n_places) for r in range(block.shape[1])], axis=-1)
        sums = part if sums is None else sums + part
        if stage.unit is None:
            product = (block * stage.scale[at][:, None]).T @ block
            squares = product if squares is None else squares + product
    assert sums is not None
    if squares is None:
        return np.asarray(covary_units(stage, sums[None], sampling.lonely_psu)[0])
    return np.asarray(covary_moments(stage, squares[None], sums[None], sampling.lonely_psu)[0])
