"""The threshold of a vote: how many votes for are needed, as the source or the analyst gives it; else there is none."""

from __future__ import annotations

import math
from collections.abc import Sequence

import pandas as pd

from burgerdata.getallen import format_procent, join_woorden
from burgerdata.traject import Traject

_GEWOON = (1 / 2, 2 / 3, 3 / 4, 3 / 5, 4 / 5, 9 / 10)
"""Shares that an assembly agrees on; a source gives the number of votes that follows from one."""
_MEEST = 2
_SLEUTEL = ["activiteit_id", "vraag_id"]


def add_drempel(traject: Traject, tabel: pd.DataFrame, drempel: float | None) -> pd.DataFrame:
    """Return the votes with ``drempel`` (a share), ``nodig`` (how many votes for are enough) and ``minstens`` (the source says so).

    A share that is given holds for all, and more than that is needed. Else the number of votes in the source
    (tellingen: drempel) is enough; where it gives none, nobody said what was needed and all three stay empty.
    """
    eigen = traject.tellingen[traject.tellingen["maat"].eq("drempel")]
    geteld = {
        (str(rij["activiteit_id"]), str(rij["vraag_id"])): int(rij["aantal"])
        for rij in eigen.to_dict("records")
        if drempel is None
    }
    bron = pd.Series([geteld.get(paar) for paar in zip(*(tabel[naam] for naam in _SLEUTEL), strict=True)])
    bron = bron.astype("float64").set_axis(tabel.index)
    basis = tabel["basis"].astype("float64")
    per = tabel["activiteit_id"]
    aandeel = pd.Series(math.nan if drempel is None else drempel, index=tabel.index)
    for activiteit_id in per[bron.notna()].unique():
        hier = per.eq(activiteit_id) & bron.notna()
        aandeel = aandeel.mask(hier, _name_share(bron[hier], basis[hier]))
    meer = (aandeel * basis + 1e-9) // 1 + 1
    return tabel.assign(drempel=aandeel, nodig=bron.fillna(meer).astype("Int32"), minstens=bron.notna())


def _name_share(nodig: pd.Series, basis: pd.Series) -> pd.Series:
    """Return the one share from which all these numbers of votes follow, an ordinary one first; else each its own."""
    hoogst, laagst = (nodig / basis).min(), ((nodig - 1) / basis).max()
    for aandeel in (*_GEWOON, math.floor(hoogst * 100 + 1e-9) / 100):
        if laagst < aandeel - 1e-9 and aandeel <= hoogst + 1e-9:
            return pd.Series(aandeel, index=nodig.index)
    return nodig / basis


def state_herkomst(traject: Traject, ids: Sequence[str], *, ballot: bool, gegeven: bool) -> list[str]:
    """Return where the threshold comes from when a title gives it, and of ballots what abstentions do; ``gegeven``: there is one."""
    boek = traject.logboek
    uit_titel = boek["reden"].eq("drempel_uit_titel") & boek["activiteit_id"].astype("str").isin(list(ids))
    noten = ["De drempel staat in de titel boven de tabel met stemmen."] if uit_titel.any() else []
    if not ballot:
        return noten
    mee = boek.loc[uit_titel, "kolom"].eq("onthouding").any()
    buiten = f"tellen niet mee {'voor de drempel' if gegeven else 'in de basis'}"
    telt = "tellen mee in het aantal stemmers" if mee else buiten
    return [*noten, f"Onthoudingen {telt}."]


def state_drempel(tabel: pd.DataFrame, waarvan: str) -> str:
    """Return the thresholds in words: enough at a share that the source gives, more than a share of our own.

    Where some votes have one, that is said; where none has, the sentence is empty.
    """
    bekend = tabel[tabel["drempel"].notna()]
    soorten = bekend[["drempel", "minstens"]].drop_duplicates().to_dict("records")
    if not soorten:
        return ""
    if len(soorten) > _MEEST:
        return "Drempel: per stemming het aantal dat de bron noemt."
    delen = [
        f"{'minstens' if rij['minstens'] else 'meer dan'} {format_procent(float(rij['drempel']))}"
        for rij in soorten
    ]
    waar = "" if len(bekend) == len(tabel) else ", waar de bron er een noemt"
    return f"Drempel: {join_woorden(delen)}{waarvan}{waar}."
