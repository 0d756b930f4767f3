"""Numbers as a Dutch reader expects them: ``1.483``, ``54%``, ``7,0``, rounded half-up.

Every number is rounded to 10 significant digits before it is rounded half-up, so that what is printed is equal on
every machine. Python's own ``round(2.5)`` gives 2; a Dutch report gives 3.
"""

from __future__ import annotations

import math
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from burgerdata.schema.labels import MAANDEN


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
    return float(gesteund.quantize(Decimal(1).scaleb(-decimalen), rounding=ROUND_HALF_UP))


def format_getal(waarde: float, decimalen: int = 0) -> str:
    """Return a number with a point for thousands and a decimal comma; "–" for a missing one.

    Examples
    --------
    >>> format_getal(1483), format_getal(6.949999999999999, 1), format_getal(float("nan"))
    ('1.483', '7,0', '–')
    """
    if waarde is None or math.isnan(waarde):
        return "–"
    tekst = f"{round_half_up(waarde, decimalen) + 0.0:,.{decimalen}f}"
    return tekst.replace(",", "_").replace(".", ",").replace("_", ".")


def format_procent(aandeel: float, decimalen: int = 0) -> str:
    """Return a share between 0 and 1 as a percentage without a space; "–" for a missing one.

    Examples
    --------
    >>> format_procent(0.545), format_procent(0.1234, 1)
    ('55%', '12,3%')
    """
    if aandeel is None or math.isnan(aandeel):
        return "–"
    return f"{format_getal(float(f'{aandeel:.10g}') * 100, decimalen)}%"


def format_verschil(waarde: float, decimalen: int = 1) -> str:
    """Return a difference with its sign: ``+0,5``, ``−0,3``, ``0,0``.

    Examples
    --------
    >>> format_verschil(0.5), format_verschil(-0.31), format_verschil(0.04)
    ('+0,5', '−0,3', '0,0')
    """
    tekst = format_getal(abs(waarde), decimalen)
    afgerond = round_half_up(waarde, decimalen)
    return tekst if not afgerond else f"{'+' if afgerond > 0 else '−'}{tekst}"


def format_datum(dag: date) -> str:
    """Return a day as a Dutch reader writes it.

    Examples
    --------
    >>> format_datum(date(2026, 6, 1))
    '1 juni 2026'
    """
    return f"{dag.day} {MAANDEN[dag.month - 1]} {dag.year}"


def format_periode(begin: date, eind: date) -> str:
    """Return a period, with nothing said twice.

    Examples
    --------
    >>> format_periode(date(2026, 6, 1), date(2026, 6, 21))
    '1–21 juni 2026'
    >>> format_periode(date(2026, 6, 1), date(2026, 7, 3))
    '1 juni – 3 juli 2026'
    """
    if begin == eind:
        return format_datum(begin)
    if begin.year != eind.year:
        return f"{format_datum(begin)} – {format_datum(eind)}"
    if begin.month != eind.month:
        return f"{begin.day} {MAANDEN[begin.month - 1]} – {format_datum(eind)}"
    return f"{begin.day}–{format_datum(eind)}"


def join_woorden(woorden: list[str]) -> str:
    """Return words as a Dutch enumeration.

    Examples
    --------
    >>> join_woorden(["enquête", "klantpanel", "focusgroepen"])
    'enquête, klantpanel en focusgroepen'
    """
    return " en ".join(filter(None, [", ".join(woorden[:-1]), *woorden[-1:]]))
