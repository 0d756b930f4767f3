"""A map of groups: a disc at the middle of each, as large as its number of people, with its name beside it.

A person is never a point on it: one who votes like nobody else could be recognised.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from burgerdata.figures.formaat import Formaat
from burgerdata.figures.layout import Vlak
from burgerdata.figures.measure import measure_breedte
from burgerdata.figures.palette import INKT, RASTER
from burgerdata.figures.slope import spread_labels

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_HOOGTE = 17.0
"""Height of the map, in letters."""
_LARGEST = 4.0
"""Radius in letters of a disc that holds everybody."""


@dataclass(frozen=True)
class Schijf:
    """One group: its name with its number, its place, its share of the people, its colour."""

    label: str
    x: float
    y: float
    deel: float
    kleur: str


@dataclass(frozen=True)
class Landkaart:
    """Groups on a map on which distance is difference of opinion; a Tekening."""

    schijven: tuple[Schijf, ...]

    def measure(self, breedte: float, formaat: Formaat) -> float:
        """Return the height of the map in points."""
        return _HOOGTE * formaat.letter

    def draw(self, vlak: Vlak) -> None:
        """Draw the discs on axes on which a step is as long to the right as it is upwards."""
        letter = vlak.formaat.letter
        as_ = vlak.add_as(0, 0.5 * letter, vlak.breedte, vlak.hoogte - letter)
        self._set_limits(as_, vlak.breedte / (vlak.hoogte - letter), letter, vlak)
        as_.set_xticks([])
        as_.set_yticks([])
        as_.spines[:].set_color(RASTER)
        for schijf in self.schijven:
            straal = self._radius(schijf, letter)
            as_.scatter(
                [schijf.x], [schijf.y], s=(2 * straal) ** 2, color=schijf.kleur, zorder=2, linewidths=0
            )
        self._write_labels(as_, letter, vlak)

    def _radius(self, schijf: Schijf, letter: float) -> float:
        return max(_LARGEST * letter * math.sqrt(schijf.deel), 0.3 * letter)

    def _set_limits(self, as_: Axes, verhouding: float, letter: float, vlak: Vlak) -> None:
        """Set limits around the groups and the middle, with room for the largest disc and a label at its right."""
        xs, ys = [0.0, *(s.x for s in self.schijven)], [0.0, *(s.y for s in self.schijven)]
        label = max(measure_breedte(s.label, letter) for s in self.schijven) + (_LARGEST + 1) * letter
        breed = 1 - (2 * label) / vlak.breedte
        hoog = 1 - 2 * (_LARGEST + 0.5) * letter / vlak.hoogte
        half = max((max(xs) - min(xs)) / (2 * breed), verhouding * (max(ys) - min(ys)) / (2 * hoog), 1e-6)
        x, y = (max(xs) + min(xs)) / 2, (max(ys) + min(ys)) / 2
        as_.set(xlim=(x - half, x + half), ylim=(y - half / verhouding, y + half / verhouding))

    def _write_labels(self, as_: Axes, letter: float, vlak: Vlak) -> None:
        """Write each name at the right of its disc, moved up or down where two would touch."""
        laag, hoog = as_.get_ylim()
        links, rechts = as_.get_xlim()
        hoogte = 1.5 * letter * (hoog - laag) / (vlak.hoogte - letter)
        per_punt = (rechts - links) / vlak.breedte
        plekken = spread_labels(
            [s.y for s in self.schijven], [hoogte] * len(self.schijven), tussen=(laag, hoog)
        )
        for schijf, y in zip(self.schijven, plekken, strict=True):
            x = schijf.x + (self._radius(schijf, letter) + 0.5 * letter) * per_punt
            as_.text(x, y, schijf.label, va="center", fontsize=letter, color=INKT)
