"""Burgerdialoog: notes and dots per table, attendance and recommendations -> one activity; exit forms are waves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from burgerdata.formats.lezing import Lezing
from burgerdata.instruments.burgerberaad import LEZERS
from burgerdata.instruments.delen import Lezer, as_tabel, build_delen
from burgerdata.instruments.survey import Tabellen
from burgerdata.instruments.tafels import read_notities, read_stippen
from burgerdata.instruments.vraagregels import Vragenlijst
from burgerdata.settings import Levering
from burgerdata.shapes import Tabel

_LEZERS: Mapping[str, Lezer] = {
    **LEZERS,
    "notities": lambda deel, levering, lijst, naam: read_notities(
        deel.vorm, levering, naam, bijeenkomst=deel.bijeenkomst
    ),
    "stippen": lambda deel, levering, lijst, naam: read_stippen(
        as_tabel(deel), levering, naam, bijeenkomst=deel.bijeenkomst
    ),
}


def build_burgerdialoog(
    lezingen: Sequence[Lezing], levering: Levering, lijst: Vragenlijst, *, hulp: Sequence[Tabel] = ()
) -> list[Tabellen]:
    """Return the contract tables of one burgerdialoog; see ``build_delen``."""
    return build_delen(lezingen, levering, lijst, _LEZERS, hulp=hulp)
