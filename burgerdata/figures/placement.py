"""Where labels beside points may stand: near their point, inside the drawing, over nothing else."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

_RICHTINGEN = (0, 180, 90, 270, 45, 315, 135, 225, 22, 338, 158, 202, 67, 293, 113, 247)
"""Degrees around a point, in the order in which they are tried: at the right first."""


@dataclass(frozen=True)
class Kader:
    """A rectangle in points from the top left."""

    links: float
    boven: float
    breedte: float
    hoogte: float

    def touches(self, ander: Kader) -> bool:
        """Return whether two rectangles share more than an edge."""
        naast = self.links + self.breedte <= ander.links or ander.links + ander.breedte <= self.links
        onder = self.boven + self.hoogte <= ander.boven or ander.boven + ander.hoogte <= self.boven
        return not (naast or onder)

    def holds(self, ander: Kader) -> bool:
        """Return whether another rectangle lies inside."""
        return (
            self.links <= ander.links
            and self.boven <= ander.boven
            and ander.links + ander.breedte <= self.links + self.breedte
            and ander.boven + ander.hoogte <= self.boven + self.hoogte
        )


def place_labels(
    punten: Sequence[tuple[float, float]],
    maten: Sequence[tuple[float, float]],
    vlak: Kader,
    *,
    straal: float,
    bezet: Sequence[Kader] = (),
) -> list[Kader] | None:
    """Return a rectangle per point for its label, none over another, over a point or over ``bezet``; None without room.

    Points with most neighbours go first; each tries places around it, ever further away.

    Parameters
    ----------
    punten : sequence of (x, y)
        Points from the top left.
    maten : sequence of (width, height)
        The size of each label.
    straal : float
        Half the width of a mark.

    Examples
    --------
    >>> vak, = place_labels([(50, 50)], [(20, 10)], Kader(0, 0, 100, 100), straal=4)
    >>> vak.links > 54, vak.touches(Kader(46, 46, 8, 8))
    (True, False)
    """
    merken = [Kader(x - straal, y - straal, 2 * straal, 2 * straal) for x, y in punten]
    vol = [*merken, *bezet]
    gevonden: dict[int, Kader] = {}
    for nummer in sorted(range(len(punten)), key=lambda nummer: _measure_ruimte(nummer, punten)):
        vak = _find_plek(punten[nummer], maten[nummer], vlak, straal, vol)
        if vak is None:
            return None
        gevonden[nummer] = vak
        vol.append(vak)
    return [gevonden[nummer] for nummer in range(len(punten))]


def _measure_ruimte(nummer: int, punten: Sequence[tuple[float, float]]) -> float:
    """Return how far the other points are: the closest count most."""
    return -sum(
        1 / (1 + math.dist(punten[nummer], ander)) for plek, ander in enumerate(punten) if plek != nummer
    )


def _find_plek(
    punt: tuple[float, float], maat: tuple[float, float], vlak: Kader, straal: float, vol: Sequence[Kader]
) -> Kader | None:
    breedte, hoogte = maat
    ver = math.hypot(vlak.breedte, vlak.hoogte)
    afstand = 0.5 * straal
    while afstand < ver:
        for hoek in _RICHTINGEN:
            dx, dy = math.cos(math.radians(hoek)), -math.sin(math.radians(hoek))
            x = punt[0] + dx * (straal + afstand + breedte / 2)
            y = punt[1] + dy * (straal + afstand + hoogte / 2)
            vak = Kader(x - breedte / 2, y - hoogte / 2, breedte, hoogte)
            if vlak.holds(vak) and not any(vak.touches(ander) for ander in vol):
                return vak
        afstand += straal
    return None
