"""A finding about how answers are divided."""

from __future__ import annotations

import pandas as pd

from burgerdata.findings.number_words import say_mensen
from burgerdata.findings.zinnen import (
    choose_zin,
    has_enough,
    keep_sterk,
    name_mensen,
    pick_activiteit,
    pick_hoogste,
    quote,
    refuse_onmogelijk,
    start_zin,
)
from burgerdata.getallen import format_getal, format_procent
from burgerdata.toelichting import RANGORDE, Toelichting


def state_verdeling(tabel: pd.DataFrame, toelichting: Toelichting) -> str:
    """Return the answer given most, of the last wave or the largest activity; in talks as a number of people."""
    onderwerp = quote(toelichting.onderwerp)
    if toelichting.per:
        wat = "meldingen over" if toelichting.gemeld else "antwoorden op"
        return choose_zin([f"De {wat} {onderwerp} staan hier per {toelichting.groep_naam}"])
    sterk = tabel if toelichting.kwalitatief else keep_sterk(tabel)
    sterk, waar = pick_activiteit(sterk, toelichting)
    waar = f"{waar} " if waar else ""
    sterk = sterk[sterk["n"].fillna(0).gt(0)]
    if sterk.empty:
        return choose_zin([f"Over {onderwerp} zijn te weinig antwoorden om iets te zeggen"])
    if toelichting.kwalitatief:
        rij = pick_hoogste(sterk, "n")
        return choose_zin(_list_gesprek(rij, toelichting.onderwerp))
    sterk = sterk[has_enough(sterk["n"]) & sterk["aandeel"].notna()]
    if sterk.empty:
        return choose_zin([f"Over {onderwerp} zijn te weinig antwoorden om iets te zeggen"])
    rij = pick_hoogste(sterk, "aandeel")
    if toelichting.gemeld or (toelichting.zelfselectie and _is_geteld(sterk)):
        over, basis = quote(str(rij["label"])), format_getal(rij["basis"])
        wie = "meldingen" if toelichting.berichten else "melders"
        melders = f"Bij {format_getal(rij['n'])} van de {basis} {wie} gaat het om"
        return choose_zin([f"{melders} {over}", f"{melders} {quote(str(rij['label']), langst=30)}"])
    procent, label = format_procent(rij["aandeel"]), _quote_antwoord(str(rij["label"]), toelichting)
    zegt = _name_zeggen(toelichting)
    wie = f"{procent} van de {name_mensen(toelichting)}"
    zinnen = [f"{wie} {zegt} {label} bij {onderwerp}", f"{procent} {zegt} {label} bij {onderwerp}"]
    if waar:
        zinnen = [f"{waar}{zegt} {procent} {label} bij {onderwerp}"]
    kort = quote(toelichting.onderwerp, langst=20)
    antwoord = _quote_antwoord(str(rij["label"]), toelichting, langst=24)
    return choose_zin([*zinnen, f"{kort}: {waar}{zegt} {procent} {antwoord}"])


def _name_zeggen(toelichting: Toelichting) -> str:
    """Return what people do with an answer: of a list from which they may name several, they choose, or they order it."""
    if toelichting.antwoorden == RANGORDE:
        return "zet"
    return "kiest" if toelichting.antwoorden.startswith("Meer antwoorden") else "antwoordt"


def _quote_antwoord(label: str, toelichting: Toelichting, **maat: int) -> str:
    """Return an answer in quotes; of an order with the place that people gave it."""
    plaats = " op de eerste plaats" if toelichting.antwoorden == RANGORDE else ""
    return f"{quote(label, **maat)}{plaats}"


def _is_geteld(tabel: pd.DataFrame) -> bool:
    """Return whether these are signals, of which a category was filled in: such a table has shares and no interval at all."""
    return "se" in tabel and bool(tabel[["se", "onder", "boven"]].isna().all(axis=None))


def _list_gesprek(rij: pd.Series, onderwerp: str) -> list[str]:
    """Return what people in talks answered to which question, the whole sentence first; each names its base."""
    n, basis, label = format_getal(rij["n"]), format_getal(rij["basis"]), str(rij["label"])
    return [
        f"{n} van de {basis} deelnemers antwoorden {quote(label)} op {quote(onderwerp)}",
        f"{quote(onderwerp)}: {n} van de {basis} kiezen {quote(label)}",
        f"{quote(onderwerp)}: {n} van {basis} kiezen {quote(label)}",
        f"{quote(onderwerp, langst=24)}: {n} van {basis} kiezen {quote(label, langst=30)}",
    ]


def explain_verdeling(tabel: pd.DataFrame, toelichting: Toelichting) -> list[str]:
    """Return the share of the answer given most with its interval, and the answer that comes next.

    What the finding says already is not said again. Of people who came forward themselves there is no interval: nobody
    was drawn.
    """
    if toelichting.per or toelichting.kwalitatief:
        return []
    sterk = pick_activiteit(keep_sterk(tabel), toelichting)[0]
    sterk = sterk[has_enough(sterk["n"]) & sterk["aandeel"].notna()]
    if sterk.empty:
        return []
    volgorde = sterk.sort_values("aandeel", ascending=False, kind="stable")
    if toelichting.gemeld or (toelichting.zelfselectie and _is_geteld(sterk)):
        return [
            f"Daarna volgt {quote(str(tweede['label']))} ({format_getal(tweede['n'])})"
            for _, tweede in volgorde.iloc[1:2].iterrows()
        ]
    rij = volgorde.iloc[0]
    wie = say_mensen(float(rij["aandeel"]), int(rij["basis"]), wie=name_mensen(toelichting))
    grens = ""
    if pd.notna(rij["onder"]) and pd.notna(rij["boven"]) and not toelichting.zelfselectie:
        grens = (
            f"waarschijnlijk ligt dit tussen {format_procent(rij['onder'])} en {format_procent(rij['boven'])}"
        )
    zin = f"{wie} {_name_zeggen(toelichting)} {_quote_antwoord(str(rij['label']), toelichting)}"
    bevinding = refuse_onmogelijk(state_verdeling(tabel, toelichting))
    gezegd = wie.startswith(format_procent(rij["aandeel"])) and quote(str(rij["label"])) in bevinding
    zinnen = [start_zin("; ".join(filter(None, ["" if gezegd else zin, grens])))]
    if len(volgorde) > 1:
        tweede = volgorde.iloc[1]
        zinnen.append(f"Daarna volgt {quote(str(tweede['label']))} ({format_procent(tweede['aandeel'])})")
    return [zin for zin in zinnen if zin]
