"""A number of a case where that of a person is asked for: who reports twice would be two people, and each case one."""

from __future__ import annotations

import re

from burgerdata.errors import Probleem
from burgerdata.getallen import format_getal
from burgerdata.instruments.velden import BERICHTEN
from burgerdata.settings import Levering
from burgerdata.traject import Traject

_WAT = (
    r"(?:zaak|zaken|dossier|casus|contactmoment(?:en)?|meld(?:ings?|ingen)?|registratie|klacht(?:en)?|ticket|incident|signaal|bericht"
    r"|reactie|formulier|case|referentie)s?"
)
_ZAAK = re.compile(
    rf"{_WAT}[ ._-]*(?:id|nr|nummer|number|kenmerk|code)\.?|(?:post|mor|sr)[ ._-]*(?:id|nr|nummer|number)\.?"
    rf"|(?:id|nr|nummer|kenmerk)\.?[ ._-]*(?:van )?(?:de |het )?{_WAT}|zaak|(?:ons |uw |zaak)?kenmerk|referentie",
    re.IGNORECASE,
)
"""Headers of what numbers cases, reports or messages."""


def review_zaaknummers(traject: Traject) -> list[Probleem]:
    """Return each delivery of messages whose column of persons numbers cases, with how many people that makes of them."""
    return [
        _tell(traject, levering, kop)
        for levering in traject.instellingen.leveringen
        if levering.instrument in BERICHTEN and is_zaakkop(kop := _find_persoon(levering))
    ]


def is_zaakkop(kop: str) -> bool:
    """Return whether a header is that of the number of a case, a report or a message, and of nobody.

    Examples
    --------
    >>> [is_zaakkop(kop) for kop in ("Zaaknr", "Melding-ID", "Nummer melding", "MOR-nummer", "Ons kenmerk")]
    [True, True, True, True, True]
    >>> [is_zaakkop(kop) for kop in ("Melder", "klantnr", "Naam melder", "contact", "Postcode", "")]
    [False, False, False, False, False, False]
    """
    return _ZAAK.fullmatch(" ".join(kop.split())) is not None


def _find_persoon(levering: Levering) -> str:
    return next(iter(levering.kolommen.get("persoon", ())), levering.persoon)


def _tell(traject: Traject, levering: Levering, kop: str) -> Probleem:
    ids = {levering.naam, *map(levering.name_activiteit, (*levering.metingen, levering.meting))}
    eigen = traject.deelnemers["activiteit_id"].isin(ids) & traject.deelnemers["rol"].eq("burger")
    aantal = int(eigen.sum())
    telt = f"{format_getal(aantal)} {'nummer telt' if aantal == 1 else 'nummers tellen'} nu als mensen"
    return Probleem(
        f"'{kop}' bij persoon nummert zaken of meldingen en geen mensen: {telt}, en de tekst noemt ze melders of deelnemers",
        f'noem bij persoon de kolom met een nummer of naam per mens, of haal persoon weg en schrijf bericht_id = "{kop}"'
        " bij kolommen: dan zijn meldingen geteld",
        bestand="traject.toml",
        rij=levering.regels.get("persoon") or levering.regels.get("kolommen") or levering.regels.get(""),
        kolom="persoon",
    )
