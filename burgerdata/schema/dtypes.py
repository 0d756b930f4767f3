"""A column of anything -> a column of the dtype that the contract asks for.

Categories are made from codes: each distinct value is looked at once, so that forty million answers cost what their
few hundred distinct words cost.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import numpy as np
import pandas as pd

from burgerdata.schema.columns import Dtype, Kolomschema

Codes = np.ndarray[tuple[int], np.dtype[np.signedinteger]]
_HEAD = 65_536


def conform_column(reeks: pd.Series, kolom: Kolomschema) -> pd.Series:
    """Return the values in the dtype of this column of the contract; a word outside a vocabulary becomes empty.

    Raises TypeError or ValueError for values that the dtype cannot hold, such as 1.5 persons.
    """
    if kolom.dtype in ("id", "code"):
        return _as_category(reeks)
    if kolom.dtype == "woord":
        return _as_word(reeks, kolom.woorden)
    if kolom.dtype == "tekst":
        return _as_text(reeks)
    gevuld = _without_blanks(reeks)
    if kolom.dtype == "vlag":
        vlaggen = gevuld.astype("boolean")
        return vlaggen if kolom.leeg else vlaggen.fillna(False).astype("bool")
    return _GEWOON[kolom.dtype](gevuld)


def list_words(reeks: pd.Series) -> tuple[str, ...]:
    """Return the distinct words of a column, each once, empty ones left out."""
    codes, woorden = _encode(reeks)
    gebruikt = _is_used(codes, len(woorden))
    return tuple(dict.fromkeys(woord for woord, is_used in zip(woorden, gebruikt, strict=True) if is_used))


def _encode(reeks: pd.Series) -> tuple[Codes, list[str]]:
    """Return a code per row (-1 is empty) and the text of each code; texts may occur under several codes."""
    if isinstance(reeks.dtype, pd.CategoricalDtype):
        codes, waarden = reeks.array.codes, reeks.cat.categories
    else:
        codes, waarden = pd.factorize(reeks)
    woorden = [_write(waarde) for waarde in waarden.tolist()]
    if "" not in woorden:
        return codes, woorden
    leeg = np.array([woord == "" for woord in woorden] + [True])
    return np.where(leeg[codes], np.array(-1, dtype=codes.dtype), codes), woorden


def _write(waarde: object) -> str:
    """Return a value as text; 3.0 is written 3, for pandas makes floats of whole numbers beside an empty cell."""
    if isinstance(waarde, (float, np.floating)) and float(waarde).is_integer():
        return str(int(waarde))
    return str(waarde)


def _as_category(reeks: pd.Series) -> pd.Series:
    """Return a category of text in order of appearance; a category of text keeps its order (cheap for millions)."""
    if isinstance(reeks.dtype, pd.CategoricalDtype):
        categories = reeks.cat.categories
        if categories.dtype == "str" and "" not in categories:
            eigen = drop_unused(reeks)
            return eigen.cat.as_unordered() if reeks.dtype.ordered else eigen.copy(deep=False)
    elif reeks.dtype == "str":
        nummers, verschillend = pd.factorize(reeks)
        if "" not in verschillend:
            gewoon = pd.Categorical.from_codes(nummers, dtype=pd.CategoricalDtype(verschillend))
            return pd.Series(gewoon, index=reeks.index, name=reeks.name)
    codes, woorden = _encode(reeks)
    gebruikt = _is_used(codes, len(woorden))
    namen = list(dict.fromkeys(woord for nummer, woord in enumerate(woorden) if gebruikt[nummer]))
    return _from_codes(reeks, codes, woorden, pd.CategoricalDtype(pd.Index(namen, dtype="str")))


def drop_unused(reeks: pd.Series) -> pd.Series:
    """Return a category without the categories that no row has; the others keep their order."""
    alle = _is_used(reeks.array.codes, len(reeks.cat.categories)).all()
    return reeks if alle else reeks.cat.remove_unused_categories()


def _is_used(codes: Codes, aantal: int) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Return for each code from 0 whether a row has it; a mark per code, for sorting millions of them takes seconds.

    Rows spread over the column are looked at first: mostly they, or they and the first rows, have all codes.
    """
    gebruikt = np.zeros(aantal + 1, dtype=np.bool_)
    gebruikt[codes[:: len(codes) // _HEAD + 1]] = True
    stap = max(_HEAD, 2 * aantal)
    for begin in range(0, len(codes), stap):
        if gebruikt[:aantal].all():
            break
        gebruikt[codes[begin : begin + stap]] = True
    return gebruikt[:aantal]


def _as_word(reeks: pd.Series, vocabulaire: tuple[str, ...]) -> pd.Series:
    dtype = _dtype_of(vocabulaire)
    if reeks.dtype == dtype:
        return reeks
    codes, woorden = _encode(reeks)
    return _from_codes(reeks, codes, woorden, dtype)


@cache
def _dtype_of(vocabulaire: tuple[str, ...]) -> pd.CategoricalDtype:
    return pd.CategoricalDtype(pd.Index(vocabulaire, dtype="str"), ordered=True)


def _from_codes(reeks: pd.Series, codes: Codes, woorden: list[str], dtype: pd.CategoricalDtype) -> pd.Series:
    """Return the rows under the categories of ``dtype``; a word that is none of them becomes empty."""
    plaats = np.append(dtype.categories.get_indexer(pd.Index(woorden, dtype="str")), -1)
    klein = plaats.astype(np.min_scalar_type(-max(len(dtype.categories), 1)))
    return pd.Series(pd.Categorical.from_codes(klein[codes], dtype=dtype), index=reeks.index, name=reeks.name)


def _as_text(reeks: pd.Series) -> pd.Series:
    tekst = reeks if reeks.dtype == "str" else _as_category(reeks).astype("str")
    return tekst.fillna("")


def _without_blanks(reeks: pd.Series) -> pd.Series:
    """Return the column with one kind of nothing: an empty text and a missing date are None."""
    if reeks.dtype not in ("object", "str"):
        return reeks
    return reeks.astype("object").where(reeks.notna() & reeks.ne(""), None)


def _as_date(reeks: pd.Series) -> pd.Series:
    """Return moments as the source's clock showed them; text must be ISO 8601, for 1-3-2026 is two different days."""
    if pd.api.types.is_numeric_dtype(reeks) and reeks.notna().any():
        raise TypeError("numbers are not dates")
    moment = pd.to_datetime(reeks, format="ISO8601")
    return (moment if moment.dt.tz is None else moment.dt.tz_localize(None)).astype("datetime64[s]")


def _as_count(reeks: pd.Series) -> pd.Series:
    return reeks if reeks.dtype == "Int32" else pd.to_numeric(reeks).astype("Int32")


def _as_number(reeks: pd.Series) -> pd.Series:
    return reeks.copy(deep=False) if reeks.dtype == "float64" else pd.to_numeric(reeks).astype("float64")


_GEWOON: dict[Dtype, Callable[[pd.Series], pd.Series]] = {
    "datum": _as_date,
    "telling": _as_count,
    "getal": _as_number,
}
