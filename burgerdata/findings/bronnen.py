"""A finding about the same themes in several sources."""

from __future__ import annotations

import pandas as pd

from burgerdata.findings.number_words import say_aantal
from burgerdata.findings.zinnen import choose_zin, has_enough, quote
from burgerdata.toelichting import Toelichting


def state_bronnen(tabel: pd.DataFrame, toelichting: Toelichting) -> str:
    """Return the theme that comes back in most sources, or that none is in more than one.

    A source is an instrument, with the theme in every wave or group of it. In a survey a theme counts from ten people on.
    """
    gevraagd = tabel[tabel["gevraagd"].fillna(False).astype("bool")]
    bronnen = gevraagd["instrument"].nunique()
    # a source counts when no activity of it is without the theme: waves and groups are not averaged away
    genoemd = gevraagd[_is_named(gevraagd)]
    if genoemd.empty or bronnen == 0:
        return "Geen van de thema's is in deze bronnen genoemd"
    per_bron = gevraagd.assign(genoemd=_is_named(gevraagd)).groupby(
        ["thema", "instrument"], sort=False, observed=True
    )
    overal = per_bron["genoemd"].all().reset_index()
    aantal = overal[overal["genoemd"]].groupby("thema", sort=False)["instrument"].nunique()
    if aantal.empty:
        return "Geen thema komt in meer dan één bron terug"
    meest = int(aantal.max())
    kandidaten = genoemd[genoemd["thema"].isin(aantal[aantal.eq(meest)].index)]
    bereik = (kandidaten["n"].astype("float64") / kandidaten["basis"].astype("float64")).groupby(
        kandidaten["thema"], sort=False
    )
    thema = quote(str(bereik.mean().idxmax()))
    if bronnen == 1:
        return choose_zin([f"{thema} is in de enige bron genoemd"])
    if meest == bronnen:
        hoeveel = "beide bronnen" if bronnen == 2 else f"alle {say_aantal(bronnen)} de bronnen"
        return choose_zin([f"{thema} komt in {hoeveel} terug"])
    if meest == 1:
        return "Geen thema komt in meer dan één bron terug"
    return choose_zin([f"{thema} komt in {say_aantal(meest)} van de {say_aantal(bronnen)} bronnen terug"])


def _is_named(tabel: pd.DataFrame) -> pd.Series:
    gemeten = tabel["instrument"].isin(("enquete", "klantpanel"))
    genoemd = (has_enough(tabel["n"]) | (~gemeten & tabel["n"].fillna(0).gt(0))).astype("bool")
    return genoemd & ~tabel["onderdrukt"].fillna(False).astype("bool") if "onderdrukt" in tabel else genoemd
