"""plot_meningsgroepen: the map of opinion groups; what marks each group is in the table beside it."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from burgerdata.errors import MethodeError
from burgerdata.figures.figuur import Figuur
from burgerdata.figures.formaat import Formaatnaam
from burgerdata.figures.making import Inhoud, Opdracht, make_figuur, state_titel
from burgerdata.figures.opinion_map import Landkaart, Schijf
from burgerdata.figures.palette import EIGEN_VIJF
from burgerdata.figures.preparation import is_onderdrukt, prepare_tabel, texts
from burgerdata.getallen import format_getal, format_procent, join_woorden

_AFSTAND = "Hoe verder uit elkaar, hoe verschillender er is gestemd. Hoe groter de schijf, hoe meer mensen."


def plot_meningsgroepen(
    table: pd.DataFrame,
    *,
    titel: str | None = None,
    formaat: Formaatnaam = "a4",
    style_path: str | Path | None = None,
) -> Figuur:
    """Return a map with a disc per opinion group, at its middle and as large as its number of people.

    No person is a point on it. Groups that are suppressed are not drawn, and the foot says so.

    Raises
    ------
    MethodeError
        When there is more than one activity in the table, or every group is too small to show.

    Examples
    --------
    >>> tabel = pd.DataFrame({"meningsgroep": ["A", "B"], "n": [60, 40], "basis": 100, "aandeel": [0.6, 0.4]})
    >>> tabel = tabel.assign(plek_x=[-1.0, 2.0], plek_y=[0.0, 0.5])
    >>> plot_meningsgroepen(tabel, titel="Er zijn twee meningsgroepen").alt
    'Kaart van meningen: Er zijn twee meningsgroepen. Groep A: 60 mensen (60%) en groep B: 40 mensen (40%).'
    """
    opdracht = Opdracht(plot_meningsgroepen, table, titel, formaat, style_path)
    nodig = ("meningsgroep", "n", "basis", "plek_x", "plek_y")
    tabel = prepare_tabel(table, nodig=nodig, figuur="kaart van meningsgroepen")
    if texts(tabel, "activiteit_id").nunique() > 1:
        raise MethodeError("Een kaart van meningsgroepen toont één activiteit; teken ze één voor één.")
    groepen = tabel.drop_duplicates("meningsgroep")
    getoond = groepen[~is_onderdrukt(groepen)]
    titel_ = state_titel(opdracht, tabel)
    schijven = tuple(_make_schijf(getoond.loc[nummer], plek) for plek, nummer in enumerate(getoond.index))
    weg = len(groepen) - len(getoond)
    inhoud = Inhoud(
        tabel,
        Landkaart(schijven),
        alt=f"Kaart van meningen: {titel_}. {_tell_groepen(getoond)}",
        tekens=(_state_weg(weg),),
        noten=(_AFSTAND,),
    )
    return make_figuur(opdracht, inhoud, titel_)


def _make_schijf(rij: pd.Series, plek: int) -> Schijf:
    naam = f"{rij['meningsgroep']}: {_count(rij)}"
    deel = float(rij["n"]) / float(rij["basis"])
    return Schijf(naam, float(rij["plek_x"]), float(rij["plek_y"]), deel, EIGEN_VIJF[plek % len(EIGEN_VIJF)])


def _count(rij: pd.Series) -> str:
    aandeel = rij.get("aandeel", float("nan"))
    procent = "" if pd.isna(aandeel) else f" ({format_procent(float(aandeel))})"
    return f"{format_getal(float(rij['n']))} mensen{procent}"


def _tell_groepen(groepen: pd.DataFrame) -> str:
    delen = [f"groep {rij['meningsgroep']}: {_count(rij)}" for _, rij in groepen.iterrows()]
    zin = join_woorden(delen)
    return f"{zin[:1].upper()}{zin[1:]}."


def _state_weg(aantal: int) -> str:
    if not aantal:
        return ""
    return (
        "Eén groep is te klein om te tonen."
        if aantal == 1
        else f"{aantal} groepen zijn te klein om te tonen."
    )
