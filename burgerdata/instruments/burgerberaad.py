"""Burgerberaad: sortition, attendance, recommendations, votes and the answer to them -> one activity.

Questionnaires before and after (``metingen``) are waves of the members.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from burgerdata.formats.lezing import Lezing
from burgerdata.instruments.aanbevelingen import read_aanbevelingen
from burgerdata.instruments.aanwezigheid import read_aanwezigheid
from burgerdata.instruments.besluiten import read_besluiten
from burgerdata.instruments.besluitstemmen import read_stemmen
from burgerdata.instruments.delen import Lezer, as_tabel, build_delen
from burgerdata.instruments.loting import read_loting
from burgerdata.instruments.survey import Tabellen
from burgerdata.instruments.vraagregels import Vragenlijst
from burgerdata.settings import Levering
from burgerdata.shapes import Tabel

LEZERS: Mapping[str, Lezer] = {
    "loting": lambda deel, levering, lijst, naam: read_loting(as_tabel(deel), levering, naam),
    "aanwezigheid": lambda deel, levering, lijst, naam: read_aanwezigheid(as_tabel(deel), levering, naam),
    "stemmen": lambda deel, levering, lijst, naam: read_stemmen(deel, as_tabel(deel), levering, naam),
    "aanbevelingen": lambda deel, levering, lijst, naam: read_aanbevelingen(deel.vorm, levering, naam),
    "besluiten": lambda deel, levering, lijst, naam: read_besluiten(as_tabel(deel), levering, naam),
}


def build_burgerberaad(
    lezingen: Sequence[Lezing], levering: Levering, lijst: Vragenlijst, *, hulp: Sequence[Tabel] = ()
) -> list[Tabellen]:
    """Return the contract tables of one burgerberaad; see ``build_delen``."""
    return build_delen(lezingen, levering, lijst, LEZERS, hulp=hulp)
