"""The tables that the analyst's own notebooks handed over, as findings of the report."""

from __future__ import annotations

import pandas as pd

from burgerdata.analysis import Antwoord, Tekening
from burgerdata.errors import MethodeError
from burgerdata.findings import state_bevinding
from burgerdata.report.collect import Opbrengst
from burgerdata.toelichting import read_toelichting

_FIGUUR = {
    **{soort: soort for soort in ("verdeling", "stellingen", "verandering", "themas", "bronnen", "stemmen")},
    **dict.fromkeys(("cijfer", "kruistabel"), "groepen"),
    "meningsgroepen": "meningsgroepen",
}
"""Kind of table -> the figure that the report draws of it."""


def list_eigen(opbrengst: Opbrengst) -> list[Antwoord]:
    """Return a finding per table, in the words of the analyst or else those of the table."""
    return [_make(opbrengst, naam, titel) for naam, titel in opbrengst.eigen.items()]


def _make(opbrengst: Opbrengst, naam: str, titel: str) -> Antwoord:
    tabel = opbrengst.tabellen[naam]
    toelichting = read_toelichting(tabel)
    return Antwoord(
        id=naam,
        fase="",
        vraag=toelichting.vraag or toelichting.onderwerp,
        status="beantwoord",
        bevinding=titel or _state(tabel),
        gebruikt=(toelichting.bron,),
        tabellen={naam: tabel},
        tekeningen=(Tekening(_FIGUUR[toelichting.soort], naam),),
        soort="gehoord" if toelichting.kwalitatief else "gemeten",
    )


def _state(tabel: pd.DataFrame) -> str:
    try:
        return state_bevinding(tabel)
    except MethodeError:
        onderwerp = read_toelichting(tabel).onderwerp
        return f"Aanvullende tabel: {onderwerp}" if onderwerp else "Aanvullende tabel"
