"""Who counts once though several deliveries name them, and where nothing tells whether they are the same people."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations, permutations

import pandas as pd

from burgerdata.settings import Levering
from burgerdata.traject import Traject

_Mensen = tuple[Levering, tuple[str, ...]]
"""A delivery, and its activities that have people."""


def count_mensen(traject: Traject) -> int:
    """Return how many citizens took part in all; who is in two deliveries of one panel counts once."""
    burgers = _read_burgers(traject)
    return int(burgers.drop_duplicates("deelnemer_id")["personen"].sum())


def list_onbekend_dezelfde(traject: Traject) -> dict[str, tuple[str, ...]]:
    """Return the deliveries whose people may be those of another one, each with its activities.

    Two sheets of one workbook are mostly of one evening. Only where both are of one panel is known who is on both, and
    only then may their people be added up. A sheet without people, of a meeting of which another sheet has them, is not
    among these: it counts none of its own.
    """
    return {lev.naam: namen for paar in _list_paren(traject, eens=False) for lev, namen in paar}


def list_zonder_mensen(traject: Traject) -> frozenset[str]:
    """Return the deliveries whose people stand on a list only: their own files, such as totals of votes, name nobody."""
    kenmerk = traject.vragen[traject.vragen["rol"].eq("kenmerk")].astype("str")
    van_lijst = set(zip(kenmerk["activiteit_id"], kenmerk["vraag_id"], strict=True))
    # who is on a list has rows for the votes too, without an answer
    gegeven = traject.antwoorden[traject.antwoorden["status"].eq("gegeven")]
    antwoorden = gegeven[["activiteit_id", "vraag_id"]].drop_duplicates().astype("str")
    met = {str(rij[0]) for rij in antwoorden.itertuples(index=False, name=None) if rij not in van_lijst}
    fragmenten = traject.fragmenten
    met |= set(fragmenten.loc[fragmenten["deelnemer_id"].notna(), "activiteit_id"].astype("str"))
    leveringen = [lev for lev in traject.instellingen.leveringen if lev.deelnemerslijst]
    return frozenset(lev.naam for lev in leveringen if not met & set(_list_activiteiten(lev)))


def _list_paren(traject: Traject, *, eens: bool) -> list[list[_Mensen]]:
    """Return each two sheets of one workbook that may be of the same people; with ``eens`` those that surely are.

    Surely the same are those of a meeting of which one sheet has people and the other takes them from a list.
    """
    mensen = traject.deelnemers.loc[traject.deelnemers["rol"].eq("burger"), "activiteit_id"].astype("str")
    geteld = set(mensen)
    per_levering = {
        levering.naam: tuple(naam for naam in _list_activiteiten(levering) if naam in geteld)
        for levering in traject.instellingen.leveringen
    }
    met_mensen = [lev for lev in traject.instellingen.leveringen if per_levering[lev.naam]]
    zonder = list_zonder_mensen(traject)
    return [
        [(een, per_levering[een.naam]), (ander, per_levering[ander.naam])]
        for een, ander in combinations(met_mensen, 2)
        if _are_bladen_zonder_panel(een, ander)
        and eens == (een.instrument == ander.instrument and bool(zonder & {een.naam, ander.naam}))
    ]


def _read_burgers(traject: Traject) -> pd.DataFrame:
    """Return the citizens of every activity; of two sheets that are surely of the same people those of the larger one."""
    burgers = traject.deelnemers[traject.deelnemers["rol"].eq("burger")].astype({"activiteit_id": "str"})
    weg: set[str] = set()
    for paar in _list_paren(traject, eens=True):
        aantal = [
            burgers.loc[burgers["activiteit_id"].isin(namen), "deelnemer_id"].nunique() for _, namen in paar
        ]
        if not weg & {naam for _, namen in paar for naam in namen}:
            weg |= set(paar[0 if aantal[0] < aantal[1] else 1][1])
    return burgers[~burgers["activiteit_id"].isin(weg)]


def list_aantallen(traject: Traject) -> Mapping[str, tuple[int, ...]]:
    """Return the numbers of citizens per instrument: one, unless deliveries may be of the same people, then one for each.

    Members of one panel count once, however many waves they answered.
    """
    burgers = _read_burgers(traject)
    los = {naam: lev for lev, namen in list_onbekend_dezelfde(traject).items() for naam in namen}
    instrument = traject.activiteiten.astype({"activiteit_id": "str", "instrument": "str"})
    burgers = burgers.merge(instrument[["activiteit_id", "instrument"]], on="activiteit_id")
    burgers = burgers.assign(levering=[los.get(naam, "") for naam in burgers["activiteit_id"]])
    eenmaal = burgers.drop_duplicates(["instrument", "levering", "deelnemer_id"])
    per = eenmaal.groupby(["instrument", "levering"], observed=True, dropna=False, sort=False)["personen"]
    aantallen: dict[str, tuple[int, ...]] = {}
    for rij in per.sum().reset_index().to_dict("records"):
        naam = str(rij["instrument"])
        aantallen[naam] = (*aantallen.get(naam, ()), int(rij["personen"]))
    return aantallen


def list_deel_van(traject: Traject) -> dict[str, str]:
    """Return the instruments of which every citizen took part by another one too, each with that other one.

    A form that the members of an assembly filled in is no second group of people.
    """
    burgers = traject.deelnemers[traject.deelnemers["rol"].eq("burger")].astype({"activiteit_id": "str"})
    instrument = traject.activiteiten.astype({"activiteit_id": "str", "instrument": "str"})
    burgers = burgers.merge(instrument[["activiteit_id", "instrument"]], on="activiteit_id")
    per = {
        str(naam): set(ids.astype("str"))
        for naam, ids in burgers.groupby("instrument", observed=True, dropna=False)["deelnemer_id"]
    }
    uit: dict[str, str] = {}
    for kleiner, groter in permutations(per, 2):
        vrij = kleiner not in uit and groter not in uit and kleiner not in uit.values()
        if vrij and per[kleiner] <= per[groter] and (per[kleiner] != per[groter] or kleiner > groter):
            uit[kleiner] = groter
    return uit


def is_een_groep(traject: Traject) -> bool:
    """Return whether all citizens are of one panel, so that everybody is known in each of its deliveries."""
    burgers = traject.deelnemers.loc[traject.deelnemers["rol"].eq("burger"), "activiteit_id"].astype("str")
    activiteiten = traject.activiteiten.astype({"activiteit_id": "str"})
    panels: pd.Series = activiteiten.loc[activiteiten["activiteit_id"].isin(set(burgers)), "panel"]
    return bool(len(panels)) and bool(panels.notna().all()) and panels.astype("str").nunique() == 1


def _list_activiteiten(levering: Levering) -> tuple[str, ...]:
    return (levering.naam, *map(levering.name_activiteit, (levering.meting, *levering.metingen)))


def _are_bladen_zonder_panel(een: Levering, ander: Levering) -> bool:
    """Return whether two deliveries are sheets of one workbook, and nothing says that their people are numbered alike."""
    samen = bool({*een.bestanden} & {*ander.bestanden}) and een.blad != ander.blad
    return samen and not (een.panel and een.panel == ander.panel)
