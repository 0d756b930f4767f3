"""Votes and opinion groups: tables that are judged by themselves, for their cells stand in no other table."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray


def mask_groepen(tabel: pd.DataFrame, n: pd.Series, verborgen: pd.Series, drempel: int) -> pd.Series:
    """Return True for opinion groups that are too small, and for another where the base would give one back.

    A group has a row for each statement that marks it; it is shown or hidden as a whole.
    """
    sleutel = [tabel["activiteit_id"], tabel["meningsgroep"]]
    eerste = ~tabel.duplicated(["activiteit_id", "meningsgroep"])
    klein = n.lt(drempel) | verborgen
    for _, rijen in tabel[eerste].groupby("activiteit_id", observed=True, dropna=False):
        index = rijen.index
        if klein[index].any() and not verborgen[index].any():
            meer = _choose_more(n[index].to_numpy(), klein[index].to_numpy(dtype=np.bool_), drempel)
            klein[index[meer]] = True
    return (
        klein.where(eerste, False)
        .groupby(sleutel, observed=True, dropna=False)
        .transform("any")
        .astype("bool")
    )


def mask_stemmen(tabel: pd.DataFrame, klein: pd.Series, verborgen: pd.Series, drempel: int) -> pd.Series:
    """Return True for votes of a group or a table of a hall that are too few, and for what gives them back.

    The vote of a whole meeting is a decision, published as it was counted, as at an election: nobody's traits stand
    beside it. An abstention that the base leaves out protects nothing.
    """
    if "groep" not in tabel:
        return verborgen
    return hide_second_cell(tabel, klein & tabel["groep"].ne("") | verborgen, verborgen, drempel)


def hide_second_cell(tabel: pd.DataFrame, klein: pd.Series, verborgen: pd.Series, drempel: int) -> pd.Series:
    """Return the mask with a second cell in every statement of a group where one could be subtracted back."""
    sleutel = [kolom for kolom in ("activiteit_id", "vraag_id", "groep") if kolom in tabel]
    groep = tabel.groupby(sleutel, observed=True, dropna=False).ngroup().to_numpy()
    telt = tabel["n"].to_numpy(dtype="float64", na_value=np.nan)
    weg = klein.to_numpy(dtype=np.bool_, copy=True)
    basis = tabel["basis"].to_numpy(dtype="float64", na_value=np.nan)
    onthouding = tabel["keuze"].eq("onthouding").to_numpy(dtype=np.bool_)
    for nummer in np.unique(groep[weg]):
        rijen = np.flatnonzero(groep == nummer)
        if np.nansum(telt[rijen]) != basis[rijen[0]]:
            rijen = rijen[~onthouding[rijen]]
        if weg[rijen].any() and not verborgen.to_numpy()[rijen].any():
            weg[rijen] |= _choose_more(telt[rijen], weg[rijen], drempel)
    return pd.Series(weg, index=tabel.index)


def _choose_more(n: NDArray[np.float64], klein: NDArray[np.bool_], drempel: int) -> NDArray[np.bool_]:
    """Return the smallest other cells that must go, until two or more are hidden that hold ``drempel`` persons."""
    som, aantal = float(np.nansum(n[klein])), int(klein.sum())
    meer = np.zeros(len(n), dtype=np.bool_)
    for plek in np.argsort(n, kind="stable"):
        if klein[plek] or not n[plek] > 0:
            continue
        if aantal >= 2 and som >= drempel:
            break
        meer[plek] = True
        som, aantal = som + float(n[plek]), aantal + 1
    return meer
