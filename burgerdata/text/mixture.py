"""Least squares and naive Bayes added up: they err on different texts, and together on fewer."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from burgerdata.text.features import TextRows
from burgerdata.text.naive_bayes import BayesFit, centre, fit_bayes
from burgerdata.text.ridge import RidgeFit, fit_ridge

Floats = NDArray[np.float64]
# How much naive Bayes weighs beside least squares, once both are spread as widely.
_SHARE = 1.0


@dataclass(frozen=True)
class Mixture:
    """Both fits, the weight of the second in units of the first, and the left-out scores of the examples."""

    ridge: RidgeFit
    bayes: BayesFit
    weight: float
    left_out: Floats

    def score(self, rows: TextRows) -> Floats:
        """Return a score per text and theme; higher where the theme is more likely there."""
        return self.ridge.score(rows.likeness) + self.weight * self.bayes.score(rows.words)


def fit_mixture(rows: TextRows, targets: Floats) -> Mixture:
    """Return both fits; the weight makes their left-out scores spread as widely between the themes of a text."""
    ridge, bayes = fit_ridge(rows.likeness, targets), fit_bayes(rows.words, targets)
    spread = float(bayes.left_out.std())
    between = centre(ridge.left_out)
    weight = _SHARE * float(between.std()) / spread if spread > 0 else 0.0
    return Mixture(ridge, bayes, weight, ridge.left_out + weight * bayes.left_out)
