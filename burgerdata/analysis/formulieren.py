"""Forms about a meeting: what people say there of the meeting itself is no theme of what it was about."""

from __future__ import annotations

import re

import pandas as pd

from burgerdata.schema.procesvragen import PROCESVRAGEN
from burgerdata.traject import Traject

_LEEG = re.compile(
    r"aan|anders|avond|begeleiding|beraad|beter|bijeenkomst(?:en)?|de|deze|dialoog|dit|een|en|er|eventuele|gaat|"
    r"gesprek(?:ken)?|ging|goed|had|heb|hebt|heeft|het|hier|iets|jij|je|kan|keer|kon|kunnen|kunt|kwijt|mee|minder|moet|"
    r"neemt|nam|nog|of|op|opmerkingen|opmerking|organisatie|over|sessies?|suggesties?|tips?|toelichting|toevoegen|tops?|"
    r"uw?|van|verder|vindt|volgende|vond|verbeterpunt(?:en)?|verbeteren|wat|we|was|wij|wilt?|zou(?:den)?"
)
"""Words that name nothing but the meeting: with another word a question asks what that word is about."""


def list_terugblik(traject: Traject) -> pd.DataFrame:
    """Return the open questions that ask what people found of the participation itself: rows of vragen.

    They are what the analyst gave the role proces, and "Wat kan beter?" on a form whose closed questions are all about
    the participation (P1 to P8, T1 and T2). A form that asks what plays is a source like any other.
    """
    vragen = traject.vragen
    open_ = vragen["soort"].eq("open")
    gevraagd = vragen[~open_ & vragen["rol"].isin(["inhoud", "proces"])]
    gebruik = gevraagd["gebruik"].astype("str").isin(list(PROCESVRAGEN))
    proces = (gebruik | gevraagd["rol"].eq("proces")).astype("bool")
    alle = proces.groupby(gevraagd["activiteit_id"].astype("str"), observed=True, dropna=False).all()
    formulier = vragen["activiteit_id"].astype("str").isin(list(alle[alle].index))
    ervan = vragen["tekst"].astype("str").map(_names_nothing).astype("bool")
    van_proces = vragen["rol"].eq("proces").astype("bool")
    return vragen[open_.astype("bool") & (van_proces | (formulier & ervan))]


def _names_nothing(tekst: str) -> bool:
    """Return whether a question has no word of what was talked about."""
    woorden = re.findall(r"\w+", tekst.casefold())
    return bool(woorden) and all(map(_LEEG.fullmatch, woorden))
