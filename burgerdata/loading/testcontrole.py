"""Texts that say of themselves that they are a test, and count as those of people."""

from __future__ import annotations

from collections.abc import Sequence

from burgerdata.errors import Probleem
from burgerdata.getallen import format_getal
from burgerdata.loading.testrijen import is_test
from burgerdata.settings import Levering
from burgerdata.traject import Traject

_SOORTEN = ("antwoord", "bericht")
"""Texts that somebody sent; what was said in a talk or written down there is no row to leave out."""


def review_testteksten(traject: Traject) -> list[Probleem]:
    """Return per activity how many texts say no more than that they are a test, and how they are left out."""
    fragmenten = traject.fragmenten[traject.fragmenten["soort"].isin(_SOORTEN)]
    proef = fragmenten[fragmenten["tekst"].astype("str").map(is_test).astype("bool")]
    gevonden = []
    for activiteit_id, deel in proef.groupby("activiteit_id", observed=True, dropna=False, sort=False):
        levering = _find_levering(traject.instellingen.leveringen, str(activiteit_id))
        if levering is not None:
            gevonden.append(
                _tell(levering, len(deel), _find_kolom(traject, levering, deel["vraag_id"].iloc[0]))
            )
    return gevonden


def _find_levering(leveringen: Sequence[Levering], activiteit_id: str) -> Levering | None:
    for levering in leveringen:
        metingen = (*levering.metingen, levering.meting)
        if activiteit_id in (levering.naam, *map(levering.name_activiteit, metingen)):
            return levering
    return None


def _find_kolom(traject: Traject, levering: Levering, vraag_id: object) -> str:
    """Return the column that such a text stands in."""
    vragen = traject.vragen
    eigen = vragen.loc[vragen["vraag_id"].astype("str").eq(str(vraag_id)), "kolom"].astype("str")
    return next(iter([*levering.kolommen.get("bericht", ()), *eigen]), "")


def _tell(levering: Levering, aantal: int, kolom: str) -> Probleem:
    een = aantal == 1
    wat = f"{format_getal(aantal)} {'tekst zegt' if een else 'teksten zeggen'} alleen dat het een test is, en {'telt' if een else 'tellen'} mee"
    return Probleem(
        wat,
        f'zet in traject.toml bij levering \'{levering.naam}\' de kolom met wat daar staat, zoals testrijen = {{ "{kolom}" = ["test"] }}',
        bestand=next(iter(levering.bestanden), ""),
        kolom=kolom,
    )
