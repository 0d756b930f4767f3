"""Findings about who counts for how much: the weighting, and a draw beside its aims."""

from __future__ import annotations

import pandas as pd

from burgerdata.findings.zinnen import choose_zin, pick_hoogste, quote
from burgerdata.getallen import format_getal

_GEEN = "Hierover zijn geen gegevens"


def state_weging(tabel: pd.DataFrame) -> str:
    """Return what the heaviest weighting cost: how many unweighted people the weighted ones are worth."""
    if tabel.empty:
        return _GEEN
    rij = pick_hoogste(tabel[tabel["deff"].notna()], "deff")
    n, waard = format_getal(rij["n"]), format_getal(rij["n_eff"])
    return (
        f"{n} mensen zeggen na weging zoveel als {waard} ongewogen"
        if n != waard
        else "Iedereen telt even zwaar"
    )


def state_loting(tabel: pd.DataFrame) -> str:
    """Return the category that is farthest under its aim, or that every aim was reached."""
    tekort = tabel[tabel["verschil"].astype("float64").lt(0).fillna(False)]
    if tabel["verschil"].isna().all():
        return _GEEN
    if tekort.empty:
        return "De loting haalde alle doelen"
    rij = pick_hoogste(tekort.assign(tekort=-tekort["verschil"].astype("float64")), "tekort")
    zin = f"De loting bleef het verst onder haar doel bij {quote(str(rij['categorie']))}"
    hoeveel = f"{format_getal(rij['n'])} geloot voor {format_getal(rij['doel'])} plaatsen"
    return choose_zin([f"{zin}: {hoeveel}", zin])
