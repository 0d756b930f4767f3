"""Where phase and instrument fall together, so that a difference between phases may be one between instruments."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from burgerdata.activiteitnamen import add_lidwoord
from burgerdata.getallen import join_woorden
from burgerdata.schema.labels import FASE_LABEL, INSTRUMENT_LABEL
from burgerdata.traject import Traject


def list_vermenging(traject: Traject, ids: Sequence[str] | None = None) -> pd.DataFrame:
    """Return the phases that share no instrument with another phase: fase, instrumenten, activiteiten.

    Empty when there is one phase only, or each phase has an instrument that another phase has too.

    Examples
    --------
    >>> from burgerdata.analysis.example import make_example
    >>> len(list_vermenging(make_example()))
    0
    """
    activiteiten = traject.activiteiten[["activiteit_id", "fase", "instrument"]].astype("str").dropna()
    if ids is not None:
        activiteiten = activiteiten[activiteiten["activiteit_id"].isin(list(ids))]
    fasen = activiteiten.groupby("instrument", observed=True)["fase"].nunique()
    gedeeld = activiteiten[activiteiten["instrument"].isin(fasen[fasen > 1].index)]["fase"].unique()
    alleen = activiteiten[~activiteiten["fase"].isin(gedeeld)]
    if activiteiten["fase"].nunique() < 2:
        alleen = alleen.iloc[:0]
    rijen = [
        (fase, join_woorden(sorted(set(deel["instrument"]))), join_woorden(list(deel["activiteit_id"])))
        for fase, deel in alleen.groupby("fase", observed=True, sort=False)
    ]
    return pd.DataFrame(rijen, columns=["fase", "instrumenten", "activiteiten"]).astype("str")


def state_vermenging(traject: Traject, ids: Sequence[str]) -> str:
    """Return the warning in one sentence; empty when there is nothing to warn of."""
    tabel = list_vermenging(traject, ids)
    if tabel.empty:
        return ""
    delen = []
    for fase, instrumenten in zip(tabel["fase"], tabel["instrumenten"], strict=True):
        woorden = instrumenten.replace(" en ", ", ").split(", ")
        namen = join_woorden([add_lidwoord(INSTRUMENT_LABEL[woord]) for woord in woorden])
        delen.append(f"{FASE_LABEL.get(str(fase), str(fase)).lower()} alleen met {namen}")
    return (
        f"Let op: fase en instrument vallen samen ({'; '.join(delen)}); "
        "een verschil tussen fasen kan ook door het instrument komen."
    )
