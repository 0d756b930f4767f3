"""A finding about votes on statements or recommendations, and one about opinion groups."""

from __future__ import annotations

import pandas as pd

from burgerdata.findings.number_words import say_aantal
from burgerdata.findings.zinnen import (
    choose_zin,
    has_enough,
    keep_sterk,
    name_mensen,
    pick_hoogste,
    quote,
    start_zin,
)
from burgerdata.getallen import format_getal, format_procent, join_woorden
from burgerdata.toelichting import Toelichting

_HELFT = 0.5
"""A majority is more than this; it is told as a majority, and says nothing of what was needed."""


def state_stemmen(tabel: pd.DataFrame, toelichting: Toelichting) -> str:
    """Return what fell below its threshold of what was put to the vote, else how many are for what has the most support.

    Where nobody said how many votes were needed, nothing fell. No statement is compared with another: that would need a
    test; of ballots that were counted the one with the most votes is a fact.
    """
    if (gevallen := _list_gevallen(tabel)) is not None:
        return _state_gevallen(tabel, gevallen)
    rij = _pick_steun(tabel)
    if rij is None:
        return "Over de stellingen is te weinig gestemd om iets te zeggen"
    kort, label = str(rij["kort"]), str(rij["label"])
    if pd.isna(rij["aandeel"]):
        if label == "voor" and (zin := _state_meest(tabel, rij)):
            return zin
        aantal = format_getal(rij["n"])
        eens = f"{aantal} deelnemers zijn het eens met {quote(kort, langst=50)}"
        return choose_zin(
            [eens if "eens" in label else f"{aantal} mensen stemden voor {quote(kort, langst=50)}"]
        )
    procent = format_procent(float(rij["aandeel"]))
    if "eens" not in label:
        return choose_zin([f"{procent} van de stemmen is voor {quote(kort, langst=55)}"])
    wie = name_mensen(toelichting)
    return choose_zin(
        [f"{procent} van de {wie} is het eens met {quote(kort)}", f"{procent} is het eens met {quote(kort)}"]
    )


def _state_meest(tabel: pd.DataFrame, rij: pd.Series) -> str:
    """Return the ballots on the proposal with the most support, of a few voters; nothing where the others are hidden."""
    sterk = keep_sterk(tabel)
    tegen = sterk[sterk["keuze"].eq("tegen") & _is_zelfde_stemming(sterk, rij)]
    if tegen.empty:
        return ""
    kort, stemmen = (
        str(rij["kort"]),
        f"{format_getal(rij['n'])} voor, {format_getal(tegen['n'].iloc[0])} tegen",
    )
    meer = int(tabel["keuze"].eq("voor").sum()) > 1
    return choose_zin(
        [
            f"{quote(kort, langst=langst)}{' kreeg de meeste steun' if meer else ''}: {stemmen}"
            for langst in (50, 40)
        ]
    )


def _is_zelfde_stemming(tabel: pd.DataFrame, rij: pd.Series) -> pd.Series:
    """Return which rows are about the vote of this row: on the same statement, by the same group."""
    sleutel = [naam for naam in ("activiteit_id", "vraag_id", "groep") if naam in tabel]
    return tabel[sleutel].eq(rij[sleutel]).all(axis=1)


def _list_gevallen(tabel: pd.DataFrame) -> pd.DataFrame | None:
    """Return the rows in favour of what did not reach its threshold, the least support first; None where nothing fell.

    A statement that people agree with or not is no proposal that falls.
    """
    sterk = keep_sterk(tabel)
    if "gehaald" not in sterk:
        return None
    gevallen = sterk[
        sterk["label"].eq("voor") & sterk["gehaald"].eq(False).fillna(False) & has_enough(sterk["basis"])
    ]
    if gevallen.empty:
        return None
    steun = gevallen["n"].astype("float64") / gevallen["basis"].astype("float64")
    return gevallen.iloc[steun.argsort(kind="stable")]


def _state_gevallen(tabel: pd.DataFrame, gevallen: pd.DataFrame) -> str:
    """Return how many of the proposals fell, and the one with the least support by name."""
    aantal, alle = len(gevallen), int(tabel["keuze"].eq("voor").sum())
    kort = str(gevallen["kort"].iloc[0])
    if alle == 1:
        return choose_zin([f"Te weinig stemmen kreeg {quote(kort, langst=60)}"])
    hoeveel = f"{say_aantal(aantal)} van de {say_aantal(alle)} voorstellen"
    zin = f"{start_zin(hoeveel)} {'kreeg' if aantal == 1 else 'kregen'} te weinig stemmen"
    return choose_zin([f"{zin}: {quote(kort, langst=40)}"]) if aantal == 1 else zin


def state_verdeeld(tabel: pd.DataFrame) -> str:
    """Return how people voted on the statement that divides them most, the first of the table."""
    eerste = (
        tabel[tabel["vraag_id"].eq(tabel["vraag_id"].iloc[0])].drop_duplicates("keuze").set_index("keuze")
    )
    n = eerste["n"].astype("float64")
    voor, tegen = (float(n.get(keuze, 0.0)) for keuze in ("voor", "tegen"))
    if not has_enough(pd.Series([voor, tegen])).all():
        return "Over de stellingen is te weinig gestemd om iets te zeggen"
    kort = quote(str(eerste["kort"].iloc[0]), langst=38)
    return f"Het meest verdeeld over {kort}: {format_getal(voor)} voor, {format_getal(tegen)} tegen"


def _pick_steun(tabel: pd.DataFrame) -> pd.Series | None:
    """Return the row of those in favour of the statement with the most support, None when too few voted."""
    sterk = keep_sterk(tabel)
    voor = sterk[sterk["keuze"].eq("voor") & has_enough(sterk["n"])]
    if voor.empty:
        return None
    steun = voor["n"].astype("float64") / voor["basis"].astype("float64")
    return pick_hoogste(voor.assign(steun=steun), "steun")


def state_meningsgroepen(tabel: pd.DataFrame, toelichting: Toelichting) -> str:
    """Return how many opinion groups there are, and when none of them is large enough to show, that."""
    aantal = tabel["meningsgroep"].nunique()
    wie = name_mensen(toelichting)
    if keep_sterk(tabel).empty:
        return choose_zin([f"Er zijn {say_aantal(aantal)} meningsgroepen, te klein om apart te tonen"])
    return choose_zin([f"Er zijn {say_aantal(aantal)} meningsgroepen onder de {wie}"])


def explain_stemmen(tabel: pd.DataFrame, toelichting: Toelichting) -> list[str]:
    """Return how the votes of the finding were divided, as far as they may be shown; then what has the most support."""
    rij = _pick_steun(tabel)
    gevallen = _list_gevallen(tabel)
    if gevallen is not None:
        zinnen = [_tell_stemmen(tabel, val) for _, val in gevallen.iterrows()]
        over = None if rij is None or (pd.notna(rij["gehaald"]) and not rij["gehaald"]) else rij
        return (
            zinnen[:2]
            if over is None
            else [*zinnen[:2], f"De meeste steun kreeg {_tell_stemmen(tabel, over)}"]
        )
    if rij is None:
        return []
    zonder = [f"Geen meerderheid kreeg {_tell_stemmen(tabel, geen)}" for geen in _list_zonder(tabel)]
    return [f"De stemmen zijn {_join_stemmen(tabel, rij)}", *zonder[:2]]


def _list_zonder(tabel: pd.DataFrame) -> list[pd.Series]:
    """Return the rows in favour of proposals without a threshold that no majority is for, the least support first."""
    sterk = keep_sterk(tabel)
    voor = sterk[sterk["label"].eq("voor") & has_enough(sterk["basis"])]
    voor = voor[voor["gehaald"].isna()] if "gehaald" in voor else voor
    steun = voor["n"].astype("float64") / voor["basis"].astype("float64")
    return [voor.loc[nummer] for nummer in steun[steun.le(_HELFT)].sort_values(kind="stable").index]


def _tell_stemmen(tabel: pd.DataFrame, rij: pd.Series) -> str:
    return f"{quote(str(rij['kort']), langst=80)}: {_join_stemmen(tabel, rij)}"


def _join_stemmen(tabel: pd.DataFrame, rij: pd.Series) -> str:
    """Return all votes on the statement of a row in words."""
    sterk = keep_sterk(tabel)
    eigen = sterk[_is_zelfde_stemming(sterk, rij)]
    delen = [
        f"{format_getal(deel['n'])} {'onthoudingen' if deel['label'] == 'onthouding' and deel['n'] != 1 else deel['label']}"
        for _, deel in eigen.iterrows()
    ]
    return join_woorden(delen)


def explain_meningsgroepen(tabel: pd.DataFrame, toelichting: Toelichting) -> list[str]:
    """Return for each group that may be shown how large it is, and the statement that marks it most."""
    eerste = keep_sterk(tabel).drop_duplicates(["activiteit_id", "meningsgroep"])
    zinnen = []
    for _, rij in eerste.iterrows():
        zin = f"Groep {rij['meningsgroep']} telt {format_getal(rij['n'])} van de {format_getal(rij['basis'])} mensen"
        if rij["kort"]:
            zin += f" en is het vaker dan de rest {rij['label']} met {quote(str(rij['kort']), langst=80)}"
        zinnen.append(zin)
    return zinnen
