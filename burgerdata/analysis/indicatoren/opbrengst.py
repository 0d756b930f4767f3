"""T3 and E1–E3: satisfaction, what it cost, how long it took, and what to improve first."""

from __future__ import annotations

import math

import pandas as pd

from burgerdata.activiteitnamen import add_lidwoord, name_activiteit
from burgerdata.analysis.gelijkheid import find_verschil
from burgerdata.analysis.gevraagd import find_gevraagd
from burgerdata.analysis.indicatoren.meting import Meting
from burgerdata.analysis.prioriteiten import rank_prioriteiten
from burgerdata.analysis.rapportvragen.kosten import measure_kosten
from burgerdata.analysis.stellingen import summarise_stellingen
from burgerdata.errors import MethodeError
from burgerdata.traject import Traject

_SCHAAL = ("schaal", "stelling")


def measure_nettoscore(traject: Traject) -> list[Meting]:
    """Return the share satisfied minus the share dissatisfied, in points, per question and activity.

    Where another question was asked under the same name there is no value, for it would be read beside the others.
    """
    uit = []
    for vraag_id in _list_vragen(traject, "tevredenheid"):
        gesteld = find_gevraagd(traject, vraag_id)
        anders = {g.activiteit_id: verschil for g in gesteld if (verschil := find_verschil(gesteld[0], g))}
        zelfde = traject.only(
            activiteit_id=[g.activiteit_id for g in gesteld if g.activiteit_id not in anders]
        )
        tabel = summarise_stellingen(zelfde, vragen=[vraag_id])
        for activiteit, deel in tabel.groupby("activiteit_id", sort=False, observed=True):
            netto, basis = float(deel["netto"].iloc[0]) * 100, int(deel["basis"].iloc[0])
            uit.append(Meting(netto, basis, str(activiteit), str(deel["kort"].iloc[0])))
        kort, eerste = str(tabel["kort"].iloc[0]), add_lidwoord(name_activiteit(gesteld[0].activiteit_id))
        uit += [
            Meting(
                math.nan,
                None,
                naam,
                kort,
                f"niet dezelfde vraag als in {eerste}: {verschil}; geef haar in vragen.xlsx een eigen vraag_id",
            )
            for naam, verschil in anders.items()
        ]
    return uit


def _list_vragen(traject: Traject, gebruik: str) -> list[str]:
    vragen = traject.vragen
    eigen = vragen[vragen["gebruik"].eq(gebruik) & vragen["soort"].isin(_SCHAAL)]
    return list(dict.fromkeys(eigen["vraag_id"].astype("str")))


def measure_kosten_per_stuk(traject: Traject) -> list[Meting]:
    """Return what one participant and one new insight cost, in euros."""
    if not traject.instellingen.middelen.get("euro"):
        return []
    return [
        Meting(float(rij["euro"]), int(rij["aantal"]), "", f"per {rij['per']}")
        for _, rij in measure_kosten(traject).iterrows()
        if not math.isnan(rij["euro"])
    ]


def measure_doorlooptijd(traject: Traject) -> list[Meting]:
    """Return the weeks from the first day of fieldwork to its last, and to the last feedback."""
    begin = traject.activiteiten["begindatum"].min()
    eindes = {
        "van begin tot einde veldwerk": traject.activiteiten["einddatum"].max(),
        "van begin tot terugkoppeling": traject.doorwerking["terugkoppeling_datum"].max(),
    }
    return [
        Meting((eind - begin).days / 7, None, "", naam)
        for naam, eind in eindes.items()
        if not (pd.isna(begin) or pd.isna(eind))
    ]


def measure_eerst_verbeteren(traject: Traject) -> list[Meting]:
    """Return how many parts are important and judged low, with their names."""
    try:
        tabel = rank_prioriteiten(traject, _list_vragen(traject, "belang"), _list_vragen(traject, "oordeel"))
    except MethodeError:
        return []
    uit = []
    for activiteit, deel in tabel[tabel["vak"].notna()].groupby("activiteit_id", sort=False, observed=True):
        eerst = deel[deel["vak"].eq("eerst verbeteren")]["aspect"].astype("str")
        basis = int(deel["basis"].min())
        uit.append(Meting(float(len(eerst)), basis, str(activiteit), toelichting=", ".join(eerst) or "geen"))
    return uit
