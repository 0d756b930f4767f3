"""Rounded numbers that do not add up: from 31% to 39% with a difference of 9 looks like an error."""

from __future__ import annotations

import pandas as pd

from burgerdata.getallen import format_getal, round_half_up


def tell_afronding(rij: pd.Series, maal: int, decimalen: int) -> str:
    """Return both values with a decimal more where the rounded ones do not give the rounded difference; else nothing.

    Examples
    --------
    >>> rij = pd.Series({"waarde_van": 0.307, "waarde_naar": 0.3947, "verschil": 0.0877})
    >>> tell_afronding(rij, 100, 0), tell_afronding(pd.Series({"waarde_van": 5.0, "waarde_naar": 5.5, "verschil": 0.5}), 1, 1)
    (' (van 30,7% naar 39,5%)', '')
    """
    if not {"waarde_van", "waarde_naar"} <= set(rij.index):
        return ""
    van, naar, verschil = (float(rij[naam]) * maal for naam in ("waarde_van", "waarde_naar", "verschil"))
    stap = float(10**-decimalen)
    kort = [round_half_up(getal, decimalen) for getal in (van, naar, verschil)]
    past = abs(kort[1] - kort[0] - kort[2]) < stap / 2
    if past or abs(naar - van - verschil) > stap / 10:  # values of other people: it is no matter of rounding
        return ""
    teken = "%" if maal == 100 else ""
    lang = [f"{format_getal(getal, decimalen + 1)}{teken}" for getal in (van, naar)]
    return f" (van {lang[0]} naar {lang[1]})"
