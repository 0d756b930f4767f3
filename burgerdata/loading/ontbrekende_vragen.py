"""Questions of vragen.xlsx that one wave of a panel has and another has not: their change is told nowhere."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from burgerdata.errors import Probleem
from burgerdata.getallen import format_getal
from burgerdata.instruments.vraagregels import fold
from burgerdata.instruments.wide_waves import is_formulier
from burgerdata.loading.vragenlijst import read_vragenlijst
from burgerdata.settings import Levering
from burgerdata.traject import Traject

_MOST_NAMED = 8


def review_ontbrekende_vragen(traject: Traject, map_: Path) -> list[Probleem]:
    """Return per wave which columns that vragen.xlsx lists are in another wave of the panel and not in this one.

    The two halves of one form are left out: what it asks only once belongs to the end.
    """
    leveringen = [
        levering
        for levering in traject.instellingen.leveringen
        if len(levering.metingen) > 1 and not is_formulier(levering)
    ]
    lijst, _, _ = read_vragenlijst(map_, [levering.naam for levering in leveringen])
    gevonden = []
    for levering in leveringen:
        regels = lijst.rows_of(levering.naam)
        genoemd = {fold(regel.kolom) for regel in regels} | {
            fold(regel.vraag_id) for regel in regels if regel.vraag_id
        }
        per_golf = {meting: _list_vragen(traject, levering, meting) for meting in levering.metingen}
        alle: dict[str, str] = {}
        for vragen in per_golf.values():
            alle = {**vragen, **alle}
        for meting, vragen in per_golf.items():
            weg = [
                kolom
                for vraag_id, kolom in alle.items()
                if vraag_id not in vragen and {fold(vraag_id), *map(fold, kolom.split("; "))} & genoemd
            ]
            if weg and vragen:
                gevonden.append(_tell(weg, levering, meting))
    return gevonden


def _list_vragen(traject: Traject, levering: Levering, meting: str) -> Mapping[str, str]:
    """Return question → its columns in one wave, of those of which a change can be told."""
    vragen = traject.vragen
    telt = vragen["rol"].eq("inhoud") & vragen["soort"].ne("open")
    eigen = vragen[telt & vragen["activiteit_id"].eq(levering.name_activiteit(meting))]
    return dict(zip(eigen["vraag_id"].astype("str"), eigen["kolom"].astype("str"), strict=True))


def _tell(weg: list[str], levering: Levering, meting: str) -> Probleem:
    kolom, staat = ("1 kolom", "staat") if len(weg) == 1 else (f"{format_getal(len(weg))} kolommen", "staan")
    namen = [f"'{naam}'" for naam in weg[:_MOST_NAMED]] + ["…"] * (len(weg) > _MOST_NAMED)
    return Probleem(
        f"{kolom} van vragen.xlsx {staat} wel in een andere meting en niet in meting '{meting}': {', '.join(namen)}; daarvan is geen verandering te meten",
        "is zo'n vraag wel gesteld, vraag het bureau dan om het bestand met die kolom, of geef haar in vragen.xlsx dezelfde vraag_id als zij anders heet",
        levering.metingen[meting],
    )
