"""plot_prioriteiten: what people find important against how they judge it, in four quadrants."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from burgerdata.errors import MethodeError
from burgerdata.figures.figuur import Figuur
from burgerdata.figures.foot import INDICATIEF
from burgerdata.figures.formaat import Formaatnaam
from burgerdata.figures.making import Inhoud, Opdracht, make_figuur, state_titel
from burgerdata.figures.preparation import (
    flag,
    is_onderdrukt,
    numbers,
    prepare_tabel,
    refuse_kwalitatief,
    texts,
)
from burgerdata.figures.quadrants import Kwadranten, Plek
from burgerdata.getallen import join_woorden

EERST = "eerst verbeteren"
_BELANGRIJK = (EERST, "vasthouden")
_GOED = ("vasthouden", "voldoende")
_HOEKEN = ("voldoende", "vasthouden", "later verbeteren", EERST)


def plot_prioriteiten(
    table: pd.DataFrame,
    *,
    titel: str | None = None,
    formaat: Formaatnaam = "a4",
    style_path: str | Path | None = None,
) -> Figuur:
    """Return a priority matrix: a point per aspect, importance to the right, judgement upwards, lines at the means.

    The names of the four quadrants are those of the column ``vak``; aspects in "eerst verbeteren" are printed bold.
    Every point has its own name beside it, with a star where few people answered. Suppressed aspects, and those without a
    quadrant, are not drawn and named in the foot.

    Raises
    ------
    MethodeError
        When nothing is left to draw, when the table holds more than one activity, when the source is qualitative, or
        when there is no room for all names.

    Examples
    --------
    >>> tabel = pd.DataFrame({"aspect": ["wachten", "inloggen"], "belang": [4.5, 3.1], "oordeel": [2.1, 3.9]})
    >>> plot_prioriteiten(tabel.assign(vak=["eerst verbeteren", "voldoende"]), titel="Wachten moet korter").alt
    'Prioriteitenmatrix: Wachten moet korter. In het vak ‘eerst verbeteren’ staat wachten.'
    """
    opdracht = Opdracht(plot_prioriteiten, table, titel, formaat, style_path)
    refuse_kwalitatief(table, "prioriteitenmatrix")
    tabel = prepare_tabel(table, nodig=("aspect", "belang", "oordeel", "vak"), figuur="prioriteitenmatrix")
    if texts(tabel, "activiteit_id").nunique() > 1:
        raise MethodeError("Een prioriteitenmatrix toont één activiteit; teken ze één voor één.")
    tabel = tabel.assign(vak=texts(tabel, "vak").mask(is_onderdrukt(tabel), ""))
    getoond = tabel[
        numbers(tabel, "belang").notna() & numbers(tabel, "oordeel").notna() & tabel["vak"].ne("")
    ]
    if getoond.empty:
        raise MethodeError(
            "Geen onderdeel van de prioriteitenmatrix heeft genoeg antwoorden; toon de tabel in plaats van de figuur."
        )
    vak, ster = texts(getoond, "vak"), flag(getoond, "indicatief").map({True: "*", False: ""})
    tekening = Kwadranten(
        tuple(
            Plek(naam + teken, x, y, nadruk=plek == EERST)
            for naam, teken, x, y, plek in zip(
                texts(getoond, "aspect"),
                ster,
                numbers(getoond, "belang"),
                numbers(getoond, "oordeel"),
                vak,
                strict=True,
            )
        ),
        (
            _find_grens(numbers(getoond, "belang"), vak.isin(_BELANGRIJK)),
            _find_grens(numbers(getoond, "oordeel"), vak.isin(_GOED)),
        ),
        ("belangrijker", "beter beoordeeld"),
        _HOEKEN,
    )
    kop = state_titel(opdracht, tabel)
    weg = list(texts(tabel.drop(index=getoond.index), "aspect"))
    tekens = (
        f"Niet getoond: {join_woorden(weg)} (te weinig antwoorden)." if weg else "",
        INDICATIEF if ster.any() else "",
    )
    alt = f"Prioriteitenmatrix: {kop}. {_tell_eerst(list(texts(getoond, 'aspect')[vak == EERST]))}"
    return make_figuur(opdracht, Inhoud(tabel, tekening, alt, tekens), kop)


def _find_grens(waarde: pd.Series, hoog: pd.Series) -> float:
    """Return the mean, or when points are hidden and it no longer parts high from low, what does."""
    midden = float(waarde.mean())
    laagste_hoog, hoogste_laag = waarde[hoog].min(), waarde[~hoog].max()
    if pd.isna(laagste_hoog) or pd.isna(hoogste_laag) or hoogste_laag < midden <= laagste_hoog:
        return midden
    return float(laagste_hoog + hoogste_laag) / 2


def _tell_eerst(namen: list[str]) -> str:
    if not namen:
        return f"In het vak ‘{EERST}’ staat geen onderdeel."
    return f"In het vak ‘{EERST}’ {'staat' if len(namen) == 1 else 'staan'} {join_woorden(namen)}."
