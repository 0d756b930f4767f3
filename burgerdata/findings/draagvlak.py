"""How much a theme weighs: the widest reach that its numbers bear out, and in how many sources it comes back."""

from __future__ import annotations

import pandas as pd

_Z = 1.96
_WEINIG = 20
"""A source of fewer people says too little about how widely a theme is shared."""
_BRON = 0.5
"""What every further source adds, up to two of them."""


def measure_onder(n: pd.Series, basis: pd.Series) -> pd.Series:
    """Return per row the lower end of Wilson's interval (1927): four of eight people bear out less than forty of a hundred.

    Examples
    --------
    >>> measure_onder(pd.Series([4, 40]), pd.Series([8, 100])).round(3).tolist()
    [0.215, 0.309]
    """
    n, basis = n.astype("float64"), basis.astype("float64")
    aandeel = (n / basis).clip(upper=1)
    midden = aandeel + _Z**2 / (2 * basis)
    breed = _Z * (aandeel * (1 - aandeel) / basis + _Z**2 / (4 * basis**2)) ** 0.5
    return ((midden - breed) / (1 + _Z**2 / basis)).clip(lower=0)


def weigh_themas(tabel: pd.DataFrame, aantal: pd.Series) -> pd.Series:
    """Return per theme its widest reach in one source, times what the number of its sources adds.

    ``tabel`` holds a row per theme and source with n and basis, ``aantal`` in how many sources each theme comes back. A
    source of few people, and a talk, shows that a theme plays, not how widely: it tells the reach only where no other source is.

    Examples
    --------
    >>> tabel = pd.DataFrame({"thema": ["a", "b", "b"], "n": [8, 3, 6], "basis": [20, 20, 25]})
    >>> weigh_themas(tabel, pd.Series({"a": 1, "b": 2})).round(2).to_dict()
    {'a': 0.22, 'b': 0.17}
    """
    tabel = _keep_breed(tabel)
    onder = measure_onder(tabel["n"], tabel["basis"]).fillna(0.0)
    breedst = onder.groupby(tabel["thema"].astype("str"), sort=False, observed=True, dropna=False).max()
    return breedst * (1 + _BRON * (aantal.reindex(breedst.index).fillna(1) - 1).clip(0, 2))


def _keep_breed(tabel: pd.DataFrame) -> pd.DataFrame:
    """Return the rows that tell how widely a theme is shared: of surveys and reports, else of any with people enough."""
    groot = tabel["basis"].fillna(0).ge(_WEINIG).astype("bool")
    if "kwalitatief" in tabel and (geteld := groot & ~tabel["kwalitatief"].fillna(True).astype("bool")).any():
        return tabel[geteld]
    return tabel[groot] if groot.any() else tabel
