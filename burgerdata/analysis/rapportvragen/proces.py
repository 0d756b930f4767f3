"""How good the participation itself was: what people say of it, what changed in them, who came and who spoke."""

from __future__ import annotations

import pandas as pd

from burgerdata.analysis.aanwezigheid import VRAAG, measure_aanwezigheid
from burgerdata.analysis.kwalitatief import is_kwalitatief
from burgerdata.analysis.rapportvragen.materiaal import Materiaal
from burgerdata.analysis.rapportvragen.opzet import Deel, plan_deel
from burgerdata.analysis.spreektijd import measure_spreektijd
from burgerdata.analysis.stellingen import summarise_stellingen
from burgerdata.analysis.verandering import compare_metingen
from burgerdata.traject import Traject

_VOOR_NA = ("P8", "T1", "T2")


def plan_stellingen(m: Materiaal, items: list[str]) -> list[Deel]:
    """Return the statements about the participation; those of talks are counted in a table and not drawn."""
    if not items:
        return []
    delen = []
    for naam, figuur, deel in (("proces", "stellingen", False), ("proces_gesprek", "", True)):
        traject = _take(m.traject, gesprek=deel)
        gevraagd = [] if traject is None else [i for i in items if i in set(traject.vragen["vraag_id"])]
        if gevraagd:
            delen.append(plan_deel(naam, figuur, summarise_stellingen, traject, vragen=gevraagd))
    return delen


def plan_voor_na(m: Materiaal) -> list[Deel]:
    """Return how expectation and trust changed in the same people, where they were asked before and after."""
    vragen = m.traject.vragen
    eigen = vragen[vragen["gebruik"].isin(_VOOR_NA) & vragen["rol"].eq("proces")]
    vaker = eigen.groupby("vraag_id", observed=True, dropna=False)["activiteit_id"].nunique()
    return [
        plan_deel(f"voor_na_{naam}", "", compare_metingen, m.traject, str(naam))
        for naam in vaker[vaker > 1].index
    ]


def plan_deelname(traject: Traject) -> list[Deel]:
    """Return attendance per session and the division of speaking time per group, as far as they were kept."""
    delen = []
    if traject.tellingen["maat"].eq("aanwezig").any() or traject.vragen["vraag_id"].eq(VRAAG).any():
        delen.append(plan_deel("aanwezigheid", "respons", measure_aanwezigheid, traject))
    fragmenten = traject.fragmenten
    if (fragmenten["soort"].eq("uiting") & fragmenten["deelnemer_id"].notna()).any():
        delen.append(plan_deel("spreektijd", "", measure_spreektijd, traject))
    return delen


def _take(traject: Traject, *, gesprek: bool) -> Traject | None:
    """Return the activities that are talks, or the others; None when there are none."""
    groot = pd.Series(traject.deelnemers["activiteit_id"].astype("str")).value_counts()
    namen = [
        str(naam)
        for naam, instrument in zip(
            traject.activiteiten["activiteit_id"], traject.activiteiten["instrument"], strict=True
        )
        if is_kwalitatief(str(instrument), int(groot.get(str(naam), 0))) == gesprek
    ]
    return traject.only(activiteit_id=namen) if namen else None
