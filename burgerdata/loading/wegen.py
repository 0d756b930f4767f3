"""Weighting as traject.toml asks for it: the margins of marges.xlsx on the traits that a delivery names."""

from __future__ import annotations

import json
import warnings
from collections.abc import Sequence

import pandas as pd

from burgerdata.analysis.vergelijkbaar import KLANTEN, has_eigen_populatie
from burgerdata.analysis.weging import weight_deelnemers
from burgerdata.errors import MethodeError, MethodeWaarschuwing, Probleem
from burgerdata.getallen import join_woorden
from burgerdata.settings import Levering
from burgerdata.traject import Traject

_WEEGBAAR = ("enquete", "klantpanel")
"""Instruments whose shares are told: what is counted in people of a talk is never weighted."""


def weigh_leveringen(traject: Traject) -> tuple[Traject, list[Probleem]]:
    """Return the traject with weights for each delivery that says ``wegen``, and why one could not be weighted.

    A traject of which the tables were weighted before (the copy of a run) is weighted anew from its base weights.
    """
    problemen: list[Probleem] = []
    for levering in traject.instellingen.leveringen:
        ids = _list_activiteiten(traject, levering) if levering.wegen else []
        if not ids:
            continue
        try:
            with warnings.catch_warnings():  # every table says it when the margins are about others
                warnings.simplefilter("ignore", MethodeWaarschuwing)
                traject = weight_deelnemers(
                    traject, activiteit_id=ids, kenmerken=_choose_kenmerken(traject, levering)
                )
        except MethodeError as fout:
            problemen.append(_report(levering, str(fout)))
    return traject, problemen


def restore_basis(
    tabellen: dict[str, pd.DataFrame], leveringen: Sequence[Levering]
) -> dict[str, pd.DataFrame]:
    """Return tables that were weighted as they were before: what a person weighed then is the base weight."""
    deelnemers = tabellen["deelnemers"]
    namen = {naam for levering in leveringen if levering.wegen for naam in _name_activiteiten(levering)}
    gewogen = deelnemers["activiteit_id"].astype("str").isin(namen)
    gewicht = deelnemers["gewicht"].where(~gewogen, deelnemers["basisgewicht"])
    return {**tabellen, "deelnemers": deelnemers.assign(gewicht=gewicht)}


def review_ongewogen(traject: Traject) -> list[Probleem]:
    """Return each survey that could be weighted with the margins there are and is not, with the line that does so."""
    return [
        Probleem(
            f"levering '{levering.naam}' is niet gewogen, en marges.xlsx heeft bevolkingscijfers over {join_woorden(kenmerken)}",
            f"schrijf wegen = {json.dumps(kenmerken, ensure_ascii=False)} onder deze levering om op "
            f"{'dit kenmerk' if len(kenmerken) == 1 else 'deze kenmerken'} te wegen",
            bestand="traject.toml",
            rij=levering.regels.get(""),
        )
        for levering in traject.instellingen.leveringen
        if (kenmerken := list_weegbaar(traject, levering))
    ]


def list_weegbaar(traject: Traject, levering: Levering) -> list[str]:
    """Return the traits of the margins that a delivery without any weight knows, of the people whom they are about."""
    if levering.instrument not in _WEEGBAAR or levering.gewicht or levering.wegen:
        return []
    vragen, ids = traject.vragen, _list_activiteiten(traject, levering)
    kent = vragen["activiteit_id"].isin(ids) & vragen["rol"].eq("kenmerk")
    per_kenmerk = vragen[kent].groupby("vraag_id", observed=True, dropna=False)["activiteit_id"].nunique()
    overal = set(per_kenmerk.index[per_kenmerk.eq(len(ids))].astype("str"))
    return [
        naam
        for naam in dict.fromkeys(traject.marges["variabele"].astype("str"))
        if naam in overal and (levering.werving != KLANTEN or has_eigen_populatie(traject, naam))
    ]


def _choose_kenmerken(traject: Traject, levering: Levering) -> tuple[str, ...]:
    """Return the traits to weight by; raise where marges.xlsx has none of that name, or the delivery is none to weight."""
    if levering.instrument not in _WEEGBAAR:
        raise MethodeError("alleen een enquête of klantpanel wordt gewogen; haal deze regel weg")
    bekend = list(dict.fromkeys(traject.marges["variabele"].astype("str")))
    vreemd = [naam for naam in levering.wegen if naam not in bekend]
    if vreemd:
        heeft = f"daar staan {join_woorden(bekend)}" if bekend else "die is nog niet ingevuld"
        raise MethodeError(f"over {join_woorden(vreemd)} staat niets in marges.xlsx: {heeft}")
    return levering.wegen


def _report(levering: Levering, waarom: str) -> Probleem:
    wat, _, remedie = waarom.rpartition("; ")
    return Probleem(
        f"levering '{levering.naam}' is niet te wegen: {wat or remedie}",
        remedie if wat else "vul marges.xlsx aan of haal deze regel weg",
        bestand="traject.toml",
        rij=levering.regels.get("wegen"),
        kolom="wegen",
    )


def _list_activiteiten(traject: Traject, levering: Levering) -> list[str]:
    namen = _name_activiteiten(levering)
    return [naam for naam in traject.activiteiten["activiteit_id"].astype("str") if naam in namen]


def _name_activiteiten(levering: Levering) -> set[str]:
    """Return the ids that the activities of a delivery may have: its name, with the wave behind it."""
    metingen = (*levering.metingen, levering.meting)
    return {levering.naam, *(levering.name_activiteit(meting) for meting in metingen)}
