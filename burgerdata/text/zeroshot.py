"""Themes by likeness to their definitions, where nobody has coded anything yet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.preprocessing import normalize

from burgerdata.text.language import detect_main_language
from burgerdata.text.tokens import tokenize_texts

Floats = NDArray[np.float64]
_MOST_THEMES = 2
_SHARE_OF_BEST = 2 / 3
_LEAST_LIKENESS = 0.01


def compare_with_definitions(
    texts: Sequence[str], definitions: Mapping[str, str]
) -> tuple[Floats, NDArray[np.bool_]]:
    """Return the likeness of each text to each definition, and which are chosen: the best, and a second close to it.

    How rare a word is, is learned from the texts that are given together with the definitions. The name of a theme
    (up to the first colon or full stop) counts twice.
    """
    names = [definition.replace(".", ":").split(":", 1)[0] for definition in definitions.values()]
    documents = [*texts, *definitions.values(), *names]
    taal = detect_main_language(documents)
    words = [" ".join(found) for found in tokenize_texts(documents, taal=taal, compounds=taal == "nl")]
    n, m = len(texts), len(definitions)
    likeness = np.zeros((n, m))
    if n and any(words):
        for vectorizer in (
            TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True, norm=None),
            TfidfVectorizer(analyzer=str.split, sublinear_tf=True, norm=None),
        ):
            rows = csr_matrix(vectorizer.fit_transform(words))
            themes = normalize(rows[n : n + m] + rows[n + m :])
            likeness += (normalize(rows[:n]) @ themes.T).toarray() / 2
    return np.clip(likeness, 0.0, 1.0), _choose(likeness)


def _choose(likeness: Floats) -> NDArray[np.bool_]:
    chosen = np.zeros(likeness.shape, dtype=bool)
    for row, at in zip(likeness, chosen, strict=True):
        order = np.argsort(-np.round(row, 10), kind="stable")[:_MOST_THEMES]
        at[
            [place for place in order if row[place] >= max(_SHARE_OF_BEST * row[order[0]], _LEAST_LIKENESS)]
        ] = True
    return chosen
