"""What ``per=`` means: a column of the activity, the group of a person, or a trait."""

from __future__ import annotations

import pandas as pd

from burgerdata.designs import read_kenmerk
from burgerdata.traject import Traject

VAN_ACTIVITEIT = ("fase", "instrument", "meting", "werving", "activiteit_id")
"""Columns of activiteiten that ``per`` may name; after ``groep`` they go before a trait of the same name."""
PER = "per"
"""The column of groups in a design made here; results rename it to the trait."""


def read_groepen(traject: Traject, activiteit: pd.Series, per: str, personen: pd.DataFrame) -> pd.Series:
    """Return the group of each person as an ordered category.

    Raises
    ------
    MethodeError
        When ``per`` is no trait of the activity, or one without one answer per person in words, with the remedy.
    """
    if per in VAN_ACTIVITEIT:
        waarde = activiteit[per]
        naam = "(niet opgegeven)" if pd.isna(waarde) else str(waarde)
        return pd.Series(pd.Categorical([naam] * len(personen), [naam], ordered=True), index=personen.index)
    if per == "groep":
        groep = personen["groep"].astype("str")
        return pd.Series(
            pd.Categorical(groep, sorted(groep.dropna().unique()), ordered=True), index=personen.index
        )
    return read_kenmerk(traject.volledig or traject, str(activiteit["activiteit_id"]), per, personen)
