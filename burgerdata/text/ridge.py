"""Least squares with a penalty on a kernel: one fit for all themes, with the left-out score of every example for free.

The score of an example when it is itself left out follows from the fit without fitting again (Rasmussen and Williams
2006, section 5.4.2), so penalty, confidence and thresholds are all chosen on scores that no example saw itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray

Floats = NDArray[np.float64]
_PENALTIES = (0.1, 0.3, 1.0, 3.0)
# A constant feature this large makes the intercept all but free of penalty.
_INTERCEPT = 10.0


@dataclass(frozen=True)
class RidgeFit:
    """Weights per feature and theme, the intercepts, and the left-out scores of the examples."""

    weights: Floats
    intercept: Floats
    left_out: Floats
    penalty: float

    def score(self, features: Any) -> Floats:
        """Return a score per text and theme; near 1 where the theme is there, near 0 where it is not."""
        return np.asarray(features @ self.weights + self.intercept, dtype=np.float64)


def fit_ridge(features: sp.csr_matrix, targets: Floats) -> RidgeFit:
    """Return the fit whose left-out squared error is least over a short grid of penalties."""
    kernel = (features @ features.T).toarray() + _INTERCEPT
    values, vectors = np.linalg.eigh(kernel)
    rotated = vectors.T @ targets
    best: tuple[float, float, Floats, Floats] | None = None
    for penalty in _PENALTIES:
        inverse = 1.0 / (np.maximum(values, 0.0) + penalty)
        dual = vectors @ (inverse[:, None] * rotated)
        left_out = targets - dual / ((vectors**2) @ inverse)[:, None]
        error = round(float(np.mean((targets - left_out) ** 2)), 12)
        if best is None or error < best[0]:
            best = (error, penalty, dual, left_out)
    assert best is not None
    _, penalty, dual, left_out = best
    return RidgeFit(np.asarray(features.T @ dual), _INTERCEPT * dual.sum(axis=0), left_out, penalty)
