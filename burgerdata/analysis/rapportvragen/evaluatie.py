"""The ten questions of evaluatie: what to look for, and what stays open."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

import pandas as pd

from burgerdata.analysis.cijfer import summarise_cijfer
from burgerdata.analysis.rapportvragen.elders import state_elders
from burgerdata.analysis.rapportvragen.gedeeld import plan_doorwerking, plan_steun, plan_themas
from burgerdata.analysis.rapportvragen.herhaling import plan_verandering, split_reeksen
from burgerdata.analysis.rapportvragen.kosten import measure_kosten
from burgerdata.analysis.rapportvragen.materiaal import Materiaal
from burgerdata.analysis.rapportvragen.opzet import Opzet, plan_deel
from burgerdata.analysis.rapportvragen.proces import (
    find_voor_na,
    plan_deelname,
    plan_stellingen,
    plan_voor_na,
)
from burgerdata.analysis.rapportvragen.traject import list_onderdelen, state_onderdelen
from burgerdata.analysis.rapportvragen.voorraad import ZONDER_FASE
from burgerdata.analysis.verandering import compare_metingen
from burgerdata.analysis.verdeling import summarise_vraag
from burgerdata.findings import state_bevinding
from burgerdata.findings.verandering import GEEN_VERSCHIL, ONVERGELIJKBAAR
from burgerdata.findings.zinnen import quote
from burgerdata.toelichting import read_toelichting
from burgerdata.traject import Traject

_PROCES = ("P1", "P2", "P3", "P4", "P5", "P6", "P8")
_BIJEENKOMSTEN = ("burgerberaad", "burgerdialoog")
_KENMERKEN = 3
_ANDERE = ("praktijk", "beleidsontwikkeling")
"""Phases without a question of their own about what changed between surveys."""


def _answer_beleid(m: Materiaal) -> Opzet | None:
    instellingen = m.traject.instellingen
    gegeven = {"beleid": instellingen.beleid, "beleidsdoel": instellingen.beleidsdoel}
    if not any(gegeven.values()):
        return None
    open_ = [naam for naam, tekst in gegeven.items() if not tekst]
    ontbreekt = f"Niet opgegeven in traject.toml: {' en '.join(open_)}." if open_ else ""
    delen = (plan_deel("traject", "", list_onderdelen, m.traject),)
    return Opzet(delen, ontbreekt, bevinding=lambda _: state_onderdelen(m.traject))


def _take_golven(m: Materiaal) -> Materiaal:
    """Return the waves of evaluatie; where it has none, those without a phase, then of another one: a change is one in any."""
    if split_reeksen(m)[0] or (m.deel is not None and m.deel.activiteiten["meting"].nunique() > 1):
        return m
    zonder = replace(m, vraag=replace(m.vraag, fase=ZONDER_FASE))
    andere = (replace(m, vraag=replace(m.vraag, fase=fase)) for fase in _ANDERE)
    return next((deel for deel in (zonder, *andere) if split_reeksen(deel)[0]), zonder)


def _answer_verandering(m: Materiaal) -> Opzet | None:
    golven = _take_golven(m)
    opzet = plan_verandering(golven)
    if opzet is None or golven.vraag.fase not in _ANDERE:
        return opzet
    noot = f"{state_elders(golven, split_reeksen(golven)[0])} {opzet.noot}".strip()
    return replace(opzet, noot=noot)


def _answer_voor_wie(m: Materiaal) -> Opzet | None:
    m = _take_golven(m)
    vragen = split_reeksen(m)[0]
    kenmerken = m.find_kenmerken(vragen[0]) if vragen else []
    if not kenmerken:
        return None
    delen = tuple(
        plan_deel(f"naar_{kenmerk}", "verandering", compare_metingen, m.deel, vragen[0], per=kenmerk)
        for kenmerk in kenmerken[:_KENMERKEN]
    )
    return Opzet(delen, bevinding=_state_clearest)


def _state_clearest(tabellen: dict[str, pd.DataFrame]) -> str:
    """Return the finding of the first trait by which only some groups changed, else of the first with a change at all."""
    zinnen = {naam: state_bevinding(tabel) for naam, tabel in tabellen.items()}

    def rank(naam: str) -> tuple[bool, bool, bool]:
        zin, tabel = zinnen[naam], tabellen[naam]
        getoond = tabel[tabel["verschil"].notna()]
        groepen = getoond[read_toelichting(tabel).per].astype("str").unique()
        return ONVERGELIJKBAAR in zin, GEEN_VERSCHIL in zin, all(quote(groep) in zin for groep in groepen)

    return zinnen[min(zinnen, key=rank)]


def _answer_toeschrijving(m: Materiaal) -> Opzet | None:
    vragen = m.find_vragen(woorden=r"waardoor|door het beleid|dankzij|toe te schrijven")
    return (
        Opzet(tuple(plan_deel(f"vraag_{v}", "verdeling", summarise_vraag, m.deel, v) for v in vragen[:2]))
        if vragen
        else None
    )


def _answer_neveneffecten(m: Materiaal) -> Opzet | None:
    ontbreekt = "Mensen noemden dit uit zichzelf; naar neveneffecten is niet apart gevraagd."
    return plan_themas(m, m.find_themas(kompasvraag="bk4"), ontbreekt=ontbreekt)


def _answer_steun(m: Materiaal) -> Opzet | None:
    steun = m.find_vragen(gebruik=("steun",))
    return Opzet(tuple(plan_steun(m, steun[:3]))) if steun else None


def _answer_proces(m: Materiaal) -> Opzet | None:
    """Look in the whole traject: how people were involved is not a matter of one phase."""
    items = m.find_vragen(gebruik=_PROCES, soort=("stelling", "schaal"), rol="proces", overal=True)
    cijfer = m.find_vragen(gebruik=("P7",), soort=("schaal", "getal"), rol="proces", overal=True)
    vaker = find_voor_na(m)
    delen = plan_stellingen(m, [naam for naam in items if naam not in vaker])
    delen += [plan_deel(f"cijfer_{v}", "", summarise_cijfer, m.traject, v) for v in cijfer]
    delen += plan_voor_na(m)
    delen += plan_deelname(m.traject)
    if not delen:
        return None
    return Opzet(tuple(delen), _tell_vertrouwen(m.traject))


def _tell_vertrouwen(traject: Traject) -> str:
    """Return whether trust before and after is missing, or was asked and not pointed out as such."""
    vragen = traject.vragen.astype({"gebruik": "str"})
    if vragen["gebruik"].isin(["T1", "T2"]).any():
        return ""
    activiteiten = traject.activiteiten
    bijeen = activiteiten.loc[activiteiten["instrument"].isin(_BIJEENKOMSTEN), "activiteit_id"]
    over = vragen["gebruik"].eq("vertrouwen") | vragen["tekst"].astype("str").str.contains(
        "vertrouwen", case=False
    )
    gevraagd = vragen[over & vragen["soort"].ne("open") & vragen["activiteit_id"].isin(bijeen)]
    if gevraagd["vraag_id"].duplicated().any():
        return "Vertrouwen is vaker gevraagd; is dat voor en na het traject, zet bij die vraag dan gebruik T1 in vragen.xlsx."
    return "Vertrouwen voor en na het traject is niet gemeten."


def _answer_eerdere_inbreng(m: Materiaal) -> Opzet | None:
    return plan_doorwerking(m, ("beleidsontwikkeling", "dienstverlening", "praktijk"))


def _answer_kosten(m: Materiaal) -> Opzet | None:
    if not m.traject.instellingen.middelen.get("euro"):
        return None
    nieuw = bool(m.find_themas(nieuw=True))
    ontbreekt = "" if nieuw else "Welke inzichten nieuw waren, is niet ingevuld in themalijst.xlsx."
    delen = (plan_deel("kosten", "", measure_kosten, m.traject),)
    return Opzet(delen, ontbreekt)


ANTWOORDEN: Mapping[str, Callable[[Materiaal], Opzet | None]] = {
    "ev1": _answer_beleid,
    "ev2": _answer_verandering,
    "ev3": _answer_voor_wie,
    "ev4": _answer_toeschrijving,
    "ev5": _answer_neveneffecten,
    "ev6": _answer_steun,
    "ev7": _answer_proces,
    "ev8": _answer_eerdere_inbreng,
    "ev9": _answer_kosten,
}
