"""Whether a text has enough in common with what is known of the themes for a suggestion to mean anything."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray
from sklearn.preprocessing import normalize

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
# One in a hundred coded texts would not be recognised either, were it not among the examples.
_SHARE_STRANGE = 0.01
_LEAST_LIKENESS = 0.02
# The rest of a likeness differs by machine.
_DIGITS = 10


@dataclass(frozen=True)
class Familiarity:
    """A column of words per theme, of unit length, and the likeness below which a text is strange to all of them."""

    themes: Floats
    least: float

    def is_strange(self, words: sp.csr_matrix) -> Bools:
        """Return which texts have too little in common with every theme."""
        return np.asarray(np.round((words @ self.themes).max(axis=1), _DIGITS) < self.least)


def fit_familiarity(words: sp.csr_matrix, targets: Floats, n_coded: int) -> Familiarity:
    """Return the themes as the sum of their examples, and the least likeness of all but 1% of the coded texts.

    The first ``n_coded`` rows are coded texts, the others definitions. A coded text is compared with themes that it
    is left out of, for the likeness of a text to itself says nothing.
    """
    themes = sp.csr_matrix(targets.T) @ words
    has_theme = targets[:n_coded].any(axis=1)
    left_out = _leave_out(words[:n_coded], themes, targets[:n_coded])[has_theme].max(axis=1)
    least = float(np.quantile(left_out, _SHARE_STRANGE)) if len(left_out) else 0.0
    return Familiarity(np.asarray(normalize(themes).T.toarray()), max(round(least, _DIGITS), _LEAST_LIKENESS))


def _leave_out(words: sp.csr_matrix, themes: sp.csr_matrix, targets: Floats) -> Floats:
    """Return the likeness of each text to each theme without that text, from dot products alone."""
    own = np.asarray(words.multiply(words).sum(axis=1)).reshape(-1, 1) * targets
    dots = (words @ themes.T).toarray()
    squares = np.asarray(themes.multiply(themes).sum(axis=1)).ravel()
    lengths = np.sqrt(np.maximum(squares - 2 * dots * targets + own, 0.0))
    return np.asarray(np.divide(dots - own, lengths, out=np.zeros_like(dots), where=lengths > 1e-9))
