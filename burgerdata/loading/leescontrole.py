"""What of the files could not be read as what it should be: days, numbers and turns, told per column with their rows."""

from __future__ import annotations

import pandas as pd

from burgerdata.errors import Probleem
from burgerdata.getallen import format_getal, join_woorden
from burgerdata.traject import Traject

_MOST_ROWS = 5
_TEKSTEN = {
    "datum_onleesbaar": (
        "datum is niet te lezen, bestaat niet of mist het jaar",
        "datums zijn niet te lezen, bestaan niet of missen het jaar",
        "verbeter ze in de bron, of vul begindatum en einddatum van de levering in als alleen het jaar mist",
    ),
    "getal_onleesbaar": (
        "cel waarin een getal hoort, bevat geen getal en telt niet mee",
        "cellen waarin een getal hoort, bevatten geen getal en tellen niet mee",
        "schrijf er in de bron een getal, of maak de cel leeg",
    ),
}
"""Reason → what is told of one cell, of more cells, and the remedy."""


def review_lezen(traject: Traject) -> list[Probleem]:
    """Return per column how many days and numbers could not be read, and per conversation how many turns; never the cell."""
    logboek = traject.logboek.astype({"bestand": "str", "blad": "str", "kolom": "str", "reden": "str"})
    return [
        *(punt for reden in _TEKSTEN for punt in _review_cellen(logboek[logboek["reden"].eq(reden)], reden)),
        *_review_beurten(traject, logboek),
    ]


def _review_cellen(los: pd.DataFrame, reden: str) -> list[Probleem]:
    een, meer, remedie = _TEKSTEN[reden]
    gevonden = []
    for sleutel, deel in los.groupby(["bestand", "blad", "kolom"], observed=True, dropna=False, sort=False):
        bestand, blad, kolom = (str(waarde) for waarde in sleutel)
        aantal = int(deel["aantal"].sum())
        wat = f"{format_getal(aantal)} {een if aantal == 1 else meer}{_name_rows(deel)}"
        gevonden.append(Probleem(wat, remedie, bestand=bestand, blad=blad, kolom=kolom))
    return gevonden


def _review_beurten(traject: Traject, logboek: pd.DataFrame) -> list[Probleem]:
    """Return each conversation of which words of people were not read: they are missing from the themes."""
    gesprekken = set(traject.bronnen.loc[traject.bronnen["rol"].eq("gesprek"), "bestand"].astype("str"))
    los = logboek[logboek["reden"].eq("rij_onleesbaar") & logboek["bestand"].isin(gesprekken)]
    gevonden = []
    for bestand, deel in los.groupby("bestand", observed=True, dropna=False, sort=False):
        aantal = int(deel["aantal"].sum())
        zijn = "stuk van het gesprek is" if aantal == 1 else "stukken van het gesprek zijn"
        wat = f"{format_getal(aantal)} {zijn} niet gelezen, omdat de tijdregel erboven ontbreekt of beschadigd is{_name_rows(deel)}"
        remedie = "verbeter die regel, zoals 00:00:36.000 --> 00:00:45.000"
        gevonden.append(Probleem(wat, remedie, bestand=str(bestand)))
    return gevonden


def _name_rows(deel: pd.DataFrame) -> str:
    """Return the rows in brackets, the first few of many; nothing where no row is known."""
    rijen = [f"{rij}" for rij in dict.fromkeys(deel["rij"].dropna().astype("int64"))]
    if len(rijen) > _MOST_ROWS:
        return f" (rij {', '.join(rijen[:_MOST_ROWS])}, …)"
    return f" (rij {join_woorden(rijen)})" if rijen else ""
