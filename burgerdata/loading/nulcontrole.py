"""A 0 among answers on a scale that begins at 1: mostly somebody who gave no answer, counted as the lowest one."""

from __future__ import annotations

import re
from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd

from burgerdata.errors import Probleem
from burgerdata.getallen import format_getal
from burgerdata.traject import Traject

_FROM_NULL = re.compile(
    r"\b0 ?(?:-|–|t/m|tot(?: en met)?|to) ?\d|\bnul\b|aanbevelen|recommend", re.IGNORECASE
)
"""A question that says itself that 0 is an answer."""
_FROM_ONE = re.compile(
    r"\b1 ?(?:-|–|t/m|tot(?: en met)?|to) ?\d|rapport ?cijfer|\bcijfer\b|\bgrade\b", re.IGNORECASE
)
"""A question that says that its scale begins at 1; a Dutch grade does."""
_FEW, _ENOUGH = 0.05, 20
"""The share of answers up to which a 0 is odd on a scale of which the question says nothing, from so many answers on."""
_SCALES = ("schaal", "stelling")


def review_nullen(traject: Traject) -> list[Probleem]:
    """Return each question with a 0 on a scale from 1: how many, and how to say that it is no answer."""
    antwoorden = traject.antwoorden
    gegeven = antwoorden[antwoorden["status"].eq("gegeven")]
    nul = gegeven[gegeven["getal"].eq(0)]
    if nul.empty:
        return []
    sleutel = ["activiteit_id", "vraag_id"]
    vragen = traject.vragen[traject.vragen["soort"].isin(_SCALES)].astype(dict.fromkeys(sleutel, "str"))
    opties = traject.opties[traject.opties["waarde"].eq(0)].astype("str")
    met_label = set(opties[opties["label"].ne(opties["code"])][sleutel].itertuples(index=False, name=None))
    nullen = nul.groupby(sleutel, observed=True, dropna=False).size().to_dict()
    alle = gegeven.groupby(sleutel, observed=True, dropna=False).size().to_dict()
    return [
        _tell(traject, rij, nullen[plek])
        for rij in vragen.to_dict("records")
        if (plek := (str(rij["activiteit_id"]), str(rij["vraag_id"]))) in nullen
        and plek not in met_label
        and _is_odd(f"{rij['kolom']} {rij['tekst']}", nullen[plek], alle[plek])
    ]


def _is_odd(tekst: str, nullen: int, alle: int) -> bool:
    if _FROM_NULL.search(tekst):
        return False
    return _FROM_ONE.search(tekst) is not None or (alle >= _ENOUGH and nullen <= _FEW * alle)


def _tell(traject: Traject, vraag: Mapping[Hashable, Any], nullen: int) -> Probleem:
    bronnen = traject.bronnen
    eigen = bronnen[bronnen["activiteit_id"].eq(vraag["activiteit_id"]) & bronnen["rol"].eq("antwoorden")]
    bestanden: pd.Series = eigen["bestand"].astype("str")
    wat = "antwoord is" if nullen == 1 else "antwoorden zijn"
    telt = "telt" if nullen == 1 else "tellen"
    return Probleem(
        f"{format_getal(nullen)} {wat} 0 op een schaal die bij 1 lijkt te beginnen, en {telt} mee als het laagste antwoord",
        "is 0 hier geen antwoord, zet dan 0 in de kolom missend van vragen.xlsx, in de rij van deze vraag; is het een tikfout, verbeter dan de bron",
        bestand=next(iter(bestanden), ""),
        kolom=str(vraag["kolom"]),
    )
