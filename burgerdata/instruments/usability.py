"""Usability: tasks, the SUS and a list of findings, of the same persons -> one activity."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from burgerdata.formats.lezing import Lezing
from burgerdata.instruments.bevindingen import read_bevindingen
from burgerdata.instruments.delen import Lezer, as_tabel, build_delen
from burgerdata.instruments.survey import Tabellen
from burgerdata.instruments.sus import read_sus
from burgerdata.instruments.taken import read_taken
from burgerdata.instruments.vraagregels import Vragenlijst
from burgerdata.settings import Levering
from burgerdata.shapes import Tabel

_LEZERS: Mapping[str, Lezer] = {
    "taken": lambda deel, levering, lijst, naam: read_taken(
        as_tabel(deel), levering, naam, taak=deel.bijeenkomst, regels=lijst.rows_of(levering.naam)
    ),
    "sus": lambda deel, levering, lijst, naam: read_sus(as_tabel(deel), levering, lijst, naam),
    "bevindingen": lambda deel, levering, lijst, naam: read_bevindingen(deel, as_tabel(deel), levering, naam),
}


def build_usability(
    lezingen: Sequence[Lezing], levering: Levering, lijst: Vragenlijst, *, hulp: Sequence[Tabel] = ()
) -> list[Tabellen]:
    """Return the contract tables of one round of usability tests; see ``build_delen``."""
    return build_delen(lezingen, levering, lijst, _LEZERS, hulp=hulp)
