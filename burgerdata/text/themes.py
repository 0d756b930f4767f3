"""Groups of answers that share words: a reading aid that proposes themes, never a result.

Non-negative matrix factorisation of tf-idf in the one setting that was found to give the same groups on every
processor and number of threads: nndsvda start, float64, tolerance 1e-6, 400 iterations.
"""

from __future__ import annotations

import warnings
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.decomposition import NMF
from sklearn.exceptions import ConvergenceWarning
from sklearn.feature_extraction.text import TfidfVectorizer

from burgerdata.errors import MethodeError
from burgerdata.text.language import detect_language
from burgerdata.text.nonanswers import is_non_answer
from burgerdata.text.tokens import lemmatize, number_duplicates, tokenize, tokenize_texts

Floats = NDArray[np.float64]
LEESHULP = (
    "Leeshulp, geen resultaat: deze groepen zijn door de computer gevonden op gedeelde woorden. "
    "Gebruik ze om een themalijst te maken; rapporteer alleen thema's die een mens heeft nagekeken."
)
_TOP_WORDS = 10
_LABEL_WORDS = 3
_FEWEST = 10
_LEAST_SHARE = 0.03
_MOST_FEATURES = 5000


@dataclass(frozen=True)
class FoundThemes:
    """What was found: the themes, the theme of every text, and the sentence that says what it is worth.

    ``themas``: nr, label, woorden, n, aandeel. ``toedeling``: tekst_nr, nr (missing where ``status`` is
    "geen_thema", "geen_reden" or "andere_taal"), status.
    """

    themas: pd.DataFrame
    toedeling: pd.DataFrame
    toelichting: str = LEESHULP

    def draft_themalijst(self) -> pd.DataFrame:
        """Return a themalijst to rename and correct: thema, omschrijving and woorden_wel, a row per theme."""
        return pd.DataFrame(
            {
                "thema": [
                    f"Groep {nr}: {label}"
                    for nr, label in self.themas[["nr", "label"]].itertuples(index=False)
                ],
                "omschrijving": "concept: geef dit thema een eigen naam en omschrijving",
                "woorden_wel": [words.replace(", ", "; ") for words in self.themas["woorden"]],
            }
        ).astype("str")


def find_themes(texts: Sequence[str], k: int = 8, seed: int = 0) -> FoundThemes:
    """Return at most k groups of answers that share words, the largest first; a reading aid, see ``toelichting``.

    Answers that say nothing and answers in another language are set apart, copies are read once and counted as often
    as they were given, and a group under 3% of the answers or under 10 answers is dissolved.

    Raises
    ------
    MethodeError
        k is under 2 or there are fewer different answers than 5 per group.

    Examples
    --------
    >>> texts = [f"lang wachten aan de balie {i}" for i in range(15)] + [f"formulier is onduidelijk {i}" for i in range(15)]
    >>> find_themes(texts, k=2).themas[["nr", "n"]]
       nr   n
    0   1  15
    1   2  15
    """
    all_unique, all_copies = _merge_copies(texts)
    status = np.array([_status(text) for text in all_unique], dtype=str)
    chosen = status == ""
    unique = [text for text, yes in zip(all_unique, chosen, strict=True) if yes]
    if k < 2 or len(unique) < 5 * k:
        remedie = "kies een kleinere k of lees de antwoorden zelf"
        raise MethodeError(
            f"{len(unique)} verschillende antwoorden zijn te weinig voor {k} groepen; {remedie}"
        )
    weights = np.bincount(all_copies, minlength=len(all_unique)).astype(np.float64)[chosen]
    words = tokenize_texts(unique)
    features, names = _vectorize(words, weights)
    loadings, topics = _factorize(features, k, seed)
    group = _assign(loadings, weights)
    themas, order = _describe(group, topics, names, weights, _surface(unique))
    numbers = np.zeros(len(all_unique), dtype=np.int64)
    numbers[chosen] = [order.get(int(place), 0) for place in group]
    return FoundThemes(themas, _allocate(status[all_copies], numbers[all_copies]))


def _status(text: str) -> str:
    if is_non_answer(text):
        return "geen_reden"
    return "" if detect_language(text) in ("nl", "onbekend") else "andere_taal"


def _merge_copies(texts: Sequence[str]) -> tuple[list[str], NDArray[np.int64]]:
    numbers = number_duplicates(texts)
    _, first = np.unique(numbers, return_index=True)
    return [texts[int(place)] for place in first], numbers


def _vectorize(words: list[list[str]], weights: Floats) -> tuple[csr_matrix, list[str]]:
    vectorizer = TfidfVectorizer(
        analyzer=_one_and_two,
        min_df=3 if len(words) >= 200 else 2,
        max_df=0.5,
        max_features=_MOST_FEATURES,
        sublinear_tf=True,
    )
    try:
        rows = csr_matrix(vectorizer.fit_transform(words))
    except ValueError as fout:
        raise MethodeError("de antwoorden delen geen woorden; lees ze zelf of neem meer antwoorden") from fout
    rows = csr_matrix(rows.multiply(np.sqrt(weights)[:, None]))
    return rows, [str(name) for name in vectorizer.get_feature_names_out()]


def _one_and_two(words: list[str]) -> list[str]:
    return words + [f"{first} {second}" for first, second in pairwise(words)]


def _factorize(features: csr_matrix, k: int, seed: int) -> tuple[Floats, Floats]:
    model = NMF(n_components=k, init="nndsvda", tol=1e-6, max_iter=400, random_state=seed)
    # A perfect fit leaves a rest that is rounded to just under zero, of which scikit-learn takes the root.
    with warnings.catch_warnings(), np.errstate(invalid="ignore"):
        # 400 iterations are the setting that was found stable, converged or not.
        warnings.simplefilter("ignore", ConvergenceWarning)
        loadings = model.fit_transform(features)
    size = model.components_.sum(axis=1)
    return np.asarray(loadings * size), np.asarray(model.components_ / np.maximum(size, 1e-12)[:, None])


def _assign(loadings: Floats, weights: Floats) -> NDArray[np.int64]:
    """Return the group of each text, -1 for none; a group that is too small is dissolved until all are large enough."""
    left = np.round(loadings, 6)
    floor = max(_FEWEST, _LEAST_SHARE * weights.sum())
    while True:
        group = np.where(left.max(axis=1) > 0, left.argmax(axis=1), -1)
        sizes = np.array([weights[group == place].sum() for place in range(left.shape[1])])
        small = np.flatnonzero((sizes < floor) & (left.max(axis=0) > 0))
        if not len(small):
            return np.asarray(group, dtype=np.int64)
        left[:, small[np.argmin(sizes[small])]] = 0.0


def _surface(texts: Sequence[str]) -> dict[str, str]:
    """Return for each lemma the form in which people write it most often, so that labels read as their words."""
    forms = Counter(word for text in texts for word in tokenize(text))
    lemmas = lemmatize(forms)
    ranked = sorted(forms, key=lambda word: (-forms[word], word))
    return {lemmas[word]: word for word in reversed(ranked)}


def _describe(
    group: NDArray[np.int64], topics: Floats, names: list[str], weights: Floats, surface: dict[str, str]
) -> tuple[pd.DataFrame, dict[int, int]]:
    rows = []
    for place in sorted(set(group.tolist()) - {-1}):
        order = sorted(range(len(names)), key=lambda at: (-round(float(topics[place, at]), 6), names[at]))
        words = [" ".join(surface.get(part, part) for part in names[at].split()) for at in order[:_TOP_WORDS]]
        rows.append((place, words, round(float(weights[group == place].sum()))))
    rows.sort(key=lambda row: (-row[2], row[1]))
    basis = float(weights.sum())
    frame = pd.DataFrame(
        {
            "nr": range(1, len(rows) + 1),
            "label": [", ".join(words[:_LABEL_WORDS]) for _, words, _ in rows],
            "woorden": [", ".join(words) for _, words, _ in rows],
            "n": [n for _, _, n in rows],
            "aandeel": [n / basis for _, _, n in rows],
        }
    ).astype({"nr": "Int32", "label": "str", "woorden": "str", "n": "Int32", "aandeel": "float64"})
    return frame, {place: nr for nr, (place, _, _) in enumerate(rows, start=1)}


def _allocate(status: NDArray[np.str_], nr: NDArray[np.int64]) -> pd.DataFrame:
    words = np.where(status != "", status, np.where(nr > 0, "thema", "geen_thema"))
    frame = pd.DataFrame({"tekst_nr": range(len(status)), "nr": pd.array(nr, dtype="Int32"), "status": words})
    frame = frame.assign(nr=frame["nr"].mask(frame["nr"] == 0))
    return frame.astype({"tekst_nr": "Int32", "nr": "Int32", "status": "category"})
