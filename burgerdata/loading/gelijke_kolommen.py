"""Columns of two sheets held beside each other, row by row: the same words, the same codes, one code for each word, or bands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import lgamma, log, nan

import numpy as np
from numpy.typing import NDArray

Rijen = NDArray[np.int64]
FEWEST_KINDS = 2
_SHARE_KINDS = 0.8
_SAME_ANSWERS = 0.8
_PER_CODE = 5
"""Rows per code from which "1 is nearly always man" says something; with fewer it must be so in every row."""
_FEWEST_BITS = 8.0
"""What a division of the rows must hold before the same division elsewhere is no chance: 1 in 256."""
_MOST_BANDS = 12


@dataclass(frozen=True)
class Kolom:
    """One column in the rows that are compared: a number for each label and for each code, the same in both prints.

    ``eigen`` numbers its own ``labels`` from 0 and ``aantallen`` counts them. ``bits`` is how surprising it is that another
    column says the same.
    """

    waarden: Rijen
    codes: Rijen
    eigen: Rijen
    aantallen: Rijen
    labels: tuple[str, ...]
    bits: float

    @property
    def soorten(self) -> int:
        """How many kinds of answers the column has."""
        return len(self.aantallen)

    @property
    def vaakst(self) -> float:
        """The share of the answer that occurs most."""
        return float(self.aantallen.max() / len(self.eigen))


def number_column(
    waarden: Sequence[str], codes: Sequence[str], rijen: Rijen, nummers: dict[str, int]
) -> Kolom | None:
    """Return a column in these rows, None when it says one thing there; ``nummers`` gets what was not seen yet."""
    labels, ruw = (
        np.array([nummers.setdefault(cellen[rij], len(nummers)) for rij in rijen], dtype="int64")
        for cellen in (waarden, codes)
    )
    uniek, eigen, aantallen = np.unique(labels, return_inverse=True, return_counts=True)
    if len(aantallen) < FEWEST_KINDS:
        return None
    toeval = float(np.square(aantallen / len(rijen)).sum())
    # rows that are sorted by the answer say no more than where it changes
    wissels = 1 + np.count_nonzero(eigen[1:] != eigen[:-1])
    bits = -min(len(rijen), wissels / (1 - toeval)) * np.log2(toeval)
    teksten = dict(zip(labels.tolist(), (waarden[rij] for rij in rijen.tolist()), strict=True))
    return Kolom(labels, ruw, eigen, aantallen, tuple(map(teksten.__getitem__, uniek.tolist())), float(bits))


def weigh_agreement(een: Kolom, ander: Kolom) -> float:
    """Return the bits of surprise in two columns that agree in nearly every row; 0 for two that do not.

    They agree in the same words, in the same codes, or with one code for each word.
    """
    rijen = len(een.eigen)
    gelijk = max(np.count_nonzero(een.waarden == ander.waarden), np.count_nonzero(een.codes == ander.codes))
    if _exceeds_chance(gelijk / rijen, ander.vaakst):
        return een.bits
    if abs(een.soorten - ander.soorten) > 1:
        return 0.0
    vakken = een.eigen * ander.soorten + ander.eigen
    if max(een.soorten, ander.soorten) * _PER_CODE > rijen:
        if een.soorten != ander.soorten or (bits := _weigh_division(een)) < _FEWEST_BITS:
            return 0.0
        return bits if np.unique(vakken).size == een.soorten else 0.0
    kruis = np.bincount(vakken, minlength=een.soorten * ander.soorten).reshape(een.soorten, -1)
    eigen_code = len(set(kruis.argmax(axis=1))) >= min(een.soorten, ander.soorten)
    goed = eigen_code and _exceeds_chance(kruis.max(axis=1).sum() / rijen, ander.vaakst)
    return max(een.bits - _log2_factorial(een.soorten), 0.0) if goed else 0.0


def are_banded(een: Kolom, ander: Kolom) -> bool:
    """Return whether one of two columns has the numbers of the other in bands: years of age beside age groups."""
    return _is_band(een, ander) or _is_band(ander, een)


def are_asked_again(een: Kolom, ander: Kolom) -> bool:
    """Return whether two columns that do not agree have the same answers to choose from: one question at two times."""
    soorten = np.union1d(een.waarden, ander.waarden).size
    return bool(np.intersect1d(een.waarden, ander.waarden).size >= _SHARE_KINDS * soorten)


def _is_band(getal: Kolom, band: Kolom) -> bool:
    if not band.soorten < getal.soorten or band.soorten > _MOST_BANDS:
        return False
    getallen = np.array([_read(label) for label in getal.labels])[getal.eigen]
    if np.isnan(getallen).any():
        return False
    op_volgorde = band.eigen[np.argsort(getallen, kind="stable")]
    wissels = np.count_nonzero(op_volgorde[1:] != op_volgorde[:-1])
    bits = _weigh_division(band) - _log2_factorial(band.soorten)
    return bool(wissels == band.soorten - 1 and bits >= _FEWEST_BITS)


def _weigh_division(kolom: Kolom) -> float:
    """Return the bits in how the rows are divided over answers, whatever these are called: ways to divide them so."""
    groottes, keren = np.unique(kolom.aantallen, return_counts=True)
    namen = sum(
        keer * _log2_factorial(grootte) + _log2_factorial(keer)
        for grootte, keer in zip(groottes.tolist(), keren.tolist(), strict=True)
    )
    return max(float(_log2_factorial(len(kolom.eigen)) - namen), 0.0)


def _log2_factorial(aantal: int) -> float:
    return lgamma(aantal + 1) / log(2)


def _exceeds_chance(gelijk: float, toeval: float) -> bool:
    """Return whether nearly all is the same, of what would not have been so if all had said what most say."""
    return bool(gelijk >= 1.0 or gelijk - toeval >= _SAME_ANSWERS * (1 - toeval))


def _read(cel: str) -> float:
    """Return the number that a folded cell is, else nan."""
    try:
        return float(cel)
    except ValueError:
        return nan
