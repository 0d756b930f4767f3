"""A finding about who took part, beside the population."""

from __future__ import annotations

import pandas as pd

from burgerdata.activiteitnamen import add_lidwoord, name_activiteit
from burgerdata.findings.number_words import say_aantal
from burgerdata.findings.zinnen import choose_zin, join_quotes, pick_hoogste, quote
from burgerdata.getallen import format_getal, join_woorden
from burgerdata.schema.labels import INSTRUMENT_LABEL
from burgerdata.toelichting import name_bron, read_toelichting

_TEKORT = 0.1
"""A group that is so much smaller among participants than among those concerned is told."""


def state_populatie(tabel: pd.DataFrame) -> str:
    """Return the groups with less than half of their share of the population, or that there are none."""
    weinig = tabel[tabel["gemist"].fillna(False).astype("bool")]
    groepen = list(dict.fromkeys(weinig["categorie"].astype("str")))
    if not groepen and (zin := _state_tekort(tabel)):
        return zin
    if not groepen and tabel["gemist"].isna().any():
        return _state_geen(tabel, "getoonde groep")
    if not groepen:
        return _state_geen(tabel, "groep")
    if "activiteit_id" in tabel and weinig["activiteit_id"].nunique() > 1:
        return _state_bronnen(weinig)
    bronnen = list(dict.fromkeys(weinig["activiteit_id"].astype("str"))) if "activiteit_id" in tabel else []
    if len(bronnen) == 1 and tabel["activiteit_id"].nunique() > 1:
        waar = name_activiteit(bronnen[0])
        return choose_zin(
            [
                f"Minder dan half zo vaak als verwacht deed mee aan {waar}: {join_quotes(groepen[:2])}",
                "Een deel van de groepen deed minder dan half zo vaak mee als verwacht",
            ]
        )
    return choose_zin(
        [
            f"Minder dan de helft van hun aandeel in de bevolking deed mee: {join_quotes(groepen)}",
            f"Minder dan half zo vaak als verwacht deed mee: {join_quotes(groepen[:2])}",
            "Een deel van de groepen deed minder dan half zo vaak mee als verwacht",
        ]
    )


def _state_geen(tabel: pd.DataFrame, groep: str) -> str:
    """Return that no group was missed, and in which activities: in those of another phase one may be."""
    namen = [name_bron(read_toelichting(tabel), naam) for naam in _list_activiteiten(tabel)]
    rest = "minder dan half zo vaak mee als verwacht"
    geen = f"Geen {groep} deed {rest}"
    if not namen:
        return geen
    zinnen = [
        zin
        for lijst in (namen, list(dict.fromkeys(map(_name_soort, namen))))
        for zin in (
            f"Aan {join_woorden([add_lidwoord(naam) for naam in lijst])} deed geen {groep} {rest}",
            f"{geen} ({join_woorden(lijst)})",
        )
    ]
    los = [f"Aan deze {say_aantal(len(namen))} activiteiten", "Aan deze activiteiten"]
    return choose_zin([*zinnen, *(f"{aan} deed geen {groep} {rest}" for aan in los)])


def _list_activiteiten(tabel: pd.DataFrame) -> list[str]:
    return list(dict.fromkeys(tabel["activiteit_id"].astype("str"))) if "activiteit_id" in tabel else []


def _name_soort(naam: str) -> str:
    """Return the instrument that the name of an activity begins with, else the name."""
    return next((label for label in INSTRUMENT_LABEL.values() if naam.startswith(f"{label} ")), naam)


def find_tekort(tabel: pd.DataFrame) -> pd.Series | None:
    """Return the row of the group that is farthest below its share, where that is ten points or more; else nothing."""
    tekort = (tabel["bevolking"] - tabel["steekproef"]).astype("float64").fillna(0)
    rij = pick_hoogste(tabel.assign(tekort=tekort), "tekort") if len(tabel) else None
    return None if rij is None or rij["tekort"] < _TEKORT else rij


def _state_tekort(tabel: pd.DataFrame) -> str:
    """Return by how much the group that is farthest below its share is missing; nothing where none is far below."""
    rij = find_tekort(tabel)
    if rij is None:
        return ""
    punten = f"deed {format_getal(100 * float(rij['bevolking'] - rij['steekproef']))} procentpunt minder mee dan verwacht"
    return choose_zin(
        [f"De groep {quote(str(rij['categorie']), langst=langst)} {punten}" for langst in (40, 24)]
    )


def _state_bronnen(weinig: pd.DataFrame) -> str:
    """Return which groups hardly took part in which source: one that was missed in one may be plenty in another."""
    delen = [
        f"{join_quotes(list(groep['categorie'].astype('str')))} ({name_activiteit(str(activiteit))})"
        for activiteit, groep in weinig.groupby("activiteit_id", observed=True, sort=False)
    ]
    return choose_zin(
        [
            f"Minder dan half zo vaak als verwacht deden mee: {join_woorden(delen)}",
            f"Veel minder dan verwacht deden mee: {join_woorden(delen)}",
            "In een deel van de bronnen deden groepen minder dan half zo vaak mee als verwacht",
        ]
    )
