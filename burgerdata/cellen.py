"""Cells of a long column that repeats itself: each different cell once, and codes in place of the cells.

A column of a raw table is ``str``; of a long table that was read fast it may be a category of ``str``, with the same cells
in the same order. These functions take both and give the kind that they were given.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

_HEAD = 4096
"""Cells in which mostly all that a column holds are seen already."""
_FEW = 32
"""Categories of which each is counted by a look of its own at all rows."""
_MOMENT = tuple(
    np.frombuffer(grens, np.uint8) for grens in (b"1000-00-00 00:00:00\n", b"2999-19-39 29:59:59\n")
)
"""The lowest and the highest sign at each place of a moment as programs write it."""


def is_coded(cellen: pd.Series) -> bool:
    """Return whether a column holds codes in place of its cells."""
    return isinstance(cellen.dtype, pd.CategoricalDtype)


def make_coded(codes: NDArray[np.integer[Any]], verschillend: pd.Index) -> pd.Categorical:
    """Return a column of codes; equal cells become one, and codes take no more room than they need."""
    nieuw, uniek = pd.factorize(verschillend)
    dtype = pd.CategoricalDtype(pd.Index(uniek, dtype="str"))
    gelijk = len(uniek) == len(verschillend)
    return pd.Categorical.from_codes(codes if gelijk else nieuw[codes], dtype=dtype)


def factorize_cells(cellen: pd.Series) -> tuple[NDArray[np.integer[Any]], list[str]]:
    """Return a number for each cell (-1 for NaN) and the different cells, in order of appearance.

    Examples
    --------
    >>> nummers, verschillend = factorize_cells(pd.Series(["b", "a", "b"], dtype="category"))
    >>> nummers.tolist(), verschillend
    ([0, 1, 0], ['b', 'a'])
    """
    if not is_coded(cellen):
        nummers, verschillend = pd.factorize(cellen)
        return nummers, verschillend.tolist()
    gezien = _list_codes(cellen)
    plek = np.full(len(cellen.cat.categories) + 1, -1, dtype=np.min_scalar_type(-len(gezien) - 1))
    plek[gezien] = np.arange(len(gezien))
    return plek[cellen.array.codes], cellen.cat.categories.take(gezien).tolist()


def _take_numbers(cellen: pd.Series) -> tuple[NDArray[np.integer[Any]], list[str]]:
    """Return a number for each cell and the cell of each number, those that a coded column no longer has too."""
    if is_coded(cellen):
        return cellen.array.codes, cellen.cat.categories.tolist()
    return factorize_cells(cellen)


def map_cells(cellen: pd.Series, functie: Callable[[str], str]) -> pd.Series:
    """Return the cells after a function that looks at one cell; each different cell is looked at once.

    Examples
    --------
    >>> map_cells(pd.Series(["a", "b", "a"], dtype="category"), str.upper).tolist()
    ['A', 'B', 'A']
    """
    if is_coded(cellen):
        anders = pd.Index([functie(cel) for cel in cellen.cat.categories.tolist()], dtype="str")
        return pd.Series(make_coded(cellen.array.codes, anders), index=cellen.index, name=cellen.name)
    plek, verschillend = pd.factorize(cellen)
    nieuw = pd.Series(
        [*(functie(cel) for cel in verschillend.tolist()), float("nan")], dtype="str"
    ).to_numpy()
    return pd.Series(nieuw[plek], index=cellen.index, name=cellen.name, dtype="str")


def replace_cells(cellen: pd.Series, nieuw: Mapping[str, str]) -> pd.Series:
    """Return the cells with other ones in place of these.

    Examples
    --------
    >>> replace_cells(pd.Series(["Ja", "Nee", "Ja"]), {"Ja": "Y"}).tolist()
    ['Y', 'Nee', 'Y']
    """
    return map_cells(cellen, lambda cel: nieuw.get(cel, cel)) if nieuw else cellen


def set_cells(cellen: pd.Series, waar: pd.Series, cel: str) -> pd.Series:
    """Return the cells with one and the same cell in the marked places.

    Examples
    --------
    >>> set_cells(pd.Series(["a", "b"], dtype="category"), pd.Series([False, True]), "c").tolist()
    ['a', 'c']
    """
    if not is_coded(cellen):
        return cellen.mask(waar, cel)
    met = cellen if cel in cellen.cat.categories else cellen.cat.add_categories([cel])
    return met.mask(waar, cel)


def find_cells(cellen: pd.Series, functie: Callable[[str], bool]) -> pd.Series:
    """Return for which cells a function says yes; each different cell is asked about once, NaN is a no.

    Examples
    --------
    >>> find_cells(pd.Series(["a", "1", "a"]), str.isalpha).tolist()
    [True, False, True]
    """
    plek, verschillend = _take_numbers(cellen)
    antwoord = np.array([*(bool(functie(str(cel))) for cel in verschillend), False], dtype="bool")
    return pd.Series(antwoord[plek], index=cellen.index, name=cellen.name)


def is_filled(cellen: pd.Series) -> pd.Series:
    """Return which cells hold more than spaces."""
    if is_coded(cellen):
        return find_cells(cellen, lambda cel: bool(cel.strip()))
    cellijst = cellen.to_numpy(dtype=object, na_value="").tolist()
    if all(map(str.strip, cellijst)):  # mostly, and told for half of the price
        gevuld = np.ones(len(cellijst), dtype="bool")
    else:
        gevuld = np.fromiter(map(bool, map(str.strip, cellijst)), dtype="bool", count=len(cellijst))
    return pd.Series(gevuld, index=cellen.index, name=cellen.name)


def are_moments(cellen: Sequence[str]) -> bool:
    """Return whether all cells are moments as programs write them, to the second, told by one look at their bytes.

    A day that does not exist is not looked for: the signs are right, so that no other pattern needs to be tried.

    Examples
    --------
    >>> are_moments(["2026-03-01 09:30:00", "2026-03-02 10:00:00"]), are_moments(["2026-03-01 09:30:00", ""])
    (True, False)
    """
    tekens = np.frombuffer("\n".join([*cellen, ""]).encode("utf-8", "surrogatepass"), np.uint8)
    laagst, hoogst = _MOMENT
    if not len(tekens) or len(tekens) != len(cellen) * len(laagst):
        return False
    rijen = tekens.reshape(-1, len(laagst))
    return bool((rijen >= laagst).all() and (rijen <= hoogst).all())


def count_cells(cellen: pd.Series) -> dict[str, int]:
    """Return each different cell with how often it occurs, in order of appearance.

    Examples
    --------
    >>> count_cells(pd.Series(["b", "a", "b"], dtype="category"))
    {'b': 2, 'a': 1}
    """
    if is_coded(cellen) and len(cellen.cat.categories) <= _FEW:
        codes, cel_van = cellen.array.codes, cellen.cat.categories
        return {str(cel_van[nr]): int(np.count_nonzero(codes == nr)) for nr in _list_codes(cellen)}
    plek, verschillend = factorize_cells(cellen)
    aantallen = np.bincount(plek + 1, minlength=len(verschillend) + 1)[1:]
    return {str(cel): int(aantal) for cel, aantal in zip(verschillend, aantallen.tolist(), strict=True)}


def list_cells(cellen: pd.Series) -> list[str]:
    """Return each different cell, in order of appearance.

    Examples
    --------
    >>> list_cells(pd.Series(["b", "a", "b"], dtype="category"))
    ['b', 'a']
    """
    if not is_coded(cellen):
        return pd.Series(cellen.unique()).tolist()
    return cellen.cat.categories.take(_list_codes(cellen)).tolist()


def _list_codes(cellen: pd.Series) -> NDArray[np.integer[Any]]:
    """Return the codes of the cells that occur, in order of appearance."""
    codes: NDArray[np.integer[Any]] = cellen.array.codes
    gezien = pd.unique(codes[:_HEAD])
    if (gezien >= 0).sum() < len(cellen.cat.categories):
        gezien = pd.unique(codes)
    return gezien[gezien >= 0]


def spell_out(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the table with text in place of codes, for who works on cells."""
    gecodeerd = [naam for naam in frame.columns if is_coded(frame[naam])]
    return frame.astype(dict.fromkeys(gecodeerd, "str")) if gecodeerd else frame


def fold(tekst: str) -> str:
    """Return a header as it is compared: without case and needless spaces.

    Examples
    --------
    >>> fold("  Wat valt  u op? ")
    'wat valt u op?'
    """
    return " ".join(tekst.split()).casefold()


def unify_spelling(cellen: pd.Series) -> pd.Series:
    """Return each cell in the spelling that most cells use of those that differ by case and spaces alone.

    Examples
    --------
    >>> unify_spelling(pd.Series(["markt", "Markt ", "Markt", "Station"])).tolist()
    ['Markt', 'Markt', 'Markt', 'Station']
    """
    net = cellen.astype("str").fillna("").str.split().str.join(" ")
    vaakst = {
        fold(vorm): vorm for vorm in net.value_counts(sort=False)[::-1].sort_values(kind="stable").index
    }
    return net.map(lambda cel: vaakst[fold(cel)])
