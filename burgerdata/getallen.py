"""Numbers as a Dutch reader expects them: ``1.483``, ``54%``, ``7,0``, rounded half-up.

Every number is rounded to 10 significant digits before it is rounded half-up, so that what is printed is equal on
every machine. Python's own ``round(2.5)`` gives 2; a Dutch report gives 3.
"""

from __future__ import annotations

import math
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

import numpy as np
import pandas as pd

from burgerdata.schema.labels import MAANDEN

ONBEKEND = "–"
"""What is printed where there is no number or no date."""
_NEDERLANDS = str.maketrans(",.-", ".,−")
_GROOTSTE_MACHT = 20
"""Above this power of ten a decimal has no digits left to round."""


def round_half_up(waarde: float, decimalen: int = 0) -> float:
    """Return the number rounded half-up (away from zero), after rounding to 10 significant digits.

    Examples
    --------
    >>> round_half_up(2.5), round_half_up(-2.5), round_half_up(0.1 + 0.2 - 0.05, 1)
    (3.0, -3.0, 0.3)
    """
    if not math.isfinite(waarde):
        return waarde
    gesteund = Decimal(f"{waarde:.10g}")
    if gesteund.adjusted() > _GROOTSTE_MACHT:
        return float(gesteund)
    return float(gesteund.quantize(Decimal(1).scaleb(-decimalen), rounding=ROUND_HALF_UP))


def as_floats(reeks: pd.Series) -> pd.Series:
    """Return a column of numbers, or of yes and no, as float64; a missing one is NaN.

    Examples
    --------
    >>> as_floats(pd.Series([1, None], dtype="Int32")).tolist()
    [1.0, nan]
    """
    if reeks.dtype == "float64":
        return reeks
    return pd.Series(reeks.to_numpy(dtype="float64", na_value=np.nan), index=reeks.index, name=reeks.name)


def format_getal(waarde: float | None, decimalen: int = 0) -> str:
    """Return a number with a point for thousands, a decimal comma and a true minus; "–" for a missing one.

    Examples
    --------
    >>> format_getal(1483), format_getal(6.949999999999999, 1), format_getal(float("nan"))
    ('1.483', '7,0', '–')
    """
    if waarde is None or _is_missing(waarde):
        return ONBEKEND
    tekst = f"{round_half_up(waarde, decimalen) + 0.0:,.{decimalen}f}"
    return tekst.translate(_NEDERLANDS)


def _is_missing(waarde: float) -> bool:
    return bool(pd.isna(waarde)) or math.isinf(waarde)


def format_procent(aandeel: float | None, decimalen: int = 0) -> str:
    """Return a share between 0 and 1 as a percentage without a space; "–" for a missing one.

    Examples
    --------
    >>> format_procent(0.545), format_procent(0.1234, 1)
    ('55%', '12,3%')
    """
    if aandeel is None or _is_missing(aandeel):
        return ONBEKEND
    return f"{format_getal(float(f'{aandeel:.10g}') * 100, decimalen)}%"


def format_deel(aandeel: float | None) -> str:
    """Return a share of those who were reached as a percentage, under 1% with one decimal: 60 and 51 of 9.500 are not alike.

    Examples
    --------
    >>> format_deel(0.4), format_deel(60 / 9500), format_deel(51 / 9500), format_deel(0.0), format_deel(0.0002)
    ('40%', '0,6%', '0,5%', '0%', 'minder dan 0,1%')
    """
    if aandeel is None or _is_missing(aandeel) or not 0 < aandeel < 0.01:
        return format_procent(aandeel)
    return format_procent(aandeel, 1) if aandeel >= 0.0005 else "minder dan 0,1%"


def format_verschil(waarde: float | None, decimalen: int = 1) -> str:
    """Return a difference with its sign: ``+0,5``, ``−0,3``, ``0,0``; "–" for a missing one.

    Examples
    --------
    >>> format_verschil(0.5), format_verschil(-0.31), format_verschil(0.04)
    ('+0,5', '−0,3', '0,0')
    """
    tekst = format_getal(waarde, decimalen)
    return f"+{tekst}" if tekst != ONBEKEND and round_half_up(waarde or 0, decimalen) > 0 else tekst


def format_datum(dag: date | None) -> str:
    """Return a day as a Dutch reader writes it; "–" for a missing one.

    Examples
    --------
    >>> format_datum(date(2026, 6, 1))
    '1 juni 2026'
    """
    if dag is None or pd.isna(dag):
        return ONBEKEND
    return f"{dag.day} {MAANDEN[dag.month - 1]} {dag.year}"


def format_periode(begin: date | None, eind: date | None) -> str:
    """Return a period, with nothing said twice; of a period with one known day, that day.

    Examples
    --------
    >>> format_periode(date(2026, 6, 1), date(2026, 6, 21))
    '1–21 juni 2026'
    >>> format_periode(date(2026, 6, 1), date(2026, 7, 3))
    '1 juni – 3 juli 2026'
    """
    if begin is None or pd.isna(begin):
        return format_datum(eind)
    if eind is None or pd.isna(eind) or format_datum(begin) == format_datum(eind):
        return format_datum(begin)
    if begin.year != eind.year:
        return f"{format_datum(begin)} – {format_datum(eind)}"
    if begin.month != eind.month:
        return f"{begin.day} {MAANDEN[begin.month - 1]} – {format_datum(eind)}"
    return f"{begin.day}–{format_datum(eind)}"


def join_woorden(woorden: list[str], voegwoord: str = "en") -> str:
    """Return words as a Dutch enumeration.

    Examples
    --------
    >>> join_woorden(["enquête", "klantpanel", "focusgroepen"])
    'enquête, klantpanel en focusgroepen'
    """
    return f" {voegwoord} ".join(filter(None, [", ".join(woorden[:-1]), *woorden[-1:]]))
