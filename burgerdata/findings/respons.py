"""A finding about response."""

from __future__ import annotations

import pandas as pd

from burgerdata.activiteitnamen import name_activiteit
from burgerdata.findings.zinnen import choose_zin, pick_hoogste, quote
from burgerdata.getallen import format_deel, format_getal
from burgerdata.toelichting import Toelichting

_WIE = {
    "uitgenodigd": "uitgenodigde mensen",
    "aangemeld": "aangemelde mensen",
    "geselecteerd": "geselecteerde mensen",
    "gestart": "mensen die begonnen",
    "aangesproken": "",
}


def state_respons(tabel: pd.DataFrame, toelichting: Toelichting) -> str:
    """Return which share of those in the first step reached the last, in the activity that reached out most widely.

    It names that activity: a share of one is no share of all.
    """
    if "weg" in tabel:
        return _state_aanwezigheid(tabel)
    eerste = tabel[tabel["stap"].isin(_WIE)].drop_duplicates("activiteit_id")
    eerste = eerste[eerste["activiteit_id"].map(tabel["activiteit_id"].value_counts()).gt(1)]
    if eerste.empty:
        return "De respons is niet vast te stellen: niet bekend is wie is uitgenodigd"
    rij = pick_hoogste(eerste, "n")
    laatste = tabel[tabel["activiteit_id"].eq(rij["activiteit_id"])].iloc[-1]
    if laatste["n"] > rij["n"]:
        waar = quote(name_activiteit(str(rij["activiteit_id"])), langst=24)
        return choose_zin([f"Bij {waar} deden meer mensen mee dan opgegeven als {rij['stap']}"])
    procent = format_deel(float(laatste["aandeel"]))
    if rij["stap"] == "aangesproken":  # a whole conversation is one row, whoever took part in it
        waar = quote(name_activiteit(str(rij["activiteit_id"])), langst=24)
        return choose_zin([f"Bij {waar} werd {procent} van de keren dat iemand is aangesproken een gesprek"])
    einde = "tot het eind mee" if laatste["stap"] == "afgerond" else "mee"
    waar = quote(name_activiteit(str(rij["activiteit_id"])), langst=40)
    return choose_zin([f"Bij {waar} deed {procent} van de {_WIE[str(rij['stap'])]} {einde}"])


def _state_aanwezigheid(tabel: pd.DataFrame) -> str:
    """Return how many people were at the last session of the activity that began with most."""
    grootste = pick_hoogste(tabel.drop_duplicates("activiteit_id"), "n")
    laatste = tabel[tabel["activiteit_id"].eq(grootste["activiteit_id"])].iloc[-1]
    werkwoord, wie = ("was", "mens") if laatste["n"] == 1 else ("waren", "mensen")
    return choose_zin([f"Bij ‘{laatste['stap']}’ {werkwoord} {format_getal(laatste['n'])} {wie} aanwezig"])
