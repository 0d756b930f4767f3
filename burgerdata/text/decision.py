"""From scores to confidence and themes, learned on left-out scores only."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.special import expit, softmax

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
_TEMPERATURES = tuple(float(value) for value in np.round(np.geomspace(1.0, 40.0, 25), 4))
_THRESHOLDS = tuple(float(value) for value in np.round(np.arange(0.10, 0.71, 0.02), 2))


@dataclass(frozen=True)
class Decision:
    """How a score becomes a confidence, and when a confidence is enough.

    ``exclusive``: every text has exactly one theme, so that the confidences of a text add up to one. Otherwise the
    themes stand on their own: all above ``threshold``, and the best one too where ``at_least_one``.
    """

    exclusive: bool
    slope: float
    offset: float
    threshold: float
    at_least_one: bool

    def confidence(self, scores: Floats) -> Floats:
        """Return the confidence per text and theme, between 0 and 1."""
        if self.exclusive:
            return np.asarray(softmax(self.slope * scores, axis=1), dtype=np.float64)
        return np.asarray(expit(self.slope * scores + self.offset), dtype=np.float64)

    def choose(self, confidence: Floats) -> Bools:
        """Return which themes are chosen per text."""
        best = np.zeros(confidence.shape, dtype=bool)
        if confidence.size:
            best[np.arange(len(confidence)), confidence.argmax(axis=1)] = True
        if self.exclusive:
            return best
        enough = confidence >= self.threshold
        return enough | best if self.at_least_one else enough


def learn_decision(scores: Floats, truth: Bools, *, exclusive: bool) -> Decision:
    """Return the decision that suits the left-out scores of coded texts."""
    if exclusive:
        losses = [_log_loss(np.asarray(softmax(t * scores, axis=1)), truth) for t in _TEMPERATURES]
        return Decision(True, _TEMPERATURES[int(np.argmin(np.round(losses, 10)))], 0.0, 0.0, True)
    slope, offset = _fit_logistic(scores.ravel(), truth.ravel())
    confidence = np.asarray(expit(slope * scores + offset))
    options = [Decision(False, slope, offset, t, forced) for forced in (True, False) for t in _THRESHOLDS]
    gains = [round(samples_f1(truth, option.choose(confidence)), 10) for option in options]
    return options[int(np.argmax(gains))]


def _log_loss(confidence: Floats, truth: Bools) -> float:
    return float(-np.mean(np.log(np.maximum((confidence * truth).sum(axis=1), 1e-12))))


def _fit_logistic(scores: Floats, truth: Bools) -> tuple[float, float]:
    # Platt's targets: with few examples no confidence of exactly 0 or 1 is ever aimed at.
    n_yes, n_no = int(truth.sum()), int((~truth).sum())
    aim = np.where(truth, (n_yes + 1) / (n_yes + 2), 1 / (n_no + 2))

    def loss(at: Floats) -> float:
        z = at[0] * scores + at[1]
        return float(np.mean(np.logaddexp(0.0, z) - aim * z) + 1e-4 * at[0] ** 2 / len(scores))

    found = minimize(loss, np.array([5.0, -2.0]), method="L-BFGS-B", bounds=[(0.1, 60.0), (-30.0, 30.0)])
    return float(found.x[0]), float(found.x[1])


def samples_f1(truth: Bools, chosen: Bools) -> float:
    """Return the F1 of each text averaged over the texts; a text rightly left without theme counts as 1.

    Examples
    --------
    >>> samples_f1(np.array([[True, False], [False, False]]), np.array([[True, True], [False, False]]))
    0.8333333333333333
    """
    size = truth.sum(axis=1) + chosen.sum(axis=1)
    both = (truth & chosen).sum(axis=1)
    return float(np.mean(np.where(size == 0, 1.0, 2 * both / np.maximum(size, 1))))
