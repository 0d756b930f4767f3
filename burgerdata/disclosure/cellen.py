"""What a set of tables tells: every count that is printed as a cell, and the sums that bind the cells.

A cell is a number of persons of one activity: who answered a question, who gave one answer, in total or within one
category of a trait. The same cell in several tables is one unknown, also when a crosstab is printed the other way
round. Sums that bind: the answers to a question with one answer make its base; the categories of a trait make the
total, with those whose trait is not known as a rest; a table over fewer persons leaves a rest of the larger one; a
group in which everyone answered is as large as the answer that makes the group.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from burgerdata.schema.vergelijking import is_los
from burgerdata.toelichting import Toelichting, read_toelichting

Id = tuple[Hashable, ...]
_TELLINGEN = ("n_van", "n_naar", "n_beide")


@dataclass(frozen=True)
class Plek:
    """Where a cell stands: table and row number, and whether its count or only a rounded share is printed there."""

    tabel: str
    rij: int
    geteld: bool
    gewogen: bool


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

    def is_only_boek(self, naam: Id) -> bool:
        """Return whether a cell, or the total that it is a rest of, stands in no other tables than those."""
        cel = self.cellen[naam]
        if naam[0] == "rest" and isinstance(naam[1], tuple):
            cel = self.cellen.get(naam[1], cel)
        return all(plek.tabel in self.boek for plek in cel.plekken)


@dataclass(frozen=True)
class _Rij:
    """One printed count: activity, question, group (trait and category), answer ('' is the base), and its place.

    ``blok`` sets answers apart that have a base of their own beside that of the question.
    """

    activiteit: str
    vraag: str
    groep: tuple[str, str]
    code: str
    n: int
    plek: Plek
    blok: str = ""


def list_cellen(tabellen: Mapping[str, pd.DataFrame], alleen_aandeel: frozenset[str] = frozenset()) -> Cellen:
    """Return the cells of these unsuppressed tables; those in ``alleen_aandeel`` print shares and bases, no counts."""
    bouw = _Bouw()
    for naam, tabel in tabellen.items():
        for rij in _read(naam, tabel, naam not in alleen_aandeel):
            bouw.add(rij)
    return bouw.finish(alleen_aandeel)


def _read(naam: str, tabel: pd.DataFrame, geteld: bool) -> Iterator[_Rij]:
    toelichting = read_toelichting(tabel)
    if toelichting.soort == "verandering":
        yield from _read_verandering(naam, tabel, toelichting)
    elif {"variabele", "categorie", "n", "basis"} <= set(tabel.columns):
        yield from _read_samenstelling(naam, tabel)
    elif toelichting.soort in ("verdeling", "kruistabel", "stellingen", "cijfer") and "basis" in tabel:
        yield from _read_vraag(naam, tabel, toelichting, geteld)
    elif toelichting.soort in ("themas", "bronnen") and {"activiteit_id", "thema_id"} <= set(tabel.columns):
        yield from _read_themas(naam, tabel, toelichting)


def _read_vraag(naam: str, tabel: pd.DataFrame, toelichting: Toelichting, geteld: bool) -> Iterator[_Rij]:
    def column(kolom: str, anders: str = "") -> list[Any]:
        return tabel[kolom].tolist() if kolom in tabel else [anders] * len(tabel)

    per = toelichting.per if toelichting.per in tabel and toelichting.per != "activiteit_id" else ""
    eigen = toelichting.vraag_id or f"{toelichting.vraag}|{toelichting.onderwerp}"
    if not toelichting.vraag_id and not toelichting.vraag:
        eigen = naam
    rijen = zip(column("activiteit_id"), column("vraag_id", eigen), column(per), column("basis"), strict=True)
    cellen = list(zip(column("label"), column("n"), strict=True)) if toelichting.soort != "cijfer" else []
    for nr, (activiteit, vraag, categorie, basis) in enumerate(rijen):
        groep = (per, str(categorie)) if per else ("", "")
        waar = (str(activiteit), str(vraag), groep)
        yield _Rij(*waar, "", int(basis), Plek(naam, nr, True, False))
        if cellen:
            label, n = cellen[nr]
            yield _Rij(*waar, str(label), int(n), Plek(naam, nr, geteld, toelichting.gewogen))


def _read_themas(naam: str, tabel: pd.DataFrame, toelichting: Toelichting) -> Iterator[_Rij]:
    """Read who named each theme, as answers to one question to which a person may give several."""
    per = toelichting.per
    for nr, rij in enumerate(tabel.to_dict("records")):
        if pd.isna(rij["basis"]):
            continue
        groep = (per, str(rij[per])) if per in tabel and per != "activiteit_id" else ("", "")
        plek = Plek(naam, nr, True, toelichting.gewogen)
        for code, n in (("", rij["basis"]), (str(rij["thema_id"]), rij["n"])):
            yield _Rij(str(rij["activiteit_id"]), "themas", groep, code, int(n), plek)


def _read_samenstelling(naam: str, tabel: pd.DataFrame) -> Iterator[_Rij]:
    """Read the composition of a sample: the answers to a trait, with a base of only those categories."""
    for nr, rij in enumerate(tabel.to_dict("records")):
        plek = Plek(naam, nr, True, False)
        for code, n in (("", rij["basis"]), (str(rij["categorie"]), rij["n"])):
            yield _Rij(str(rij["activiteit_id"]), str(rij["variabele"]), ("", ""), code, int(n), plek, naam)


def _read_verandering(naam: str, tabel: pd.DataFrame, toelichting: Toelichting) -> Iterator[_Rij]:
    per, los = toelichting.per, is_los(tabel).tolist()
    for nr, rij in enumerate(tabel.to_dict("records")):
        groep = (per, str(rij[per])) if per in tabel else ("", "")
        for kolom in _TELLINGEN[:-1] if los[nr] else _TELLINGEN:
            activiteit = f"{rij['panel']}|{rij['van']}|{rij['naar']}|{kolom}"
            yield _Rij(
                activiteit,
                str(rij.get("vraag_id", rij.get("thema_id"))),
                groep,
                "",
                int(rij[kolom]),
                Plek(naam, nr, True, False),
            )


class _Bouw:
    """Collects printed counts into cells, then finds the sums."""

    def __init__(self) -> None:
        self.cellen: dict[Id, Cel] = {}
        self.sommen: dict[tuple[Id, frozenset[Id]], Som] = {}
        self.slices: dict[tuple[str, str], dict[str, dict[str, dict[str, Id]]]] = {}
        self.verdelingen: dict[tuple[Hashable, ...], dict[str, Id]] = {}

    def add(self, rij: _Rij) -> None:
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
        if sleutel == hoofd:
            groepen = self.slices.setdefault((rij.activiteit, rij.vraag + rij.blok), {})
            groepen.setdefault(rij.groep[0], {}).setdefault(rij.groep[1], {})[rij.code] = sleutel

    def finish(self, boek: frozenset[str]) -> Cellen:
        """Return the cells with all sums between them."""
        for codes in self.verdelingen.values():
            self._add_antwoorden(codes)
        for sleutel, slices in self.slices.items():
            for per, groepen in slices.items():
                if per:
                    self._add_kenmerk(sleutel, slices.get("", {}).get("", {}), groepen)
                    self._add_groepen(sleutel[0], per, groepen)
        return Cellen(self.cellen, tuple(self.sommen.values()), boek)

    def _add_som(self, geheel: Id, delen: tuple[Id, ...]) -> None:
        self.sommen.setdefault((geheel, frozenset(delen)), Som(geheel, delen))

    def _add_filter(self, een: Id, ander: Id) -> None:
        """Add that the count over fewer persons is a part of that over more; the rest is a cell too."""
        klein, groot = sorted((een, ander), key=lambda cel: self.cellen[cel].n)
        rest: Id = ("rest", groot, klein)
        self.cellen[rest] = Cel(self.cellen[groot].n - self.cellen[klein].n, rest=een[0] == "n")
        self._add_som(groot, (klein, rest))

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
            som = sum(self.cellen[d].n for d in delen)
            geheel: Id = totaal.get(code, ("totaal", *sleutel, code))
            rest = self.cellen.setdefault(geheel, Cel(som)).n - som
            if rest < 0:
                continue
            naam: Id = ("rest", geheel, delen)
            if rest and not code:
                rest_basis = naam
            if rest or (code and rest_basis):
                self.cellen[naam] = Cel(rest, rest_basis if code else None, rest=bool(code))
                delen = (*delen, naam)
            self._add_som(geheel, delen)

    def _add_groepen(self, activiteit: str, per: str, groepen: Mapping[str, Mapping[str, Id]]) -> None:
        """Add that a group in which everyone answered is the answer to the question about the trait itself."""
        for categorie, codes in groepen.items():
            geheel: Id = ("n", activiteit, ((per, categorie),))
            basis = codes.get("")
            if basis and geheel in self.cellen and self.cellen[geheel].n == self.cellen[basis].n:
                self._add_som(geheel, (basis,))


def _name_basis(rij: _Rij) -> Id:
    return ("basis", rij.activiteit, rij.vraag + rij.blok, rij.groep)


def _name_cel(rij: _Rij) -> Id:
    """Return the name of a count: the set of its two traits, so that a crosstab and its transpose are the same cell."""
    paren = {(rij.vraag, rij.code)} | ({rij.groep} if rij.groep[0] else set())
    return ("n", rij.activiteit, tuple(sorted(paren)))
