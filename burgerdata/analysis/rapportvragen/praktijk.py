"""The ten questions of praktijk: what to look for, and what stays open."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial

import pandas as pd

from burgerdata.analysis.cijfer import summarise_cijfer
from burgerdata.analysis.meldingen import list_categorieen
from burgerdata.analysis.prioriteiten import rank_prioriteiten
from burgerdata.analysis.rapportvragen.elders import state_open
from burgerdata.analysis.rapportvragen.gedeeld import (
    plan_doorwerking,
    plan_groepen,
    plan_per_schaal,
    plan_themas,
    state_slechtste,
)
from burgerdata.analysis.rapportvragen.herhaling import plan_verandering
from burgerdata.analysis.rapportvragen.materiaal import Materiaal
from burgerdata.analysis.rapportvragen.opzet import Opzet, plan_deel
from burgerdata.analysis.rapportvragen.signaalgroei import compare_signalen, has_tijd, state_groei
from burgerdata.analysis.rapportvragen.signalen import plan_signalen
from burgerdata.analysis.rapportvragen.uitvoerders import (
    compare_uitvoerders,
    has_beiden,
    state_uitvoerders,
)
from burgerdata.analysis.samenhang import correlate_oordeel
from burgerdata.analysis.verdeling import summarise_vraag
from burgerdata.traject import Traject

_GETALLEN = ("schaal", "stelling", "getal")
_MEEST = 3
_GESLACHT = (
    "m",
    "v",
    "x",
    "man",
    "vrouw",
    "anders",
    "onbekend",
    "wil niet zeggen",
    "anders of wil niet zeggen",
)
_TOTAAL = ("rapportcijfer", "tevredenheid")
_MISGAAN = re.compile(
    r"\b(?:mis|fout|fouten|klacht\w*|probl[ae]em\w*|knelpunt\w*|hinder|last|tegenaan|vastgelopen|ontevreden)\b",
    re.IGNORECASE,
)


def find_oordeel(m: Materiaal) -> str | None:
    """Return the overall judgement of the phase: the grade, else satisfaction."""
    for gebruik in (*_TOTAAL, "oordeel"):
        vragen = m.find_vragen(gebruik=(gebruik,), soort=_GETALLEN)
        if vragen:
            return vragen[0]
    return None


def _answer_nieuw(m: Materiaal) -> Opzet | None:
    """Look for questions that were asked again, else at which themes more people report than before."""
    herhaald = plan_verandering(m)
    if herhaald is not None or m.deel is None or not m.has_teksten or not has_tijd(m.deel):
        return herhaald
    delen = (plan_deel("signalen", "", compare_signalen, m.deel),)
    return Opzet(delen, bevinding=lambda tabellen: state_groei(tabellen["signalen"]))


def _answer_last(m: Materiaal) -> Opzet | None:
    vraag = find_oordeel(m)
    return None if vraag is None else plan_groepen(m, vraag)


def _answer_oordeel(m: Materiaal) -> Opzet | None:
    """Look at grades, steps and satisfaction beside each other: what most people judge badly is told before a mean."""
    if m.deel is None:
        return None
    cijfers = m.find_vragen(gebruik=("rapportcijfer",), soort=_GETALLEN)
    stappen = m.find_vragen(gebruik=("oordeel",), soort=("schaal", "stelling"))
    tevreden = m.find_vragen(gebruik=("tevredenheid", "vertrouwen"))
    delen = [plan_deel(f"cijfer_{v}", "", summarise_cijfer, m.deel, v) for v in cijfers[:2]]
    delen += plan_per_schaal("stappen", m.deel, stappen)
    op_schaal = [v for v in tevreden if v in m.find_vragen(soort=("schaal", "stelling"))]
    naam = f"tevreden_{op_schaal[0]}" if len(op_schaal) == 1 else "tevreden"
    delen += plan_per_schaal(naam, m.deel, op_schaal)
    los = [v for v in tevreden if v not in op_schaal][:2]
    delen += [plan_deel(f"verdeling_{v}", "verdeling", summarise_vraag, m.deel, v) for v in los]
    if cijfers and not stappen and not tevreden:
        delen.append(plan_deel(f"verdeling_{cijfers[0]}", "verdeling", summarise_vraag, m.deel, cijfers[0]))
    if not delen:
        return None
    zoek = {"gebruik": ("oordeel",), "soort": ("schaal", "stelling")}
    ontbreekt = "" if stappen else state_open(m, "Naar een oordeel per stap", "gevraagd", **zoek)
    eigen = bool(stappen) and bool(
        m.find_vragen(gebruik=("belang",), soort=_GETALLEN)
    )  # pr9 tells the worst step
    return Opzet(tuple(delen), ontbreekt, bevinding=partial(_state_oordeel, stappen=not eigen))


def _state_oordeel(tabellen: Mapping[str, pd.DataFrame], *, stappen: bool) -> str:
    """Return what most people judge badly, of steps and of satisfaction, else the grade or what stands first."""
    eerste = next(iter(tabellen))
    mee = {n: t for n, t in tabellen.items() if stappen or n == eerste or not n.startswith("stappen")}
    return state_slechtste(mee)


def _answer_samenhang(m: Materiaal) -> Opzet | None:
    vraag = find_oordeel(m)
    andere = m.find_vragen(gebruik=("oordeel",), soort=_GETALLEN) + m.find_vragen(soort=("stelling",))
    andere = [naam for naam in dict.fromkeys(andere) if naam != vraag]
    if vraag is None or not andere or m.deel is None:
        return None
    delen = (plan_deel("verbanden", "", correlate_oordeel, m.deel, vraag, andere),)
    return Opzet(delen)


def _answer_bedoeling(m: Materiaal) -> Opzet | None:
    """Look at statements about how it goes; without any, at what people say they do."""
    if m.deel is None:
        return None
    doen = set(m.find_vragen(gebruik=("doenvermogen", "sus"), soort=("stelling",)))
    stellingen = [v for v in m.find_vragen(soort=("stelling",)) if v not in doen]
    ontbreekt = (
        "Of het werkt zoals bedoeld, blijkt pas als deze antwoorden naast het doel van het beleid liggen."
    )
    if stellingen:
        delen = plan_per_schaal("stellingen", m.deel, stellingen)
        return Opzet(tuple(delen), ontbreekt, bevinding=state_slechtste)
    elders = {vraag for _, vraag in list_categorieen(m.deel)}  # pr1 tells what signals are about
    gedrag = [
        v
        for v in m.find_vragen(soort=("een_antwoord", "meer_antwoorden"))
        if v not in elders and not _asks_geslacht(m.deel, v)
    ]
    gedrag = sorted(gedrag, key=lambda v: not _asks_misgaan(m.deel, v))
    delen = [plan_deel(f"verdeling_{v}", "verdeling", summarise_vraag, m.deel, v) for v in gedrag[:_MEEST]]
    return Opzet(tuple(delen), ontbreekt) if delen else None


def _asks_geslacht(traject: Traject, vraag_id: str) -> bool:
    """Return whether the answers are men and women: who answered is no behaviour, also where nobody called it a trait."""
    labels = (
        traject.opties["label"][traject.opties["vraag_id"].eq(vraag_id)]
        .astype("str")
        .str.strip()
        .str.casefold()
    )
    return len(labels) > 0 and bool(labels.isin(_GESLACHT).all())


def _asks_misgaan(traject: Traject | None, vraag_id: str) -> bool:
    """Return whether a question is about what goes wrong, in which practice shows itself before in what people use."""
    if traject is None:
        return False
    teksten = traject.vragen["tekst"][traject.vragen["vraag_id"].eq(vraag_id)].astype("str")
    return bool(teksten.str.contains(_MISGAAN).any())


def _answer_effecten(m: Materiaal) -> Opzet | None:
    ontbreekt = "Mensen noemden dit uit zichzelf; naar ongewenste effecten is niet apart gevraagd."
    return plan_themas(m, m.find_themas(kompasvraag="bk4"), ontbreekt=ontbreekt)


def _answer_uitvoerders(m: Materiaal) -> Opzet | None:
    """Look for texts of both: what citizens and professionals name, each counted apart."""
    if m.deel is None or not m.has_teksten or not has_beiden(m.deel):
        return None
    delen = (plan_deel("uitvoerders", "", compare_uitvoerders, m.deel),)
    return Opzet(delen, bevinding=lambda tabellen: state_uitvoerders(tabellen["uitvoerders"]))


def _answer_dringend(m: Materiaal) -> Opzet | None:
    belang = m.find_vragen(gebruik=("belang",), soort=_GETALLEN)
    oordeel = m.find_vragen(gebruik=("oordeel",), soort=_GETALLEN)
    if not belang or not oordeel or m.deel is None:
        return None
    delen = (plan_deel("stappen", "prioriteiten", rank_prioriteiten, m.deel, belang, oordeel),)
    ontbreekt = "Wat makkelijk op te lossen is, kunnen alleen uitvoerders zeggen."
    return Opzet(delen, ontbreekt)


def _answer_doorwerking(m: Materiaal) -> Opzet | None:
    return plan_doorwerking(m, ("praktijk",))


ANTWOORDEN: Mapping[str, Callable[[Materiaal], Opzet | None]] = {
    "pr1": plan_signalen,
    "pr2": _answer_nieuw,
    "pr3": _answer_last,
    "pr4": _answer_oordeel,
    "pr5": _answer_samenhang,
    "pr6": _answer_bedoeling,
    "pr7": _answer_effecten,
    "pr8": _answer_uitvoerders,
    "pr9": _answer_dringend,
    "pr10": _answer_doorwerking,
}
