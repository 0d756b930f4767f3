"""A drawn figure as it lies on paper: every text with its box, every coloured part, in pixels of the renderer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from matplotlib.collections import LineCollection, PathCollection
from matplotlib.colors import to_hex, to_rgba
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.text import Text

from burgerdata.figures.figuur import Figuur
from burgerdata.figures.palette import WIT
from burgerdata.figures.style import use_style

if TYPE_CHECKING:
    from matplotlib.figure import Figure


@dataclass(frozen=True)
class Vak:
    """A rectangle in pixels."""

    links: float
    onder: float
    rechts: float
    boven: float

    def holds(self, x: float, y: float) -> bool:
        """Return whether a point lies inside."""
        return self.links <= x <= self.rechts and self.onder <= y <= self.boven

    def overlap(self, ander: Vak) -> tuple[float, float]:
        """Return how far two rectangles go over each other, along x and along y; negative when they are apart."""
        breed = min(self.rechts, ander.rechts) - max(self.links, ander.links)
        return breed, min(self.boven, ander.boven) - max(self.onder, ander.onder)


@dataclass(frozen=True)
class Woorden:
    """A printed text: where it stands, how large and in which colour on which background."""

    tekst: str
    rol: str
    vak: Vak
    punten: float
    kleur: str
    achtergrond: str


@dataclass(frozen=True)
class Deel:
    """A part that carries a value: its kind, its colour and that of its outline."""

    soort: str
    kleur: str
    rand: str


@dataclass(frozen=True)
class Vel:
    """Everything that the rules look at; sizes of the page in points."""

    breedte: float
    hoogte: float
    punt: float
    teksten: tuple[Woorden, ...]
    delen: tuple[Deel, ...]
    rijen: tuple[tuple[str, ...], ...] = ()
    """The names of the rows of each set of axes, from top to bottom."""

    @property
    def labels(self) -> tuple[Woorden, ...]:
        """Return the texts inside the drawing: not title, question or foot lines."""
        return tuple(woord for woord in self.teksten if woord.rol not in ("titel", "vraag", "voet"))


def read_vel(figuur: Figuur) -> Vel:
    """Return the sheet of a figure, drawn once."""
    tekening = figuur.draw()
    with use_style(figuur.style_path):
        tekening.draw_without_rendering()
        breedte, hoogte = tekening.get_size_inches() * 72
        delen, vlakken = _read_delen(tekening)
        rijen = tuple(tuple(tekst.get_text() for tekst in as_.get_yticklabels()) for as_ in tekening.axes)
        return Vel(breedte, hoogte, tekening.dpi / 72, _read_teksten(tekening, vlakken), delen, rijen)


def _read_teksten(tekening: Figure, vlakken: list[tuple[Vak, str]]) -> tuple[Woorden, ...]:
    gevonden = []
    for tekst in tekening.findobj(Text):
        assert isinstance(tekst, Text)
        if not tekst.get_text().strip() or not tekst.get_visible() or not _is_drawn(tekst):
            continue
        doos = tekst.get_window_extent()
        vak = Vak(doos.x0, doos.y0, doos.x1, doos.y1)
        midden = ((vak.links + vak.rechts) / 2, (vak.onder + vak.boven) / 2)
        achtergrond = next((kleur for ander, kleur in reversed(vlakken) if ander.holds(*midden)), WIT)
        gevonden.append(
            Woorden(
                tekst.get_text(),
                str(tekst.get_gid() or ""),
                vak,
                float(tekst.get_fontsize()),
                to_hex(tekst.get_color()).upper(),
                achtergrond,
            )
        )
    return tuple(gevonden)


def _is_drawn(tekst: Text) -> bool:
    """Return whether a text is more than the unused tick label that matplotlib keeps beside the used ones."""
    as_ = tekst.axes
    if as_ is None or tekst in as_.texts:
        return True
    gebruikt = [*as_.get_xticklabels(), *as_.get_yticklabels()]
    return as_.axison and any(tekst is ander for ander in gebruikt)


def _read_delen(tekening: Figure) -> tuple[tuple[Deel, ...], list[tuple[Vak, str]]]:
    """Return the parts that carry a value, and the filled rectangles that a text may stand on."""
    delen: list[Deel] = []
    vlakken: list[tuple[Vak, str]] = []
    for as_ in tekening.axes:
        for ding in as_.get_children():
            if not ding.get_visible() or ding is as_.patch or ding.get_gid() == "raster":
                continue
            if isinstance(ding, Rectangle):
                doos = ding.get_window_extent()
                kleur = to_hex(ding.get_facecolor()).upper()
                delen.append(Deel("staaf", kleur, _read_rand(ding)))
                vlakken.append((Vak(doos.x0, doos.y0, doos.x1, doos.y1), kleur))
            elif isinstance(ding, PathCollection):
                rand = _first_colour(ding.get_edgecolor())
                delen.append(Deel("punt", _first_colour(ding.get_facecolor()) or WIT, rand))
            elif isinstance(ding, LineCollection):
                delen.append(Deel("interval", _first_colour(ding.get_edgecolor()), ""))
            elif isinstance(ding, Line2D) and ding.get_transform() == as_.transData:
                delen.append(Deel("lijn", to_hex(ding.get_color()).upper(), ""))
    return tuple(delen), vlakken


def _read_rand(ding: Rectangle) -> str:
    """Return the colour of an outline that is seen, or an empty text."""
    rand = to_rgba(ding.get_edgecolor())
    return to_hex(rand).upper() if rand[3] > 0 and ding.get_linewidth() > 0 else ""


def _first_colour(kleuren: object) -> str:
    rij = np.atleast_2d(np.asarray(kleuren, dtype="float64"))
    return to_hex(rij[0]).upper() if rij.size else ""
