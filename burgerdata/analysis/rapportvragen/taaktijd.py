"""How long tasks take and how often they go wrong: the times and errors of the table of tasks."""

from __future__ import annotations

import pandas as pd

from burgerdata.analysis.taken import summarise_taken
from burgerdata.errors import MethodeError
from burgerdata.toelichting import annotate, read_toelichting
from burgerdata.traject import Traject


def measure_taken(traject: Traject) -> pd.DataFrame:
    """Return the times and errors of each task: basis, tijd_n, tijd_mediaan, tijd_q1, tijd_q3, fouten_n, fouten_mediaan, fouten_hoogst."""
    taken = summarise_taken(traject)
    eigen = [naam for naam in taken if naam in ("activiteit_id", "taak", "basis", "kwalitatief")]
    gemeten = [naam for naam in taken if str(naam).startswith(("tijd_", "fouten_"))]
    tabel = taken[[*eigen, *gemeten]]
    tabel = tabel[tabel["tijd_n"].gt(0) | tabel["fouten_n"].gt(0)].reset_index(drop=True)
    if tabel.empty:
        raise MethodeError(
            "bij geen enkele taak is een tijd gemeten van iemand wie het lukte, en geen fout geteld"
        )
    return annotate(tabel, read_toelichting(taken))


def state_tijd(tabellen: dict[str, pd.DataFrame]) -> str:
    """Return the task that took longest, as the median of those who succeeded."""
    tabel = next(iter(tabellen.values()))
    met = tabel[tabel["tijd_mediaan"].notna()]
    if met.empty:
        return "Bij geen enkele taak is te zeggen hoe lang zij duurt"
    rij = met.iloc[int(met["tijd_mediaan"].astype("float64").to_numpy().argmax())]
    seconden = round(float(rij["tijd_mediaan"]))
    duur = f"{seconden} seconden" if seconden < 120 else f"{round(seconden / 60)} minuten"
    return f"De taak ‘{str(rij['taak'])[:40]}’ kost wie hem volbrengt ongeveer {duur}"[:90]
