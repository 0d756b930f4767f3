"""What tables of a conversation wrote down together: the table is the unit, for nobody noted who said it."""

from __future__ import annotations

import pandas as pd

from burgerdata.analysis.eenheden import count_eenheden
from burgerdata.coding.taal import is_andere_taal
from burgerdata.traject import Traject

NOOT = "Van notities van tafels is de tafel geteld, niet de mensen die eraan zaten."


def count_tafels(traject: Traject, themas: pd.DataFrame) -> pd.DataFrame:
    """Return a row per theme and activity whose texts are only of tables: n of them named it, of basis with a text.

    Columns as ``count_themas``, with groepen and groepen_totaal equal to n and basis; no share and no interval.
    """
    tabel = count_eenheden(traject, themas, _list_notities(traject))
    return tabel.assign(groepen=tabel["n"], groepen_totaal=tabel["basis"]) if len(tabel) else tabel


def _list_notities(traject: Traject) -> pd.DataFrame:
    """Return the notes of tables in activities of which no text is of a person: activiteit_id, eenheid (the table), fragment_id."""
    fragmenten = traject.fragmenten
    van_iemand = fragmenten.loc[fragmenten["deelnemer_id"].notna(), "activiteit_id"].astype("str").unique()
    eigen = fragmenten[
        fragmenten["soort"].eq("notitie")
        & fragmenten["groep"].notna()
        & fragmenten["tekst"].str.strip().ne("")
        & ~fragmenten["activiteit_id"].isin(list(van_iemand))
        & ~is_andere_taal(fragmenten, traject.activiteiten)
    ]
    los = eigen[["activiteit_id", "groep", "fragment_id"]].astype("str").reset_index(drop=True)
    return los.rename(columns={"groep": "eenheid"})
