"""The ids of the scorecard, in its order; what each means is in ``analysis/indicatoren/lijst.py``."""

from __future__ import annotations

INDICATOR = (
    *(f"R{nummer}" for nummer in range(1, 8)),
    *(f"P{nummer}" for nummer in range(1, 9)),
    *(f"I{nummer}" for nummer in range(1, 7)),
    *(f"T{nummer}" for nummer in range(1, 4)),
    *(f"E{nummer}" for nummer in range(1, 4)),
)
