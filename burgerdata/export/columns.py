"""Columns taken apart for a format that knows only text and numbers, and put together again exactly as they were."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from burgerdata.schema import TABELLEN

CATEGORIE = "categorie"


def describe_column(reeks: pd.Series, tabel: str) -> dict[str, Any]:
    """Return what must be known to make the column again: its dtype, and of a category its order.

    Categories in the order in which the rows show them, and those of a vocabulary of the contract, are not repeated.

    Examples
    --------
    >>> describe_column(pd.Series(["b", "a"], dtype="category"), "themas")
    {'dtype': 'categorie', 'geordend': False, 'categorieen': ['a', 'b']}
    """
    if not isinstance(reeks.dtype, pd.CategoricalDtype):
        return {"dtype": str(reeks.dtype)}
    uit: dict[str, Any] = {"dtype": CATEGORIE, "geordend": bool(reeks.dtype.ordered)}
    categorieen = [str(waarde) for waarde in reeks.cat.categories]
    if categorieen == list(read_vocabulary(tabel, str(reeks.name))):
        return uit | {"categorieen": "contract"}
    eerste = pd.unique(reeks.array.codes)
    if eerste[eerste >= 0].tolist() == list(range(len(categorieen))):
        return uit | {"categorieen": "volgorde"}
    return uit | {"categorieen": categorieen}


def read_vocabulary(tabel: str, kolom: str) -> tuple[str, ...]:
    """Return the words of a column of the contract; none for a column without a vocabulary."""
    schema = TABELLEN.get(tabel)
    return schema.kolom(kolom).woorden if schema is not None and kolom in schema.namen else ()


def flatten_column(reeks: pd.Series) -> pd.Series:
    """Return the column as text, numbers, truths or moments: a category becomes its words."""
    return reeks.astype("str") if isinstance(reeks.dtype, pd.CategoricalDtype) else reeks


def restore_column(reeks: pd.Series, soort: Mapping[str, Any], tabel: str) -> pd.Series:
    """Return the column as it was; ``reeks`` is what a format gave back, missing values in any of its own ways."""
    if soort["dtype"] != CATEGORIE:
        return _restore_plain(reeks, str(soort["dtype"]))
    tekst = reeks.astype("str")
    namen = soort["categorieen"]
    if namen == "contract":
        namen = read_vocabulary(tabel, str(reeks.name))
    elif namen == "volgorde":
        namen = tekst.dropna().unique().tolist()
    dtype = pd.CategoricalDtype(pd.Index(list(namen), dtype="str"), ordered=bool(soort["geordend"]))
    return pd.Series(pd.Categorical(tekst, dtype=dtype), index=reeks.index, name=reeks.name)


def _restore_plain(reeks: pd.Series, dtype: str) -> pd.Series:
    if dtype == "str":
        return reeks.astype("str").fillna("")
    if dtype.startswith("datetime64"):
        return pd.to_datetime(reeks).astype(dtype)  # type: ignore[call-overload, no-any-return]
    if dtype in ("bool", "boolean") and reeks.dtype not in ("bool", "boolean"):
        waarheid = reeks.map({"true": True, "false": False, True: True, False: False})
        return waarheid.astype("boolean").astype(dtype)  # type: ignore[call-overload, no-any-return]
    if dtype.startswith("float") and reeks.dtype == "str":
        getallen = [float(cel) if isinstance(cel, str) and cel else np.nan for cel in reeks]
        return pd.Series(getallen, index=reeks.index, name=reeks.name, dtype="float64").astype(dtype)  # type: ignore[call-overload, no-any-return]
    if reeks.dtype == "str":
        return pd.to_numeric(reeks).astype(dtype)  # type: ignore[call-overload, no-any-return]
    return reeks.astype(dtype)  # type: ignore[call-overload, no-any-return]
