"""What `controleer` says about the workbooks of coders and about released quotes."""

from __future__ import annotations

from pathlib import Path

from burgerdata.analysis.citaten import list_losse_citaten
from burgerdata.codeerwerk.collect import read_codeerwerk, state_nieuwe_themas
from burgerdata.codeerwerk.layout import list_werkboeken
from burgerdata.errors import BronError
from burgerdata.getallen import format_getal
from burgerdata.pseudonyms import read_sleutel
from burgerdata.traject import Traject


def state_codeerwerk(traject: Traject, map_: Path) -> str:
    """Return how far each workbook is, what must be looked at again, what was lost, and quotes that do not hold."""
    regels = [*_tell_boeken(traject, map_), *_tell_citaten(traject)]
    return "\n".join(["Codeerwerk en citaten", *(f"  {regel}" for regel in regels)]) if regels else ""


def _tell_boeken(traject: Traject, map_: Path) -> list[str]:
    if not list_werkboeken(map_):
        return []
    try:
        werk = read_codeerwerk(traject, map_, read_sleutel(map_ / "sleutel.txt"))
    except BronError:
        return []
    regels = []
    for rij in werk.overzicht.to_dict("records"):
        delen = [f"{format_getal(rij['gecodeerd'])} gecodeerd, {format_getal(rij['open'])} open"]
        if rij["opnieuw"]:
            delen.append(f"{format_getal(rij['opnieuw'])} opnieuw te bekijken: de tekst is veranderd")
        if rij["weg"]:
            delen.append(f"{format_getal(rij['weg'])} niet teruggevonden in de bron")
        regels.append(f"{rij['bestand']} ({rij['codeur']}): {'; '.join(delen)}")
    if (werk.overzicht[["opnieuw", "weg"]].to_numpy() > 0).any():
        regels.append(
            "Codes bij veranderde of verdwenen teksten tellen niet mee; voer 'codeer' uit en kijk ze na."
        )
    nieuw = state_nieuwe_themas(traject)
    return [*regels, nieuw] if nieuw else regels


def _tell_citaten(traject: Traject) -> list[str]:
    los = list_losse_citaten(traject)
    return [f"citaten, rij {rij['rij']}: {rij['reden']}" for rij in los.to_dict("records")]
