"""Hidden subjects: which words go together, learned from all texts there are, coded by a person or not.

Two texts without a word in common ("trein", "spoor") are alike here where other texts hold both words. The method is
latent semantic analysis (Deerwester and others 1990). What comes of it is used for likeness between texts only, which
the signs and the order of the axes do not touch; groups made of these axes would differ by machine.
"""

from __future__ import annotations

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray
from scipy.sparse.linalg import svds
from sklearn.preprocessing import normalize

Floats = NDArray[np.float64]
_MOST_AXES = 60
_TEXTS_PER_AXIS = 10
_FEWEST_AXES = 2
_LEAST = 1e-6


class LatentSpace:
    """The main axes of a set of texts; without axes, so that no text is like another, where the texts are too few."""

    def __init__(self) -> None:
        self._axes: Floats = np.zeros((0, 0))

    def fit(self, rows: sp.csr_matrix) -> LatentSpace:
        """Learn an axis per ten texts, sixty at most, from a row per text."""
        n_axes = min(_MOST_AXES, rows.shape[0] // _TEXTS_PER_AXIS, rows.shape[1] - 1)
        self._axes = np.zeros((rows.shape[1], 0))
        if n_axes >= _FEWEST_AXES:
            self._axes = svds(rows, k=n_axes, random_state=0)[2].T
        return self

    def transform(self, rows: sp.csr_matrix) -> Floats:
        """Return the place of each text along the axes, of unit length; nought for one that lies off them all."""
        if not self._axes.shape[1]:
            return np.zeros((rows.shape[0], 0))
        places = np.asarray(rows @ self._axes)
        # What is left of such a text is rounding, which differs by machine.
        places[np.abs(places).max(axis=1) < _LEAST] = 0.0
        return np.asarray(normalize(places))
