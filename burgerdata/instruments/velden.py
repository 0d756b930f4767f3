"""Which column has which role: what ``kolommen`` in traject.toml says, else what the format itself knows."""

from __future__ import annotations

from collections.abc import Sequence

from burgerdata.errors import ContractError, Probleem
from burgerdata.instruments.suggestions import suggest
from burgerdata.intake.kolomkeuze import find_kolom
from burgerdata.schema.berichtvelden import SLEUTELVELDEN
from burgerdata.settings import Levering
from burgerdata.shapes import Tabel

BERICHTEN = ("community", "signaal")
"""Instruments whose tables hold messages."""
_EEN_KOLOM = frozenset(
    ["plaats", "datum", "tijd", "tijdstip", "personen", "rol", "taak", "onderwerp", "groep", "kanaal"]
)
"""Roles that are read from one column of a table; other roles may have a list."""
Velden = dict[str, tuple[str, ...]]
"""Role → columns as they are named in the table."""


def find_velden(tabellen: Sequence[Tabel], levering: Levering) -> list[Velden]:
    """Return role → columns for each table of a delivery; ``kolommen`` goes before what the format says.

    Raises
    ------
    ContractError
        When a column of ``kolommen`` is in none of the tables.
    """
    gevonden = [_find_in(tabel, levering) for tabel in tabellen]
    problemen = _find_lists(gevonden, levering)
    for rol, namen in levering.kolommen.items():
        for naam in namen:
            if rol in SLEUTELVELDEN and levering.instrument in BERICHTEN:
                continue  # sealing used them up; make_zegel names what it looks for
            if not any(find_kolom(tabel, naam) for tabel in tabellen):
                problemen.append(_missing(tabellen, naam, f"kolommen.{rol}"))
    if problemen:
        raise ContractError(problemen)
    return gevonden


def _find_lists(velden: Sequence[Velden], levering: Levering) -> list[Probleem]:
    """Return a problem for each role of ``kolommen`` with more columns than are read: the others would be lost."""
    meer = {
        rol: namen for deel in velden for rol, namen in deel.items() if rol in _EEN_KOLOM and len(namen) > 1
    }
    return [
        Probleem(
            f"bij kolommen.{rol} van levering '{levering.naam}' staan {len(namen)} kolommen, en er wordt één gelezen",
            f"noem er één van {', '.join(map(repr, namen))}",
            "traject.toml",
            kolom="kolommen",
        )
        for rol, namen in meer.items()
        if rol in levering.kolommen
    ]


def _missing(tabellen: Sequence[Tabel], naam: str, veld: str) -> Probleem:
    bestanden = ", ".join(dict.fromkeys(tabel.bestand for tabel in tabellen))
    wat = f"de kolom '{naam}' bij '{veld}' staat niet in {bestanden}"
    koppen = [kolom.naam for tabel in tabellen for kolom in tabel.kolommen]
    return Probleem(wat, suggest(naam, koppen), "traject.toml", kolom="kolommen")


def _find_in(tabel: Tabel, levering: Levering) -> Velden:
    velden: Velden = {}
    for kolom in tabel.kolommen:
        if kolom.veld and kolom.veld not in levering.kolommen:
            velden[kolom.veld] = (*velden.get(kolom.veld, ()), kolom.naam)
    for rol, namen in levering.kolommen.items():
        gevonden = [find_kolom(tabel, naam) for naam in namen]
        if eigen := tuple(kolom.naam for kolom in gevonden if kolom is not None):
            velden[rol] = eigen
    bezet = {naam for rol in levering.kolommen for naam in velden.get(rol, ())}
    return {
        rol: over
        for rol, namen in velden.items()
        if (over := namen if rol in levering.kolommen else tuple(n for n in namen if n not in bezet))
    }


def name_velden(levering: Levering) -> Velden:
    """Return role → columns for the columns of messages that traject.toml names, for the seal; nothing for others."""
    if levering.instrument not in BERICHTEN:
        return {}
    genoemd = {rol: tuple(namen) for rol, namen in levering.kolommen.items() if namen}
    return ({"persoon": (levering.persoon,)} if levering.persoon else {}) | genoemd
