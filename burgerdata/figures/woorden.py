"""plot_woorden: the words that are typical of each group."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from burgerdata.figures.figuur import Figuur
from burgerdata.figures.formaat import Formaatnaam
from burgerdata.figures.groups import find_per, name_activiteit
from burgerdata.figures.layout import Stapel
from burgerdata.figures.making import Inhoud, Opdracht, Rijkeuze, make_figuur
from burgerdata.figures.marks import Merk, Merkpaneel
from burgerdata.figures.preparation import numbers, prepare_tabel, texts
from burgerdata.figures.rows import Rijen
from burgerdata.figures.title import choose_titel
from burgerdata.figures.words import count_woord
from burgerdata.findings.teksten import state_woorden
from burgerdata.getallen import format_getal
from burgerdata.schema.labels import FASE_LABEL, INSTRUMENT_LABEL

_TEKENS = "Lengte: hoe kenmerkend (z). Erachter: hoeveel mensen in de groep het woord gebruikten."


def plot_woorden(
    table: pd.DataFrame,
    *,
    titel: str | None = None,
    formaat: Formaatnaam = "a4",
    style_path: str | Path | None = None,
) -> Figuur:
    """Return stems per group for its most typical words, each with the number of people who used it.

    Where not all fit, every group keeps its first words.

    Raises
    ------
    MethodeError
        When nothing is left to draw.

    Examples
    --------
    >>> tabel = pd.DataFrame({"per": ["jong", "oud"], "woord": ["app", "loket"], "z": [4.2, 3.9], "mensen": [12, 15]})
    >>> plot_woorden(tabel).titel
    'Elke groep gebruikt eigen woorden'
    """
    opdracht = Opdracht(plot_woorden, table, titel, formaat, style_path)
    tabel = prepare_tabel(table, nodig=("woord", "z", "mensen"), figuur="woorden")
    kop = choose_titel(tabel, titel or state_woorden(tabel))
    groepen = _name_groepen(tabel)
    meest = int(groepen.value_counts().max())
    schaal = float(numbers(tabel, "z").max())
    keuze = Rijkeuze(
        lambda aantal: Stapel(
            tuple(
                _make_rijen(tabel[groepen.eq(naam)].head(aantal), str(naam), schaal)
                for naam in groepen.unique()
            )
        ),
        meest,
        lambda weg: f"Niet getoond: {weg} minder kenmerkende woorden per groep; zij staan in de tabel.",
    )
    eerste = tabel.iloc[0]
    inhoud = Inhoud(
        tabel,
        keuze,
        alt=f"Kenmerkende woorden van {count_woord(groepen.nunique())} groepen: {kop}. "
        f"Het meest kenmerkend voor {groepen.iloc[0]} is ‘{eerste['woord']}’.",
        tekens=(_TEKENS,),
    )
    return make_figuur(opdracht, inhoud, kop)


def _name_groepen(tabel: pd.DataFrame) -> pd.Series:
    """Return the heading of each row: its group, behind its source where there are several."""
    per = find_per(tabel)
    groep = texts(tabel, per) if per else texts(tabel, "geen")
    groep = groep.map(lambda naam: FASE_LABEL.get(naam, INSTRUMENT_LABEL.get(naam, naam))).astype("str")
    bron = texts(tabel, "activiteit_id")
    if bron.nunique() < 2:
        return groep
    namen = {naam: name_activiteit(tabel[bron.eq(naam)], naam) for naam in bron.unique()}
    return bron.map(namen).astype("str").str.cat(groep, sep=" · ")


def _make_rijen(rijen: pd.DataFrame, kop: str, schaal: float) -> Rijen:
    z, mensen = numbers(rijen, "z").tolist(), numbers(rijen, "mensen").tolist()
    merken = tuple(Merk(nr, format_getal(wie), z[nr]) for nr, wie in enumerate(mensen))
    return Rijen(tuple(texts(rijen, "woord")), (Merkpaneel(merken, "steel", kop=kop, plafond=schaal),))
