"""Themes by likeness to their definitions, where nobody has coded anything yet."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.preprocessing import normalize

from burgerdata.text.embedding import EmbeddedSpace, Embedder
from burgerdata.text.language import detect_main_language
from burgerdata.text.tokens import tokenize_texts

Floats = NDArray[np.float64]
_MOST_THEMES = 2
_SHARE_OF_BEST = 2 / 3
# How many themes a text may be about, at most; which share of the likenesses to other themes stays silent; and what is
# too little where there are fewer of those than forty.
_MOST_ABOUT, _SHARE_SILENT, _FEWEST_PAIRS, _LEAST_LIKENESS = 3, 0.95, 40, 0.01
# How much a language model weighs beside the words.
_MEANING_SHARE = 0.3
# How many texts tell more about themes that are mere names.
_N_NEAREST = 10
# Names of themes for what is left: words in common with "none of the above" say nothing.
_REST = re.compile(
    r"overige?n?|anders|rest|geen[ _](thema|reden|van\b.*)|niet van toepassing|other|none( of .*)?|no (reason|answer)\b.*",
    re.IGNORECASE,
)


def compare_with_definitions(
    texts: Sequence[str], definitions: Mapping[str, str], *, embedder: Embedder | None = None
) -> tuple[Floats, NDArray[np.bool_]]:
    """Return the likeness of each text to each definition, and which are chosen: the best, and a second close to it.

    How rare a word is, is learned from the texts that are given together with the definitions. The name of a theme
    (up to the first colon or full stop) counts twice. Where all definitions are mere names, a theme is also sought by
    the words of the ten texts most like it (pseudo-relevance feedback, Rocchio 1971). A theme for what is left
    ("Overig") is like no text. A theme of which a text holds no word, but for letters in common, is chosen only where
    the two are more alike than texts are with a theme that they are not about.
    """
    names = [re.split(r"[.:]", definition, maxsplit=1)[0].strip() for definition in definitions.values()]
    documents = [*texts, *definitions.values(), *names]
    taal = detect_main_language(documents)
    words = [" ".join(found) for found in tokenize_texts(documents, taal=taal, compounds=taal == "nl")]
    n, m = len(texts), len(definitions)
    likeness, shared = np.zeros((n, m)), np.zeros((n, m), dtype=bool)
    if n and any(words):
        kinds = [_weigh(vectorizer.fit_transform(words), n, m) for vectorizer in _make_vectorizers()]
        by_letters, by_word = ((rows @ themes.T).toarray() for rows, themes in kinds)
        likeness, shared = (by_letters + by_word) / 2, by_word > 0
        if all(text.strip(" .:") == name for text, name in zip(definitions.values(), names, strict=True)):
            nearest = _weigh_nearest(likeness)
            likeness = (likeness + sum(rows @ (rows.T @ nearest) for rows, _ in kinds) / len(kinds)) / 2
        if embedder:
            likeness = _mix(likeness, _compare_meaning(texts, list(definitions.values()), embedder))
        likeness[:, [bool(_REST.fullmatch(name)) for name in names]] = 0.0
    return np.clip(likeness, 0.0, 1.0), _choose(likeness, shared)


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


def _compare_meaning(texts: Sequence[str], definitions: Sequence[str], embedder: Embedder) -> Floats:
    """Return how alike each text and definition are to a language model; both less what all of their kind share."""
    rows, themes = (EmbeddedSpace(embedder).fit(kind).transform(kind) for kind in (texts, definitions))
    return np.asarray(np.clip(rows @ themes.T, 0.0, 1.0))


def _mix(words: Floats, meaning: Floats) -> Floats:
    """Return the words with the meaning added, once that is spread as widely."""
    scale = float(words.std() / max(meaning.std(), 1e-12))
    return np.asarray((1 - _MEANING_SHARE) * words + _MEANING_SHARE * scale * meaning)


def _choose(likeness: Floats, shared: NDArray[np.bool_]) -> NDArray[np.bool_]:
    likeness = np.round(likeness, 10)
    best_first = np.argsort(-likeness, axis=1, kind="stable")[:, :_MOST_THEMES]
    found = np.take_along_axis(likeness, best_first, axis=1)
    floor = np.where(np.take_along_axis(shared, best_first, axis=1), _LEAST_LIKENESS, find_floor(likeness))
    enough = (found >= _SHARE_OF_BEST * found[:, :1]) & (found > floor)
    chosen = np.zeros(likeness.shape, dtype=bool)
    np.put_along_axis(chosen, best_first, enough, axis=1)
    return chosen


def find_floor(likeness: Floats) -> float:
    """Return the likeness to a theme that says nothing: what texts have in common with themes they are not about.

    Those are taken to be the themes of a text that are not its best three, or its best half where there are few.
    """
    n_themes = likeness.shape[1]
    n_about = min(_MOST_ABOUT, max(1, n_themes // 2))
    others = np.sort(likeness, axis=1)[:, : max(n_themes - n_about, 0)]
    if others.size < _FEWEST_PAIRS:
        return _LEAST_LIKENESS
    return max(float(np.quantile(others, _SHARE_SILENT)), _LEAST_LIKENESS)
