"""Annex C: the scorecard of the traject, what was not measured printed like the rest."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from burgerdata.activiteitnamen import name_activiteiten
from burgerdata.figures import plot_scorekaart
from burgerdata.getallen import ONBEKEND, format_getal
from burgerdata.report.blocks import Alinea, Blok, Kop, Tabelblok
from burgerdata.report.collect import Opbrengst
from burgerdata.report.drawing import draw_tabel
from burgerdata.report.texts import Tekst
from burgerdata.toelichting import read_toelichting


def build(opbrengst: Opbrengst, teksten: Mapping[str, Tekst]) -> list[Blok]:
    """Return the annex; ``teksten`` adds nothing here."""
    tabel = opbrengst.scorekaart
    telling = _count_gemeten(tabel)
    noten = read_toelichting(tabel)
    namen = name_activiteiten(opbrengst.traject.activiteiten)
    return [
        Kop("Bijlage C. Scorekaart", anker="bijlage-c"),
        Alinea(telling, "merk"),
        *draw_tabel(plot_scorekaart, tabel, "scorekaart", stijl=opbrengst.stijl),
        Tabelblok(
            "Scorekaart van dit traject",
            print_scorekaart(tabel, namen),
            (noten.basis, *noten.noten),
            "scorekaart",
        ),
    ]


def _count_gemeten(tabel: pd.DataFrame) -> str:
    """Return how many indicators have a value, and how many of those have none for some activity or trait.

    Examples
    --------
    >>> kaart = pd.DataFrame({"id": ["R3", "R3", "R4"], "oordeel": ["goed", "niet gemeten", "niet gemeten"]})
    >>> _count_gemeten(kaart)
    'Van de 2 indicatoren is er 1 gemeten, waarvan 1 niet voor elke activiteit of elk kenmerk.'
    """
    heeft = tabel["oordeel"].ne("niet gemeten").groupby(tabel["id"], observed=True, dropna=False)
    alle, ergens = int(heeft.all().sum()), int(heeft.any().sum())
    deels = f", waarvan {ergens - alle} niet voor elke activiteit of elk kenmerk" if ergens > alle else ""
    werkwoord = "is" if ergens == 1 else "zijn"
    return f"Van de {len(heeft)} indicatoren {werkwoord} er {ergens} gemeten{deels}."


def print_scorekaart(tabel: pd.DataFrame, namen: Mapping[str, str]) -> pd.DataFrame:
    """Return the scorecard as printed cells: indicator, waarover, waarde, n, oordeel, toelichting; activities by name."""
    waarover = tabel["activiteit_id"].map(lambda naam: namen.get(naam, naam)).astype("str")
    waarover = waarover.where(
        tabel["activiteit_id"].ne("") | tabel["onderdeel"].ne("") | tabel["oordeel"].eq("niet gemeten"),
        "het traject",
    )
    scheiding = pd.Series(", ", index=tabel.index).where(waarover.ne("") & tabel["onderdeel"].ne(""), "")
    return pd.DataFrame(
        {
            "indicator": tabel["id"] + " " + tabel["indicator"],
            "waarover": (waarover + scheiding + tabel["onderdeel"]).replace("", ONBEKEND),
            "waarde": tabel["tekst"],
            "n": tabel["n"].map(lambda n: ONBEKEND if pd.isna(n) else format_getal(n)),
            "oordeel": tabel["oordeel"],
            "toelichting": tabel["toelichting"],
        },
        dtype="str",
    )
