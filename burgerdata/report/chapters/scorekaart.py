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

_MEEST_DAGEN = 3
"""Of more activities than these the days stand in one row."""


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
            print_scorekaart(fold_dagen(tabel), namen),
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


def fold_dagen(tabel: pd.DataFrame) -> pd.DataFrame:
    """Return the scorecard with the days of many activities in one row, from the fewest to the most; the csv has them all.

    Examples
    --------
    >>> kaart = pd.DataFrame({"id": "P6", "activiteit_id": list("abcd"), "onderdeel": "", "waarde": [9.0, 12, 30, 11]})
    >>> kaart = kaart.assign(eenheid="dagen", tekst=kaart["waarde"].map("{:.0f} dagen".format), toelichting="besluit")
    >>> fold_dagen(kaart)[["activiteit_id", "onderdeel", "tekst"]].values.tolist()
    [['', '4 activiteiten', '9 tot 30 dagen']]
    """
    dagen = tabel[tabel["eenheid"].eq("dagen") & tabel["waarde"].notna()]
    if len(dagen) <= _MEEST_DAGEN:
        return tabel
    laag, hoog = (
        dagen["tekst"].astype("str")[dagen["waarde"].astype("float64").agg(wat)]
        for wat in ("idxmin", "idxmax")
    )
    samen = tabel.astype({"activiteit_id": "str", "onderdeel": "str", "tekst": "str"})
    eerste = dagen.index[0]
    samen.loc[eerste, "activiteit_id"] = ""
    samen.loc[eerste, "onderdeel"] = f"{len(dagen)} activiteiten"
    samen.loc[eerste, "tekst"] = laag if laag == hoog else f"{laag.removesuffix(' dagen')} tot {hoog}"
    return samen.drop(index=dagen.index[1:])


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
