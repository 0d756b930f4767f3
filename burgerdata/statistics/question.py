"""What is asked of the totals of a sample, and what comes back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from burgerdata.statistics.codes import Floats
from burgerdata.statistics.partials import Cells

ROUNDING = 1e-26
"""Variances under this part of the squared estimate are rounding: a standard error of 1e-13 of the estimate.

Replicates need it; a linearised variance is rid of what its own terms left over (see ``variance``)."""

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
    """Estimates (group x result), their covariance, the variances under simple random sampling, and the base.

    ``simple`` is what the design effect compares with, ``plain`` what the effective sample size does: see
    ``estimate.simple_variance``.
    """

    estimate: Floats
    covariance: Floats
    simple: Floats
    plain: Floats
    n: Floats

    @property
    def variance(self) -> Floats:
        """Return the variances (group x result); what is no more than rounding of the estimate is 0."""
        found = np.diagonal(self.covariance, axis1=1, axis2=2)
        return np.where(found <= ROUNDING * self.estimate**2, 0.0, found)
