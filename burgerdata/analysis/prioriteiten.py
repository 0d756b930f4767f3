"""The priority matrix: what people find important beside how they judge it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from burgerdata.analysis.gevraagd import find_gevraagd
from burgerdata.analysis.overzicht import describe_overzicht
from burgerdata.errors import MethodeError
from burgerdata.getallen import format_getal
from burgerdata.toelichting import annotate
from burgerdata.traject import Traject

_GETALLEN = ("schaal", "stelling", "getal")


def rank_prioriteiten(
    traject: Traject, belang: Sequence[str] | None = None, oordeel: Sequence[str] | None = None
) -> pd.DataFrame:
    """Return the priority matrix, a row per activity and aspect: activiteit_id, aspect, basis, belang, oordeel, vak.

    belang and oordeel are weighted means, high being favourable; basis is the smaller of both numbers of persons.
    ``vak`` is the quadrant around the means of all aspects (Martilla & James 1977): important and judged low is "eerst
    verbeteren", important and judged well "vasthouden". Without ``belang`` or ``oordeel`` the questions with that
    ``gebruik`` in vragen.xlsx are taken; two questions belong together by their ``aspect``.

    Raises
    ------
    MethodeError
        When fewer than two aspects have both an importance and a judgement.

    Examples
    --------
    >>> from burgerdata.analysis.example import make_example
    >>> rank_prioriteiten(make_example())
    Traceback (most recent call last):
    ...
    burgerdata.errors.MethodeError: geef vragen over belang en oordeel hetzelfde aspect in vragen.xlsx
    """
    belang = _find_vragen(traject, "belang") if belang is None else belang
    oordeel = _find_vragen(traject, "oordeel") if oordeel is None else oordeel
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


def _find_vragen(traject: Traject, gebruik: str) -> list[str]:
    vragen = traject.vragen
    eigen = vragen[vragen["gebruik"].eq(gebruik) & vragen["soort"].isin(_GETALLEN)]
    return list(eigen["vraag_id"].astype("str").unique())


def _mean_per_aspect(traject: Traject, vragen: Sequence[str]) -> pd.DataFrame:
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
