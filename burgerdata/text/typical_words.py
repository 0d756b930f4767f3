"""Words that are typical of one group of texts against the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.special import xlogy

from burgerdata.errors import MethodeError
from burgerdata.text.tokens import tokenize_texts

Floats = NDArray[np.float64]


def keyness(
    texts: Sequence[str], groups: Sequence[str], *, a0: float = 500.0, min_n: int = 5, taal: str = "nl"
) -> pd.DataFrame:
    """Return per group the words that it uses more or less than all other groups together, the most typical first.

    Parameters
    ----------
    a0
        Weight of the prior, in words: the word frequencies of all texts together, so that rare words must prove more.
    min_n
        A word that occurs less often than this over all texts is left out.

    Returns
    -------
    groep, woord (lemma), n_groep, n_rest, log_odds, z (log-odds divided by its standard error), g2 (log-likelihood
    ratio of Dunning, signed like z).

    Raises
    ------
    MethodeError
        There are fewer than two groups with words.

    Notes
    -----
    Monroe, Colaresi and Quinn, Fightin' Words (2008), equations 15, 16, 18, 19 and 22.

    Examples
    --------
    >>> texts = ["lange wachttijd", "wachttijd", "te duur", "duur"]
    >>> keyness(texts, ["a", "a", "b", "b"], min_n=2)[["groep", "woord", "n_groep", "n_rest"]].head(2)
      groep      woord  n_groep  n_rest
    0     a  wachttijd        2       0
    1     a       duur        0       2
    """
    if len(texts) != len(groups):
        raise MethodeError(f"{len(texts)} teksten maar {len(groups)} groepen; geef bij elke tekst één groep")
    counts = _count_words(tokenize_texts(texts, taal=taal), [str(group) for group in groups])
    kept = counts.loc[:, counts.sum() >= min_n]
    if len(counts) < 2:
        raise MethodeError("er is maar één groep met woorden; vergelijk ten minste twee groepen")
    total = counts.sum(axis=1)
    rows = [_compare(kept, total, group, a0) for group in kept.index]
    frame = pd.concat(rows, ignore_index=True)
    order = (
        frame.assign(orde=-frame["z"].round(6)).sort_values(["groep", "orde", "woord"], kind="stable").index
    )
    kinds = {"groep": "category", "woord": "str", "n_groep": "Int32", "n_rest": "Int32"}
    return frame.loc[order].reset_index(drop=True).astype(kinds)


def _count_words(words: list[list[str]], groups: list[str]) -> pd.DataFrame:
    counted: dict[str, Counter[str]] = {}
    for found, group in zip(words, groups, strict=True):
        counted.setdefault(group, Counter()).update(found)
    filled = {group: counter for group, counter in sorted(counted.items()) if counter}
    frame = pd.DataFrame.from_dict(filled, orient="index").fillna(0.0)
    return frame[sorted(frame.columns)].astype("float64")


def _compare(counts: pd.DataFrame, total: pd.Series, group: str, a0: float) -> pd.DataFrame:
    own = counts.loc[group].to_numpy(dtype=np.float64)
    rest = counts.sum().to_numpy(dtype=np.float64) - own
    n_own = float(total[group])
    n_rest = float(total.sum()) - n_own
    prior = a0 * (own + rest) / (n_own + n_rest)
    odds = _log_odds(own, n_own, prior, a0) - _log_odds(rest, n_rest, prior, a0)
    error = np.sqrt(1 / (own + prior) + 1 / (rest + prior))
    return pd.DataFrame(
        {
            "groep": group,
            "woord": counts.columns,
            "n_groep": own,
            "n_rest": rest,
            "log_odds": odds,
            "z": odds / error,
            "g2": _g2(own, rest, n_own, n_rest),
        }
    )


def _log_odds(n: Floats, size: float, prior: Floats, a0: float) -> Floats:
    return np.asarray(np.log((n + prior) / (size + a0 - n - prior)), dtype=np.float64)


def _g2(own: Floats, rest: Floats, n_own: float, n_rest: float) -> Floats:
    """Return the likelihood ratio of the two-by-two table word x group, negative where the group uses it less."""
    size, word = n_own + n_rest, own + rest
    total = np.zeros_like(own)
    for seen, column, row in (
        (own, word, n_own),
        (rest, word, n_rest),
        (n_own - own, size - word, n_own),
        (n_rest - rest, size - word, n_rest),
    ):
        expected = column * row / size
        total += xlogy(seen, np.where(seen > 0, seen / np.maximum(expected, 1e-300), 1.0))
    return np.asarray(2 * total * np.where(own / n_own >= rest / n_rest, 1.0, -1.0), dtype=np.float64)
