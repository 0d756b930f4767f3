"""A finding about votes on statements or recommendations, and one about opinion groups."""

from __future__ import annotations

import pandas as pd

from burgerdata.findings.number_words import say_aantal
from burgerdata.findings.zinnen import choose_zin, has_enough, keep_sterk, name_mensen, pick_hoogste, quote
from burgerdata.getallen import format_getal, format_procent
from burgerdata.toelichting import Toelichting


def state_stemmen(tabel: pd.DataFrame, toelichting: Toelichting) -> str:
    """Return how many are for the statement or recommendation with the most support.

    No statement is compared with another: that would need a test.
    """
    sterk = keep_sterk(tabel)
    voor = sterk[sterk["keuze"].eq("voor") & has_enough(sterk["n"])]
    if voor.empty:
        return "Over de stellingen is te weinig gestemd om iets te zeggen"
    steun = voor["n"].astype("float64") / voor["basis"].astype("float64")
    rij = pick_hoogste(voor.assign(steun=steun), "steun")
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


def state_meningsgroepen(tabel: pd.DataFrame, toelichting: Toelichting) -> str:
    """Return how many opinion groups there are, and when none of them is large enough to show, that."""
    aantal = tabel["meningsgroep"].nunique()
    wie = name_mensen(toelichting)
    if keep_sterk(tabel).empty:
        return choose_zin([f"Er zijn {say_aantal(aantal)} meningsgroepen, te klein om apart te tonen"])
    return choose_zin([f"Er zijn {say_aantal(aantal)} meningsgroepen onder de {wie}"])
