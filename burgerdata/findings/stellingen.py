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
    """Return per statement the share on either side of the middle of the scale; a suppressed side gives no row."""
    rijen = []
    sterk = keep_sterk(tabel).index
    for (_, kort), deel in tabel.groupby(["activiteit_id", "kort"], sort=False, observed=True):
        deel = deel.sort_values("volgorde", kind="stable")
        helft = len(deel) // 2
        laag, hoog = deel.head(helft), deel.tail(helft)
        kanten = pd.concat([laag, hoog])
        if (
            helft
            and kanten.index.isin(sterk).all()
            and not kanten["aandeel"].isna().any()
            and has_enough(pd.Series([laag["n"].sum(), hoog["n"].sum()])).all()
        ):
            eens_schaal = deel["label"].str.casefold().str.contains("eens").iloc[[0, -1]].all()
            omgekeerd = eens_schaal and "oneens" not in str(deel["label"].iloc[0]).casefold()
            if omgekeerd:
                laag, hoog = hoog, laag
            rijen.append(
                {
                    "kort": str(kort),
                    "laag": float(laag["aandeel"].sum()),
                    "hoog": float(hoog["aandeel"].sum()),
                    "labels_laag": _name_labels(laag),
                    "labels_hoog": _name_labels(hoog),
                    "eens_schaal": bool(eens_schaal),
                }
            )
    kolommen = ["kort", "laag", "hoog", "labels_laag", "labels_hoog", "eens_schaal"]
    frame = pd.DataFrame(rijen, columns=kolommen)
    return frame.assign(overwicht=frame["hoog"].astype("float64") - frame["laag"].astype("float64"))


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
    kop = say_mensen(max(rij["laag"], rij["hoog"]), basis, wie=name_mensen(toelichting))
    ander = format_procent(min(rij["laag"], rij["hoog"]))
    if rij["eens_schaal"]:
        woord, tegen = ("eens", "oneens") if rij["hoog"] >= rij["laag"] else ("oneens", "eens")
        return [start_zin(f"{kop} is het hiermee {woord}, {ander} {tegen}")]
    woord, tegen = (
        (rij["labels_hoog"], rij["labels_laag"])
        if rij["hoog"] >= rij["laag"]
        else (rij["labels_laag"], rij["labels_hoog"])
    )
    return [start_zin(f"{kop} antwoordt {woord}, {ander} {tegen}")]
