"""Usability: tasks, the SUS and a list of findings, of the same persons -> one activity."""

from __future__ import annotations

from collections.abc import Sequence

from burgerdata.errors import ContractError, Probleem
from burgerdata.formats.lezing import Lezing
from burgerdata.instruments.bevindingen import read_bevindingen
from burgerdata.instruments.bijdragen import join_bijdragen
from burgerdata.instruments.leden import add_leden
from burgerdata.instruments.onderdelen import Onderdeel, assign_onderdelen, check_kolommen
from burgerdata.instruments.survey import Tabellen
from burgerdata.instruments.sus import read_sus
from burgerdata.instruments.tables import make_activiteit
from burgerdata.instruments.taken import read_taken
from burgerdata.instruments.vraagregels import Vragenlijst
from burgerdata.settings import Levering
from burgerdata.shapes import Tabel


def build_usability(
    lezingen: Sequence[Lezing], levering: Levering, lijst: Vragenlijst, *, hulp: Sequence[Tabel] = ()
) -> list[Tabellen]:
    """Return the contract tables of one round of usability tests.

    A SUS that was filled in without names is an activity of its own: nobody can tell whose it is.

    Raises
    ------
    ContractError
        When a file is none of the parts, or a part cannot be read.
    """
    onderdelen = assign_onderdelen(lezingen, levering)
    check_kolommen(onderdelen, levering)
    activiteit_id = f"{levering.naam}_{levering.meting}" if levering.meting else levering.naam
    los = len(onderdelen) > 1
    samen = [
        _read(deel, levering, lijst, activiteit_id)
        for deel in onderdelen
        if not (los and deel.rol == "sus" and not deel.met_personen)
    ]
    eigen = [deel for deel in onderdelen if los and deel.rol == "sus" and not deel.met_personen]
    klaar = []
    if samen:
        activiteit = make_activiteit(levering, activiteit_id, meting=levering.meting)
        klaar.append(add_leden(join_bijdragen(samen, activiteit), hulp, levering, lijst))
    for deel in eigen:
        naam = f"{activiteit_id}_sus"
        activiteit = make_activiteit(levering, naam, meting=levering.meting)
        klaar.append(join_bijdragen([_read(deel, levering, lijst, naam)], activiteit))
    return klaar


def _read(deel: Onderdeel, levering: Levering, lijst: Vragenlijst, activiteit_id: str) -> Tabellen:
    if not isinstance(deel.vorm, Tabel):
        wat = f"het onderdeel '{deel.rol}' is een tabel en dit is een tekst"
        raise ContractError([Probleem(wat, "zet het in een Excelblad met koppen", deel.vorm.bestand)])
    if deel.rol == "taken":
        return read_taken(deel.vorm, levering, activiteit_id)
    if deel.rol == "sus":
        tabellen = read_sus(deel.vorm, levering, lijst, activiteit_id)
        return {naam: tabel for naam, tabel in tabellen.items() if naam != "activiteiten"}
    return read_bevindingen(deel, deel.vorm, levering, activiteit_id)
