"""Which part of the response a report draws: a page does not hold the steps of every activity."""

from __future__ import annotations

import pandas as pd

from burgerdata.toelichting import annotate, read_toelichting


def pick_respons(tabel: pd.DataFrame) -> pd.DataFrame:
    """Return the steps of the activities that know whom they reached out to, else of those that know two steps.

    One step alone draws no funnel; all steps are in annex A.

    Examples
    --------
    >>> stappen = {"a": ["uitgenodigd", "afgerond"], "b": ["deelnemers"]}
    >>> rijen = [(naam, stap, 1) for naam, eigen in stappen.items() for stap in eigen]
    >>> pick_respons(pd.DataFrame(rijen, columns=["activiteit_id", "stap", "n"]))["activiteit_id"].unique().tolist()
    ['a']
    """
    bereikt = tabel[tabel["stap"].isin(("uitgenodigd", "aangesproken"))]["activiteit_id"]
    meer = tabel[tabel.groupby("activiteit_id", observed=True, dropna=False)["stap"].transform("size").gt(1)]
    keuze = meer[meer["activiteit_id"].isin(bereikt)]
    gekozen = keuze if len(keuze) else meer if len(meer) else tabel
    return annotate(gekozen.reset_index(drop=True), read_toelichting(tabel))
