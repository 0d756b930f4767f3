"""How unlike a text is to everything without a theme: naive Bayes on the complement, with left-out scores for free.

A theme with few examples has few counts of its own but many against it, so its weights are taken from the texts that
do not have it (Rennie and others 2003, "Tackling the poor assumptions of naive Bayes text classifiers"). It errs on
other texts than least squares does, which is why the suggester adds the two.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray

Floats = NDArray[np.float64]
_SMOOTHING = 0.03


@dataclass(frozen=True)
class BayesFit:
    """Weights per feature and theme, and the left-out scores of the examples."""

    weights: Floats
    left_out: Floats

    def score(self, features: Any) -> Floats:
        """Return a score per text and theme; what counts is the difference between the themes of one text."""
        return centre(np.asarray(features @ self.weights, dtype=np.float64))


def fit_bayes(features: sp.csr_matrix, targets: Floats) -> BayesFit:
    """Return the weights of the complement of each theme, and the score of each example without itself."""
    absent = 1.0 - targets
    counts = np.asarray(features.T @ absent)
    totals = counts.sum(axis=0) + _SMOOTHING * len(counts)
    weights = np.log(totals) - np.log(counts + _SMOOTHING)
    return BayesFit(weights, centre(_leave_out(features, absent, counts, totals)))


def centre(scores: Floats) -> Floats:
    """Return the scores less the mean of each text: the length of a text says nothing about its theme."""
    return np.asarray(scores - scores.mean(axis=1, keepdims=True), dtype=np.float64)


def _leave_out(features: sp.csr_matrix, absent: Floats, counts: Floats, totals: Floats) -> Floats:
    scores = np.zeros(absent.shape)
    for at in range(len(absent)):
        own = slice(features.indptr[at], features.indptr[at + 1])
        values = features.data[own, None]
        left = np.maximum(counts[features.indices[own]] - values * absent[at], 0.0)
        total = totals - values.sum() * absent[at]
        scores[at] = (values * (np.log(total) - np.log(left + _SMOOTHING))).sum(axis=0)
    return scores
