"""Speakers of a conversation who do not fit: more than its head tells, called otherwise than the others, or there to listen.

A name is never told: a speaker is pointed at by the number of turns and the first of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

import pandas as pd

from burgerdata.errors import Probleem
from burgerdata.getallen import format_getal, join_woorden
from burgerdata.loading.deelnemerscontrole import name_plek
from burgerdata.loading.versies import Gelezen
from burgerdata.shapes import PERSOON, RIJ, Gesprek
from burgerdata.traject import Traject

_CODE = re.compile(r"(?P<woord>\D*?)[\s._-]*\d+\w?")
_MOSTLY = 2 / 3
"""Share of the participants who have a number, from which on one with a name does not fit."""
_FEWEST = 3
_MOST_NAMED = 12
_MET_KOP = ("docx", "tekst")
"""Formats with a head that is read."""
_ANDERS = ("waarnemer", "professional")
_REMEDIE = "kijk na wie geen deelnemer is en zet die bij 'gespreksleider', of verbeter in de bron de naam die een tikfout heeft"


def review_sprekers(traject: Traject, gelezen: Sequence[Gelezen]) -> list[Probleem]:
    """Return per conversation who speak in it and do not fit; where all fit nothing."""
    deelnemers = traject.deelnemers.astype({"deelnemer_id": "str", "rol": "str"})
    rollen = dict(zip(deelnemers["deelnemer_id"], deelnemers["rol"], strict=True))
    lijsten = {levering.naam for levering in traject.instellingen.leveringen if levering.deelnemerslijst}
    gevonden: list[Probleem] = []
    for deel in gelezen:
        for vorm in deel.vormen:
            if isinstance(vorm, Gesprek) and vorm.beurten[PERSOON].ne("").any():
                sprekers = _list_sprekers(vorm, rollen)
                gevonden += _review_rollen(vorm, sprekers)
                gevonden += [] if deel.levering in lijsten else _review_burgers(vorm, sprekers)
    return [*gevonden, *_review_tikfouten(traject.logboek)]


def _list_sprekers(gesprek: Gesprek, rollen: Mapping[str, str]) -> pd.DataFrame:
    """Return label (empty for a name), rij of the first turn, beurten and rol per speaker who says something."""
    gezegd = gesprek.gezegd
    groepen = gezegd[gezegd[PERSOON].ne("")].groupby(PERSOON, observed=True, dropna=False, sort=False)
    tabel = groepen.agg(label=("spreker", "first"), rij=(RIJ, "min"), beurten=(RIJ, "size"))
    return tabel.assign(rol=[rollen.get(str(persoon), "") for persoon in tabel.index])


def _review_rollen(gesprek: Gesprek, sprekers: pd.DataFrame) -> list[Probleem]:
    """Return who does not count as a citizen because the conversation itself says so."""
    if "rol" not in gesprek.beurten or gesprek.formaat not in _MET_KOP:
        return []
    gezegd = gesprek.beurten.loc[gesprek.beurten["rol"].isin(_ANDERS), PERSOON]
    anders = sprekers[sprekers.index.isin(gezegd) & sprekers["rol"].isin(_ANDERS)]
    if anders.empty:
        return []
    wie = "spreker telt" if len(anders) == 1 else "sprekers tellen"
    rol = join_woorden(list(dict.fromkeys(anders["rol"])))
    wat = f"{format_getal(len(anders))} {wie} niet als burger maar als {rol}, omdat de kop of de naam voor de beurt dat zegt: {_tell(gesprek, anders)}"
    return [Probleem(wat, "klopt dat niet, verbeter dan de kop in de bron", gesprek.bestand, gesprek.blad)]


def _review_burgers(gesprek: Gesprek, sprekers: pd.DataFrame) -> list[Probleem]:
    """Return the citizens of a conversation where they are more than its head tells, or those with a name among numbers."""
    burgers = sprekers[sprekers["rol"].eq("burger")]
    anders = _find_anders(burgers)
    if 0 < gesprek.aantal < len(burgers):
        wat = (
            f"volgens de kop zijn er {format_getal(gesprek.aantal)} deelnemers, en als burger tellen er {format_getal(len(burgers))}: "
            + _tell(gesprek, anders if len(anders) else burgers)
        )
    elif len(anders):
        heten = f"{format_getal(len(burgers) - len(anders))} sprekers hebben een nummer"
        wie = (
            "1 heet anders en telt"
            if len(anders) == 1
            else f"{format_getal(len(anders))} heten anders en tellen"
        )
        wat = f"{heten}, {wie} ook als burger: {_tell(gesprek, anders)}"
    else:
        return []
    return [Probleem(wat, _REMEDIE, gesprek.bestand, gesprek.blad)]


def _find_anders(burgers: pd.DataFrame) -> pd.DataFrame:
    """Return the citizens who are not called by the word and number that most of them have."""
    woorden = burgers["label"].astype("str").map(_name_woord)
    meest = woorden[woorden.ne("")].value_counts()
    if meest.empty or meest.iloc[0] < max(_FEWEST, _MOSTLY * len(burgers)):
        return burgers.iloc[:0]
    return burgers[woorden.ne(meest.index[0])]


def _name_woord(label: str) -> str:
    """Return the word before the number of a label; empty for a label without one."""
    match = _CODE.fullmatch(label)
    return match["woord"].strip().casefold() or "nummer" if match else ""


def _tell(gesprek: Gesprek, sprekers: pd.DataFrame) -> str:
    """Return of each speaker the code, how many turns and where the first is; of a name only the last two."""
    genoemd = sprekers.sort_values(["beurten", "rij"]).head(_MOST_NAMED)
    delen = [
        f"{rij['label'] if _name_woord(str(rij['label'])) else 'iemand met een naam'} ({format_getal(rij['beurten'])} {'beurt' if rij['beurten'] == 1 else 'beurten'}, "
        f"eerste {name_plek(gesprek.bestand)} {rij['rij']})"
        for rij in genoemd.to_dict("records")
    ]
    return join_woorden(delen + (["anderen"] if len(genoemd) < len(sprekers) else []))


def _review_tikfouten(logboek: pd.DataFrame) -> Iterable[Probleem]:
    """Return each conversation with turns whose label was read as that of another speaker."""
    los = logboek[logboek["reden"].eq("spreker_verbeterd")]
    for bestand, deel in los.groupby(los["bestand"].astype("str"), observed=True, dropna=False, sort=False):
        rijen = [str(rij) for rij in deel["rij"]]
        naam = (
            "de naam die voor 1 beurt staat, wijkt"
            if len(rijen) == 1
            else f"de namen die voor {len(rijen)} beurten staan, wijken"
        )
        telt = "die telt als van" if len(rijen) == 1 else "die tellen als van"
        plek = f"{name_plek(str(bestand))} {join_woorden(rijen)}"
        wat = f"{naam} iets af van die van een andere spreker, en {telt} diezelfde spreker ({plek})"
        yield Probleem(wat, "verbeter de bron als dit twee mensen zijn", str(bestand))
