"""Numbers as a Dutch reader expects them: ``1.483``, ``54%``, ``7,0``, rounded half-up.

Every number is rounded to 10 significant digits before it is rounded half-up, so that what is printed is equal on
every machine. Python's own ``round(2.5)`` gives 2; a Dutch report gives 3.
"""

from __future__ import annotations

import math
from decimal import ROUND_HALF_UP, Decimal


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
