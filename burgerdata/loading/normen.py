"""The norms that a traject set for itself: one or two bounds per indicator."""

from __future__ import annotations

from typing import Any

from burgerdata.instruments.suggestions import suggest
from burgerdata.loading.toml_fields import Velden
from burgerdata.schema import INDICATOR

_MEEST = 2


def read_normen(velden: Velden) -> dict[str, tuple[float, ...]]:
    """Return the bounds per indicator of ``normen = { P3 = 0.7, P7 = [6.5, 7.5] }``: voldoende, then goed."""
    normen: dict[str, tuple[float, ...]] = {}
    for naam, waarde in velden.read_table("normen").items():
        grenzen = waarde if isinstance(waarde, list) else [waarde]
        if naam not in INDICATOR:
            velden.report("normen", f"de indicator '{naam}' bestaat niet", suggest(naam, INDICATOR))
        elif not 1 <= len(grenzen) <= _MEEST or not all(_is_number(grens) for grens in grenzen):
            remedie = f"schrijf {naam} = 0.7, of {naam} = [0.6, 0.8] voor voldoende en goed"
            velden.report("normen", f"de norm van {naam} is geen getal", remedie)
        else:
            normen[naam] = tuple(float(grens) for grens in grenzen)
    return normen


def _is_number(waarde: Any) -> bool:
    return isinstance(waarde, (int, float)) and not isinstance(waarde, bool)
