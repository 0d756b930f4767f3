"""Agreement between coders: Krippendorff's alpha and Cohen's kappa for nominal codes."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from burgerdata.errors import MethodeError

Floats = NDArray[np.float64]
_COLUMNS = ["thema_id", "alpha", "onder", "boven", "overeenstemming", "n_eenheden", "n_codeurs"]


def krippendorff_alpha(
    ratings: pd.DataFrame,
    *,
    groups: Sequence[Hashable] | None = None,
    n_bootstrap: int = 1000,
    seed: int = 0,
) -> pd.DataFrame:
    """Return Krippendorff's alpha for nominal codes in one row: alpha, onder, boven, and what it rests on.

    Parameters
    ----------
    ratings
        A row per unit (fragment), a column per coder, a code or a missing value per cell. Codes are compared as they
        are; a unit with fewer than two codes counts for nothing.
    groups
        What each unit is a part of, such as its text where every theme of a text is a unit: units of one group are
        drawn together, for they are not independent. By default each unit stands alone.
    n_bootstrap
        How often groups are drawn anew for the 95% interval; 0 gives no interval.

    Returns
    -------
    One row with alpha, onder, boven, overeenstemming (share of pairs of codes within units that agree), n_eenheden
    (with two or more codes), n_codeurs. Alpha is missing where no two different codes occur: agreement then cannot
    be told from a coder who always writes the same.

    Raises
    ------
    MethodeError
        There are fewer than two coders, or no unit with two codes.

    Notes
    -----
    K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), the general form for nominal data.

    Examples
    --------
    >>> ratings = pd.DataFrame({"a": ["ja", "ja", "nee", None], "b": ["ja", "nee", "nee", "ja"]})
    >>> krippendorff_alpha(ratings, n_bootstrap=0)[["alpha", "n_eenheden"]].round(3)
       alpha  n_eenheden
    0  0.444           3
    """
    every_unit = _count_codes(ratings)
    paired = every_unit.sum(axis=1) >= 2
    counts = every_unit[paired]
    if not len(counts):
        raise MethodeError(
            "geen enkele eenheid heeft twee codes; laat codeurs een deel van de fragmenten dubbel coderen"
        )
    group = np.arange(len(counts)) if groups is None else pd.factorize(pd.Series(list(groups)))[0][paired]
    low, high = _bootstrap(counts, group, n_bootstrap, seed)
    row = {
        "alpha": float(_alpha(counts.sum(axis=0), _disagreement(counts).sum())),
        "onder": low,
        "boven": high,
        "overeenstemming": _raw_agreement(counts),
        "n_eenheden": len(counts),
        "n_codeurs": ratings.shape[1],
    }
    return pd.DataFrame([row]).astype({"n_eenheden": "Int32", "n_codeurs": "Int32"})


def krippendorff_alpha_per_thema(
    codings: pd.DataFrame, *, n_bootstrap: int = 1000, seed: int = 0
) -> pd.DataFrame:
    """Return alpha per theme where a fragment may have several themes: a theme is given or not, by every coder.

    Parameters
    ----------
    codings
        A row per coding with fragment_id, codeur and thema_id. A coder who saw a fragment and gave no theme has a
        row with the theme ``geen_thema``; a coder without any row of a fragment did not see it.

    Returns
    -------
    A row per theme in sorted order: thema_id and the columns of `krippendorff_alpha`.

    Examples
    --------
    >>> rows = [("f1", "A", "prijs"), ("f1", "B", "prijs"), ("f2", "A", "geen_thema"), ("f2", "B", "tijd")]
    >>> codings = pd.DataFrame(rows, columns=["fragment_id", "codeur", "thema_id"])
    >>> krippendorff_alpha_per_thema(codings, n_bootstrap=0)[["thema_id", "alpha"]]
      thema_id  alpha
    0    prijs    1.0
    1     tijd    0.0
    """
    plain = codings[["fragment_id", "codeur", "thema_id"]].astype("str")
    seen = (
        plain.groupby(["fragment_id", "codeur"], observed=True, dropna=False).size().unstack("codeur").notna()
    )
    themas = sorted(set(plain["thema_id"]) - {"geen_thema", "geen_reden"})
    rows = []
    for thema in themas:
        given = plain[plain["thema_id"] == thema].drop_duplicates()
        yes = (
            pd.crosstab(given["fragment_id"], given["codeur"]).reindex_like(seen.astype("int64")).fillna(0)
            > 0
        )
        ratings = yes.astype("float64").where(seen)
        rows.append(krippendorff_alpha(ratings, n_bootstrap=n_bootstrap, seed=seed).assign(thema_id=thema))
    if not rows:
        raise MethodeError("er zijn geen thema's toegekend; laat de codeurs eerst fragmenten coderen")
    return pd.concat(rows, ignore_index=True)[_COLUMNS].astype({"thema_id": "category"})


def cohen_kappa(first: Sequence[Hashable], second: Sequence[Hashable]) -> float:
    """Return Cohen's kappa of two coders over the units that both have coded; missing where chance alone agrees fully.

    Raises
    ------
    MethodeError
        The two are not equally long, or have no unit in common.

    Examples
    --------
    >>> round(cohen_kappa(["ja", "ja", "nee", "nee"], ["ja", "nee", "nee", "nee"]), 3)
    0.5
    """
    if len(first) != len(second):
        raise MethodeError(
            "de codeurs hebben niet evenveel eenheden; zet per eenheid de code van beide naast elkaar"
        )
    both = pd.DataFrame({"a": pd.Series(list(first)), "b": pd.Series(list(second))}).dropna()
    if both.empty:
        raise MethodeError(
            "geen enkele eenheid is door beide codeurs gecodeerd; laat beiden dezelfde fragmenten coderen"
        )
    agree = float((both["a"] == both["b"]).mean())
    chance = float(
        both["a"].value_counts(normalize=True).mul(both["b"].value_counts(normalize=True), fill_value=0).sum()
    )
    return float("nan") if chance >= 1.0 else (agree - chance) / (1.0 - chance)


def _count_codes(ratings: pd.DataFrame) -> Floats:
    if ratings.shape[1] < 2:
        raise MethodeError(
            "overeenstemming vraagt ten minste twee codeurs; voeg de codering van een tweede codeur toe"
        )
    long = ratings.reset_index(drop=True).melt(ignore_index=False)["value"].dropna()
    codes, values = pd.factorize(long, sort=False)
    counts = np.zeros((len(ratings), len(values)))
    np.add.at(counts, (long.index.to_numpy(), codes), 1.0)
    return np.asarray(counts, dtype=np.float64)


def _disagreement(counts: Floats) -> Floats:
    """Return per unit how much its codes differ: pairs of unlike codes, by the number of codes less one."""
    size = counts.sum(axis=1)
    return np.asarray((size**2 - (counts**2).sum(axis=1)) / (size - 1), dtype=np.float64)


def _alpha(per_code: Floats, observed: float) -> float:
    """Return alpha from the number of times each code was given and the disagreement within units."""
    total = float(per_code.sum())
    expected = (total**2 - float((per_code**2).sum())) / (total - 1)
    return 1.0 - observed / expected if expected > 0 else float("nan")


def _bootstrap(counts: Floats, group: NDArray[np.int64], n_bootstrap: int, seed: int) -> tuple[float, float]:
    if n_bootstrap < 1:
        return float("nan"), float("nan")
    numbers = np.unique(group, return_inverse=True)[1]
    n_groups = int(numbers.max()) + 1
    per_code = np.zeros((n_groups, counts.shape[1]))
    np.add.at(per_code, numbers, counts)
    observed = np.bincount(numbers, _disagreement(counts), n_groups)
    rng = np.random.default_rng(seed)
    draws = np.empty(n_bootstrap)
    for nr in range(n_bootstrap):
        times = np.bincount(rng.integers(0, n_groups, n_groups), minlength=n_groups).astype(np.float64)
        draws[nr] = _alpha(times @ per_code, float(times @ observed))
    known = draws[~np.isnan(draws)]
    if not len(known):
        return float("nan"), float("nan")
    low, high = np.quantile(known, [0.025, 0.975])
    return float(low), float(high)


def _raw_agreement(counts: Floats) -> float:
    size = counts.sum(axis=1)
    return float((counts * (counts - 1)).sum() / (size * (size - 1)).sum())
