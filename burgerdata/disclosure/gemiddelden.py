"""Means beside hidden answers: the mean of a scale, its spread and its median are sums over the answers too."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from burgerdata.disclosure.cellen import Id
from burgerdata.disclosure.staat import Staat
from burgerdata.getallen import round_half_up
from burgerdata.toelichting import read_toelichting

_ROND = 0.05
"""A mean is printed with one decimal."""
_MINST = 3
"""Numbers that a mean must leave for a hidden answer; it is worth more to a reader than the exact size of a cell to another."""
_RUIS = 1e-6
_GEMIDDELDE, _MEDIAAN, _SPREIDING = "gemiddelde", "mediaan", "sd"


@dataclass(frozen=True)
class _Schaal:
    """The answers of a group in the order of their scale: value, true count, and between what the reader knows it to be."""

    waarde: NDArray[np.float64]
    n: NDArray[np.float64]
    onder: NDArray[np.float64]
    boven: NDArray[np.float64]

    def tells(self, nr: int) -> bool:
        """Return whether the mean leaves fewer than three numbers for one answer."""
        som = float(self.n.sum())
        gemiddelde = round_half_up(float(self.n @ self.waarde) / som, 1)
        laag, hoog = (gemiddelde - _ROND) * som - _RUIS, (gemiddelde + _ROND) * som + _RUIS
        return self._count(nr, lambda aantal: self._reaches(nr, aantal, laag, hoog)) < _MINST

    def tells_by_median(self, nr: int) -> bool:
        """Return whether the median does: half of the people at most are below it, and half at most above."""
        helft = float(self.n.sum()) / 2
        midden = int(np.argmax(np.cumsum(self.n) >= helft))

        def reach(aantal: float) -> bool:
            onder, boven = self.onder.copy(), self.boven.copy()
            onder[nr] = boven[nr] = aantal
            delen = (slice(0, midden), slice(midden, midden + 1), slice(midden + 1, None))
            meest = [float(boven[deel].sum()) for deel in delen]
            minst = [float(onder[deel].sum()) for deel in delen]
            kan = max(minst[0], minst[2]) <= helft and sum(minst) <= 2 * helft
            return kan and min(meest[0], helft) + meest[1] + min(meest[2], helft) >= 2 * helft

        return self._count(nr, reach) < _MINST

    def _count(self, nr: int, kan: Callable[[float], bool]) -> int:
        """Return how many numbers of people may have given an answer, counted no further than it takes."""
        begin = float(np.ceil(self.onder[nr] - _RUIS))
        tot = min(float(self.boven[nr]), float(self.n[nr]) + _MINST)
        return sum(kan(aantal) for aantal in np.arange(begin, tot + 1))

    def _reaches(self, nr: int, aantal: float, laag: float, hoog: float) -> bool:
        """Return whether the other answers can make the rest of the base and of the sum behind the mean."""
        los = np.arange(len(self.n)) != nr
        onder, ruimte, waarde = self.onder[los], (self.boven - self.onder)[los], self.waarde[los]
        over = float(self.n.sum()) - aantal - float(onder.sum())
        if over < -_RUIS or over > float(ruimte.sum()) + _RUIS:
            return False
        vast = aantal * float(self.waarde[nr]) + float(onder @ waarde)
        minst, meest = (
            vast + _fill(over, ruimte[op], waarde[op]) for op in (slice(None), slice(None, None, -1))
        )
        return minst <= hoog and meest >= laag


def list_weg(staat: Staat, tabellen: Mapping[str, pd.DataFrame]) -> dict[str, dict[str, set[int]]]:
    """Return per table of means which columns go in which rows: of groups on whose scale a small answer is hidden.

    The spread always goes, for beside the mean it leaves hardly a number; only the book of tables prints it. The mean or the
    median goes where it leaves fewer than three for a small answer. Nobody knows the weights, so that weighted ones tell nothing.
    """
    uit: dict[str, dict[str, set[int]]] = {}
    for basis, antwoorden in _list_schalen(staat):
        plekken = [p for p in staat.model.cellen[basis].plekken if _is_mean(tabellen[p.tabel])]
        klein = [nr for nr, (_, cel) in enumerate(antwoorden) if cel in staat.weg and staat.is_gevoelig(cel)]
        if not plekken or not klein:
            continue
        schaal = _make_schaal(staat, antwoorden)
        weg = {_MEDIAAN} if any(map(schaal.tells_by_median, klein)) else set()
        weg |= {_GEMIDDELDE} if any(map(schaal.tells, klein)) else set()
        for plek in plekken:
            for kolom in weg | ({_SPREIDING} if plek.tabel in staat.model.boek else set()):
                uit.setdefault(plek.tabel, {}).setdefault(kolom, set()).add(plek.rij)
    return uit


def _is_mean(tabel: pd.DataFrame) -> bool:
    over = read_toelichting(tabel)
    return over.soort == "cijfer" and not over.gewogen


def _list_schalen(staat: Staat) -> Iterator[tuple[Id, list[tuple[float, Id]]]]:
    """Yield each printed base with its answers and their values, from the lowest to the highest."""
    cellen = staat.model.cellen
    for som in staat.model.sommen:
        dicht = som.geheel in staat.weg or som.geheel in staat.ongeteld
        if not dicht and all(cellen[deel].basis == som.geheel and cellen[deel].plekken for deel in som.delen):
            waarden = _read_waarden([_name_antwoord(som.geheel, deel) for deel in som.delen])
            yield som.geheel, sorted(zip(waarden, som.delen, strict=True), key=lambda paar: paar[0])


def _read_waarden(labels: Sequence[str]) -> list[float]:
    """Return the numbers that the answers are, else their places on the scale: which end is high makes no difference."""
    getallen = pd.to_numeric(
        pd.Series(labels, dtype="str").str.replace(",", ".", regex=False), errors="coerce"
    )
    if getallen.notna().all():
        return [float(getal) for getal in getallen]
    return [float(plaats) for plaats in range(len(labels))]


def _make_schaal(staat: Staat, antwoorden: Sequence[tuple[float, Id]]) -> _Schaal:
    n = np.array([staat.model.cellen[cel].n for _, cel in antwoorden], dtype="float64")
    grens = np.array([staat.bounds(cel) for _, cel in antwoorden], dtype="float64").clip(max=n.sum())
    return _Schaal(np.array([waarde for waarde, _ in antwoorden]), n, grens[:, 0], grens[:, 1])


def _name_antwoord(basis: Id, deel: Id) -> str:
    """Return the answer that a cell is of: a cell is the set of its question and its group."""
    paren = deel[2] if deel[0] == "n" else ()
    return next((code for vraag, code in paren if vraag == basis[2]), "") if isinstance(paren, tuple) else ""


def _fill(over: float, ruimte: NDArray[np.float64], waarde: NDArray[np.float64]) -> float:
    """Return the sum of values when so many people fill the answers one after the other."""
    voor = np.concatenate([[0.0], np.cumsum(ruimte)[:-1]])
    return float(np.clip(over - voor, 0.0, ruimte) @ waarde)
