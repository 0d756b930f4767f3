"""Grades and recommendations as Dutch reports give them: high and low grades, and the net promoter score."""

from __future__ import annotations

import pandas as pd

from burgerdata.analysis.gevraagd import Gevraagd, find_gevraagd
from burgerdata.analysis.regels import describe_gevraagd
from burgerdata.analysis.scores import estimate_scores
from burgerdata.errors import MethodeError
from burgerdata.getallen import as_floats
from burgerdata.toelichting import annotate
from burgerdata.traject import Traject

HOOG, LAAG = 8, 5
PROMOTOR, CRITICASTER = 9, 6


def score_rapportcijfer(traject: Traject, vraag_id: str, *, per: str | None = None) -> pd.DataFrame:
    """Return a row per activity (and group): basis, gemiddelde, hoog (share of 8 and up) and laag (5 and down).

    Each score has ``_onder`` and ``_boven``, its 95% interval on the design; shares are 0 to 1.

    Raises
    ------
    MethodeError
        When the question is no grade from 1 to 10.

    Examples
    --------
    >>> from burgerdata.analysis.example import make_example
    >>> score_rapportcijfer(make_example(), "cijfer")[["basis", "gemiddelde", "hoog", "laag"]]
       basis  gemiddelde   hoog   laag
    0      8         7.0  0.375  0.125
    """
    gesteld = find_gevraagd(traject, vraag_id, per=per)
    delen = []
    for gevraagd in gesteld:
        x = _read_tienpunts(gevraagd, laagste=1)
        aandelen = {"hoog": _mark(x, x >= HOOG), "laag": _mark(x, x <= LAAG)}
        delen.append(estimate_scores(gevraagd, aandelen, {"gemiddelde": x}, per=per))
    return _finish(delen, gesteld, per, f"hoog: {HOOG} of hoger; laag: {LAAG} of lager.")


def score_nps(traject: Traject, vraag_id: str, *, per: str | None = None) -> pd.DataFrame:
    """Return a row per activity (and group): basis, promotors (9, 10), passief (7, 8), criticasters (0 to 6) and nps.

    ``nps`` is the percentage of promotors minus that of criticasters, -100 to 100 (Reichheld 2003), with a t interval
    on the design; the shares are 0 to 1. Each score has ``_onder`` and ``_boven``.

    Raises
    ------
    MethodeError
        When the question has no scale from 0 (or 1, which a note then tells) to 10.

    Examples
    --------
    >>> from burgerdata.analysis.example import make_example
    >>> score_nps(make_example(), "cijfer")[["basis", "promotors", "criticasters", "nps"]]
       basis  promotors  criticasters   nps
    0      8      0.125         0.375 -25.0
    """
    gesteld = find_gevraagd(traject, vraag_id, per=per)
    delen = []
    for gevraagd in gesteld:
        x = _read_tienpunts(gevraagd, laagste=0)
        voor, tegen = _mark(x, x >= PROMOTOR), _mark(x, x <= CRITICASTER)
        aandelen = {"promotors": voor, "passief": 1 - voor - tegen, "criticasters": tegen}
        delen.append(estimate_scores(gevraagd, aandelen, {"nps": 100 * (voor - tegen)}, per=per))
    noot = "NPS: percentage 9 en 10 min percentage 0 tot en met 6."
    if any(gevraagd.opties["waarde"].min() == 1 for gevraagd in gesteld):
        noot += " Deze schaal begint bij 1 en niet bij 0: vergelijk haar niet met een andere NPS."
    return _finish(delen, gesteld, per, noot)


def _mark(x: pd.Series, waar: pd.Series) -> pd.Series:
    return waar.astype("float64").where(x.notna())


def _read_tienpunts(gevraagd: Gevraagd, *, laagste: int) -> pd.Series:
    """Return the grades; a scale that does not end at 10 is refused, for its 9 is no 9.

    A number has no scale to look at: its answers must lie between ``laagste`` and 10, and not all in the lower half.
    """
    x = as_floats(gevraagd.getallen)
    waarden = gevraagd.opties["waarde"].dropna()
    if len(waarden):
        past = waarden.max() == 10 and laagste <= waarden.min() <= 1
    else:
        past = x.min() >= laagste and 5 < x.max() <= 10
    if not past:
        raise MethodeError(
            f"vraag '{gevraagd.vraag_id}' heeft geen schaal tot en met 10; gebruik summarise_cijfer of score_stellingen"
        )
    return x


def _finish(delen: list[pd.DataFrame], gesteld: list[Gevraagd], per: str | None, noot: str) -> pd.DataFrame:
    tabel = pd.concat([deel for deel in delen if len(deel)] or [pd.DataFrame()], ignore_index=True)
    return annotate(tabel, describe_gevraagd("overig", gesteld, per=per or "", noten=(noot,)))
