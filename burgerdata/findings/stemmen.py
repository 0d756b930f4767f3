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


def state_stemmen(tabel: pd.DataFrame, toelichting: Toelichting) -> str:
    """Return what got too few votes of what was put to the vote, else how many are for what has the most support.

    No statement is compared with another: that would need a test.
    """
    if (gevallen := _list_gevallen(tabel)) is not None:
        return _state_gevallen(tabel, gevallen)
    rij = _pick_steun(tabel)
    if rij is None:
        return "Over de stellingen is te weinig gestemd om iets te zeggen"
    kort, label = str(rij["kort"]), str(rij["label"])
    if pd.isna(rij["aandeel"]):
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
        over = None if rij is None or not bool(rij["gehaald"]) else rij
        return (
            zinnen[:2]
            if over is None
            else [*zinnen[:2], f"De meeste steun kreeg {_tell_stemmen(tabel, over)}"]
        )
    return [] if rij is None else [f"De stemmen zijn {_join_stemmen(tabel, rij)}"]


def _tell_stemmen(tabel: pd.DataFrame, rij: pd.Series) -> str:
    return f"{quote(str(rij['kort']), langst=80)}: {_join_stemmen(tabel, rij)}"


def _join_stemmen(tabel: pd.DataFrame, rij: pd.Series) -> str:
    """Return all votes on the statement of a row in words."""
    sterk = keep_sterk(tabel)
    eigen = sterk[sterk["vraag_id"].eq(rij["vraag_id"]) & sterk["activiteit_id"].eq(rij["activiteit_id"])]
    if "groep" in eigen:
        eigen = eigen[eigen["groep"].eq(rij["groep"])]
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
