"""Of whom a quote is: at most two traits, and only those that enough people share."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from burgerdata.designs import read_burgers, read_kenmerk
from burgerdata.errors import MethodeError
from burgerdata.traject import Traject

MEESTE_KENMERKEN = 2
_KLEINSTE_GROEP = 10


def check_kenmerken(kenmerken: Sequence[str]) -> None:
    """Raise MethodeError when more traits are asked than a quote may carry: together they would name a person."""
    if isinstance(kenmerken, str) or len(kenmerken) > MEESTE_KENMERKEN:
        raise MethodeError("een citaat krijgt hoogstens twee kenmerken; geef een lijst van een of twee namen")


def name_sprekers(
    traject: Traject, wie: Sequence[str], tabel: pd.DataFrame, kenmerken: Sequence[str]
) -> pd.Series:
    """Return per quote the traits of its person, as many of them as the threshold of people or more share.

    The threshold is that of the traject, and never under ten. Traits that a source does not know are left
    out; the first of ``kenmerken`` is kept longest.
    """
    grens = max(traject.instellingen.drempels.drempel, _KLEINSTE_GROEP)
    groepen = {
        str(activiteit_id): _read_traits(traject, str(activiteit_id), kenmerken)
        for activiteit_id in tabel["activiteit_id"].unique()
    }
    namen = [
        _name(groepen[str(activiteit_id)], str(persoon), grens)
        for persoon, activiteit_id in zip(wie, tabel["activiteit_id"], strict=True)
    ]
    return pd.Series(namen, index=tabel.index, dtype="str")


def _read_traits(traject: Traject, activiteit_id: str, kenmerken: Sequence[str]) -> pd.DataFrame:
    """Return a column per trait that the activity knows, a row per burger."""
    geheel = traject.volledig or traject
    personen = read_burgers(geheel, activiteit_id)
    kolommen: dict[str, pd.Series] = {}
    for kenmerk in kenmerken:
        try:
            kolommen[kenmerk] = read_kenmerk(geheel, activiteit_id, kenmerk, personen).astype("str")
        except MethodeError:
            continue
    frame = pd.DataFrame(kolommen, index=personen.index)
    return frame.set_axis(personen["deelnemer_id"].astype("str").to_numpy(), axis=0)


def _name(groep: pd.DataFrame, persoon: str, grens: int) -> str:
    plek = groep.index.get_indexer(pd.Index([persoon]))[0]
    if plek < 0:
        return ""
    for aantal in range(len(groep.columns), 0, -1):
        deel = groep.iloc[:, :aantal].to_numpy(dtype="str", na_value="")
        eigen = deel[plek]
        if (eigen != "").all() and int((deel == eigen).all(axis=1).sum()) >= grens:
            return ", ".join(eigen.tolist())
    return ""
