"""plot_verzadiging: how many themes were named after each next group."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from burgerdata.figures.figuur import Figuur
from burgerdata.figures.formaat import Formaatnaam
from burgerdata.figures.groups import name_activiteit
from burgerdata.figures.layout import Stapel
from burgerdata.figures.making import Inhoud, Opdracht, make_figuur
from burgerdata.figures.marks import Merk, Merkpaneel
from burgerdata.figures.palette import EIGEN_VIJF
from burgerdata.figures.preparation import numbers, prepare_tabel, texts
from burgerdata.figures.rows import Rijen
from burgerdata.figures.title import choose_titel
from burgerdata.findings.teksten import state_verzadiging
from burgerdata.getallen import format_getal

_TEKENS = "Lengte: alle thema's die tot en met deze groep zijn genoemd."


def plot_verzadiging(
    table: pd.DataFrame,
    *,
    titel: str | None = None,
    formaat: Formaatnaam = "a4",
    style_path: str | Path | None = None,
) -> Figuur:
    """Return a stem per group, in the order in which they met: the themes named so far, and how many were new.

    Raises
    ------
    MethodeError
        When nothing is left to draw.

    Examples
    --------
    >>> tabel = pd.DataFrame({"activiteit_id": "fg", "groep": ["fg1", "fg2"], "nieuw": [9, 0], "totaal": [9, 9]})
    >>> plot_verzadiging(tabel).titel
    "In de laatste groep kwamen geen nieuwe thema's meer"
    """
    opdracht = Opdracht(plot_verzadiging, table, titel, formaat, style_path)
    tabel = prepare_tabel(table, nodig=("activiteit_id", "groep", "nieuw", "totaal"), figuur="verzadiging")
    kop = choose_titel(tabel, titel or state_verzadiging(tabel))
    bronnen = texts(tabel, "activiteit_id")
    delen = tuple(
        _make_rijen(tabel[bronnen.eq(naam)], naam if bronnen.nunique() > 1 else "")
        for naam in bronnen.unique()
    )
    totaal, groepen = numbers(tabel, "totaal").max(), len(tabel)
    inhoud = Inhoud(
        tabel,
        Stapel(delen),
        alt=f"Verzadiging per groep: {kop}. In {groepen} groepen zijn {format_getal(totaal)} thema's genoemd.",
        tekens=(_TEKENS,),
    )
    return make_figuur(opdracht, inhoud, kop)


def _make_rijen(rijen: pd.DataFrame, bron: str) -> Rijen:
    nieuw, totaal = numbers(rijen, "nieuw").tolist(), numbers(rijen, "totaal").tolist()
    merken = tuple(
        Merk(nr, f"{format_getal(samen)}, waarvan {format_getal(nieuw[nr])} nieuw", samen)
        for nr, samen in enumerate(totaal)
    )
    kop = name_activiteit(rijen, bron) if bron else ""
    return Rijen(tuple(texts(rijen, "groep")), (Merkpaneel(merken, "steel", kop=kop, kleur=EIGEN_VIJF[3]),))
