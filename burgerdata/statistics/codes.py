"""Columns as integer codes, which every sum in this package is counted by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from burgerdata.errors import MethodeError

Codes = NDArray[np.signedinteger[Any]]
Floats = NDArray[np.float64]
Mask = NDArray[np.bool_]

COUNTABLE = 4
"""Codes are counted rather than sorted up to this many times the number of rows."""
HEAD = 65_536


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

    @cached_property
    def known(self) -> Mask | None:
        """Return the rows with a label, or None when all have one."""
        known = np.asarray(self.codes >= 0)
        return None if known.all() else known

    @cached_property
    def counts(self) -> Codes:
        """Return the number of rows of each label."""
        codes = self.codes if self.known is None else self.codes[self.known]
        return np.bincount(codes, minlength=self.size)

    @cached_property
    def levels(self) -> pd.Series:
        """Return every label once, in order, as a column of the original kind."""
        return self.decode(np.arange(self.size))

    def decode(self, codes: Codes) -> pd.Series:
        """Return the labels of these codes as a column of the original kind."""
        if self.dtype is not None:
            return pd.Series(pd.Categorical.from_codes(codes, dtype=self.dtype), name=self.naam)
        return pd.Series(self.labels.take(codes).array, name=self.naam)


def _encode_integers(naam: str, values: Codes) -> Factor:
    """Return whole numbers as a Factor; numbers within a small range are counted instead of sorted."""
    low = int(values.min())
    size = int(values.max()) - low + 1
    if size > COUNTABLE * len(values):
        labels, codes = np.unique(values, return_inverse=True)
        return Factor(naam, codes, pd.Index(labels), None)
    shifted = np.subtract(values, low, dtype=np.int64)
    codes, old = compact(shifted.astype(np.int32) if size < 2**31 else shifted, size)
    return Factor(naam, codes, pd.Index((old + low).astype(values.dtype)), None)


def sum_by(codes: Codes, values: Floats, size: int) -> Floats:
    """Return the sum of the values of each code 0..size-1."""
    return np.asarray(np.bincount(codes, values, size), dtype=np.float64)


def both(*masks: Mask | None) -> Mask | None:
    """Return the rows that are in every mask; None is all rows."""
    given = [mask for mask in masks if mask is not None]
    return np.logical_and.reduce(given) if given else None


def known_numbers(*columns: Floats) -> Mask | None:
    """Return the rows where every number is known, or None when that is all rows."""
    known = np.logical_and.reduce([~np.isnan(column) for column in columns])
    return None if known.all() else known


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
        return Factor(naam, column.array.codes, column.dtype.categories, column.dtype)
    if isinstance(column.dtype, np.dtype) and column.dtype.kind in "iu" and len(column):
        return _encode_integers(naam, column.to_numpy())
    plain = isinstance(column.dtype, pd.StringDtype) and column.dtype.storage == "python"
    # The objects of such a column take half the time of the column itself; Arrow's is fast as it is.
    found, labels = pd.factorize(column.to_numpy() if plain else column, sort=True)
    kind = np.int8 if len(labels) < 2**7 else np.int32 if len(labels) < 2**31 else np.int64
    return Factor(naam, found.astype(kind), pd.Index(labels), None)


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


def join_codes(parts: Sequence[tuple[Codes, int]]) -> tuple[Codes, int]:
    """Return one code for a combination of codes (each with its size), the last one running fastest, and its size."""
    size = 1
    for _, part_size in parts:
        size *= part_size
    if size >= 2**62:
        raise MethodeError("er zijn te veel combinaties van categorieën; gebruik minder variabelen")
    kind = np.dtype(np.int32 if size < 2**31 else np.int64)
    code: Codes = parts[0][0].astype(kind)
    for codes, part_size in parts[1:]:
        code *= part_size
        code += codes
    return code, size


def compact(codes: Codes, size: int) -> tuple[Codes, Codes]:
    """Return the codes renumbered without gaps, in the same order, and the old code of each new one."""
    if size <= max(COUNTABLE * len(codes), 1_000_000):
        old = np.flatnonzero(find_occurring(codes, size))
        if len(old) == size:
            return codes, old
        renumber = np.zeros(size, dtype=np.int32)
        renumber[old] = np.arange(len(old))
        return renumber[codes], old
    old, new = np.unique(codes, return_inverse=True)
    return new, old


def find_occurring(codes: Codes, size: int) -> Mask:
    """Return which codes occur; a head in which all of them occur settles it."""
    head = np.bincount(codes[:HEAD], minlength=size) > 0
    if len(codes) <= HEAD or head.all():
        return head
    return head | (np.bincount(codes[HEAD:], minlength=size) > 0)


def list_names(by: str | Sequence[str] | None) -> tuple[str, ...]:
    """Return ``by`` as a tuple of column names."""
    if by is None:
        return ()
    return (by,) if isinstance(by, str) else tuple(by)
