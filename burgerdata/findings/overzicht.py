"""Findings about the small tables that one report question has: recognised by their columns."""

from __future__ import annotations

import re

import pandas as pd

from burgerdata.findings.number_words import say_aantal
from burgerdata.findings.zinnen import HOOGSTE_P, choose_zin, pick_activiteit, quote, start_zin
from burgerdata.getallen import format_getal
from burgerdata.toelichting import read_toelichting

_EERST = "eerst verbeteren"
_TE_WEINIG = "Hierover zijn te weinig antwoorden om iets te zeggen"


def state_prioriteiten(tabel: pd.DataFrame) -> str:
    """Return the aspects that are important and judged low, or that there is none."""
    getoond = _keep_getoond(tabel)
    eerst = [str(naam) for naam in getoond[getoond["vak"].eq(_EERST)]["aspect"]]
    if getoond["vak"].isna().all():
        return _TE_WEINIG
    if not eerst:
        return "Geen onderdeel is tegelijk belangrijk en laag beoordeeld"
    if len(eerst) == 1:
        return choose_zin([f"{quote(eerst[0])} is belangrijk en krijgt een laag oordeel"])
    twee = (
        [f"{quote(eerst[0])} en {quote(eerst[1])} zijn belangrijk en krijgen een laag oordeel"]
        if len(eerst) == 2
        else []
    )
    veel = f"{say_aantal(len(eerst))} onderdelen zijn belangrijk en krijgen een laag oordeel"
    return choose_zin([*twee, start_zin(veel)])


def state_verband(tabel: pd.DataFrame) -> str:
    """Return the first question whose interval does not hold nought, or that none hangs together; never a cause.

    A correlation of 1 or -1 has no interval, but a test.

    Of several activities that is of the last wave, or of the one with the most people, by name.
    """
    onderwerp = re.sub(r"^wat samenhangt met ", "", read_toelichting(tabel).onderwerp) or "het oordeel"
    getoond = _keep_getoond(tabel)
    getoond, waar = pick_activiteit(getoond.assign(basis=getoond["n"]), read_toelichting(tabel))
    hier = f" {waar}" if waar else ""
    p = getoond["p_waarde"] if "p_waarde" in getoond else pd.Series(float("nan"), index=getoond.index)
    zonder = getoond["onder"].isna() & p.lt(HOOGSTE_P).fillna(False)
    zeker = getoond[getoond["onder"].gt(0) | getoond["boven"].lt(0) | zonder]
    if zeker.empty:
        return choose_zin(
            [
                f"Er is{hier} geen samenhang met {onderwerp} aangetoond",
                f"Er is{hier} geen samenhang aangetoond",
            ]
        )
    anders = quote(str(zeker["kort"].iloc[0]))
    return choose_zin(
        [f"{onderwerp} hangt{hier} samen met {anders}", f"Het oordeel hangt{hier} samen met {anders}"]
    )


def state_samen(tabel: pd.DataFrame) -> str:
    """Return the pair of themes that most people named together."""
    getoond = _keep_getoond(tabel)
    if getoond.empty:
        return _TE_WEINIG
    een, ander = str(getoond["thema"].iloc[0]), str(getoond["samen_met"].iloc[0])
    return choose_zin([f"{quote(een)} wordt vaak samen met {quote(ander, langst=24)} genoemd"])


def state_minderheid(tabel: pd.DataFrame) -> str:
    """Return the largest theme that a quarter of the people or fewer named."""
    getoond = _keep_getoond(tabel)
    if getoond.empty:
        return _TE_WEINIG
    return choose_zin(
        [f"{quote(str(getoond['thema'].iloc[0]))} is een punt van een minderheid van de deelnemers"]
    )


def state_kosten(tabel: pd.DataFrame) -> str:
    """Return what one participant cost, in whole euros."""
    euro = tabel["euro"].iloc[0]
    if pd.isna(euro):
        return "De kosten per deelnemer zijn niet te berekenen"
    return f"Het betrekken kostte {format_getal(euro)} euro per deelnemer"


def state_stippen(tabel: pd.DataFrame) -> str:
    """Return at how many tables the idea that came first most often got the most dots.

    Where another idea came first as often, or all dots stand on one table, it is told how many dots the first one has.
    """
    rij = tabel.iloc[0]
    eigen = tabel[tabel["activiteit_id"].eq(rij["activiteit_id"])]
    per_tafel = "tafels" in tabel and int(rij["tafels"]) > 1
    if not per_tafel or eigen["eerste"].eq(rij["eerste"]).sum() > 1:
        aantal = (
            f"{format_getal(int(rij['stippen']))} van de {format_getal(int(eigen['stippen'].sum()))} stippen"
        )
        return choose_zin([f"{quote(str(rij['idee']), langst=lengte)} kreeg {aantal}" for lengte in (45, 30)])
    eerste, tafels = int(rij["eerste"]), int(rij["tafels"])
    waar = (
        f"aan alle {say_aantal(tafels)} de tafels"
        if eerste == tafels
        else f"aan {say_aantal(eerste)} van de {say_aantal(tafels)} tafels"
    )
    zinnen = [
        f"{quote(str(rij['idee']), langst=lengte)} kreeg {waar} de meeste stippen" for lengte in (45, 30)
    ]
    return choose_zin(zinnen)


def state_grenzen(tabel: pd.DataFrame) -> str:
    """Return how many report questions were not measured, and how many were answered in part."""
    if tabel.empty:
        return "Geen enkele rapportvraag bleef zonder meting"
    deels = int(tabel["dekking"].eq("deels").sum()) if "dekking" in tabel else 0
    niet = len(tabel) - deels
    rest = f"rapportvra{'ag' if (niet or deels) == 1 else 'gen'} {'is' if (niet or deels) == 1 else 'zijn'}"
    if not niet:
        return choose_zin([f"{say_aantal(deels)} {rest} maar voor een deel beantwoord"])
    zin = f"{say_aantal(niet)} {rest} niet gemeten"
    return choose_zin([f"{zin} en {say_aantal(deels)} voor een deel", zin] if deels else [zin])


def _keep_getoond(tabel: pd.DataFrame) -> pd.DataFrame:
    """Return the rows that are not suppressed."""
    if "onderdrukt" not in tabel:
        return tabel
    return pd.DataFrame(tabel[~tabel["onderdrukt"].fillna(False).astype("bool")])
