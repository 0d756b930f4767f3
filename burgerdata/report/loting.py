"""The draw beside its aims as a report prints it: without the groups of which so few were drawn that a reader may know them."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from burgerdata.analysis import compare_loting
from burgerdata.errors import MethodeError
from burgerdata.toelichting import annotate, read_toelichting
from burgerdata.traject import Traject


def publish_loting(traject: Traject) -> pd.DataFrame:
    """Return the rows of ``compare_loting`` that hide nobody: of a trait no group under the threshold, and never one hidden alone.

    The base of a trait is known, so that one group that is left out would follow from the others.

    Raises
    ------
    MethodeError
        When there is no draw, or nothing of it can be printed.
    """
    tabel = compare_loting(traject)
    drempel = traject.instellingen.drempels.drempel
    klein = pd.Series(False, index=tabel.index)
    for _, deel in tabel.groupby(["activiteit_id", "variabele"], observed=True, dropna=False, sort=False):
        onder = deel["n"].lt(drempel).fillna(True).astype("bool")
        if onder.sum() == 1:
            onder |= deel.index == deel.loc[~onder, "n"].idxmin() if (~onder).any() else False
        klein.loc[onder.index[onder]] = True
    if klein.all():
        raise MethodeError("van de loting is elke groep te klein om te tonen")
    toelichting = read_toelichting(tabel)
    if klein.any():
        noot = f"Groepen van minder dan {drempel} gelote mensen staan er niet in, en nooit één groep alleen."
        toelichting = replace(toelichting, noten=(*toelichting.noten, noot))
    return annotate(tabel[~klein].reset_index(drop=True), toelichting)
