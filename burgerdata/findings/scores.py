"""Findings about scores: the net promoter score, high grades, statements by their net score, and pairs of groups."""

from __future__ import annotations

import pandas as pd

from burgerdata.findings.zinnen import (
    GEEN_TOETS,
    choose_zin,
    keep_sterk,
    name_onderwerp,
    pick_activiteit,
    pick_hoogste,
    quote,
)
from burgerdata.getallen import format_procent, format_verschil
from burgerdata.toelichting import Toelichting

_GEEN = "Hierover zijn te weinig antwoorden om iets te zeggen"


def state_nps(tabel: pd.DataFrame, toelichting: Toelichting) -> str:
    """Return the net promoter score of the last wave or the largest activity; per group that none was tested."""
    sterk = keep_sterk(tabel).dropna(subset="nps")
    onderwerp = quote(toelichting.onderwerp)
    if sterk.empty:
        return _GEEN
    if toelichting.per:
        return choose_zin([f"De NPS bij {onderwerp} staat hier per {toelichting.groep_naam}"])
    sterk, waar = pick_activiteit(sterk, toelichting)
    return choose_zin(
        [f"De NPS is{f' {waar}' if waar else ''} {format_verschil(float(sterk['nps'].iloc[-1]), 0)}"]
    )


def state_hoog(tabel: pd.DataFrame, toelichting: Toelichting) -> str:
    """Return how many give a grade of eight or more; per group that none was tested."""
    sterk = keep_sterk(tabel).dropna(subset="hoog")
    if sterk.empty:
        return _GEEN
    onderwerp = name_onderwerp(toelichting, langst=30)
    if toelichting.per:
        return choose_zin(
            [f"Hoge cijfers voor {onderwerp} per {toelichting.groep_naam}: de verschillen zijn niet getoetst"]
        )
    sterk, waar = pick_activiteit(sterk, toelichting)
    deel = format_procent(float(sterk["hoog"].iloc[-1]))
    waar = f" {waar}" if waar else ""
    return choose_zin(
        [f"{deel} geeft{waar} een acht of hoger: {onderwerp}", f"{deel} geeft{waar} een acht of hoger"]
    )


def state_netto(tabel: pd.DataFrame) -> str:
    """Return the statement with the least favourable net score, or that all are more agreed with than not."""
    sterk = keep_sterk(tabel).dropna(subset="netto")
    if sterk.empty:
        return _GEEN
    rij = pick_hoogste(sterk.assign(laag=-sterk["netto"]), "laag")
    if rij["netto"] >= 0:
        return choose_zin(
            [f"Het minst gunstige saldo heeft {quote(str(rij['kort']))}, en ook dat is gunstig"]
        )
    return choose_zin([f"{quote(str(rij['kort']))} krijgt meer ongunstige dan gunstige antwoorden"])


def state_paren(tabel: pd.DataFrame, toelichting: Toelichting) -> str:
    """Return the clearest difference between two groups that the test marked, or that none was shown."""
    anders = tabel["hoger"].eq(True) | tabel["lager"].eq(True)
    zeker = tabel[(anders & tabel["p_aangepast"].notna()).to_numpy(dtype=bool, na_value=False)]
    onderwerp = name_onderwerp(toelichting, langst=30)
    if zeker.empty:
        if tabel.empty:
            return "De groepen zijn niet getoetst"
        if tabel["hoger"].notna().all() and tabel["p_aangepast"].isna().all():  # alike: nothing to test
            zin = "De groepen verschillen niet"
            return choose_zin([f"{zin} in {quote(toelichting.onderwerp)}", zin])
        if tabel["p_aangepast"].isna().all():
            return GEEN_TOETS
        return choose_zin(
            [
                f"Tussen de groepen is geen verschil aangetoond in {quote(toelichting.onderwerp)}",
                "Tussen de groepen is geen verschil aangetoond",
            ]
        )
    rij = pick_hoogste(zeker.assign(zeker=-zeker["p_aangepast"]), "zeker")
    namen = (quote(str(rij["groep"]), langst=24), quote(str(rij["andere"]), langst=24))
    eerste, ander = namen if rij["hoger"] else namen[::-1]
    label = quote(str(rij["label"]), langst=24)
    if str(rij["label"]) in ("", "gemiddelde"):
        return choose_zin(
            [
                f"{onderwerp} is hoger bij {eerste} dan bij {ander}",
                f"{quote(toelichting.onderwerp, langst=24)} is hoger bij {eerste} dan bij {ander}",
            ]
        )
    return choose_zin(
        [
            f"Bij {eerste} antwoordt men op {quote(toelichting.onderwerp)} vaker {label} dan bij {ander}",
            f"Bij {eerste} antwoordt men vaker {label} dan bij {ander}",
        ]
    )
