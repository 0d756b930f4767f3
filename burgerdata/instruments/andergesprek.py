"""People who spoke in another conversation than the list of participants says."""

from __future__ import annotations

import re

import pandas as pd

from burgerdata.instruments.vraagregels import fold
from burgerdata.shapes import PERSOON, RIJ, Tabel

_WAAR = re.compile(r"(?:focus)?(?:gesprek|groep|sessie|tafel|bijeenkomst)(?:s?[ _-]?(?:nr|nummer))?")
_MEEST = 0.75
"""Share of the people for whom the column must be right, or it says something else than the conversation."""


def list_ander_gesprek(personen: pd.DataFrame, tabel: Tabel) -> list[tuple[int, str]]:
    """Return row and column of the list for everyone who spoke elsewhere than most people with that number did.

    ``personen`` has deelnemer_id and groep per speaker. Nothing where the column does not tell the conversations apart.
    """
    waar = personen.set_index("deelnemer_id")["groep"].astype("str")
    frame = tabel.frame[tabel.frame[PERSOON].isin(waar.index)]
    uit: list[tuple[int, str]] = []
    for kolom in tabel.kolommen:
        if not _WAAR.fullmatch(fold(kolom.naam)) or kolom.naam not in frame:
            continue
        gezegd = frame[kolom.naam].astype("str").str.strip().str.casefold()
        gevuld = gezegd.ne("")
        los = pd.DataFrame({"groep": frame[PERSOON].map(waar), "gezegd": gezegd, "rij": frame[RIJ]})[gevuld]
        meest = los.groupby("groep", observed=True, dropna=False)["gezegd"].agg(
            lambda reeks: reeks.mode().iloc[0]
        )
        klopt = los["gezegd"].eq(los["groep"].map(meest))
        if len(meest) > 1 and not meest.duplicated().any() and klopt.mean() >= _MEEST:
            uit += [(int(rij), kolom.naam) for rij in los.loc[~klopt, "rij"]]
    return uit
