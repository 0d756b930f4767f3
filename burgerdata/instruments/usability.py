"""Usability: tasks, the SUS and a list of findings, of the same persons -> one activity."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from burgerdata.errors import Probleem
from burgerdata.formats.lezing import Lezing
from burgerdata.instruments.bevindingen import read_bevindingen
from burgerdata.instruments.delen import DeelsGelezenError, Lezer, as_tabel, build_delen
from burgerdata.instruments.suggestions import suggest
from burgerdata.instruments.survey import Tabellen
from burgerdata.instruments.sus import read_sus
from burgerdata.instruments.taakkenmerken import add_taakkenmerken
from burgerdata.instruments.taken import read_taken
from burgerdata.instruments.vraagregels import Vragenlijst, fold
from burgerdata.settings import Levering
from burgerdata.shapes import Tabel

_LEZERS: Mapping[str, Lezer] = {
    "taken": lambda deel, levering, lijst, naam: add_taakkenmerken(
        read_taken(
            as_tabel(deel), levering, naam, taak=deel.bijeenkomst, regels=lijst.rows_of(levering.naam)
        ),
        as_tabel(deel),
        levering,
        lijst,
        naam,
    ),
    "sus": lambda deel, levering, lijst, naam: read_sus(as_tabel(deel), levering, lijst, naam),
    "bevindingen": lambda deel, levering, lijst, naam: read_bevindingen(deel, as_tabel(deel), levering, naam),
}


def build_usability(
    lezingen: Sequence[Lezing], levering: Levering, lijst: Vragenlijst, *, hulp: Sequence[Tabel] = ()
) -> list[Tabellen]:
    """Return the contract tables of one round of usability tests; see ``build_delen``."""
    tabellen = build_delen(lezingen, levering, lijst, _LEZERS, hulp=hulp)
    if problemen := _find_unknown(lezingen, tabellen, levering, lijst):
        raise DeelsGelezenError(problemen, tabellen)
    return tabellen


def _find_unknown(
    lezingen: Sequence[Lezing], tabellen: Sequence[Tabellen], levering: Levering, lijst: Vragenlijst
) -> list[Probleem]:
    """Return a problem for each row of vragen.xlsx that is about no column and no task: what it says would be lost.

    Waves look after their own rows.
    """
    if levering.metingen:
        return []
    koppen = [kolom.naam for lezing in lezingen for tabel in lezing.tabellen for kolom in tabel.kolommen]
    vragen = pd.concat([deel["vragen"] for deel in tabellen if "vragen" in deel] or [pd.DataFrame()])
    taken = [str(naam) for naam in vragen["vraag_id"]] if len(vragen) else []
    nummers = [naam.removeprefix("taak") for naam in taken if naam.startswith("taak")]
    bekend = {fold(naam) for naam in (*koppen, *taken, *nummers, *_list_weg(lezingen))}
    return [
        lijst.report(
            f"de kolom '{regel.kolom}' van levering '{levering.naam}' is geen kolom en geen taak",
            suggest(regel.kolom, [*taken, *koppen]),
            regel=regel,
            kolom="kolom",
        )
        for regel in lijst.rows_of(levering.naam)
        if fold(regel.kolom) not in bekend and regel.vraag_id not in taken
    ]


def _list_weg(lezingen: Sequence[Lezing]) -> list[str]:
    """Return the columns that sealing used up."""
    boeken = [lezing.logboek for lezing in lezingen if len(lezing.logboek)]
    return [
        str(naam) for boek in boeken for naam in boek.loc[boek["reden"].eq("kolom_persoonsgegeven"), "kolom"]
    ]
