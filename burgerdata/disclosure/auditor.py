"""The auditor: what a reader can work out about the hidden cells from everything that is printed.

For every hidden cell under the threshold a linear program looks for the smallest and the largest number that agree with
all printed numbers, as in the audit of a suppression pattern (Fischetti & Salazar 2001; Hundepool et al. 2012, ch. 4).
Cells that no sum binds are never solved together, and a solution that is found for one cell tells of all others.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from burgerdata.disclosure.cellen import Id, Som
from burgerdata.disclosure.staat import Staat

if TYPE_CHECKING:
    from scipy.sparse import csr_array

_RUIS = 1e-6


@dataclass(frozen=True)
class Lek:
    """A hidden cell that is known too well: between which numbers it lies, and by which printed cells."""

    cel: Id
    onder: float
    boven: float
    door: tuple[Id, ...]


def find_lekken(staat: Staat, cellen: Collection[Id] | None = None, *, boek: bool = True) -> list[Lek]:
    """Return the small hidden cells whose interval is narrower than it may be, of the parts with these cells or of all.

    Without ``boek``, cells that stand only in tables that print shares are not looked at.
    """
    lekken: list[Lek] = []
    for deel in _split(staat):
        gevoelig = [
            naam
            for naam in deel.cellen
            if staat.is_gevoelig(naam) and (boek or not staat.model.is_only_boek(naam))
        ]
        if gevoelig and (cellen is None or not deel.nummers.keys().isdisjoint(cellen)):
            lekken += _Programma(staat, deel).audit(gevoelig)
    return lekken


@dataclass(frozen=True)
class _Deel:
    """Unknown cells that sums bind together."""

    cellen: tuple[Id, ...]
    sommen: tuple[Som, ...]
    nummers: Mapping[Id, int]


def _split(staat: Staat) -> Iterator[_Deel]:
    """Yield the connected parts of the unknown cells; a printed number binds nothing further."""
    ouder: dict[Id, Id] = {naam: naam for naam in staat.model.cellen if not staat.is_bekend(naam)}

    def find(naam: Id) -> Id:
        while ouder[naam] != naam:
            ouder[naam] = ouder[ouder[naam]]
            naam = ouder[naam]
        return naam

    open_ = [(som, [c for c in (som.geheel, *som.delen) if c in ouder]) for som in staat.model.sommen]
    paren = [(cellen[0], ander) for _, cellen in open_ for ander in cellen[1:]]
    paren += [
        (naam, basis)
        for naam in ouder
        if staat.prints_share(naam) and (basis := staat.model.cellen[naam].basis) is not None
    ]
    for een, ander in paren:
        ouder[find(een)] = find(ander)
    groepen: dict[Id, list[Id]] = {}
    for naam in ouder:
        groepen.setdefault(find(naam), []).append(naam)
    sommen: dict[Id, list[Som]] = {}
    for som, cellen in open_:
        if cellen:
            sommen.setdefault(find(cellen[0]), []).append(som)
    for wortel, leden in groepen.items():
        nummers = {naam: nr for nr, naam in enumerate(leden)}
        yield _Deel(tuple(leden), tuple(sommen.get(wortel, ())), nummers)


class _Programma:
    """The linear program of one part, with the widest interval seen so far of each cell."""

    def __init__(self, staat: Staat, deel: _Deel) -> None:
        self.staat, self.deel = staat, deel
        self.grenzen = np.array([staat.bounds(naam) for naam in deel.cellen])
        waar = np.array([staat.model.cellen[naam].n for naam in deel.cellen], dtype=np.float64)
        self.laag, self.hoog = waar.copy(), waar.copy()
        self.gelijk, self.rechts = self._build_sommen()
        self.hoogstens = self._build_aandelen()

    def audit(self, gevoelig: Sequence[Id]) -> list[Lek]:
        """Return the leaks among these cells."""
        if self.gelijk is None and self.hoogstens is None:
            # no sum and no share binds it: such a part is one cell, and its own bounds are the answer
            [(laag, hoog)], [naam] = self.grenzen, gevoelig
            return [Lek(naam, laag, hoog, (naam,))] if hoog - laag < self.staat.need(naam) - _RUIS else []
        self._push_samen(gevoelig)
        return [lek for naam in gevoelig if (lek := self._audit_one(naam)) is not None]

    def _push_samen(self, gevoelig: Sequence[Id]) -> None:
        """Move all cells at once, each no further than it needs, as long as that shows one more to be safe."""
        nodig = {self.deel.nummers[naam]: self.staat.need(naam) - _RUIS for naam in gevoelig}
        over, vorige = list(nodig), len(nodig) + 1
        while len(over) < vorige:
            vorige = len(over)
            for kant in (-1.0, 1.0):
                doel, grenzen = np.zeros(len(self.deel.cellen)), self.grenzen.copy()
                doel[over] = kant
                for nr in over:
                    grenzen[nr, 1] = min(
                        grenzen[nr, 1], max(self.laag[nr] + nodig[nr] + 2 * _RUIS, self.hoog[nr])
                    )
                self._solve(doel, grenzen)
            over = [nr for nr in over if self.hoog[nr] - self.laag[nr] < nodig[nr]]

    def _audit_one(self, naam: Id) -> Lek | None:
        nr, nodig = self.deel.nummers[naam], self.staat.need(naam) - _RUIS
        door: set[Id] = set()
        for kant in (-1.0, 1.0):
            if self.hoog[nr] - self.laag[nr] < nodig:
                door |= self._push(nr, kant)
        if self.hoog[nr] - self.laag[nr] >= nodig:
            return None
        return Lek(naam, float(self.laag[nr]), float(self.hoog[nr]), tuple(door))

    def _push(self, nr: int, kant: float) -> set[Id]:
        """Move one cell as far as it goes to one side (-1 is up); return the cells whose numbers hold it there."""
        doel = np.zeros(len(self.deel.cellen))
        doel[nr] = kant
        ruim = float(self.staat.model.cellen[self.deel.cellen[nr]].n + 2 * self.staat.drempel)
        grenzen = self.grenzen.copy()
        grenzen[nr, 1] = min(grenzen[nr, 1], ruim)
        uit = self._solve(doel, grenzen)
        return set() if uit is None else set(self._list_door(uit))

    def _solve(self, doel: NDArray[np.float64], grenzen: NDArray[np.float64]) -> Any:
        """Return the solution, and remember how far it moves every cell."""
        from scipy.optimize import linprog  # a second to import, and most tables need no solver

        uit = linprog(
            doel,
            A_eq=self.gelijk,
            b_eq=self.rechts,
            A_ub=self.hoogstens,
            b_ub=None if self.hoogstens is None else np.zeros(self.hoogstens.shape[0]),
            bounds=grenzen,
            method="highs",
        )
        if uit.x is None:
            return None
        self.laag, self.hoog = np.minimum(self.laag, uit.x), np.maximum(self.hoog, uit.x)
        return uit

    def _list_door(self, uit: Any) -> Iterator[Id]:
        marges = uit.eqlin.marginals if self.deel.sommen else ()
        for som, marge in zip(self.deel.sommen, marges, strict=True):
            if abs(marge) > _RUIS:
                yield from (som.geheel, *som.delen)
        vast = np.abs(uit.lower.marginals) + np.abs(uit.upper.marginals)
        yield from (naam for naam, marge in zip(self.deel.cellen, vast, strict=True) if marge > _RUIS)

    def _build_sommen(self) -> tuple[csr_array | None, NDArray[np.float64] | None]:
        if not self.deel.sommen:
            return None, None
        rijen, kolommen, waarden = [], [], []
        rechts = np.zeros(len(self.deel.sommen))
        for nr, som in enumerate(self.deel.sommen):
            for naam, teken in ((som.geheel, -1.0), *((d, 1.0) for d in som.delen)):
                if naam in self.deel.nummers:
                    rijen.append(nr)
                    kolommen.append(self.deel.nummers[naam])
                    waarden.append(teken)
                else:
                    rechts[nr] -= teken * self.staat.model.cellen[naam].n
        vorm = (len(self.deel.sommen), len(self.deel.cellen))
        return _make_matrix(waarden, rijen, kolommen, vorm), rechts

    def _build_aandelen(self) -> csr_array | None:
        """Return the rows that a printed percentage of an unknown base gives: it lies within half a percent."""
        met = [naam for naam in self.deel.cellen if self.staat.prints_share(naam)]
        if not met:
            return None
        rijen, kolommen, waarden = [], [], []
        for nr, naam in enumerate(met):
            basis = self.staat.model.cellen[naam].basis
            cel, plek = self.deel.nummers[naam], self.deel.nummers[basis] if basis is not None else -1
            laag, hoog = self.staat.shares(naam)
            rijen += [2 * nr, 2 * nr, 2 * nr + 1, 2 * nr + 1]
            kolommen += [cel, plek, cel, plek]
            waarden += [1.0, -hoog, -1.0, laag]
        return _make_matrix(waarden, rijen, kolommen, (2 * len(met), len(self.deel.cellen)))


def _make_matrix(
    waarden: Sequence[float], rijen: Sequence[int], kolommen: Sequence[int], vorm: tuple[int, int]
) -> csr_array:
    from scipy.sparse import csr_array

    return csr_array((waarden, (rijen, kolommen)), shape=vorm)
