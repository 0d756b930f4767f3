"""Fewer people than were said to have answered: a file that was cut off behind a row shows it by nothing else."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import pandas as pd

from burgerdata.analysis.dezelfde_mensen import list_onbekend_dezelfde, list_zonder_mensen
from burgerdata.errors import Probleem
from burgerdata.getallen import format_getal, join_woorden
from burgerdata.settings import Levering
from burgerdata.traject import Traject

_ROW_PER_PERSON = ("enquete", "klantpanel", "usability")
"""Instruments of which everybody who finished is a row; of a talk somebody may have said nothing."""
_TWO = 2


def review_aantallen(traject: Traject) -> list[Probleem]:
    """Return each delivery that holds fewer people than traject.toml says finished (of waves the largest one counts), and each with weights of others."""
    mensen = traject.deelnemers.groupby("activiteit_id", observed=True, dropna=False)["personen"].sum()
    aantallen = {str(naam): int(aantal) for naam, aantal in mensen.items()}
    gevonden = (_review_levering(levering, aantallen) for levering in traject.instellingen.leveringen)
    return [
        *(punt for punt in gevonden if punt is not None),
        *_review_gewichten(traject.logboek),
        *_review_bladen(traject),
    ]


def _review_bladen(traject: Traject) -> list[Probleem]:
    """Return each workbook of which two sheets may be of the same people, and nothing tells who is on both."""
    namen = list_onbekend_dezelfde(traject)
    zonder = list_zonder_mensen(traject)
    per_bestand: dict[str, list[str]] = {}
    for levering in traject.instellingen.leveringen:
        for bestand in levering.bestanden if levering.naam in namen else ():
            per_bestand.setdefault(bestand, []).append(levering.naam)
    return [
        Probleem(
            f"{join_woorden(leveringen)} zijn bladen van één bestand en niets zegt wie op beide staat; het rapport telt deze mensen daarom niet op",
            _advise_panel(leveringen, zonder),
            bestand,
        )
        for bestand, leveringen in per_bestand.items()
        if len(leveringen) > 1
    ]


def _advise_panel(leveringen: Sequence[str], zonder: Collection[str]) -> str:
    """Return how to tell who is on both sheets; nothing where fewer than two of them have a column of people."""
    eigen = [naam for naam in leveringen if naam not in zonder]
    if len(eigen) < _TWO:
        return ""
    wie = "deze leveringen" if len(eigen) == len(leveringen) else join_woorden(eigen)
    return f"staat op elk blad dezelfde naam of code per mens, zet bij {wie} dan dezelfde 'panel' en bij 'persoon' die kolom"


def _review_gewichten(logboek: pd.DataFrame) -> list[Probleem]:
    """Return each list with weights of people whose answers are not there."""
    los = logboek[logboek["reden"].eq("gewicht_zonder_antwoorden")]
    return [
        Probleem(
            f"{format_getal(rij['aantal'])} {'mens heeft' if rij['aantal'] == 1 else 'mensen hebben'} hier een gewicht, en hun antwoorden zijn niet geleverd",
            "vraag het bureau of het bestand met de antwoorden heel is",
            str(rij["bestand"]),
            str(rij["blad"]),
            kolom=str(rij["kolom"]),
        )
        for rij in los.to_dict("records")
    ]


def _review_levering(levering: Levering, aantallen: dict[str, int]) -> Probleem | None:
    gezegd = levering.tellingen.get("afgerond")
    if gezegd is None or pd.isna(gezegd) or levering.instrument not in _ROW_PER_PERSON:
        return None
    namen = (levering.naam, *map(levering.name_activiteit, levering.metingen))
    geleverd = max((aantallen[naam] for naam in namen if naam in aantallen), default=0)
    if not 0 < geleverd < gezegd:
        return None
    wat = (
        f"volgens traject.toml rondden {format_getal(gezegd)} mensen {levering.naam} af, en er zijn er {format_getal(geleverd)} geleverd:"
        f" {format_getal(gezegd - geleverd)} minder"
    )
    remedie = "vraag het bureau of het bestand heel is, of verbeter 'afgerond' als er mensen zijn uitgehaald"
    return Probleem(wat, remedie, next(iter(levering.bestanden), ""))
