"""The ten questions of dienstverlening: what to look for, and what stays open."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from burgerdata.analysis.cijfer import summarise_cijfer
from burgerdata.analysis.knelpunten import REEKS, rank_knelpunten
from burgerdata.analysis.rapportvragen.elders import find_ergens, state_elders, state_open
from burgerdata.analysis.rapportvragen.gedeeld import (
    plan_bereik,
    plan_doorwerking,
    plan_per_schaal,
    plan_themas,
)
from burgerdata.analysis.rapportvragen.herhaling import plan_verandering
from burgerdata.analysis.rapportvragen.materiaal import Materiaal
from burgerdata.analysis.rapportvragen.opzet import Opzet, plan_deel
from burgerdata.analysis.rapportvragen.rondes import plan_rondes
from burgerdata.analysis.rapportvragen.taaktijd import measure_taken, state_tijd
from burgerdata.analysis.stellingen import summarise_stellingen
from burgerdata.analysis.sus import score_sus
from burgerdata.analysis.taken import summarise_taken
from burgerdata.analysis.verdeling import summarise_vraag

_BEGRIJPEN = r"begrijp|begrip|\btaal|duidelijk|uitleg|brief|brieven"
_VAARDIGHEID = r"digita|vaardig|computer|stress|geldzorg|weinig tijd"
_KANAAL = r"kanaal|kanalen|balie|telefoon|menselijk contact|mens spreken"
_LIEVER = rf"(?=.*(?:{_KANAAL}))(?=.*(?:liefst|liever|voorkeur|wilt u|zou u))"
"""A question about a channel that people want: which they used is another question."""
_MEEST = 3


def _answer_taak(m: Materiaal) -> Opzet | None:
    if not m.find_vragen(soort=("taak",)):
        return None
    return Opzet((plan_deel("taken", "taken", summarise_taken, m.deel),))


def _answer_knelpunten(m: Materiaal) -> Opzet | None:
    ernst = m.find_vragen(gebruik=("ernst",))
    erbij = tuple(plan_deel(f"ernst_{v}", "verdeling", summarise_vraag, m.deel, v) for v in ernst[:2])
    if m.deel is not None and m.deel.vragen["reeks"].eq(REEKS).any():
        lijst = plan_deel("knelpunten", "", rank_knelpunten, m.deel)
        themas = plan_themas(m, m.find_themas(kompasvraag="bk1") or m.find_themas())
        return Opzet((lijst, *(themas.delen if themas is not None else ())))
    ontbreekt = "" if ernst else state_open(m, "Hoe erg elk knelpunt is,", "gescoord", gebruik=("ernst",))
    return plan_themas(
        m, m.find_themas(kompasvraag="bk1") or m.find_themas(), ontbreekt=ontbreekt, erbij=erbij
    )


def _answer_tijd(m: Materiaal) -> Opzet | None:
    if (
        m.find_vragen(soort=("taak",))
        and m.deel is not None
        and m.deel.vragen["eenheid"].eq("seconden").any()
    ):
        gemeten = m.deel.vragen["eenheid"].eq("fouten").any()
        ontbreekt = "" if gemeten else "Hoe vaak het misging, is niet geteld."
        return Opzet((plan_deel("taken", "", measure_taken, m.deel),), ontbreekt, bevinding=state_tijd)
    tijd = m.find_vragen(soort=("getal",), woorden=r"second|minuten|tijd|fout")
    return (
        Opzet(tuple(plan_deel(f"getal_{v}", "", summarise_cijfer, m.deel, v) for v in tijd)) if tijd else None
    )


def _answer_begrip(m: Materiaal) -> Opzet | None:
    ontbreekt = "Mensen zeiden er iets over; of zij brieven en schermen begrijpen, is niet getest."
    return plan_themas(m, m.find_themas(woorden=_BEGRIJPEN), ontbreekt=ontbreekt)


def _answer_gebruiksgemak(m: Materiaal) -> Opzet | None:
    sus = m.find_vragen(gebruik=("sus",), soort=("stelling", "schaal"))
    if not sus:
        return None
    score = plan_deel("sus_score", "sus", score_sus, m.deel)
    delen = (score, plan_deel("sus", "", summarise_stellingen, m.deel, vragen=sus))
    return Opzet(delen, "" if len(sus) == 10 else "De SUS heeft tien vragen; hier zijn er minder gesteld.")


def _answer_omstandigheden(m: Materiaal) -> Opzet | None:
    """Look at statements about doenvermogen first, in whichever phase they were asked; then at what people said."""
    doen = find_ergens(m, gebruik=("doenvermogen",), soort=("stelling", "schaal"))
    ontbreekt = "Of het mensen met weinig tijd, geld of vaardigheid lukt, is niet getest."
    if doen.elders:
        ontbreekt = f"{ontbreekt} {state_elders(m, doen.vragen)}"
    opzet = plan_themas(m, m.find_themas(woorden=_VAARDIGHEID))
    delen = opzet.delen if opzet else ()
    if doen.vragen and doen.bron:
        delen = (*plan_per_schaal("doenvermogen", doen.bron, doen.vragen), *delen)
    kern = ("doenvermogen",) if doen.elders else ()
    return Opzet(delen, ontbreekt, kern=kern) if delen else None


def _answer_kanaal(m: Materiaal) -> Opzet | None:
    """Look for a closed question in this phase, then in the others, then at what people said."""
    kanaal = find_ergens(m, soort=("een_antwoord", "meer_antwoorden", "rangorde"), woorden=_LIEVER)
    vragen = kanaal.vragen[:_MEEST]
    if vragen:
        delen = [plan_deel(f"kanaal_{v}", "verdeling", summarise_vraag, kanaal.bron, v) for v in vragen]
        return Opzet(tuple(delen), state_elders(m, vragen) if kanaal.elders else "")
    ontbreekt = "Mensen zeiden er iets over; naar een voorkeur is niet gevraagd."
    return plan_themas(m, m.find_themas(woorden=_KANAAL), ontbreekt=ontbreekt)


def _answer_beter(m: Materiaal) -> Opzet | None:
    """Look at rounds of usability tests first: those had the same tasks and other people."""
    return plan_rondes(m) or plan_verandering(m)


def _answer_doorwerking(m: Materiaal) -> Opzet | None:
    return plan_doorwerking(m, ("dienstverlening",))


ANTWOORDEN: Mapping[str, Callable[[Materiaal], Opzet | None]] = {
    "dv1": plan_bereik,
    "dv2": _answer_taak,
    "dv3": _answer_knelpunten,
    "dv4": _answer_tijd,
    "dv5": _answer_begrip,
    "dv6": _answer_gebruiksgemak,
    "dv7": _answer_omstandigheden,
    "dv8": _answer_kanaal,
    "dv9": _answer_beter,
    "dv10": _answer_doorwerking,
}
