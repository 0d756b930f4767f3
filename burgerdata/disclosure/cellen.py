"""What a set of tables tells: every count that is printed as a cell, and the sums that bind the cells.

A cell is a number of persons of one activity: who answered a question, who gave one answer, in total or within one
category of a trait. The same cell in several tables is one unknown, also when a crosstab is printed the other way
round. Sums that bind: the answers to a question with one answer make its base; the categories of a trait make the
total, with those whose trait is not known as a rest; groups of one trait that lie within a group of another (wards in a
district) make that group, with a rest; a table over fewer persons leaves a rest of the larger one; a
group in which everyone answered is as large as the answer that makes the group; the answers of one side of a
statement make that side, and both sides with the middle make the base. In a table of change everyone in a wave is
the activity itself, unless weights or themes stand between; the people in both waves are cells of that pair of waves.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass, field

import pandas as pd

from burgerdata.disclosure.rijen import read_rijen
from burgerdata.disclosure.telling import Plek, Rij
from burgerdata.toelichting import read_toelichting

Id = tuple[Hashable, ...]


@dataclass
class Cel:
    """One count: its true value, the cell of its base (a base has none), and where it is printed."""

    n: int
    basis: Id | None = None
    rest: bool = False
    plekken: list[Plek] = field(default_factory=list)


@dataclass(frozen=True)
class Som:
    """A sum that a reader knows: ``geheel`` is the total of ``delen``."""

    geheel: Id
    delen: tuple[Id, ...]


@dataclass(frozen=True)
class Cellen:
    """All cells of a set of tables and the sums between them; ``boek`` names the tables that print shares only."""

    cellen: Mapping[Id, Cel]
    sommen: tuple[Som, ...]
    boek: frozenset[str] = frozenset()
    per_rij: Mapping[tuple[str, int], tuple[Id, ...]] = field(default_factory=dict)
    """The cells in each row of a table of change, which is printed or hidden as a whole."""
    van_antwoord: Mapping[Id, tuple[Som, ...]] = field(default_factory=dict)
    """The sums that make an answer of the cell and others, as the groups of a trait do."""

    def is_only_boek(self, naam: Id) -> bool:
        """Return whether a cell, or the total that it is a rest of, stands in no other tables than those."""
        cel = self.cellen[naam]
        if naam[0] == "rest" and isinstance(naam[1], tuple):
            cel = self.cellen.get(naam[1], cel)
        return all(plek.tabel in self.boek for plek in cel.plekken)


Genest = Collection[tuple[tuple[str, str], tuple[str, str]]]
"""Pairs of groups, each a trait and a category, of which the first lies wholly within the second."""


def list_cellen(
    tabellen: Mapping[str, pd.DataFrame],
    alleen_aandeel: frozenset[str] = frozenset(),
    genest: Genest = (),
) -> Cellen:
    """Return the cells of these unsuppressed tables; those in ``alleen_aandeel`` print shares and bases, no counts."""
    bouw = _Bouw(genest)
    for naam, tabel in tabellen.items():
        geteld = (
            naam not in alleen_aandeel or read_toelichting(tabel).gemeld
        )  # of reports no share is printed
        for rij in read_rijen(naam, tabel, geteld):
            bouw.add(rij)
    return bouw.finish(alleen_aandeel)


class _Bouw:
    """Collects printed counts into cells, then finds the sums."""

    def __init__(self, genest: Genest = ()) -> None:
        self.binnen: dict[tuple[str, tuple[str, str]], list[str]] = {}
        for (per, klein), groot in sorted(genest):
            self.binnen.setdefault((per, groot), []).append(klein)
        self.cellen: dict[Id, Cel] = {}
        self.sommen: dict[tuple[Id, frozenset[Id]], Som] = {}
        self.slices: dict[tuple[str, str], dict[str, dict[str, dict[str, Id]]]] = {}
        self.verdelingen: dict[tuple[Hashable, ...], dict[str, Id]] = {}
        self.samen: dict[tuple[Hashable, ...], dict[str, tuple[str, ...]]] = {}

    def add(self, rij: Rij) -> None:
        """Add a printed count; over other persons than before it is a cell of its own."""
        basis = _name_basis(rij)
        hoofd = sleutel = basis if not rij.code else _name_cel(rij)
        if sleutel in self.cellen and self.cellen[sleutel].n != rij.n:
            sleutel = ("filter", hoofd, rij.n)
        if sleutel not in self.cellen:
            self.cellen[sleutel] = Cel(rij.n, basis if rij.code else None)
            if sleutel != hoofd:
                self._add_filter(hoofd, sleutel)
        cel = self.cellen[sleutel]
        if rij.plek not in cel.plekken:
            cel.plekken.append(rij.plek)
        self.verdelingen.setdefault((rij.plek.tabel, *basis), {})[rij.code] = sleutel
        if rij.delen:
            self.samen.setdefault((rij.plek.tabel, *basis), {})[rij.code] = rij.delen
        if sleutel == hoofd:
            groepen = self.slices.setdefault((rij.activiteit, rij.vraag + rij.blok), {})
            groepen.setdefault(rij.groep[0], {}).setdefault(rij.groep[1], {})[rij.code] = sleutel

    def finish(self, boek: frozenset[str]) -> Cellen:
        """Return the cells with all sums between them."""
        for (
            waar,
            samen,
        ) in self.samen.items():  # first, so that what is hidden next is hidden on the same side
            self._add_kanten(self.verdelingen[waar], samen)
        for waar, codes in self.verdelingen.items():
            self._add_antwoorden({c: cel for c, cel in codes.items() if c not in self.samen.get(waar, {})})
        for sleutel, slices in self.slices.items():
            self._add_genest(sleutel, slices)  # first: what goes within a district serves the whole town too
            for per, groepen in slices.items():
                if per:
                    self._add_kenmerk(sleutel, slices.get("", {}).get("", {}), groepen)
                    self._add_groepen(sleutel[0], per, groepen)
        sommen = tuple(self.sommen.values())
        return Cellen(self.cellen, sommen, boek, self._list_rijen(), self._list_antwoorden(sommen))

    def _list_rijen(self) -> dict[tuple[str, int], tuple[Id, ...]]:
        uit: dict[tuple[str, int], tuple[Id, ...]] = {}
        for naam, cel in self.cellen.items():
            for plek in cel.plekken:
                if plek.in_wisselrij:
                    uit[plek.tabel, plek.rij] = (*uit.get((plek.tabel, plek.rij), ()), naam)
        return uit

    def _list_antwoorden(self, sommen: Iterable[Som]) -> dict[Id, tuple[Som, ...]]:
        uit: dict[Id, tuple[Som, ...]] = {}
        for som in sommen:
            if self.cellen[som.geheel].basis is not None and self.cellen[som.geheel].plekken:
                uit |= {deel: (*uit.get(deel, ()), som) for deel in som.delen}
        return uit

    def _add_som(self, geheel: Id, delen: tuple[Id, ...]) -> None:
        self.sommen.setdefault((geheel, frozenset(delen)), Som(geheel, delen))

    def _add_filter(self, een: Id, ander: Id) -> None:
        """Add that the count over fewer persons is a part of that over more; the rest is a cell too."""
        klein, groot = sorted((een, ander), key=lambda cel: self.cellen[cel].n)
        rest: Id = ("rest", groot, klein)
        self.cellen[rest] = Cel(self.cellen[groot].n - self.cellen[klein].n, rest=een[0] == "n")
        self._add_som(groot, (klein, rest))

    def _add_kanten(self, codes: Mapping[str, Id], samen: Mapping[str, tuple[str, ...]]) -> None:
        """Add that both sides and the middle make the base, and that the answers of a side make that side."""
        in_kant = {label for labels in samen.values() for label in labels}
        los = {code: cel for code, cel in codes.items() if code not in in_kant}
        if len(in_kant) == sum(map(len, samen.values())):
            self._add_antwoorden(los)
        for kant, labels in samen.items():
            delen = tuple(codes[label] for label in labels if label in codes)
            if sum(self.cellen[d].n for d in delen) == self.cellen[codes[kant]].n:
                self._add_som(codes[kant], delen)

    def _add_antwoorden(self, codes: Mapping[str, Id]) -> None:
        """Add the sum of the answers, where one person gave one answer."""
        delen = tuple(cel for code, cel in codes.items() if code)
        if delen and "" in codes and sum(self.cellen[d].n for d in delen) == self.cellen[codes[""]].n:
            self._add_som(codes[""], delen)

    def _add_kenmerk(
        self, sleutel: tuple[str, str], totaal: Mapping[str, Id], groepen: Mapping[str, Mapping[str, Id]]
    ) -> None:
        """Add, for base and every answer, that the categories of a trait and the rest make the total."""
        rest_basis: Id | None = None
        for code in dict.fromkeys(code for codes in groepen.values() for code in codes):
            delen = tuple(codes[code] for codes in groepen.values() if code in codes)
            geheel: Id = totaal.get(code, ("totaal", *sleutel, code))
            self.cellen.setdefault(geheel, Cel(sum(self.cellen[d].n for d in delen)))
            rest = self._add_delen(geheel, delen, rest_basis if code else None, basis=not code)
            rest_basis = rest_basis if code else rest

    def _add_delen(
        self, geheel: Id, delen: tuple[Id, ...], rest_basis: Id | None, *, basis: bool
    ) -> Id | None:
        """Add that these parts and a rest make a count; return the rest where there is one."""
        rest = self.cellen[geheel].n - sum(self.cellen[d].n for d in delen)
        if rest < 0:
            return None
        naam: Id = ("rest", geheel, delen)
        if rest or (not basis and rest_basis):
            self.cellen[naam] = Cel(rest, rest_basis, rest=not basis)
            delen = (*delen, naam)
        self._add_som(geheel, delen)
        return naam if rest else None

    def _add_genest(
        self, sleutel: tuple[str, str], slices: Mapping[str, Mapping[str, Mapping[str, Id]]]
    ) -> None:
        """Add that the groups of one trait which lie within a group of another make that group, with a rest."""
        for (per, (ander, groot)), kleine in self.binnen.items():
            geheel = slices.get(ander, {}).get(groot, {})
            groepen = [slices[per][klein] for klein in kleine if klein in slices.get(per, {})]
            rest_basis: Id | None = None
            for code in sorted(geheel) if groepen else ():  # the base, whose code is empty, comes first
                delen = tuple(codes[code] for codes in groepen if code in codes)
                if delen:
                    rest = self._add_delen(geheel[code], delen, rest_basis if code else None, basis=not code)
                    rest_basis = rest_basis if code else rest

    def _add_groepen(self, activiteit: str, per: str, groepen: Mapping[str, Mapping[str, Id]]) -> None:
        """Add that a group in which everyone answered is the answer to the question about the trait itself."""
        for categorie, codes in groepen.items():
            geheel: Id = ("n", activiteit, ((per, categorie),))
            basis = codes.get("")
            if basis and geheel in self.cellen and self.cellen[geheel].n == self.cellen[basis].n:
                self._add_som(geheel, (basis,))


def _name_basis(rij: Rij) -> Id:
    return ("basis", rij.activiteit, rij.vraag + rij.blok, rij.groep)


def _name_cel(rij: Rij) -> Id:
    """Return the name of a count: the set of its two traits, so that a crosstab and its transpose are the same cell."""
    paren = {(rij.vraag, rij.code)} | ({rij.groep} if rij.groep[0] else set())
    return ("n", rij.activiteit, tuple(sorted(paren)))
