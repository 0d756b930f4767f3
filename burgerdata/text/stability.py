"""How much of each found group comes back when only half of the texts are read."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from burgerdata.errors import MethodeError
from burgerdata.text.themes import FoundThemes, find_themes

_HALVES = 4


def measure_stability(texts: Sequence[str], found: FoundThemes, *, k: int, seed: int = 0) -> pd.Series:
    """Return per group, in its order, the mean overlap (Jaccard) with the group of a half that resembles it most.

    Four random halves are grouped anew. Under 0.5 a group is a coincidence of these texts as much as a theme.

    Examples
    --------
    >>> parts = ("lang wachten aan de balie", "het formulier is onduidelijk", "de medewerker was vriendelijk")
    >>> texts = [f"{parts[nr % 3]} {nr}" for nr in range(120)]
    >>> measure_stability(texts, find_themes(texts, k=3), k=3).tolist()
    [1.0, 1.0, 1.0]
    """
    whole = found.toedeling["nr"].fillna(0).to_numpy(dtype=np.int64)
    numbers = found.themas["nr"].to_numpy(dtype=np.int64)
    rounds = []
    for draw in range(_HALVES):
        places = np.sort(np.random.default_rng(seed + draw).permutation(len(texts))[: len(texts) // 2])
        try:
            half = find_themes([texts[int(at)] for at in places], k, seed)
        except MethodeError:
            continue
        part = half.toedeling["nr"].fillna(0).to_numpy(dtype=np.int64)
        rounds.append([_best_overlap(whole[places] == nr, part) for nr in numbers])
    if not rounds:
        return pd.Series(np.nan, index=found.themas.index, dtype="float64")
    return pd.Series(np.mean(rounds, axis=0), index=found.themas.index, dtype="float64").round(4)


def _best_overlap(mine: NDArray[np.bool_], part: NDArray[np.int64]) -> float:
    """Return the largest Jaccard overlap of a set of texts with any group."""
    overlaps = [
        (mine & (part == nr)).sum() / max((mine | (part == nr)).sum(), 1) for nr in np.unique(part) if nr > 0
    ]
    return float(max(overlaps, default=0.0))
