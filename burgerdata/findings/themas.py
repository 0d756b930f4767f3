"""A finding about themes within sources."""

from __future__ import annotations

import pandas as pd

from burgerdata.findings.bronnen import WAAR
from burgerdata.findings.draagvlak import weigh_themas
from burgerdata.findings.number_words import say_aantal, say_mensen
from burgerdata.findings.zinnen import (
    choose_zin,
    has_enough,
    keep_sterk,
    name_mensen,
    pick_activiteit,
    pick_hoogste,
    quote,
    start_zin,
)
from burgerdata.getallen import format_getal, format_procent, join_woorden
from burgerdata.toelichting import Toelichting

_ENKEL = {"bronnen": "bron", "activiteiten": "activiteit"}


def state_themas(tabel: pd.DataFrame, toelichting: Toelichting) -> str:
    """Return how many people name the theme named most; over several sources where it comes back."""
    sterk = keep_sterk(tabel)
    sterk = sterk[sterk["n"].fillna(0).gt(0)]
    if sterk.empty:
        return "Geen van de thema's kwam hierbij ter sprake"
    if toelichting.per:
        return _state_groepen(sterk, toelichting)
    if tabel["instrument"].nunique() > 1:
        return _state_terug(sterk, "instrument", tabel["instrument"].nunique(), "bronnen")
    laatste, waar = pick_activiteit(sterk, toelichting)
    waar = f" {waar}" if waar else ""
    gemeten = _keep_gemeten(laatste)
    if gemeten.empty and waar and not toelichting.golven:
        return _state_terug(sterk, "activiteit_id", tabel["activiteit_id"].nunique(), "activiteiten")
    if gemeten.empty:
        return _state_gehoord(pick_hoogste(laatste, "n"), waar)
    rij = pick_hoogste(gemeten, "aandeel")
    procent, thema = format_procent(float(rij["aandeel"])), quote(str(rij["thema"]))
    return choose_zin([f"{procent} van wie iets opschreef noemt{waar} {thema}", f"{procent} noemt {thema}"])


def _keep_gemeten(laatste: pd.DataFrame) -> pd.DataFrame:
    """Return the rows with a share of enough people; who sent in a signal came forward and is counted."""
    gemeten = laatste["aandeel"].notna() & has_enough(laatste["n"])
    return laatste[gemeten & laatste["instrument"].astype("str").ne("signaal")]


def _state_groepen(sterk: pd.DataFrame, toelichting: Toelichting) -> str:
    """Return a theme that comes back in every group; groups are not compared, for that would need a test."""
    groepen = sterk[toelichting.per].nunique()
    naar = "" if toelichting.per == "groep" else f" (naar {toelichting.groep_naam})"
    overal = sterk.groupby("thema", sort=False, observed=True, dropna=False)[toelichting.per].nunique()
    gedeeld = overal[overal.eq(groepen)].index
    if not len(gedeeld):
        return choose_zin([f"Geen thema komt in alle groepen terug{naar}"])
    n = (
        sterk[sterk["thema"].isin(gedeeld)]
        .groupby("thema", sort=False, observed=True, dropna=False)["n"]
        .sum()
    )
    return choose_zin([f"{quote(str(n.idxmax()))} komt in alle groepen terug{naar}"])


def _state_terug(sterk: pd.DataFrame, kolom: str, aantal: int, woord: str) -> str:
    """Return the theme that weighs most over sources or activities; counts of these are not added up in words."""
    sterk = sterk.astype({"thema": "str"})
    waarin = sterk.groupby("thema", sort=False, observed=True, dropna=False)[kolom].nunique()
    if waarin.max() == 1:
        return f"Geen thema komt in meer dan één {_ENKEL[woord]} terug"
    # activities of one instrument are of one kind of source: only what they share is told
    mee = waarin if kolom == "instrument" else waarin[waarin.eq(waarin.max())]
    thema = str(weigh_themas(sterk[sterk["thema"].isin(mee.index)], waarin).idxmax())
    if waarin[thema] == 1:
        return _state_enkele(sterk[sterk["thema"].eq(thema)])
    hoe = (
        "beide"
        if aantal == 2
        else f"alle {say_aantal(aantal)} de"
        if waarin[thema] == aantal
        else f"{say_aantal(int(waarin[thema]))} van de {say_aantal(aantal)}"
    )
    return choose_zin([f"{quote(str(thema))} komt in {hoe} {woord} terug"])


def _state_enkele(rijen: pd.DataFrame) -> str:
    """Return how many people name a theme that weighs most though only one source knows it."""
    gemeten = _keep_gemeten(rijen)
    rij = pick_hoogste(rijen, "n") if gemeten.empty else pick_hoogste(gemeten, "aandeel")
    thema, waar = quote(str(rij["thema"])), WAAR.get(str(rij["instrument"]), "")
    if len(gemeten):
        procent = format_procent(float(rij["aandeel"]))
        return choose_zin(
            [f"{procent} van wie iets opschreef noemt {waar} {thema}", f"{procent} noemt {thema}"]
        )
    return _state_gehoord(rij, f" {waar}")


def _state_gehoord(rij: pd.Series, waar: str) -> str:
    """Return how many people in talks named a theme; of how many stands beside it, for a title holds one number."""
    aantal = "één deelnemer" if rij["n"] == 1 else f"{format_getal(rij['n'])} deelnemers"
    return choose_zin([f"{quote(str(rij['thema']))} komt{waar} bij {aantal} aan de orde"])


def explain_themas(tabel: pd.DataFrame, toelichting: Toelichting) -> list[str]:
    """Return how many named the first theme and its interval, and which themes come next; of the last activity."""
    sterk = keep_sterk(tabel)
    sterk = sterk[sterk["n"].fillna(0).gt(0)]
    if sterk.empty or toelichting.per or tabel["instrument"].nunique() > 1:
        return []
    laatste = pick_activiteit(sterk, toelichting)[0]
    gemeten = _keep_gemeten(laatste)
    if gemeten.empty:
        return _explain_talks(laatste.sort_values("n", ascending=False, kind="stable"))
    volgorde = gemeten.sort_values("aandeel", ascending=False, kind="stable")
    eerste = volgorde.iloc[0]
    # who left the open question empty is not in the base
    schrijvers = f"{name_mensen(toelichting)} die iets opschreven"
    wie = say_mensen(float(eerste["aandeel"]), int(eerste["basis"]), wie=schrijvers)
    grens = "" if toelichting.zelfselectie else _say_interval(eerste)
    zinnen = [f"{start_zin(wie)} noemt {quote(str(eerste['thema']))}{grens}"]
    andere = [
        f"{quote(str(rij['thema']))} ({format_procent(float(rij['aandeel']))})"
        for _, rij in volgorde[1:3].iterrows()
    ]
    return [*zinnen, *_say_next(andere)]


def _explain_talks(volgorde: pd.DataFrame) -> list[str]:
    eerste = volgorde.iloc[0]
    kop = f"{format_getal(eerste['n'])} van de {format_getal(eerste['basis'])} deelnemers"
    werkwoord = "noemt" if eerste["n"] == 1 else "noemen"
    andere = [f"{quote(str(rij['thema']))} ({format_getal(rij['n'])})" for _, rij in volgorde[1:3].iterrows()]
    return [
        f"{kop} {werkwoord} {quote(str(eerste['thema']))}",
        *_say_next(andere),
    ]


def _say_next(andere: list[str]) -> list[str]:
    if not andere:
        return []
    return [f"Daarna {'volgt' if len(andere) == 1 else 'volgen'} {join_woorden(andere)}"]


def _say_interval(rij: pd.Series) -> str:
    if pd.isna(rij["onder"]) or pd.isna(rij["boven"]):
        return ""
    return (
        f"; waarschijnlijk ligt dit tussen {format_procent(rij['onder'])} en {format_procent(rij['boven'])}"
    )
