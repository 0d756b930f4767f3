"""What every estimate needs to know of a Design: frame, weights, sampling, domain and calibrations."""

from __future__ import annotations

from dataclasses import dataclass, field

import pandas as pd

from burgerdata.statistics.codes import Floats, Mask
from burgerdata.statistics.residuals import Calibration
from burgerdata.statistics.sampling import Sampling

EXPANDS = 1.5
"""Weights that sum to more than this many times the sample are taken to count the population."""


@dataclass(frozen=True, eq=False)
class Core:
    """Frame, weights in row order, the sampling, the rows of the domain (None: all) and the calibrations in order."""

    frame: pd.DataFrame = field(repr=False)
    weights: Floats
    sampling: Sampling
    domain: Mask | None
    calibrations: tuple[Calibration, ...] = ()

    @property
    def n_rows(self) -> int:
        """Return the number of rows of the whole sample."""
        return len(self.weights)

    @property
    def rows(self) -> Mask:
        """Return the rows that take part: inside the domain and with a positive weight."""
        positive = self.weights > 0
        return positive if self.domain is None else positive & self.domain

    @property
    def df(self) -> int:
        """Return the degrees of freedom: first-stage units minus strata within the domain."""
        rows = self.rows
        return self.sampling.count_degrees(None if rows.all() else rows)

    @property
    def expands(self) -> bool:
        """Return whether the weights count a population, rather than being scaled to the sample."""
        return bool(self.weights.sum() > EXPANDS * self.n_rows)
