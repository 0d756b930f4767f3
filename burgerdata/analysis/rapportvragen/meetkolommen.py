"""Which columns tell when was asked and nothing of who answered: the year of the wave, its number or its name."""

from __future__ import annotations

import pandas as pd

from burgerdata.traject import Traject

_JAREN = (1900, 2100)
_SOORTEN = ("getal", "een_antwoord")
"""Of a task or a statement everybody may have given one answer, and another one a year later."""


def list_meetkolommen(traject: Traject) -> frozenset[str]:
    """Return the ids of questions whose change is none of people's.

    They hold whole years only, or one value for everybody in each wave, and another one in another wave.
    """
    vragen = traject.vragen[["activiteit_id", "vraag_id", "soort"]].astype("str")
    vragen = vragen[vragen["soort"].isin(_SOORTEN)]
    antwoorden = traject.antwoorden[traject.antwoorden["status"].eq("gegeven")]
    rijen = antwoorden[["activiteit_id", "vraag_id", "code", "getal"]].astype(
        {"activiteit_id": "str", "vraag_id": "str", "code": "str", "getal": "float64"}
    )
    rijen = rijen.merge(vragen, on=["activiteit_id", "vraag_id"])
    per_vraag = rijen.groupby("vraag_id", observed=True, dropna=False)
    return frozenset(str(vraag) for vraag, eigen in per_vraag if _is_jaar(eigen) or _is_meting(eigen))


def _is_jaar(rijen: pd.DataFrame) -> bool:
    getallen = rijen["getal"]
    return bool(
        rijen["soort"].eq("getal").all() and getallen.between(*_JAREN).all() and (getallen % 1).eq(0).all()
    )


def _is_meting(rijen: pd.DataFrame) -> bool:
    """Return whether every wave has one value for all its people, and the waves do not have the same one."""
    waarde = rijen["getal"].astype("str").where(rijen["soort"].eq("getal"), rijen["code"])
    golven = waarde.groupby(rijen["activiteit_id"], observed=True, dropna=False)
    mensen = golven.size()
    return bool(
        len(mensen) > 1 and mensen.gt(1).all() and golven.nunique().eq(1).all() and waarde.nunique() > 1
    )
