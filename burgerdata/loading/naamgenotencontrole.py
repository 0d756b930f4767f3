"""Names by which a delivery tells who is who, while namesakes have the same one: they would be one person."""

from __future__ import annotations

import re
from contextlib import suppress

from burgerdata.errors import BronError, Probleem
from burgerdata.formats.peek import count_persoonsnamen
from burgerdata.getallen import format_getal
from burgerdata.instruments.velden import BERICHTEN
from burgerdata.settings import Levering
from burgerdata.traject import Traject

_GESPREKKEN = ("focusgroep",)
"""There a name is told apart by the list and the group."""
_MAYBE_NAMES = re.compile(
    r"(?!.*(?:nummer|nr\b|\bid\b|code))"
    r".*(?:naam|name|klant|cli[eë]nt|melder|klager|beller|indiener|inwoner|burger|contact|afzender|aanvrager|persoon|wie)",
    re.IGNORECASE | re.DOTALL,
)
"""Headers under which names may stand; only then a file is opened once more."""


def review_naamgenoten(traject: Traject) -> list[Probleem]:
    """Return each file whose persons are told by names of one word that come back: namesakes count as one person."""
    map_ = traject.instellingen.map
    gevonden: list[Probleem] = []
    if map_ is None:
        return gevonden
    for levering in traject.instellingen.leveringen:
        persoon = _find_persoon(levering)
        for bestand in levering.bestanden if persoon else ():
            with suppress(BronError):  # loading told what is wrong with it
                aantal = count_persoonsnamen(map_ / bestand, persoon, blad=levering.blad, bestand=bestand)
                gevonden += [_tell(levering, bestand, persoon, aantal)] if aantal else []
    return gevonden


def _find_persoon(levering: Levering) -> str:
    """Return the column of the persons where it may hold names; empty where it does not."""
    if levering.instrument in _GESPREKKEN:
        return ""
    persoon = next(iter(levering.kolommen.get("persoon", ())), levering.persoon)
    return persoon if _MAYBE_NAMES.match(persoon) else ""


def _tell(levering: Levering, bestand: str, persoon: str, aantal: int) -> Probleem:
    rijen = "1 rij herhaalt" if aantal == 1 else f"{format_getal(aantal)} rijen herhalen"
    los = ", of haal persoon weg: dan telt elke melding" if levering.instrument in BERICHTEN else ""
    return Probleem(
        f"{rijen} een naam van één woord, en naamgenoten tellen nu als één mens",
        f"noem bij persoon een kolom met een nummer per mens{los}",
        bestand=bestand,
        kolom=persoon,
    )
