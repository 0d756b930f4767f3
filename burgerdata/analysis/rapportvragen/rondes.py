"""Two rounds of usability tests beside each other: the same tasks, other people."""

from __future__ import annotations

import pandas as pd

from burgerdata.analysis.rapportvragen.materiaal import Materiaal
from burgerdata.analysis.rapportvragen.opzet import Opzet, plan_deel
from burgerdata.analysis.sus import score_sus
from burgerdata.analysis.taken import summarise_taken
from burgerdata.findings.zinnen import quote

_NOOT = (
    "De rondes hadden andere deelnemers en kleine aantallen: de aantallen staan naast elkaar, zonder toets."
)


def plan_rondes(materiaal: Materiaal) -> Opzet | None:
    """Return how the tasks and the SUS of the rounds are laid beside each other; None with fewer than two rounds."""
    deel = materiaal.deel
    taken = materiaal.find_vragen(soort=("taak",))
    if deel is None or not taken:
        return None
    rondes = (
        deel.vragen[deel.vragen["vraag_id"].isin(taken)]
        .groupby("vraag_id", observed=True)["activiteit_id"]
        .nunique()
    )
    if rondes.max() < 2:
        return None
    delen = [plan_deel("taken", "taken", summarise_taken, deel)]
    if materiaal.find_vragen(gebruik=("sus",), soort=("stelling", "schaal")):
        delen.append(plan_deel("sus_score", "sus", score_sus, deel))
    return Opzet(tuple(delen), noot=_NOOT, bevinding=lambda tabellen: state_rondes(tabellen["taken"]))


def state_rondes(tabel: pd.DataFrame) -> str:
    """Return for how many people the task that changed most worked out in the first and in the last round."""
    gelukt = tabel["n"].astype("float64") / tabel["basis"].astype("float64")
    per_taak = gelukt.groupby(tabel["taak"], observed=True, dropna=False, sort=False)
    naam = str((per_taak.last() - per_taak.first()).abs().fillna(0).idxmax())
    eerst, laatst = tabel[tabel["taak"].eq(naam)].iloc[0], tabel[tabel["taak"].eq(naam)].iloc[-1]
    wie = "mensen" if "van de" in str(laatst["tekst"]) else "van de mensen"
    return f"{quote(naam, langst=38)} lukte eerst {eerst['tekst']} en daarna {laatst['tekst']} {wie}"
