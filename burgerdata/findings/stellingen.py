"""A finding about statements."""

from __future__ import annotations

import pandas as pd

from burgerdata.findings.number_words import say_mensen
from burgerdata.findings.zinnen import (
    choose_zin,
    has_enough,
    keep_sterk,
    name_mensen,
    pick_hoogste,
    quote,
    start_zin,
)
from burgerdata.getallen import format_procent
from burgerdata.toelichting import Toelichting


def state_stellingen(tabel: pd.DataFrame, toelichting: Toelichting) -> str:
    """Return how many agree or disagree with the statement on which opinions lean most to one side.

    No statement is compared with another: that would need a test.
    """
    kanten = _sum_kanten(tabel)
    if toelichting.kwalitatief or kanten.empty:
        return "Over de stellingen zijn te weinig antwoorden om iets te zeggen"
    rij = pick_hoogste(kanten.assign(afstand=kanten["overwicht"].abs()), "afstand")
    eens = rij["overwicht"] >= 0
    procent = format_procent(rij["hoog"] if eens else rij["laag"])
    if not rij["eens_schaal"]:
        woord = str(rij["labels_hoog"] if eens else rij["labels_laag"])
        zinnen = [f"{procent} antwoordt {woord} bij {quote(rij['kort'])}", f"{procent} antwoordt {woord}"]
        return choose_zin(zinnen)
    woord = "eens" if eens else "oneens"
    return choose_zin(
        [
            f"{procent} van de {name_mensen(toelichting)} is het {woord} met {quote(rij['kort'], langst=50)}",
            f"{procent} is het {woord} met {quote(rij['kort'])}",
        ]
    )


def _sum_kanten(tabel: pd.DataFrame) -> pd.DataFrame:
    """Return per statement the share on either side of the middle of the scale; a suppressed side is missing.

    With one side missing a statement has a row only when the other is a majority: what is hidden cannot outweigh it.
    """
    rijen = []
    sterk = keep_sterk(tabel).index
    for (_, kort), deel in tabel.groupby(["activiteit_id", "kort"], sort=False, observed=True):
        deel = deel.sort_values("volgorde", kind="stable")
        helft = len(deel) // 2
        laag, hoog = deel.head(helft), deel.tail(helft)
        if helft:
            eens_schaal = deel["label"].str.casefold().str.contains("eens").iloc[[0, -1]].all()
            omgekeerd = eens_schaal and "oneens" not in str(deel["label"].iloc[0]).casefold()
            if omgekeerd:
                laag, hoog = hoog, laag
            rijen.append(
                {
                    "kort": str(kort),
                    "laag": _sum_kant(laag, sterk),
                    "hoog": _sum_kant(hoog, sterk),
                    "labels_laag": _name_labels(laag),
                    "labels_hoog": _name_labels(hoog),
                    "eens_schaal": bool(eens_schaal),
                }
            )
    kolommen = ["kort", "laag", "hoog", "labels_laag", "labels_hoog", "eens_schaal"]
    frame = pd.DataFrame(rijen, columns=kolommen).astype({"laag": "float64", "hoog": "float64"})
    onder, boven = frame["laag"], frame["hoog"]
    frame = frame.assign(overwicht=boven.fillna(1 - onder) - onder.fillna(1 - boven))
    zeker = (onder.notna() & boven.notna()) | onder.gt(0.5) | boven.gt(0.5)
    return frame[zeker].reset_index(drop=True)


def _sum_kant(kant: pd.DataFrame, sterk: pd.Index) -> float:
    """Return the share of one side, missing when a part of it is suppressed or few people stand there."""
    heel = kant.index.isin(sterk).all() and not kant["aandeel"].isna().any()
    genoeg = heel and has_enough(pd.Series([kant["n"].sum()])).all()
    return float(kant["aandeel"].sum()) if genoeg else float("nan")


def _name_labels(deel: pd.DataFrame) -> str:
    return " of ".join(quote(str(label), langst=24) for label in deel["label"])


def explain_stellingen(tabel: pd.DataFrame, toelichting: Toelichting) -> list[str]:
    """Return both sides of the statement of the finding, in number words."""
    kanten = _sum_kanten(tabel)
    if toelichting.kwalitatief or kanten.empty:
        return []
    rij = pick_hoogste(kanten.assign(afstand=kanten["overwicht"].abs()), "afstand")
    sterk = keep_sterk(tabel)
    basis = int(sterk[sterk["kort"].astype("str").eq(rij["kort"])]["basis"].max())
    meer, minder = ("hoog", "laag") if rij["overwicht"] >= 0 else ("laag", "hoog")
    kop = say_mensen(rij[meer], basis, wie=name_mensen(toelichting))
    woorden = {"hoog": "eens", "laag": "oneens"}
    if not rij["eens_schaal"]:
        woorden = {kant: str(rij[f"labels_{kant}"]) for kant in woorden}
    ander = "" if pd.isna(rij[minder]) else f", {format_procent(rij[minder])} {woorden[minder]}"
    zegt = "is het hiermee" if rij["eens_schaal"] else "antwoordt"
    return [start_zin(f"{kop} {zegt} {woorden[meer]}{ander}")]
