"""What a reader knows of each cell, given what is hidden."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from burgerdata.disclosure.cellen import Cel, Cellen, Id, Som
from burgerdata.getallen import round_half_up

_RUIM = 10
_RUIS = 1e-9


@dataclass
class Staat:
    """Which cells are hidden. ``weg``: nothing is printed; ``ongeteld``: a group whose counts and base are not printed.

    A group that is ``ongeteld`` keeps whole percentages and means of one decimal. It must hold ten times ``drempel``
    persons, for the percentages of a smaller group tell how large it is.
    """

    model: Cellen
    drempel: int
    weg: set[Id] = field(default_factory=set)
    ongeteld: set[Id] = field(default_factory=set)
    rijen: set[tuple[str, int]] = field(default_factory=set)
    """The rows of tables of change that are hidden."""

    def is_dicht(self, naam: Id) -> bool:
        """Return whether an answer is hidden in every group of a trait, zeros too, so that x there says 0 or more."""
        return any(
            all(deel in self.weg or not self.model.cellen[deel].plekken for deel in som.delen)
            for som in self.model.van_antwoord.get(naam, ())
        )

    def is_gevoelig(self, naam: Id) -> bool:
        """Return whether the cell holds so few persons that a reader may not know how many."""
        cel = self.model.cellen[naam]
        klein = 0 < cel.n < self.drempel
        return klein and (cel.rest or (bool(cel.plekken) and naam in self.weg))

    def bounds(self, naam: Id) -> tuple[float, float]:
        """Return between which numbers the cell lies by what is printed of it alone."""
        cel = self.model.cellen[naam]
        if not cel.plekken:
            return 0.0, self._most(cel)
        if naam in self.weg or naam in self.ongeteld:
            return self._bounds_hidden(naam, cel)
        if cel.basis in self.ongeteld:
            return 0.0, self._most(cel)
        if any(plek.geteld for plek in cel.plekken):
            return float(cel.n), float(cel.n)
        if any(not plek.gewogen for plek in cel.plekken) and cel.basis is not None:
            return self._bounds_share(naam, self.model.cellen[cel.basis].n)
        return 0.0, self._most(cel)

    def _bounds_share(self, naam: Id, basis: int) -> tuple[float, float]:
        """Return the numbers of persons that round to the printed percentage: of under a hundred that is one number."""
        laag, hoog = self.shares(naam)
        return max(0.0, float(math.ceil(laag * basis - _RUIS))), float(math.floor(hoog * basis + _RUIS))

    def _bounds_hidden(self, naam: Id, cel: Cel) -> tuple[float, float]:
        """Return what 'x' and '< 10' tell: zeros of an open group are printed, so that x says 1 or more."""
        if cel.basis is None:
            return (1.0, self.drempel - 1.0) if cel.n < self.drempel else (0.0, math.inf)
        minstens_een = cel.n and cel.basis not in self.weg and not self.is_dicht(naam)
        return (1.0 if minstens_een else 0.0), self._most(cel)

    def _most(self, cel: Cel) -> float:
        """Return how many persons the cell can hold at most by its base alone."""
        if cel.basis is None:
            return math.inf
        basis = self.model.cellen[cel.basis]
        if not basis.plekken:
            return float(basis.n)
        return self.bounds(cel.basis)[1]

    def shares(self, naam: Id) -> tuple[float, float]:
        """Return between which shares a printed whole percentage lies."""
        cel = self.model.cellen[naam]
        basis = self.model.cellen[cel.basis].n if cel.basis is not None else 0
        aandeel = round_half_up(cel.n / basis, 2) if basis else 0.0
        return aandeel - 0.005, aandeel + 0.005

    def prints_share(self, naam: Id) -> bool:
        """Return whether an unweighted share of the cell is printed beside a base that is not."""
        cel = self.model.cellen[naam]
        return (
            cel.basis in self.ongeteld
            and naam not in self.weg
            and any(not plek.gewogen for plek in cel.plekken)
        )

    def is_bekend(self, naam: Id) -> bool:
        """Return whether the number itself is printed."""
        laag, hoog = self.bounds(naam)
        return laag == hoog

    def need(self, naam: Id) -> float:
        """Return how wide the interval of a small cell must stay: ``drempel`` numbers, or all that its group allows."""
        cel = self.model.cellen[naam]
        if cel.basis is None:
            return self.drempel - 2.0 if cel.plekken else self.drempel - 1.0
        basis = self.model.cellen[cel.basis]
        if cel.basis in self.weg:
            return self.drempel - 1.0
        return min(self.drempel - 1.0, float(basis.n) - (0.0 if cel.rest else self.bounds(naam)[0]))

    def hide(self, naam: Id) -> None:
        """Hide a cell; of a base the whole group, that keeps its percentages when it is large."""
        cel = self.model.cellen[naam]
        if cel.basis is None and cel.n >= _RUIM * self.drempel:
            self.ongeteld.add(naam)
            return
        self.weg.add(naam)
        self.drop_rijen(naam)
        if cel.basis is None:
            self.weg |= {ander for ander, c in self.model.cellen.items() if c.basis == naam}

    def drop_rijen(self, naam: Id) -> None:
        """Hide what else stood only in the rows of tables of change that go with this cell."""
        for plek in self.model.cellen[naam].plekken:
            if plek.in_wisselrij:
                self.drop_rij(plek.tabel, plek.rij)

    def drop_rij(self, tabel: str, rij: int) -> None:
        """Hide the cells of a row of a table of change that stand nowhere else."""
        self.rijen.add((tabel, rij))
        for ander in self.model.per_rij.get((tabel, rij), ()):
            plekken = self.model.cellen[ander].plekken
            if all(plek.in_wisselrij and (plek.tabel, plek.rij) in self.rijen for plek in plekken):
                self.weg.add(ander)

    def close(self, som: Som) -> bool:
        """Hide the zeros of an answer that is hidden in every other group; tell whether there were any."""
        delen = [deel for deel in som.delen if self.model.cellen[deel].plekken]
        nul = [deel for deel in delen if not self.model.cellen[deel].n and deel not in self.weg]
        if self.model.cellen[som.geheel].basis is None or len(nul) + len(self.weg & {*delen}) < len(delen):
            return False
        self.weg |= {*nul}
        return bool(nul)
