"""Importance and judgement per step of a service."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd

from burgerdata.analysis.gevraagd import find_gevraagd
from burgerdata.analysis.rapportvragen.toelichten import describe_overzicht
from burgerdata.errors import MethodeError
from burgerdata.getallen import format_getal
from burgerdata.toelichting import annotate
from burgerdata.traject import Traject


def rank_stappen(traject: Traject, belang: list[str], oordeel: list[str]) -> pd.DataFrame:
    """Return per step its importance and its judgement: aspect, n, belang, oordeel, vak.

    ``vak`` is the quadrant around the means of all steps: important and judged low is "eerst verbeteren".
    """
    delen = {
        naam: _mean_per_aspect(traject, vragen) for naam, vragen in (("belang", belang), ("oordeel", oordeel))
    }
    samen = delen["belang"].merge(
        delen["oordeel"], on=["activiteit_id", "aspect"], suffixes=("_belang", "_oordeel")
    )
    if len(samen) < 2:
        raise MethodeError("geef vragen over belang en oordeel hetzelfde aspect in vragen.xlsx")
    hoog = samen["waarde_belang"] >= samen["waarde_belang"].mean()
    goed = samen["waarde_oordeel"] >= samen["waarde_oordeel"].mean()
    vak = np.select(
        [hoog & ~goed, hoog & goed, ~hoog & ~goed],
        ["eerst verbeteren", "vasthouden", "later verbeteren"],
        "voldoende",
    )
    tabel = pd.DataFrame(
        {
            "activiteit_id": samen["activiteit_id"],
            "aspect": samen["aspect"],
            "basis": samen[["n_belang", "n_oordeel"]].min(axis=1).astype("Int32"),
            "belang": samen["waarde_belang"],
            "oordeel": samen["waarde_oordeel"],
            "vak": pd.Series(vak, dtype="str"),
        }
    )
    noot = "Vakken rond het gemiddelde van alle stappen; de stappen zijn niet onderling getoetst."
    toelichting = describe_overzicht(traject, tabel, "belang en oordeel per stap", noot)
    return annotate(tabel, replace(toelichting, basis=_state_basis(traject, tabel)))


def _state_basis(traject: Traject, tabel: pd.DataFrame) -> str:
    """Return the base line: how many people per step, and whether they were weighted."""
    laag, hoog = (format_getal(n) for n in (tabel["basis"].min(), tabel["basis"].max()))
    n = laag if laag == hoog else f"{laag} tot {hoog}"
    mensen = traject.deelnemers
    gewicht = mensen[mensen["activiteit_id"].isin(tabel["activiteit_id"].unique())]["gewicht"]
    gewogen = "Gewogen" if gewicht.nunique() > 1 else "Niet gewogen"
    return f"Basis: wie per stap over belang en oordeel antwoord gaf, n = {n}. {gewogen}."


def _mean_per_aspect(traject: Traject, vragen: list[str]) -> pd.DataFrame:
    rijen = []
    for vraag_id in vragen:
        for gevraagd in find_gevraagd(traject, vraag_id):
            if pd.notna(gevraagd.vraag["aspect"]):
                schatting = gevraagd.design({"x": gevraagd.getallen}).mean("x").iloc[0]
                aspect = str(gevraagd.vraag["aspect"])
                rijen.append(
                    (gevraagd.activiteit_id, aspect, int(schatting["n"]), float(schatting["estimate"]))
                )
    kolommen = ["activiteit_id", "aspect", "n", "waarde"]
    return pd.DataFrame(rijen, columns=kolommen).astype({"activiteit_id": "str", "aspect": "str"})
