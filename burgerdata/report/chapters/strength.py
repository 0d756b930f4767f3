"""How strong a finding is: whether it says something, how large it is at least, its sources, whether a test marked it."""

from __future__ import annotations

import re

import numpy as np
import pandas as pd

from burgerdata.analysis import Antwoord
from burgerdata.findings.stellingen import measure_bekend, measure_meerderheid
from burgerdata.report.chapters.verschil import find_tabel
from burgerdata.statistics.proportions import wilson_interval
from burgerdata.toelichting import read_toelichting

_VEEL = 4
"""A figure with fewer rows says little; such an answer comes after the others."""
_UITKOMST = ("taken", "sus", "stemmen")
"""Figures of what people did or decided: they are findings with one row too, and count whole though nobody was drawn."""
_KLEIN = 0.1
"""What fewer than one in ten people say is a finding only where nothing larger is left."""
_CIJFER = 0.25
"""A grade of all says something whatever it is: it counts as what a quarter of the people say."""
_GEHOORD = 0.5
"""Talks show that something plays, not how often, so that their share counts half."""
_GETOETST = 2.0
"""A difference between groups is smaller than a share by nature: a tested one counts twice."""
_BRON = 0.5
"""What every further source adds, up to two of them."""
_NIETS = ("Geen ", "Er is geen ", "Over ", "Hierover ")
"""How a sentence begins that tells that nothing was found."""
_LENGTE = 4.0
"""The distance between the ends of a five-point scale, and of a grade that people really use."""
_Z = 1.96


def rank_bevinding(antwoord: Antwoord) -> tuple[int, float]:
    """Return the place of a finding in order: a lower one is stronger.

    First what says something of more than one in ten people, with a figure of some size; then the strength.
    """
    eigen = _get_tabel(antwoord)
    los = len(eigen) if read_toelichting(eigen).berichten else 0  # counted signals have no figure
    rijen = max((len(antwoord.tabellen[tekening.tabel]) for tekening in antwoord.tekeningen), default=los)
    klein = rijen < _VEEL and not _is_uitkomst(antwoord)
    zwak = klein or measure_omvang(antwoord) < _KLEIN or says_nothing(antwoord)
    return int(zwak), -measure_sterkte(antwoord)


def measure_sterkte(antwoord: Antwoord) -> float:
    """Return how strong a finding is: its size, no larger than its number of people bears out, times what it rests on.

    The size is the lower end of Wilson's interval over its base, so that six of twelve people weigh less than half of a
    thousand; a tested difference is sure as it is. Of an answer that is as large as chance it is nought. What most people judge
    badly weighs as much as the share of them, like what a task does not work for. More sources add, and what was only
    heard counts half.
    """
    omvang = measure_omvang(antwoord)
    if _is_getoetst(antwoord):
        return omvang * _GETOETST
    tabel = _get_tabel(antwoord)
    if read_toelichting(tabel).soort == "stellingen":
        omvang = max(omvang, measure_meerderheid(tabel), _measure_steun(tabel))
    if omvang != _CIJFER and "basis" in tabel and tabel["basis"].gt(0).any():
        basis = np.array([float(tabel["basis"].max())])
        omvang = float(wilson_interval(np.array([min(omvang, 1.0)]), basis, np.array([_Z]))[0][0])
    if read_toelichting(tabel).soort == "verdeling":
        gelijk = 1 / max(2, int(tabel["label"].nunique()))
        omvang = max(0.0, omvang - gelijk) / (1 - gelijk)
    gehoord = "gemeten" not in antwoord.soort and not _is_uitkomst(antwoord)
    return omvang * (_GEHOORD if gehoord else 1.0) * (1 + _BRON * min(_count_bronnen(antwoord, tabel) - 1, 2))


def _measure_steun(tabel: pd.DataFrame) -> float:
    """Return the share of the larger side where people were asked whether they are for or against, else nought."""
    kant = tabel["label"].astype("str").str.lower().str.extract(r"^(?:\S+ )?(voor|tegen)$")[0]
    if kant.nunique() < len(("voor", "tegen")):
        return 0.0
    sleutel = [tabel["activiteit_id"], tabel["vraag_id"], kant]
    return _largest(tabel["aandeel"].astype("float64").groupby(sleutel, observed=True, dropna=True).sum())


def says_nothing(antwoord: Antwoord) -> bool:
    """Return whether the finding is that nothing was found."""
    return antwoord.bevinding.startswith(_NIETS)


def measure_omvang(antwoord: Antwoord) -> float:
    """Return the size of a finding between 0 and 1: a share of people, a lead, or a distance on the scale."""
    tabel = _get_tabel(antwoord)
    if {"belang", "oordeel"} <= set(tabel.columns):
        return _largest((tabel["belang"] - tabel["oordeel"]) / _LENGTE)
    if read_toelichting(tabel).soort == "stellingen":
        bekend = _measure_stelling(tabel["netto"])
        return bekend if tabel["netto"].lt(0).any() else max(bekend, measure_bekend(tabel))
    if "gemiddelde" in tabel and "totaal" not in tabel:
        sus = antwoord.figuur == "sus"
        return 1 - float(tabel["gemiddelde"].dropna().iloc[-1]) / 100 if sus else _CIJFER
    if "totaal" in tabel and {"aandeel", "gemiddelde"} & set(tabel.columns):
        return _measure_verschil(tabel)
    if read_toelichting(tabel).soort == "stemmen":
        return _measure_stemmen(tabel)
    if is_stippen(tabel):
        return float(tabel["stippen"].max() / max(tabel["stippen"].sum(), 1))
    if {"n", "basis"} <= set(tabel.columns):
        return _measure_aandeel(tabel, _read_thema(antwoord, tabel))
    return _KLEIN


def _measure_verschil(tabel: pd.DataFrame) -> float:
    """Return the largest distance of a group from all: of those that the test marked, where it marked any."""
    if "verschilt" in tabel and (gemerkt := tabel["verschilt"].isin(["▲", "▼"])).any():
        tabel = tabel[gemerkt]
    kolom, lengte = ("gemiddelde", _LENGTE) if "gemiddelde" in tabel else ("aandeel", 1.0)
    return _largest((tabel[kolom] - tabel["totaal"]).abs() / lengte)


def _measure_stelling(netto: pd.Series) -> float:
    """Return the net score that the finding tells: the worst below nought, else half of the best.

    What most people judge well asks less of a policy than what they judge badly, so that it does not push that out.
    """
    slechtst = _largest(-netto)
    return slechtst if slechtst > 0 else _largest(netto) / 2


def _measure_stemmen(tabel: pd.DataFrame) -> float:
    """Return the largest share against what fell through, else half of the largest support."""
    voor = tabel[tabel["keuze"].eq("voor")]
    steun = voor["n"].astype("float64") / voor["basis"].astype("float64")
    gevallen = (voor["label"].eq("voor") & voor["gehaald"].eq(False)).fillna(False).astype("bool")
    return _largest(1 - steun[gevallen]) if gevallen.any() else _largest(steun) / 2


def _measure_aandeel(tabel: pd.DataFrame, thema: str) -> float:
    """Return the share of the theme that is told, the largest of all in the last activity, or whom a task did not work for."""
    if "knelpunt" in tabel:
        tabel = tabel.iloc[:1]
    elif thema:
        tabel = tabel[tabel["thema"].astype("str").str.lower().eq(thema)]
        gemeten = tabel["aandeel"].notna() if "aandeel" in tabel else tabel["n"].lt(0)
        tabel = tabel[gemeten] if gemeten.any() else tabel
    elif "activiteit_id" in tabel:
        tabel = tabel[tabel["activiteit_id"].eq(tabel["activiteit_id"].iloc[-1])]
    aandeel = tabel["n"].astype("float64") / tabel["basis"].astype("float64")
    return _largest(1 - aandeel if "taak_id" in tabel else aandeel)


def _get_tabel(antwoord: Antwoord) -> pd.DataFrame:
    """Return the table that the finding was stated from, else that of the first figure."""
    tabel = find_tabel(antwoord)
    return antwoord.tabellen[antwoord.tekeningen[0].tabel] if tabel is None else tabel


def _read_thema(antwoord: Antwoord, tabel: pd.DataFrame) -> str:
    """Return the theme that the finding names, in small letters; nothing where it names none of the table."""
    if "thema" not in tabel:
        return ""
    bekend = set(tabel["thema"].astype("str").str.lower())
    genoemd = [woord for woord in re.findall("‘([^’]+)’", antwoord.bevinding.lower()) if woord in bekend]
    return genoemd[0] if genoemd else ""


def _count_bronnen(antwoord: Antwoord, tabel: pd.DataFrame) -> int:
    """Return in how many instruments the theme of a finding was named; one of a finding that is about no theme."""
    thema = _read_thema(antwoord, tabel)
    if not thema or "instrument" not in tabel:
        return 1
    genoemd = tabel[tabel["thema"].astype("str").str.lower().eq(thema) & tabel["n"].fillna(0).gt(0)]
    return max(1, int(genoemd["instrument"].nunique()))


def _largest(reeks: pd.Series) -> float:
    grootste = reeks.astype("float64").max()
    return 0.0 if pd.isna(grootste) else float(grootste)


def _is_uitkomst(antwoord: Antwoord) -> bool:
    tabel = find_tabel(antwoord)
    if antwoord.figuur == "stemmen" and "gemeten" not in antwoord.soort:
        return False  # votes through an open link
    return antwoord.figuur in _UITKOMST or (tabel is not None and ("knelpunt" in tabel or is_stippen(tabel)))


def is_stippen(tabel: pd.DataFrame) -> bool:
    """Return whether a table tells which ideas got the dots of an evening: what the people there decided."""
    return {"idee", "stippen"} <= set(tabel.columns)


def _is_getoetst(antwoord: Antwoord) -> bool:
    """Return whether the finding is a difference that a test marked."""
    tabel = _get_tabel(antwoord)
    return "verschilt" in tabel and bool(tabel["verschilt"].isin(["▲", "▼"]).any())
