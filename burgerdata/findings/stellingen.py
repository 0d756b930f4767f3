"""A finding about statements."""

from __future__ import annotations

import pandas as pd

from burgerdata.activiteitnamen import name_activiteit
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

_KANT = ("laag", "hoog", "labels_laag", "labels_hoog", "eens_schaal")


def state_stellingen(tabel: pd.DataFrame, toelichting: Toelichting) -> str:
    """Return how many agree or disagree with the statement that is judged worst, else on which opinions lean most.

    Worst is the lowest net score below nought, a statement put the other way round counted back. No statement is
    compared with another: that would need a test.
    """
    kanten = _sum_kanten(tabel)
    if toelichting.kwalitatief or kanten.empty:
        return "Over de stellingen zijn te weinig antwoorden om iets te zeggen"
    rij = _pick_eerste(kanten)
    eens = rij["overwicht"] >= 0
    procent = format_procent(rij["hoog"] if eens else rij["laag"])
    if not rij["eens_schaal"]:
        woord = str(rij["labels_hoog"] if eens else rij["labels_laag"])
        zinnen = [
            f"{procent} antwoordt {woord} bij {quote(rij['kort'])}{rij['waar']}",
            f"{procent} antwoordt {woord}",
        ]
        return choose_zin(zinnen)
    woord = "eens" if eens else "oneens"
    return choose_zin(
        [
            f"{procent} van de {name_mensen(toelichting)} is het {woord} met {quote(rij['kort'], langst=50)}{rij['waar']}",
            f"{procent} is het {woord} met {quote(rij['kort'])}{rij['waar']}",
        ]
    )


def _pick_eerste(kanten: pd.DataFrame) -> pd.Series:
    """Return the statement with the lowest net score if most people judge it badly, else the one with the largest lead.

    Where a hidden answer takes the net score of a judgement away, its lead is the best that the score can be. Of a
    statement that may be put the other way round nobody can tell, so that it is passed over.
    """
    bekend = kanten["netto"].fillna(kanten["overwicht"].where(~kanten["eens_schaal"].astype("bool")))
    if bekend.lt(0).any():
        return pick_hoogste(kanten.assign(slecht=-bekend.fillna(0)), "slecht")
    return pick_hoogste(kanten.assign(afstand=kanten["overwicht"].abs()), "afstand")


def _pick_tegenover(kanten: pd.DataFrame) -> pd.Series | None:
    """Return the statement with the highest net score beside a bad one; nothing where none is judged well."""
    goed = kanten[kanten["netto"].gt(0)]
    return pick_hoogste(goed, "netto") if kanten["netto"].lt(0).any() and len(goed) else None


def _sum_kanten(tabel: pd.DataFrame) -> pd.DataFrame:
    """Return per statement the share on either side of the middle of the scale; a suppressed side is missing.

    With one side missing a statement has a row only when the other is a majority: what is hidden cannot outweigh it.
    """
    rijen = []
    sterk = keep_sterk(tabel).index
    for _, deel in tabel.groupby(_list_sleutel(tabel), sort=False, observed=True, dropna=False):
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
                    "kort": str(deel["kort"].iloc[0]),
                    "activiteit_id": str(deel["activiteit_id"].iloc[0]),
                    "basis": float(deel["basis"].astype("float64").max()),
                    "netto": _read_netto(deel),
                    "laag": _sum_kant(laag, sterk),
                    "hoog": _sum_kant(hoog, sterk),
                    "labels_laag": _name_labels(laag),
                    "labels_hoog": _name_labels(hoog),
                    "eens_schaal": bool(eens_schaal),
                }
            )
    kolommen = [*("kort", "activiteit_id", "basis", "netto"), *_KANT]
    frame = pd.DataFrame(rijen, columns=kolommen)
    frame = frame.astype(dict.fromkeys(("basis", "netto", "laag", "hoog"), "float64"))
    frame = frame.assign(waar=_name_waar(frame))
    onder, boven = frame["laag"], frame["hoog"]
    frame = frame.assign(overwicht=boven.fillna(1 - onder) - onder.fillna(1 - boven))
    zeker = (onder.notna() & boven.notna()) | onder.gt(0.5) | boven.gt(0.5)
    return frame[zeker].reset_index(drop=True)


def _list_sleutel(tabel: pd.DataFrame) -> list[str]:
    """Return what tells statements apart: activity and question, for two may have the same short name."""
    return ["activiteit_id", *(["vraag_id"] if "vraag_id" in tabel else []), "kort"]


def _name_waar(kanten: pd.DataFrame) -> pd.Series:
    """Return behind each short name in which activity it is, where statements of several activities have that name."""
    waar = kanten["activiteit_id"].astype("str")
    vaker = waar.groupby(kanten["kort"], observed=True, dropna=False).transform("nunique").gt(1)
    return (" in " + waar.map(name_activiteit)).where(vaker, "").astype("str")


def _read_netto(deel: pd.DataFrame) -> float:
    """Return the net score of a statement that is shown whole; missing where the table has none."""
    heel = "netto" in deel and not deel["aandeel"].isna().any()
    return float(deel["netto"].iloc[0]) if heel else float("nan")


def _sum_kant(kant: pd.DataFrame, sterk: pd.Index) -> float:
    """Return the share of one side, missing when a part of it is suppressed or few people stand there."""
    heel = kant.index.isin(sterk).all() and not kant["aandeel"].isna().any()
    genoeg = heel and has_enough(pd.Series([kant["n"].sum()])).all()
    return float(kant["aandeel"].sum()) if genoeg else float("nan")


def _name_labels(deel: pd.DataFrame) -> str:
    return " of ".join(quote(str(label), langst=24) for label in deel["label"])


def explain_stellingen(tabel: pd.DataFrame, toelichting: Toelichting) -> list[str]:
    """Return both sides of the statement of the finding, in number words, and beside a bad one the best judged."""
    kanten = _sum_kanten(tabel)
    if toelichting.kwalitatief or kanten.empty:
        return []
    rij = _pick_eerste(kanten)
    basis = int(rij["basis"])
    meer, minder = _order_kanten(rij)
    kop = say_mensen(rij[meer], basis, wie=name_mensen(toelichting))
    zegt = "is het hiermee" if rij["eens_schaal"] else "antwoordt"
    ander = "" if pd.isna(rij[minder]) else f"{format_procent(rij[minder])} {_name_kant(rij, minder)}"
    if kop.startswith(format_procent(rij[meer])):  # no number words: the finding itself says this side
        zinnen = [f"{format_procent(rij[minder])} {zegt} {_name_kant(rij, minder)}"] if ander else []
    else:
        zinnen = [start_zin(f"{kop} {zegt} {_name_kant(rij, meer)}{ander and ', '}{ander}")]
    goed = _pick_tegenover(kanten)
    if goed is not None:
        hoog, laag = _order_kanten(goed)
        zinnen.append(
            f"Daartegenover staat {quote(goed['kort'])}{goed['waar']}: {format_procent(goed[hoog])} {_name_kant(goed, hoog)}, "
            f"{format_procent(goed[laag])} {_name_kant(goed, laag)}"
        )
    return zinnen


def _order_kanten(rij: pd.Series) -> tuple[str, str]:
    return ("hoog", "laag") if rij["overwicht"] >= 0 else ("laag", "hoog")


def _name_kant(rij: pd.Series, kant: str) -> str:
    """Return how the answers on one side are called: eens or oneens, else the answers themselves."""
    if not rij["eens_schaal"]:
        return str(rij[f"labels_{kant}"])
    return {"hoog": "eens", "laag": "oneens"}[kant]
