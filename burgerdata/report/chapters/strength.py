"""How strong a finding is: whether it says something, its sources, whether a test marked it, and how large it is."""

from __future__ import annotations

import pandas as pd

from burgerdata.analysis import Antwoord
from burgerdata.findings.stellingen import measure_bekend
from burgerdata.report.chapters.verschil import find_tabel
from burgerdata.toelichting import read_toelichting

_VEEL = 4
"""A figure with fewer rows says little; such an answer comes after the others."""
_KLEIN = 0.1
"""What fewer than one in ten people say is a finding only where nothing larger is left."""
_CIJFER = 0.25
"""A grade of all says something whatever it is: it counts as what a quarter of the people say."""
_NIETS = ("Geen ", "Er is geen ", "Over ", "Hierover ")
"""How a sentence begins that tells that nothing was found."""
_LENGTE = 4.0
"""The distance between the ends of a five-point scale, and of a grade that people really use."""


def rank_bevinding(antwoord: Antwoord) -> tuple[int, int, int, float]:
    """Return the place of a finding in order: a lower one is stronger.

    First what says something of more than one in ten people, with a figure of some size; then what was
    measured, heard as well or not; then a tested difference; then the size.
    """
    omvang = measure_omvang(antwoord)
    rijen = max(len(antwoord.tabellen[tekening.tabel]) for tekening in antwoord.tekeningen)
    zwak = rijen < _VEEL or omvang < _KLEIN or says_nothing(antwoord)
    return int(zwak), int("gemeten" not in antwoord.soort), int(not _is_getoetst(antwoord)), -omvang


def says_nothing(antwoord: Antwoord) -> bool:
    """Return whether the finding is that nothing was found."""
    return antwoord.bevinding.startswith(_NIETS)


def measure_omvang(antwoord: Antwoord) -> float:
    """Return the size of a finding between 0 and 1: a share of people, a lead, or a distance on the scale."""
    tabel = find_tabel(antwoord)
    if tabel is None:
        tabel = antwoord.tabellen[antwoord.tekeningen[0].tabel]
    if {"belang", "oordeel"} <= set(tabel.columns):
        return _largest((tabel["belang"] - tabel["oordeel"]) / _LENGTE)
    if read_toelichting(tabel).soort == "stellingen":
        bekend = _measure_stelling(tabel["netto"])
        return bekend if tabel["netto"].lt(0).any() else max(bekend, measure_bekend(tabel))
    if "gemiddelde" in tabel and "totaal" not in tabel:
        return _CIJFER
    if "gemiddelde" in tabel:
        return _largest((tabel["gemiddelde"] - tabel["totaal"]).abs() / _LENGTE)
    if {"n", "basis"} <= set(tabel.columns):
        return _measure_aandeel(tabel)
    return _KLEIN


def _measure_stelling(netto: pd.Series) -> float:
    """Return the net score that the finding tells: the worst below nought, else half of the best.

    What most people judge well asks less of a policy than what they judge badly, so that it does not push that out.
    """
    slechtst = _largest(-netto)
    return slechtst if slechtst > 0 else _largest(netto) / 2


def _measure_aandeel(tabel: pd.DataFrame) -> float:
    """Return the largest share of the last activity, of a task the share whom it did not work for.

    A problem that was met in any round counts.
    """
    if "activiteit_id" in tabel and "knelpunt" not in tabel:
        tabel = tabel[tabel["activiteit_id"].eq(tabel["activiteit_id"].iloc[-1])]
    aandeel = tabel["n"].astype("float64") / tabel["basis"].astype("float64")
    return _largest(1 - aandeel if "taak_id" in tabel else aandeel)


def _largest(reeks: pd.Series) -> float:
    grootste = reeks.astype("float64").max()
    return 0.0 if pd.isna(grootste) else float(grootste)


def _is_getoetst(antwoord: Antwoord) -> bool:
    tabellen = [antwoord.tabellen[tekening.tabel] for tekening in antwoord.tekeningen]
    return any("verschilt" in tabel and tabel["verschilt"].isin(["▲", "▼"]).any() for tabel in tabellen)
