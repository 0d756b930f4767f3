"""Round numbers for a scale."""

from __future__ import annotations

import math

from burgerdata.getallen import round_half_up


def choose_streepjes(laag: float, hoog: float, meest: float = 5) -> list[float]:
    """Return at most about ``meest`` round numbers between two ends.

    Examples
    --------
    >>> choose_streepjes(5.2, 7.4)
    [5.5, 6.0, 6.5, 7.0]
    >>> choose_streepjes(0.0, 0.83)
    [0.0, 0.2, 0.4, 0.6, 0.8]
    """
    bereik = max(hoog - laag, 1e-9)
    grof = bereik / max(meest, 1)
    macht = 10.0 ** math.floor(math.log10(grof))
    stap = next(factor * macht for factor in (1, 2, 5, 10) if factor * macht >= grof * (1 - 1e-9))
    eerste = math.ceil(round_half_up(laag / stap, 6))
    laatste = math.floor(round_half_up(hoog / stap, 6))
    return [round_half_up(nummer * stap, 6) for nummer in range(eerste, laatste + 1)]
