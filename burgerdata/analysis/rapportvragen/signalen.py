"""Which signals come in: by the category that the organisation gave them, and by the themes in their texts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pandas as pd

from burgerdata.activiteitnamen import name_activiteit
from burgerdata.analysis.meldingen import NAAST_THEMA, list_categorieen
from burgerdata.analysis.rapportvragen.gedeeld import plan_bronnen
from burgerdata.analysis.rapportvragen.materiaal import Materiaal
from burgerdata.analysis.rapportvragen.opzet import Opzet, plan_deel
from burgerdata.analysis.verdeling import summarise_vraag
from burgerdata.findings import state_bevinding
from burgerdata.findings.zinnen import has_enough, keep_sterk
from burgerdata.toelichting import annotate, read_toelichting
from burgerdata.traject import Traject

_DEEL = "categorie"


def plan_signalen(materiaal: Materiaal) -> Opzet | None:
    """Return how signals are counted per category, beside how all themes are laid beside each other."""
    themas, deel = plan_bronnen(materiaal), materiaal.deel
    vragen = [] if deel is None else list_categorieen(deel)
    if deel is None or not vragen:
        return themas
    delen = tuple(
        plan_deel(
            f"{_DEEL}_{activiteit}_{vraag}",
            "",
            _count_categorie,
            deel.only(activiteit_id=activiteit),
            vraag,
            met_thema=themas is not None,
        )
        for activiteit, vraag in vragen
    )
    if themas is None:
        return Opzet(delen, bevinding=_state_signalen)
    return replace(
        themas,
        delen=(*delen, *themas.delen),
        bevinding=lambda tabellen: _state_signalen(tabellen) or _state_themas(themas, tabellen),
    )


def _count_categorie(deel: Traject, vraag: str, *, met_thema: bool) -> pd.DataFrame:
    """Return how many signals have each category; where their texts were coded too, with why these counts differ."""
    tabel = summarise_vraag(deel, vraag)
    if not met_thema:
        return tabel
    over = read_toelichting(tabel)
    return annotate(tabel, replace(over, noten=(*over.noten, NAAST_THEMA)))


def _state_signalen(tabellen: Mapping[str, pd.DataFrame]) -> str:
    """Return what most signals are about, of several sources that of the largest category with the name of the source."""
    sterkst = {naam: _find_meest(tabel) for naam, tabel in tabellen.items() if naam.startswith(_DEEL)}
    sterkst = {naam: n for naam, n in sterkst.items() if n > 0}
    if not sterkst:
        return ""
    tabel = tabellen[max(sterkst, key=lambda naam: sterkst[naam])]
    zin = state_bevinding(tabel)
    if len(sterkst) < 2:
        return zin
    bron = name_activiteit(str(tabel["activiteit_id"].iloc[0]))
    return f"{bron[:1].upper()}{bron[1:]}: {zin[:1].lower()}{zin[1:]}"


def _find_meest(tabel: pd.DataFrame) -> float:
    sterk = keep_sterk(tabel)
    genoeg = sterk["n"][has_enough(sterk["n"])]
    return float(genoeg.max()) if len(genoeg) else 0.0


def _state_themas(opzet: Opzet, tabellen: Mapping[str, pd.DataFrame]) -> str:
    eigen = {naam: tabel for naam, tabel in tabellen.items() if not naam.startswith(_DEEL)}
    if opzet.bevinding is not None:
        return opzet.bevinding(eigen)
    return state_bevinding(next(iter(eigen.values())))
