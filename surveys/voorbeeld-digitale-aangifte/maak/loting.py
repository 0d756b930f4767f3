"""Seeded draws that are the same on every machine and in every version of Python and numpy."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


class Loting:
    """Draws built on ``random.Random.random`` alone, the one method whose stream is guaranteed to stay."""

    def __init__(self, zaad: str) -> None:
        self._bron = random.Random(zaad)

    def kans(self, p: float) -> bool:
        """Return True with probability p."""
        return self._bron.random() < p

    def geheel(self, laag: int, hoog: int) -> int:
        """Return a whole number from laag up to and including hoog."""
        return laag + int(self._bron.random() * (hoog - laag + 1))

    def kies(self, uit: Sequence[T]) -> T:
        """Return one element, each equally likely."""
        return uit[int(self._bron.random() * len(uit))]

    def weeg(self, uit: dict[T, float]) -> T:
        """Return one key with probability proportional to its value."""
        punt = self._bron.random() * sum(uit.values())
        for sleutel, gewicht in uit.items():
            punt -= gewicht
            if punt < 0:
                return sleutel
        return sleutel

    def meng(self, uit: Sequence[T]) -> list[T]:
        """Return all elements in a random order."""
        rest = list(uit)
        for plaats in range(len(rest) - 1, 0, -1):
            ander = int(self._bron.random() * (plaats + 1))
            rest[plaats], rest[ander] = rest[ander], rest[plaats]
        return rest

    def normaal(self, gemiddelde: float = 0.0, spreiding: float = 1.0) -> float:
        """Return a draw from the normal distribution (Box-Muller)."""
        straal = math.sqrt(-2 * math.log(1 - self._bron.random()))
        return gemiddelde + spreiding * straal * math.cos(2 * math.pi * self._bron.random())

    def stap(self, gemiddelde: float, spreiding: float, laag: int, hoog: int) -> int:
        """Return a rounded normal draw held between laag and hoog: an answer on a scale."""
        return min(hoog, max(laag, math.floor(self.normaal(gemiddelde, spreiding) + 0.5)))
