"""Themes by likeness to their definitions, where nobody has coded anything yet."""

from __future__ import annotations

import re
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
# How many texts tell more about themes that are mere names.
_N_NEAREST = 10
# Names of themes for what is left: words in common with "none of the above" say nothing.
_REST = re.compile(
    r"overige?n?|anders|rest|geen[ _](thema|reden|van\b.*)|niet van toepassing|other|none( of .*)?|no (reason|answer)\b.*",
    re.IGNORECASE,
)


def compare_with_definitions(
    texts: Sequence[str], definitions: Mapping[str, str]
) -> tuple[Floats, NDArray[np.bool_]]:
    """Return the likeness of each text to each definition, and which are chosen: the best, and a second close to it.

    How rare a word is, is learned from the texts that are given together with the definitions. The name of a theme
    (up to the first colon or full stop) counts twice. Where all definitions are mere names, a theme is also sought by
    the words of the ten texts most like it (pseudo-relevance feedback, Rocchio 1971). A theme for
    what is left ("Overig") is like no text.
    """
    names = [re.split(r"[.:]", definition, maxsplit=1)[0].strip() for definition in definitions.values()]
    documents = [*texts, *definitions.values(), *names]
    taal = detect_main_language(documents)
    words = [" ".join(found) for found in tokenize_texts(documents, taal=taal, compounds=taal == "nl")]
    n, m = len(texts), len(definitions)
    likeness = np.zeros((n, m))
    if n and any(words):
        kinds = [_weigh(vectorizer.fit_transform(words), n, m) for vectorizer in _make_vectorizers()]
        likeness = sum((rows @ themes.T).toarray() for rows, themes in kinds) / len(kinds)
        if all(text.strip(" .:") == name for text, name in zip(definitions.values(), names, strict=True)):
            nearest = _weigh_nearest(likeness)
            likeness = (likeness + sum(rows @ (rows.T @ nearest) for rows, _ in kinds) / len(kinds)) / 2
        likeness[:, [bool(_REST.fullmatch(name)) for name in names]] = 0.0
    return np.clip(likeness, 0.0, 1.0), _choose(likeness)


def _make_vectorizers() -> tuple[TfidfVectorizer, TfidfVectorizer]:
    groups = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True, norm=None)
    return groups, TfidfVectorizer(analyzer=str.split, sublinear_tf=True, norm=None)


def _weigh(rows: csr_matrix, n: int, m: int) -> tuple[csr_matrix, csr_matrix]:
    """Return the n texts and the m themes, with their names twice, as rows of unit length."""
    rows = csr_matrix(rows)
    return normalize(rows[:n]), normalize(rows[n : n + m] + rows[n + m :])


def _weigh_nearest(likeness: Floats) -> Floats:
    """Return the texts most like each theme, weighed by how alike they are; the weights of a theme add up to one."""
    rounded = np.round(likeness, 10)
    least = np.sort(rounded, axis=0)[-_N_NEAREST:][0]
    nearest = np.where(rounded >= least, likeness, 0.0)
    return np.asarray(nearest / np.maximum(nearest.sum(axis=0), 1e-12))


def _choose(likeness: Floats) -> NDArray[np.bool_]:
    chosen = np.zeros(likeness.shape, dtype=bool)
    for row, at in zip(likeness, chosen, strict=True):
        order = np.argsort(-np.round(row, 10), kind="stable")[:_MOST_THEMES]
        at[
            [place for place in order if row[place] >= max(_SHARE_OF_BEST * row[order[0]], _LEAST_LIKENESS)]
        ] = True
    return chosen
