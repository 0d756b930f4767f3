"""The ten questions of beleidsontwikkeling: what to look for, and what stays open."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

import pandas as pd

from burgerdata.analysis.genoemd import list_themas
from burgerdata.analysis.kruistabel import crosstab_vraag
from burgerdata.analysis.meningsgroepen import find_meningsgroepen
from burgerdata.analysis.rapportvragen.elders import find_ergens, name_waar, state_elders, state_open
from burgerdata.analysis.rapportvragen.gedeeld import (
    plan_bereik,
    plan_doorwerking,
    plan_groepen,
    plan_per_schaal,
    plan_steun,
    plan_themas,
    quote_some,
)
from burgerdata.analysis.rapportvragen.materiaal import Materiaal
from burgerdata.analysis.rapportvragen.minderheid import list_minderheid
from burgerdata.analysis.rapportvragen.opzet import Opzet, plan_deel
from burgerdata.analysis.rapportvragen.samen import count_samen
from burgerdata.analysis.rapportvragen.stippen import count_stippen, has_stippen
from burgerdata.analysis.stemkeuzes import has_stemmen, list_stellingen, read_stemmen
from burgerdata.analysis.stemmen import list_verdeeld, summarise_stemmen
from burgerdata.analysis.verdeling import summarise_vraag
from burgerdata.findings import state_bevinding
from burgerdata.findings.stemmen import state_verdeeld
from burgerdata.traject import Traject

_OORDEEL = ("ernst", "rapportcijfer", "tevredenheid", "oordeel")


def _answer_probleem(m: Materiaal) -> Opzet | None:
    ernst = m.find_vragen(gebruik=("ernst",))
    erbij = tuple(plan_deel(f"ernst_{v}", "verdeling", summarise_vraag, m.deel, v) for v in ernst[:2])
    open_ = "" if ernst else state_open(m, "Hoe ernstig mensen het vinden,", "gevraagd", gebruik=("ernst",))
    return plan_themas(m, m.find_themas(kompasvraag="bk1") or m.find_themas(), ontbreekt=open_, erbij=erbij)


def _answer_last(m: Materiaal) -> Opzet | None:
    vragen = m.find_vragen(gebruik=_OORDEEL, soort=("schaal", "stelling", "getal"))
    return plan_groepen(m, vragen[0]) if vragen else None


def _answer_oorzaken(m: Materiaal) -> Opzet | None:
    if m.deel is None or not m.has_teksten:
        return None
    themas = m.find_themas(kompasvraag="bk1") or m.find_themas()
    delen = (
        plan_deel("samen", "", count_samen, m.deel, themas),
        plan_deel("citaten", "", quote_some, m, themas),
    )
    ontbreekt = "Wat samen wordt genoemd, is nog geen oorzaak; daarvoor is doorvragen nodig."
    return Opzet(delen, ontbreekt)


def _answer_goed(m: Materiaal) -> Opzet | None:
    return plan_themas(m, m.find_themas(kompasvraag="bk2"))


def _answer_nieuw(m: Materiaal) -> Opzet | None:
    """Look at new insights that are about options; without a compass question nobody said that they are."""
    oplossingen = m.find_themas(nieuw=True, kompasvraag="bk3")
    if oplossingen or list_themas(m.traject)["kompasvraag"].notna().any():
        return plan_themas(m, oplossingen)
    ontbreekt = "Of dit oplossingen zijn, is niet vastgelegd (in themalijst.xlsx: kompasvraag bk3, opties om het doel te realiseren)."
    return plan_themas(m, m.find_themas(nieuw=True), ontbreekt=ontbreekt)


def _answer_gevolgen(m: Materiaal) -> Opzet | None:
    """Look at what people expect, and at statements about doenvermogen in whichever phase they were asked."""
    doen = find_ergens(m, gebruik=("doenvermogen",), soort=("stelling", "schaal"))
    ontbreekt = "" if doen.vragen else "Of mensen kunnen doen wat het beleid vraagt, is niet gemeten."
    if doen.elders:
        ontbreekt = f"Of mensen kunnen doen wat het beleid vraagt: {_lower(state_elders(m, doen.vragen))}"
    erbij = (
        tuple(plan_per_schaal("doenvermogen", doen.bron, doen.vragen)) if doen.vragen and doen.bron else ()
    )
    opzet = plan_themas(m, m.find_themas(kompasvraag="bk4"), ontbreekt=ontbreekt, erbij=erbij)
    if opzet is None and erbij:
        return Opzet(erbij, f"Welke gevolgen mensen verwachten, is niet gevraagd. {ontbreekt}".strip())
    return replace(opzet, kern=("themas",)) if opzet is not None and doen.elders else opzet


def _lower(zin: str) -> str:
    return zin[:1].lower() + zin[1:]


def _answer_steun(m: Materiaal) -> Opzet | None:
    """Look at votes, questions about support and dots; who supports what is asked of the questions only.

    Dots of this phase are of an evening at which nobody may have been counted.
    """
    if m.deel is None:
        los = _take_los(m)
        if los is None or not has_stippen(los):
            return None
        delen = [plan_deel("stippen", "", count_stippen, los)]
        return Opzet(tuple(delen), "Wie wat steunt en onder welke voorwaarden, is niet gevraagd.")
    steun = m.find_vragen(gebruik=("steun",))
    delen = [plan_deel("stemmen", "stemmen", summarise_stemmen, m.deel)] if has_stemmen(m.deel) else []
    delen += plan_steun(m, steun[:4])
    uit = "volgt uit de open antwoorden" if steun else "volgt niet uit stemmen"
    open_ = f"Onder welke voorwaarden mensen steunen, {uit}."
    kenmerken = m.find_kenmerken(steun[0])[:1] if steun else []
    delen += [plan_deel(f"naar_{k}", "groepen", crosstab_vraag, m.deel, steun[0], k) for k in kenmerken]
    open_ += "" if kenmerken else " Bij wie de steun groter of kleiner is, is niet gemeten."
    if has_stippen(m.traject):
        hier = has_stippen(m.deel)
        delen.append(plan_deel("stippen", "", count_stippen, m.deel if hier else m.traject))
        open_ += "" if hier else f" De stippen komen van {name_waar(m, _list_ideeen(m))}."
    return Opzet(tuple(delen), open_) if delen else None


def _take_los(m: Materiaal) -> Traject | None:
    """Return the activities of the phase of which nobody was counted; None where it has none."""
    fase = m.vraag.fase
    return m.traject.only(fase=fase) if m.traject.activiteiten["fase"].eq(fase).any() else None


def _list_ideeen(m: Materiaal) -> list[str]:
    tellingen = m.traject.tellingen
    return list(tellingen.loc[tellingen["maat"].eq("stip"), "vraag_id"].astype("str").unique())


def _answer_meningen(m: Materiaal) -> Opzet | None:
    if m.deel is not None and len(list_stellingen(m.deel)):
        gestemd = dict.fromkeys(list_stellingen(m.deel)["activiteit_id"])
        rondes = [naam for naam in gestemd if read_stemmen(m.deel, naam)[0].notna().any(axis=None)]
        delen = tuple(
            plan_deel(
                f"meningsgroepen_{naam}", "meningsgroepen", find_meningsgroepen, m.deel, activiteit_id=naam
            )
            for naam in rondes
        )
        return Opzet((*delen, plan_deel("verdeeld", "", list_verdeeld, m.deel)), bevinding=_state_meningen)
    los = m.deel if m.deel is not None else _take_los(m)
    if los is not None and has_stemmen(los):
        ontbreekt = "Wie het met elkaar eens is, volgt niet uit totalen van stemmen."
        return Opzet(
            (plan_deel("verdeeld", "stemmen", list_verdeeld, los),), ontbreekt, bevinding=_state_meningen
        )
    if m.deel is None or not m.has_teksten:
        return None
    delen = (plan_deel("minderheid", "", list_minderheid, m.deel),)
    ontbreekt = "Wie het met elkaar oneens is, volgt niet uit thema's; leg daarvoor stellingen voor."
    return Opzet(delen, ontbreekt)


def _state_meningen(tabellen: dict[str, pd.DataFrame]) -> str:
    """Return the finding about opinion groups, without any that of the statement on which people differ most."""
    groepen = next((tabel for naam, tabel in tabellen.items() if naam.startswith("meningsgroepen")), None)
    return state_bevinding(groepen) if groepen is not None else state_verdeeld(tabellen["verdeeld"])


def _answer_doorwerking(m: Materiaal) -> Opzet | None:
    return plan_doorwerking(m, ("beleidsontwikkeling",))


ANTWOORDEN: Mapping[str, Callable[[Materiaal], Opzet | None]] = {
    "bo1": plan_bereik,
    "bo2": _answer_probleem,
    "bo3": _answer_last,
    "bo4": _answer_oorzaken,
    "bo5": _answer_goed,
    "bo6": _answer_nieuw,
    "bo7": _answer_gevolgen,
    "bo8": _answer_steun,
    "bo9": _answer_meningen,
    "bo10": _answer_doorwerking,
}
