"""A finding about a mean."""

from __future__ import annotations

import re

import pandas as pd

from burgerdata.findings.zinnen import (
    GEEN_TOETS,
    GROEP,
    choose_zin,
    has_enough,
    is_gelijk,
    is_genoemd,
    is_getoetst,
    join_quotes,
    keep_sterk,
    name_groepen,
    name_onderwerp,
    pick_activiteit,
    pick_hoogste,
    quote,
    quote_apart,
)
from burgerdata.getallen import format_getal, join_woorden
from burgerdata.toelichting import Toelichting

_VOORAF, _ACHTERAF = "vooraf", "achteraf"
_EENS = re.compile(r"\boneens\b.*\beens$", re.IGNORECASE)
"""The ends of a scale of agreement, from disagree to agree: there "higher" is agreeing more."""


def state_cijfer(tabel: pd.DataFrame, toelichting: Toelichting) -> str:
    """Return the mean of the last wave or the largest activity, or with groups those that the test marked."""
    onderwerp = name_onderwerp(toelichting)
    sterk = _keep_getoond(tabel, toelichting)
    sterk = sterk[sterk["gemiddelde"].notna()]
    if sterk.empty:
        return choose_zin(
            [f"Over {quote(toelichting.onderwerp)} zijn te weinig antwoorden om iets te zeggen"]
        )
    if toelichting.per:
        return _state_groepen(sterk, toelichting)
    alle = sterk
    sterk, waar = pick_activiteit(sterk, toelichting)
    getal = format_getal(float(sterk["gemiddelde"].iloc[-1]), 1)
    waar = f" {waar}" if waar else ""
    schaal = f" op een schaal van {toelichting.schaal}" if toelichting.schaal else ""
    hoe = f"is{waar} gemiddeld {getal}{schaal}{_add_vooraf(alle, sterk)}"
    return choose_zin(
        [
            f"{onderwerp} {hoe}",
            f"{quote(toelichting.onderwerp, langst=50)} {hoe}",
            f"{name_onderwerp(toelichting, langst=30)} {hoe}",
            f"{quote(toelichting.onderwerp, langst=30)} {hoe}",
        ]
    )


def _add_vooraf(alle: pd.DataFrame, gekozen: pd.DataFrame) -> str:
    """Return what it was before, behind a mean that was asked both before and after: alone that mean says no change."""
    naam = str(gekozen["activiteit_id"].iloc[-1]) if "activiteit_id" in gekozen else ""
    if not naam.endswith(_ACHTERAF):
        return ""
    vooraf = alle[alle["activiteit_id"].astype("str").eq(naam.removesuffix(_ACHTERAF) + _VOORAF)]
    return f"; vooraf was dat {format_getal(float(vooraf['gemiddelde'].iloc[0]), 1)}" if len(vooraf) else ""


def _keep_getoond(tabel: pd.DataFrame, toelichting: Toelichting) -> pd.DataFrame:
    """Return the rows that a sentence may rest on: of talks as a whole those of which the table prints the mean."""
    if not toelichting.kwalitatief or toelichting.per:
        return keep_sterk(tabel)
    return keep_sterk(tabel[has_enough(tabel["basis"])].assign(kwalitatief=True))


def _state_groepen(sterk: pd.DataFrame, toelichting: Toelichting) -> str:
    onderwerp = name_onderwerp(toelichting, langst=30)
    laatste = pick_activiteit(sterk, toelichting)[0]
    if _EENS.search(toelichting.antwoorden) and (zin := _state_eens(laatste, toelichting)):
        return zin
    delen: list[str] = []
    lang: list[str] = []
    gemerkt: list[str] = []
    for teken, woord in (("▼", "lager"), ("▲", "hoger")):
        groepen = name_groepen(laatste[laatste["verschilt"].eq(teken)][toelichting.per], toelichting)
        if groepen:
            delen.append(f"{woord} bij {join_quotes(groepen)}")
            lang.append(f"{woord} bij {join_woorden(quote_apart(groepen, langst=GROEP[0]))}")
            gemerkt += groepen
    if not delen and not is_getoetst(laatste) and is_gelijk(laatste, toelichting.per, "gemiddelde"):
        naar = f"verschilt niet naar {toelichting.groep_naam}"
        return choose_zin([f"{onderwerp} {naar}", f"Het {naar}"])
    if not delen and not is_getoetst(laatste):
        return choose_zin(
            [
                f"{onderwerp} is niet te vergelijken naar {toelichting.groep_naam}: te weinig groepen",
                GEEN_TOETS,
            ]
        )
    if not delen:
        return choose_zin(
            [
                f"{onderwerp} verschilt niet aantoonbaar naar {toelichting.groep_naam}",
                f"Er is geen verschil aangetoond naar {toelichting.groep_naam}",
            ]
        )
    twee = len(delen) == len(gemerkt) == len(laatste) == 2  # each is the rest of the other
    andere = [gemerkt[1].removeprefix(f"{toelichting.groep_naam}: ")] if twee else []
    andere = [gemerkt[1], *andere] if andere and len(gemerkt[1]) <= GROEP[1] else andere
    return choose_zin(
        [
            *(
                f"{onderwerp} is {deel} dan bij {quote_apart([gemerkt[0], ander])[1]}"
                for deel in (lang[0], delen[0])
                for ander in andere
            ),
            f"{onderwerp} is {join_woorden(delen)} dan bij de rest",
            f"{onderwerp} is {delen[0]} dan bij de rest",
            f"{quote(toelichting.onderwerp, langst=30)} is {delen[0]} dan bij de rest",
            f"{onderwerp} verschilt naar {toelichting.groep_naam}",
        ]
    )


def _state_eens(laatste: pd.DataFrame, toelichting: Toelichting) -> str:
    """Return which group agrees more or less with a statement, that of the clearest test; empty where none was marked."""
    gemerkt = laatste[laatste["verschilt"].isin(("▲", "▼"))]
    if gemerkt.empty:
        return ""
    rij = pick_hoogste(gemerkt.assign(zeker=-gemerkt["p_aangepast"]), "zeker")
    groep = name_groepen([rij[toelichting.per]], toelichting)
    lang, kort = (quote_apart(groep, langst=langst)[0] for langst in GROEP)
    hoe = "meer" if rij["verschilt"] == "▲" else "minder"
    # "bij": a group may be named after a thing (‘huurwoning’), which agrees with nothing
    vormen = [(lang, " dan de rest", langst) for langst in (50, 40, 24)]
    vormen += [(lang, "", 24), (kort, " dan de rest", 24), (kort, "", 24)]
    return choose_zin(
        [
            f"Bij {wie} is men het {hoe}{rest} eens met {quote(toelichting.onderwerp, langst=langst)}"
            for wie, rest, langst in vormen
        ]
    )


def explain_cijfer(tabel: pd.DataFrame, toelichting: Toelichting) -> list[str]:
    """Return the interval of the mean, or with groups the means of those that the finding names beside everyone's.

    Of people who came forward themselves there is no interval: nobody was drawn.
    """
    sterk = _keep_getoond(tabel, toelichting)
    sterk = sterk[sterk["gemiddelde"].notna()]
    if sterk.empty:
        return []
    laatste = pick_activiteit(sterk, toelichting)[0]
    if not toelichting.per:
        rij = laatste.iloc[-1]
        if toelichting.kwalitatief:
            return [f"Dat is van {format_getal(rij['basis'])} deelnemers"]
        if pd.isna(rij["onder"]) or pd.isna(rij["boven"]) or toelichting.zelfselectie:
            return []
        onder, boven = format_getal(float(rij["onder"]), 1), format_getal(float(rij["boven"]), 1)
        return [f"Het gemiddelde ligt waarschijnlijk tussen {onder} en {boven}"]
    anders = laatste[laatste["verschilt"].isin(["▲", "▼"])]
    zin = _state_groepen(sterk, toelichting)
    namen = zip(anders[toelichting.per], name_groepen(anders[toelichting.per], toelichting), strict=True)
    genoemd = [any(is_genoemd(str(naam), zin) for naam in paar) for paar in namen]
    anders = anders[genoemd] if any(genoemd) else anders
    delen = [
        f"bij {quote(str(rij[toelichting.per]), langst=30)} {format_getal(float(rij['gemiddelde']), 1)}"
        for _, rij in anders.iterrows()
    ]
    if not delen:
        return []
    totaal = (
        f"; over iedereen {format_getal(float(anders['totaal'].iloc[0]), 1)}" if "totaal" in anders else ""
    )
    schaal = f", op een schaal van {toelichting.schaal}" if toelichting.schaal else ""
    return [f"Gemiddeld is het {join_woorden(delen)}{totaal}{schaal}"]
