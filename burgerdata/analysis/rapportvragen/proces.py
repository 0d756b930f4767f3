"""How good the participation itself was: what people say of it, what changed in them, who came and who spoke."""

from __future__ import annotations

from burgerdata.analysis.aanwezigheid import VRAAG, measure_aanwezigheid
from burgerdata.analysis.kwalitatief import is_kwalitatief
from burgerdata.analysis.rapportvragen.gedeeld import plan_per_schaal
from burgerdata.analysis.rapportvragen.materiaal import Materiaal
from burgerdata.analysis.rapportvragen.opzet import Deel, plan_deel
from burgerdata.analysis.spreektijd import measure_spreektijd
from burgerdata.analysis.verandering import compare_metingen
from burgerdata.analysis.zonder_burgers import list_zonder_burgers
from burgerdata.traject import Traject

_VOOR_NA = ("P8", "T1", "T2")


def plan_stellingen(m: Materiaal, items: list[str]) -> list[Deel]:
    """Return the statements about the participation; those of talks are counted, one table each, and not drawn."""
    gesprekken = _list_gesprekken(m.traject)
    groepen = [
        ("proces", "stellingen", [naam for naam in _list_activiteiten(m.traject) if naam not in gesprekken])
    ]
    groepen += [(f"proces_{naam}", "", [naam]) for naam in gesprekken]
    vragen = m.traject.vragen
    delen = []
    for naam, figuur, activiteiten in groepen:
        hier = set(vragen.loc[vragen["activiteit_id"].isin(activiteiten), "vraag_id"].astype("str"))
        if gevraagd := [item for item in items if item in hier]:
            traject = m.traject.only(activiteit_id=activiteiten)
            delen += plan_per_schaal(naam, traject, gevraagd, figuur=figuur)
    return delen


def find_voor_na(m: Materiaal) -> list[str]:
    """Return the questions about expectation and trust that were asked in more than one wave."""
    vragen = m.traject.vragen
    eigen = vragen[vragen["gebruik"].isin(_VOOR_NA) & vragen["rol"].eq("proces")]
    vaker = eigen.groupby("vraag_id", observed=True, dropna=False)["activiteit_id"].nunique()
    return [str(naam) for naam in vaker[vaker > 1].index]


def plan_voor_na(m: Materiaal) -> list[Deel]:
    """Return how expectation and trust changed in the same people."""
    return [plan_deel(f"voor_na_{naam}", "", compare_metingen, m.traject, naam) for naam in find_voor_na(m)]


def plan_deelname(traject: Traject) -> list[Deel]:
    """Return attendance per session and the division of speaking time per group, as far as they were kept."""
    delen = []
    if traject.tellingen["maat"].eq("aanwezig").any() or traject.vragen["vraag_id"].eq(VRAAG).any():
        delen.append(plan_deel("aanwezigheid", "respons", measure_aanwezigheid, traject))
    fragmenten = traject.fragmenten
    if (fragmenten["soort"].eq("uiting") & fragmenten["deelnemer_id"].notna()).any():
        delen.append(plan_deel("spreektijd", "", measure_spreektijd, traject))
    return delen


def _list_activiteiten(traject: Traject) -> list[str]:
    """Return the activities in which citizens took part."""
    zonder = list_zonder_burgers(traject)
    return [naam for naam in traject.activiteiten["activiteit_id"].astype("str") if naam not in zonder]


def _list_gesprekken(traject: Traject) -> list[str]:
    """Return the activities of which people are counted and never made a percentage of."""
    groot = traject.deelnemers["activiteit_id"].astype("str").value_counts()
    instrument = traject.activiteiten.astype({"activiteit_id": "str"}).set_index("activiteit_id")[
        "instrument"
    ]
    namen = _list_activiteiten(traject)
    return [naam for naam in namen if is_kwalitatief(str(instrument[naam]), int(groot.get(naam, 0)))]
