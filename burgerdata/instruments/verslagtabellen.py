"""A table in the minutes of an evening: its header tells which cells are notes, which the table, and which count dots."""

from __future__ import annotations

import re
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

import pandas as pd

from burgerdata.instruments.onderdelen import find_notities, find_velden
from burgerdata.instruments.tafelnamen import name_tafel

_AANTAL = re.compile(r"\d{1,3}(?: ?(?:stippen|stickers|x|keer))?", re.IGNORECASE)
_LONGEST = 60
"""Characters above which a cell is no header."""


@dataclass(frozen=True)
class Verslagrij:
    """A row of a table in minutes: the table that it is of (empty where it does not say), its notes and its dots."""

    tafel: str
    notities: tuple[str, ...]
    stippen: str = ""


@dataclass(frozen=True)
class Verslagtabellen:
    """The tables of one document: ``koppen`` are their headers and ``rijen`` the rows below, by the index of their lines."""

    koppen: frozenset[Hashable]
    rijen: Mapping[Hashable, Verslagrij]


def find_verslagtabellen(teksten: pd.Series) -> Verslagtabellen:
    r"""Return the tables of a document whose first row names what was noted; a row is a line with tabs between its cells.

    Examples
    --------
    >>> regels = pd.Series(["Tafel 1", "Wat werd gezegd\tStippen", "Te druk\t5", "Te laat\t2", "Afspraken"])
    >>> gevonden = find_verslagtabellen(regels)
    >>> gevonden.koppen, [(rij.notities, rij.stippen) for rij in gevonden.rijen.values()]
    (frozenset({1}), [(('Te druk',), '5'), (('Te laat',), '2')])
    """
    koppen: set[Hashable] = set()
    rijen: dict[Hashable, Verslagrij] = {}
    regels = [(plek, str(tekst).strip().split("\t")) for plek, tekst in teksten.items()]
    for in_tabel, blok in groupby(regels, key=lambda regel: len(regel[1]) > 1):
        (kop, cellen), *onder = blok
        velden = _read_kop(cellen) if in_tabel and onder else ()
        if not velden:
            continue
        koppen.add(kop)
        for plek, rij in onder:
            # an empty line between two tables is gone by now: the header of the second one stands among the rows of the first
            if nieuw := _read_kop(rij):
                velden = nieuw
                koppen.add(plek)
            else:
                rijen[plek] = _read_rij(velden, rij)
    return Verslagtabellen(frozenset(koppen), rijen)


def _read_kop(cellen: Sequence[str]) -> tuple[str, ...]:
    """Return the field of each cell of a header; nothing where one cell is none, or where none is of notes."""
    velden = tuple(_name_veld(cel.strip()) for cel in cellen)
    return velden if all(velden) and "notitie" in velden else ()


def _name_veld(cel: str) -> str:
    if len(cel) > _LONGEST:
        return ""
    gevonden = [*find_notities([cel]), *(naam for naam in find_velden([cel], "stippen") if naam == "stippen")]
    return gevonden[0] if gevonden else ""


def _read_rij(velden: Sequence[str], cellen: Sequence[str]) -> Verslagrij:
    """Return one row; where empty cells fell away, what is a number counts and what names a table is one."""
    velden = velden if len(cellen) == len(velden) else _guess_velden(velden, cellen)
    paren = [(veld, cel.strip()) for veld, cel in zip(velden, cellen, strict=True)]
    tafel = next((name_tafel(cel) for veld, cel in paren if veld == "tafel"), "")
    over = next((cel for veld, cel in paren if veld == "onderwerp"), "")
    notities = [cel for veld, cel in paren if veld == "notitie" and cel]
    eerste = [": ".join(filter(None, (over, *notities[:1])))]
    stippen = next((cel for veld, cel in paren if veld == "stippen"), "")
    return Verslagrij(tafel, tuple(filter(None, [*eerste, *notities[1:]])), stippen)


def _guess_velden(velden: Sequence[str], cellen: Sequence[str]) -> list[str]:
    telt = "stippen" in velden
    gegokt = ["stippen" if telt and _AANTAL.fullmatch(cel.strip()) else "notitie" for cel in cellen]
    if velden[0] == "tafel" and name_tafel(cellen[0]).startswith("tafel "):
        gegokt[0] = "tafel"
    return gegokt
