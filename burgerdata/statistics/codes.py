"""Columns as integer codes: what every sum in this package is counted by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from burgerdata.errors import MethodeError

Codes = NDArray[np.int64]
Floats = NDArray[np.float64]
Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class Factor:
    """A column as codes 0..k-1 in sorted (or category) order, -1 where it is missing, and its labels."""

    naam: str
    codes: Codes
    labels: pd.Index
    dtype: pd.CategoricalDtype | None

    @property
    def size(self) -> int:
        """Return the number of labels."""
        return len(self.labels)

    def decode(self, codes: Codes) -> pd.Series:
        """Return the labels of these codes as a column of the original kind."""
        if self.dtype is not None:
            return pd.Series(pd.Categorical.from_codes(codes, dtype=self.dtype), name=self.naam)
        return pd.Series(self.labels.take(codes).array, name=self.naam)


def sum_by(codes: NDArray[np.int64], values: Floats, size: int) -> Floats:
    """Return the sum of the values of each code 0..size-1."""
    return np.asarray(np.bincount(codes, values, size), dtype=np.float64)


def find_column(frame: pd.DataFrame, naam: str) -> pd.Series:
    """Return the column; a MethodeError names the nearest column when it does not exist."""
    if naam in frame.columns:
        column = frame[naam]
        if isinstance(column, pd.Series):
            return column
        raise MethodeError(f"kolom '{naam}' komt meer dan eens voor; geef elke kolom een eigen naam")
    near = get_close_matches(str(naam), [str(name) for name in frame.columns], n=1)
    hint = f"bedoelde u '{near[0]}'?" if near else "kies een kolom van de tabel"
    raise MethodeError(f"kolom '{naam}' bestaat niet; {hint}")


def encode(column: pd.Series) -> Factor:
    """Return the column as a Factor; labels are sorted, or in category order."""
    naam = str(column.name)
    if isinstance(column.dtype, pd.CategoricalDtype):
        codes = column.cat.codes.to_numpy().astype(np.int64)
        return Factor(naam, codes, column.cat.categories, column.dtype)
    found, labels = pd.factorize(column, sort=True)
    return Factor(naam, found.astype(np.int64, copy=False), pd.Index(labels), None)


def read_numbers(frame: pd.DataFrame, naam: str) -> Floats:
    """Return a numeric or boolean column as float64 with NaN where it is missing."""
    column = find_column(frame, naam)
    if not (pd.api.types.is_numeric_dtype(column) or pd.api.types.is_bool_dtype(column)):
        raise MethodeError(
            f"kolom '{naam}' bevat geen getallen; gebruik proportion voor aandelen, of maak er eerst een getal van"
        )
    numbers = column.to_numpy(dtype=np.float64, na_value=np.nan)
    if np.isinf(numbers).any():
        raise MethodeError(f"kolom '{naam}' bevat oneindige waarden; maak die leeg of verbeter ze")
    return numbers


def compact(codes: Codes, size: int) -> tuple[Codes, Codes]:
    """Return the codes renumbered without gaps, in the same order, and the old code of each new one."""
    if size <= max(4 * len(codes), 1_000_000):
        present = np.zeros(size, dtype=np.bool_)
        present[codes] = True
        old = np.flatnonzero(present).astype(np.int64)
        renumber = np.cumsum(present, dtype=np.int64) - 1
        return renumber[codes], old
    old, new = np.unique(codes, return_inverse=True)
    return new.astype(np.int64, copy=False), old


@dataclass(frozen=True)
class Groups:
    """The groups of ``by``: a code per row (-1 outside every group) and a frame with a row per group."""

    codes: Codes
    labels: pd.DataFrame

    @property
    def size(self) -> int:
        """Return the number of groups."""
        return len(self.labels)


def list_names(by: str | Sequence[str] | None) -> tuple[str, ...]:
    """Return ``by`` as a tuple of column names."""
    if by is None:
        return ()
    return (by,) if isinstance(by, str) else tuple(by)


def form_groups(frame: pd.DataFrame, by: str | Sequence[str] | None, rows: Mask | None) -> Groups:
    """Return the groups that occur among ``rows``, sorted by their labels; a missing label is in no group."""
    names = list_names(by)
    inside = np.ones(len(frame), dtype=np.bool_) if rows is None else rows
    if not names:
        return Groups(np.where(inside, 0, -1), pd.DataFrame(index=pd.RangeIndex(1)))
    factors = [encode(find_column(frame, naam)) for naam in names]
    code, ok = factors[0].codes, inside & (factors[0].codes >= 0)
    size = factors[0].size
    for factor in factors[1:]:
        code, size = code * factor.size + factor.codes, size * factor.size
        ok = ok & (factor.codes >= 0)
    result = np.full(len(frame), -1, dtype=np.int64)
    result[ok], old = compact(code[ok], size)
    return Groups(result, _label_groups(factors, old))


def _label_groups(factors: list[Factor], old: Codes) -> pd.DataFrame:
    columns: list[pd.Series] = []
    for factor in reversed(factors):
        columns.append(factor.decode(old % factor.size))
        old = old // factor.size
    return pd.concat(columns[::-1], axis=1)
