"""Columns of street talks that nothing reads, where vragen.xlsx says nothing of the delivery: how they are read."""

from __future__ import annotations

from pathlib import Path

from burgerdata.errors import Probleem
from burgerdata.getallen import format_getal
from burgerdata.instruments.street_columns import is_veldwerk
from burgerdata.loading.vragenlijst import read_vragenlijst
from burgerdata.pseudonyms.masking import find_all
from burgerdata.settings import Levering
from burgerdata.traject import Traject

_MOST_NAMED = 8


def review_straatkolommen(traject: Traject, map_: Path) -> list[Probleem]:
    """Return per delivery of street talks without rows in vragen.xlsx which columns are not read, and how they are."""
    straat = [deel for deel in traject.instellingen.leveringen if deel.instrument == "straatgesprek"]
    lijst, _, _ = read_vragenlijst(map_, [levering.naam for levering in straat])
    zonder = [levering for levering in straat if not lijst.rows_of(levering.naam)]
    return [_tell(levering, namen) for levering in zonder if (namen := _list_ongelezen(traject, levering))]


def _list_ongelezen(traject: Traject, levering: Levering) -> list[str]:
    """Return the columns that may hold a question: none of the team's own, and none whose header names a person."""
    logboek = traject.logboek
    eigen = logboek["reden"].eq("kolom_weggelaten") & logboek["bestand"].isin(levering.bestanden)
    namen = dict.fromkeys(logboek.loc[eigen, "kolom"].astype("str"))
    return [naam for naam in namen if naam and not is_veldwerk(naam) and not find_all(naam)]


def _tell(levering: Levering, namen: list[str]) -> Probleem:
    een = len(namen) == 1
    genoemd = ", ".join([f"'{naam}'" for naam in namen[:_MOST_NAMED]] + ["…"] * (len(namen) > _MOST_NAMED))
    wat = f"kolom {genoemd} is" if een else f"{format_getal(len(namen))} kolommen ({genoemd}) zijn"
    return Probleem(
        f"{wat} niet gelezen",
        f"is {'zij' if een else 'een ervan'} een vraag, geef haar dan een rij in vragen.xlsx met levering '{levering.naam}', de kop bij kolom en een"
        " soort (kolommen met kruisjes die één vraag zijn: elk een rij, met dezelfde vraag_id en soort meer_antwoorden); een plaats, dag, leeftijd"
        " of telling noemt u bij 'kolommen' in traject.toml",
        bestand=next(iter(levering.bestanden), ""),
    )
