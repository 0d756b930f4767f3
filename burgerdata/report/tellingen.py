"""Answers from a list that no report question and no judgement tells: tallies on the street, lists of several answers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import pandas as pd

from burgerdata.analysis import summarise_vraag
from burgerdata.analysis.regels import list_later
from burgerdata.analysis.stemkeuzes import list_stellingen
from burgerdata.analysis.zonder_burgers import list_zonder_burgers
from burgerdata.errors import MethodeError
from burgerdata.instruments.steunvragen import asks_deelname
from burgerdata.report.file_names import cap_naam, slug
from burgerdata.toelichting import read_toelichting
from burgerdata.traject import Traject

TELLING = "telling_"
"""What the names of these tables begin with."""
_SOORTEN = ("een_antwoord", "meer_antwoorden", "rangorde")
_ELDERS = ("signaal", "usability")
"""Instruments of which the answers are counted by a report question."""
_PROCES = re.compile(r"[PT]\d")
"""Uses of a question that the chapter about the process tells."""
_MEESTE_OPTIES = 20
"""Of a longer list, such as places, the answers are no finding."""


def list_tellingen(traject: Traject, tabellen: Iterable[pd.DataFrame]) -> Iterator[tuple[str, pd.DataFrame]]:
    """Yield name and table of each closed question about content that none of ``tabellen`` shows for all people together.

    What was asked again later is told of the last wave. A question about taking part in the research is no finding, nor is a
    list of more than twenty answers, or a column in which everybody has the same ("Compleet").
    """
    getoond = {paar for tabel in tabellen for paar in _list_paren(tabel)}
    zonder = list_zonder_burgers(traject)
    instrument = dict(
        zip(*(traject.activiteiten[k].astype("str") for k in ("activiteit_id", "instrument")), strict=True)
    )
    gestemd = set(list_stellingen(traject)["activiteit_id"].astype("str"))
    for activiteit, soort in instrument.items():
        if activiteit in zonder or activiteit in gestemd or soort in _ELDERS:
            continue
        vragen = [naam for naam in _list_vragen(traject, activiteit) if (activiteit, naam) not in getoond]
        alleen = traject.only(activiteit_id=activiteit) if vragen else traject
        for naam in vragen:
            try:
                tabel = summarise_vraag(alleen, naam)
            except MethodeError:
                continue
            if tabel["n"].fillna(0).gt(0).sum() > 1:
                yield cap_naam(f"{TELLING}{slug(activiteit)}_{slug(naam)}"), tabel


def _list_paren(tabel: pd.DataFrame) -> Iterator[tuple[str, str]]:
    """Yield the activities and questions that a table counts over all people; none of a table by a trait."""
    over = read_toelichting(tabel)
    if over.per or "activiteit_id" not in tabel:
        return
    vragen = tabel["vraag_id"] if "vraag_id" in tabel else pd.Series(over.vraag_id, index=tabel.index)
    yield from zip(tabel["activiteit_id"].astype("str"), vragen.astype("str"), strict=True)


def _list_vragen(traject: Traject, activiteit: str) -> list[str]:
    """Return the closed questions about content of an activity that no later wave repeats."""
    vragen, opties = traject.vragen, traject.opties
    gebruik = vragen["gebruik"].astype("str").fillna("")
    eigen = vragen[
        vragen["activiteit_id"].eq(activiteit)
        & vragen["rol"].eq("inhoud")
        & vragen["soort"].isin(_SOORTEN)
        & ~gebruik.str.match(_PROCES).astype("bool")
        & ~vragen["tekst"].astype("str").map(asks_deelname).astype("bool")
    ]
    later = vragen["vraag_id"][vragen["activiteit_id"].isin(list_later(traject, activiteit))]
    aantal = opties[opties["activiteit_id"].eq(activiteit)]["vraag_id"].astype("str").value_counts()
    namen = eigen.loc[~eigen["vraag_id"].isin(later), "vraag_id"].astype("str")
    return [naam for naam in namen if 1 < int(aantal.get(naam, 0)) <= _MEESTE_OPTIES]
