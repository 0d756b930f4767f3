"""Which of several traits parts people most, told honestly: it was chosen as the largest of those compared."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np
import pandas as pd
from scipy.optimize import brentq

from burgerdata.findings.number_words import say_aantal
from burgerdata.findings.zinnen import HOOGSTE_P
from burgerdata.getallen import join_woorden
from burgerdata.toelichting import Toelichting, read_toelichting

_GEMERKT = ("▲", "▼")
_WAARDEN = ("gemiddelde", "aandeel")
_STEILST = 300.0
"""How far shares may be tilted: e to this power is a number that a computer still knows."""


def pick_grootste(tabellen: Mapping[str, pd.DataFrame]) -> str:
    """Return the name of the table of one question by a trait in which a group differs most from the rest.

    Only differences count that hold after correction for the traits compared as well: the p-values of one trait, which
    Holm adjusted for its groups, times the number of traits (Bonferroni). Where none holds it is a table without a marked
    group, the first one, and where every table has one that of the lowest p-value; "" without tables. A point of one
    scale is not a point of another: tables of several scales are held beside each other in standard deviations.
    """
    toetsen = {
        naam: float(tabel["p_aangepast"].min()) for naam, tabel in tabellen.items() if is_getoetst(tabel)
    }
    gemerkt = {naam for naam in toetsen if tabellen[naam]["verschilt"].isin(_GEMERKT).any()}
    vast = [naam for naam in tabellen if naam in gemerkt and toetsen[naam] * len(toetsen) < HOOGSTE_P]
    if vast:
        maat = _measure_spreiding if has_schalen(tabellen.values()) else lambda tabel: 1.0
        return max(vast, key=lambda naam: measure_verschil(tabellen[naam]) / maat(tabellen[naam]))
    zonder = next((naam for naam in tabellen if naam not in gemerkt), "")
    return zonder or min(gemerkt, key=lambda naam: toetsen[naam], default="")


def is_getoetst(tabel: pd.DataFrame) -> bool:
    """Return whether groups of one trait were tested in this table."""
    return {"verschilt", "p_aangepast"} <= set(tabel.columns) and bool(tabel["p_aangepast"].notna().any())


def has_gemerkt(tabel: pd.DataFrame) -> bool:
    """Return whether a test of this table marked a group that differs from the rest.

    Examples
    --------
    >>> tabel = pd.DataFrame({"verschilt": ["▼", ""], "p_aangepast": [0.01, None]})
    >>> has_gemerkt(tabel), has_gemerkt(tabel.assign(verschilt=""))
    (True, False)
    """
    return is_getoetst(tabel) and bool(tabel["verschilt"].isin(_GEMERKT).any())


def has_schalen(tabellen: Iterable[pd.DataFrame]) -> bool:
    """Return whether these tables hold means, with their spread, of questions of which the scales have other ends.

    Of a scale without words for its steps only the highest number tells: of a low one it is not known whether it is the end.
    """
    alle = list(tabellen)
    over = [read_toelichting(tabel) for tabel in alle]
    einden = {deel.schaal for deel in over if deel.schaal}
    anders = len(einden) > 1 or len({deel.hoogste for deel in over}) > 1
    return anders and all("sd" in tabel for tabel in alle)


def _measure_spreiding(tabel: pd.DataFrame) -> float:
    """Return the standard deviation of the answers within the groups; endless where these do not vary or tell.

    Examples
    --------
    >>> _measure_spreiding(pd.DataFrame({"basis": [50, 50], "sd": [0.6, 0.8]}))
    0.7071067811865476
    """
    bekend = tabel[tabel["sd"].notna()]
    basis, sd = bekend["basis"].astype("float64"), bekend["sd"].astype("float64")
    spreiding = float(np.sqrt((basis * sd**2).sum() / basis.sum())) if basis.sum() else 0.0
    return spreiding or float("inf")


def measure_verschil(tabel: pd.DataFrame) -> float:
    """Return how far the farthest marked group lies from everyone else, in the unit of the question; 0 without one.

    Examples
    --------
    >>> tabel = pd.DataFrame({"wijk": ["a", "b"], "basis": [50, 150], "gemiddelde": [5.0, 7.0], "totaal": 6.5})
    >>> measure_verschil(tabel.assign(verschilt=["▼", ""]))
    2.0
    """
    waarde = next((naam for naam in _WAARDEN if naam in tabel), "")
    if not waarde or "totaal" not in tabel:
        return 0.0
    gemerkt = tabel[tabel["verschilt"].isin(_GEMERKT) & tabel[waarde].notna()]
    if gemerkt.empty:
        return 0.0
    sleutel = [tabel[naam] for naam in ("activiteit_id", "label") if naam in tabel]
    sleutel = sleutel or [pd.Series(0, index=tabel.index)]
    verschil = (gemerkt[waarde].astype("float64") - gemerkt["totaal"].astype("float64")).abs()
    return float((verschil / _measure_rest(tabel, waarde, sleutel).loc[gemerkt.index]).max())


def _measure_rest(tabel: pd.DataFrame, waarde: str, sleutel: list[pd.Series]) -> pd.Series:
    """Return per group which part of the total the others are, for who belongs to the group is in the total as well.

    With weights the number of people does not tell: the shares are then those nearest to it that the total follows from,
    so that two groups and five are measured alike. Where none do, as where a group is hidden, the others are all.
    """
    alle = tabel["basis"].astype("float64")
    deel = alle / alle.groupby(sleutel, observed=True, dropna=False).transform("sum")
    if read_toelichting(tabel).gewogen:
        groepen = deel.groupby(sleutel, observed=True, dropna=False)
        getal, totaal = tabel[waarde].astype("float64"), tabel["totaal"].astype("float64")
        deel = groepen.transform(lambda delen: _fit_delen(delen, getal[delen.index], totaal[delen.index]))
    return (1 - deel).where(lambda rest: rest.gt(0), 1.0)


def _fit_delen(delen: pd.Series, getal: pd.Series, totaal: pd.Series) -> pd.Series:
    """Return the shares nearest to ``delen`` (exponential tilting) with which groups of these means make the total; else 0.

    Examples
    --------
    >>> half = pd.Series([0.5, 0.5])
    >>> _fit_delen(half, pd.Series([6.0, 7.0]), pd.Series([6.2, 6.2])).round(3).tolist()
    [0.8, 0.2]
    """
    af = getal - totaal
    breed = af.max() - af.min()
    if not af.min() < 0 < af.max():
        return delen * 0.0

    def tilt(helling: float) -> pd.Series:
        ruw: pd.Series = (delen * np.exp(helling * af / breed)).fillna(0.0)
        return ruw / float(ruw.sum())

    if float((tilt(-_STEILST) * af).sum()) > 0 or float((tilt(_STEILST) * af).sum()) < 0:
        return delen * 0.0
    return tilt(brentq(lambda helling: float((tilt(helling) * af).sum()), -_STEILST, _STEILST))


def explain_keuze(kern: pd.DataFrame, tabellen: Iterable[pd.DataFrame]) -> list[str]:
    """Return that the trait of this table was chosen as that of the largest difference, of how many; else nothing."""
    over = read_toelichting(kern)
    vergeleken = [
        naam_ for tabel in tabellen if is_getoetst(tabel) and (naam_ := _name(read_toelichting(tabel), over))
    ]
    namen = list(dict.fromkeys(vergeleken))
    if len(namen) < 2 or not is_getoetst(kern) or not kern["verschilt"].isin(_GEMERKT).any():
        return []
    aantal = say_aantal(len(namen))
    begin = f"Van de {aantal} kenmerken die zijn vergeleken ({join_woorden(namen)}) is het verschil naar {over.groep_naam or over.per}"
    if float(kern["p_aangepast"].min()) * len(namen) < HOOGSTE_P:
        return [f"{begin} het grootste dat is aangetoond, ook na correctie voor {aantal} kenmerken"]
    return [f"{begin} het duidelijkst, maar na correctie voor {aantal} kenmerken is het niet aangetoond"]


def _name(ander: Toelichting, over: Toelichting) -> str:
    """Return the trait of another table about the same question, empty where it is about another one."""
    zelfde = (ander.soort, ander.vraag_id or ander.onderwerp) == (over.soort, over.vraag_id or over.onderwerp)
    return (ander.groep_naam or ander.per) if zelfde else ""
