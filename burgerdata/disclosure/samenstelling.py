"""What the other columns of a composition tell about a category that is hidden."""

from __future__ import annotations

import numpy as np
import pandas as pd

_KENMERK = ["activiteit_id", "variabele"]
_VAN_KENMERK = ["kleinste", "dissimilariteit_voor", "dissimilariteit_na"]


def empty_samenstelling(tabel: pd.DataFrame, weg: pd.Series, klein: pd.Series, drempel: int) -> pd.DataFrame:
    """Return a table of sample beside population without what gives the count of a hidden category back.

    ``weg`` marks the hidden categories, ``klein`` those of them under ``drempel``. The dissimilarity of a trait is the
    sum of all distances, so that it goes with the first category that is hidden. Whether a hidden category was missed
    bounds its count at half of what was expected; it goes where the bounds of a trait leave one count.
    """
    if not {*_KENMERK, "dissimilariteit", "gemist"} <= set(tabel.columns) or not weg.any():
        return tabel
    groepen = [tabel[kolom] for kolom in _KENMERK]
    ergens = weg.groupby(groepen, observed=True, dropna=False).transform("any")
    vast = pd.Series(False, index=tabel.index, dtype="bool")
    for _, deel in tabel[ergens].groupby(_KENMERK, observed=True, dropna=False):
        verborgen = deel[weg.loc[deel.index]]
        if _is_fixed(deel, verborgen, klein.loc[verborgen.index], drempel):
            vast.loc[verborgen.index] = True
    return tabel.assign(
        dissimilariteit=tabel["dissimilariteit"].mask(ergens),
        gemist=tabel["gemist"].astype("boolean").mask(vast) if vast.any() else tabel["gemist"],
    )


def empty_weging(tabel: pd.DataFrame, drempel: int) -> pd.DataFrame:
    """Return a report of weights without the distances of a trait that has a category of fewer people than ``drempel``.

    With the other categories of ``compare_populatie`` a distance gives the hidden one back.
    """
    if not set(_VAN_KENMERK) <= set(tabel.columns):
        return tabel.copy()
    klein = tabel["kleinste"].between(1, drempel - 1).fillna(False).astype("bool")
    return tabel.assign(**{kolom: tabel[kolom].mask(klein) for kolom in _VAN_KENMERK})


def _is_fixed(deel: pd.DataFrame, verborgen: pd.DataFrame, klein: pd.Series, drempel: int) -> bool:
    """Return whether the marks leave one count for a hidden category, with what is left of the base to share.

    The base is known, and so is every count that is printed; a hidden count is at least 1.
    """
    helft = verborgen["bevolking"].to_numpy(dtype="float64") * float(deel["basis"].iloc[0]) / 2
    gemist = verborgen["gemist"].to_numpy(dtype="bool")
    rest = int(verborgen["n"].sum())
    onder = np.where(gemist, 1, np.maximum(np.ceil(helft), 1))
    boven = np.where(gemist, np.ceil(helft) - 1, rest)
    boven = np.where(klein.to_numpy(dtype="bool"), np.minimum(boven, drempel - 1), boven)
    laagst = np.maximum(onder, rest - (boven.sum() - boven))
    hoogst = np.minimum(boven, rest - (onder.sum() - onder))
    return bool((hoogst <= laagst).any())
