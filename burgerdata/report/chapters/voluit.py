"""What a short finding leaves out and a stranger needs: what counts as its theme, and the whole of a question it cuts."""

from __future__ import annotations

import re

import pandas as pd

from burgerdata.analysis import Antwoord
from burgerdata.findings.zinnen import quote
from burgerdata.report.chapters.verschil import find_tabel
from burgerdata.report.collect import Opbrengst
from burgerdata.toelichting import read_toelichting


def tell_voluit(opbrengst: Opbrengst, antwoord: Antwoord) -> list[str]:
    """Return what counts as the theme that a finding names, and each question that it cuts in full; else nothing."""
    tabel = find_tabel(antwoord)
    if tabel is None:
        return []
    genoemd = re.findall("‘([^’]+)’", antwoord.bevinding)
    zinnen = [_define(opbrengst, genoemd[0])] if genoemd and "thema" in tabel else []
    kort = [naam[:-1] for naam in genoemd if naam.endswith("…")]
    teksten = _list_vragen(opbrengst, tabel) if kort else []
    for begin in kort:
        heel = next((tekst for tekst in teksten if begin.casefold() in tekst.casefold()), "")
        zinnen += [f"Voluit: ‘{heel}’{'' if heel.endswith('?') else '.'}"] if heel else []
    return [zin for zin in zinnen if zin]


def _define(opbrengst: Opbrengst, naam: str) -> str:
    """Return what the list of themes says that a theme is: its name alone does not tell praise from complaint."""
    themas = opbrengst.traject.themas
    eigen = themas[themas["naam"].astype("str").str.casefold().eq(naam.casefold())]["omschrijving"]
    omschrijving = next((str(tekst).strip().rstrip(".") for tekst in eigen.dropna()), "")
    if not omschrijving or omschrijving.casefold() == naam.casefold():
        return ""
    return f"Wat telt als {quote(naam)}: {omschrijving[:1].lower()}{omschrijving[1:]}."


def _list_vragen(opbrengst: Opbrengst, tabel: pd.DataFrame) -> list[str]:
    """Return the questions of a table as they were asked."""
    vragen = opbrengst.traject.vragen
    eigen = (
        set(tabel["vraag_id"].astype("str")) if "vraag_id" in tabel else {read_toelichting(tabel).vraag_id}
    )
    return [str(tekst).strip().rstrip(". ") for tekst in vragen[vragen["vraag_id"].isin(eigen)]["tekst"]]
