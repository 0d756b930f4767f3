"""Shares in a table of change that are of few people: 3% of 98 is three of them, though no count is printed."""

from __future__ import annotations

import pandas as pd

from burgerdata.schema.vergelijking import is_los


def mask_verandering(tabel: pd.DataFrame, weg: pd.Series, drempel: int) -> pd.Series:
    """Return the rows whose figures go by themselves: those of ``weg``, and shares of 1 to ``drempel`` - 1 people.

    What gives these back is chosen with all other tables: every share is a cell of the plan (``golfrijen.py``).
    """
    if "maat" not in tabel or not tabel["maat"].astype("str").eq("aandeel").any():
        return weg
    aantal = pd.concat(_list_aantallen(tabel), axis=1)
    klein = aantal.round().apply(lambda kolom: kolom.between(1, drempel - 1)).any(axis=1)
    klein &= tabel["maat"].astype("str").eq("aandeel")
    alleen: pd.Series = weg | klein
    return alleen


def _list_aantallen(tabel: pd.DataFrame) -> list[pd.Series]:
    """Return the number of people behind each share of a row."""
    los = is_los(tabel)
    uit = []
    for golf in ("van", "naar"):
        eigen = tabel[f"n_{golf}"].astype("float64")
        basis = tabel["n_beide"].astype("float64").mask(los, eigen)
        uit.append(tabel[f"waarde_{golf}"].astype("float64") * basis)
        if f"alle_{golf}" in tabel:
            uit.append(tabel[f"alle_{golf}"].astype("float64") * eigen)
    return uit
