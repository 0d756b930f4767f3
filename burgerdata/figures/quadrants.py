"""Points in four quadrants, each with its name beside it: labels never stand over each other or over a point."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from burgerdata.errors import MethodeError
from burgerdata.figures.formaat import Formaat
from burgerdata.figures.layout import Vlak
from burgerdata.figures.measure import measure_breedte, measure_hoogte, wrap_tekst
from burgerdata.figures.palette import EIGEN_VIJF, GRIJS, INKT, LIJN, RASTER, WIT
from burgerdata.figures.placement import Kader, place_labels
from burgerdata.figures.scale import choose_streepjes
from burgerdata.getallen import format_getal

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_HOOGTE = 22.0
_PER_LABEL = 1.0
"""Height of the field, in letters: at least, and for each label."""
_LAAGST = 9.0
"""Least height of the field on a slide, which it fills."""
_ONDER = 5.2
"""Room for the names of both axes and the numbers of one, in letters."""
_LABEL = 15.0
"""Widest label before it is broken, in letters."""
_STRAAL = 0.42
"""Half the width of a mark, in letters."""
_WIT = {"facecolor": WIT, "edgecolor": "none", "pad": 0.5}
_RAND = 2.6
"""Room between the outer points and the edge, in letters: the names of the quadrants stand there."""


@dataclass(frozen=True)
class Plek:
    """One point with its name; ``nadruk`` for the ones that the reader must see first."""

    naam: str
    x: float
    y: float
    nadruk: bool = False


@dataclass(frozen=True)
class Kwadranten:
    """Points around two dividing lines; a Tekening. ``hoeken`` names the quadrants: top left, top right, and below."""

    plekken: tuple[Plek, ...]
    midden: tuple[float, float]
    assen: tuple[str, str]
    hoeken: tuple[str, str, str, str]

    def measure(self, breedte: float, formaat: Formaat) -> float:
        """Return the height of field, scale and the names of both axes."""
        letters = _LAAGST if formaat.vaste_hoogte else _HOOGTE + _PER_LABEL * len(self.plekken)
        return (letters + _ONDER) * formaat.letter

    def draw(self, vlak: Vlak) -> None:
        """Draw the field with its scales, lines, names and points.

        Raises
        ------
        MethodeError
            When there is no room for all labels.
        """
        letter = vlak.formaat.letter
        goot = self._measure_goot(letter)
        veld = Kader(0, 0, vlak.breedte - goot - 0.3 * letter, vlak.hoogte - _ONDER * letter)
        vlak.write(f"↑ {self.assen[1]}", 0, 0, fontweight="bold")
        vlak.write(
            f"{self.assen[0]} →",
            vlak.breedte - 0.3 * letter,
            vlak.hoogte - 1.6 * letter,
            ha="right",
            fontweight="bold",
        )
        as_ = vlak.add_as(goot, 1.6 * letter, veld.breedte, veld.hoogte)
        self._set_limits(as_, veld, letter)
        self._draw_assen(as_, letter)
        hoeken = self._write_hoeken(as_, veld, letter)
        for plek in self.plekken:
            kleur = EIGEN_VIJF[2] if plek.nadruk else EIGEN_VIJF[0]
            as_.scatter(
                [plek.x], [plek.y], s=(2 * _STRAAL * letter) ** 2, color=kleur, linewidths=0, zorder=4
            )
        self._write_labels(as_, veld, letter, hoeken)

    def _measure_goot(self, letter: float) -> float:
        """Return the width of the numbers beside the field."""
        namen = [format_getal(plek, 1) for plek in _list_streepjes([p.y for p in self.plekken])]
        return max((measure_breedte(naam, letter) for naam in namen), default=0.0) + 0.8 * letter

    def _set_limits(self, as_: Axes, veld: Kader, letter: float) -> None:
        """Set limits so that no point is nearer to an edge than the names of the quadrants need."""
        for zet, waarden, lengte in (
            (as_.set_xlim, [p.x for p in self.plekken], veld.breedte),
            (as_.set_ylim, [p.y for p in self.plekken], veld.hoogte),
        ):
            laag, hoog = min(waarden), max(waarden)
            bereik = (hoog - laag) or 1.0
            rand = bereik * _RAND * letter / max(letter, lengte - 2 * _RAND * letter)
            zet(laag - rand, hoog + rand)

    def _draw_assen(self, as_: Axes, letter: float) -> None:
        for zet, grenzen in ((as_.set_xticks, as_.get_xlim()), (as_.set_yticks, as_.get_ylim())):
            plekken = [plek for plek in choose_streepjes(*grenzen) if grenzen[0] <= plek <= grenzen[1]]
            zet(plekken, [format_getal(plek, 1) for plek in plekken], fontsize=letter)
        as_.tick_params(length=0, colors=GRIJS, pad=0.3 * letter)
        as_.spines[:].set_visible(True)
        as_.spines[:].set_color(RASTER)
        as_.axvline(self.midden[0], color=LIJN, linewidth=letter / 9, zorder=1)
        as_.axhline(self.midden[1], color=LIJN, linewidth=letter / 9, zorder=1)

    def _write_hoeken(self, as_: Axes, veld: Kader, letter: float) -> list[Kader]:
        """Write the names of the quadrants in the corners, and return where they stand."""
        bezet = []
        for nummer, naam in enumerate(self.hoeken):
            rechts, onder = nummer % 2 == 1, nummer > 1
            breedte, hoogte = measure_breedte(naam, letter), 1.4 * letter
            links = veld.breedte - breedte - 0.5 * letter if rechts else 0.5 * letter
            boven = veld.hoogte - hoogte - 0.2 * letter if onder else 0.2 * letter
            bezet.append(Kader(links, boven, breedte, hoogte))
            _write(as_, naam, bezet[-1], veld, fontsize=letter, color=GRIJS, fontstyle="italic")
        return bezet

    def _write_labels(self, as_: Axes, veld: Kader, letter: float, hoeken: list[Kader]) -> None:
        teksten = [wrap_tekst(plek.naam, _LABEL * letter, letter, vet=plek.nadruk) for plek in self.plekken]
        maten = [
            (measure_breedte(tekst, letter, vet=plek.nadruk), measure_hoogte(tekst, letter))
            for tekst, plek in zip(teksten, self.plekken, strict=True)
        ]
        punten = [_to_points(as_, plek.x, plek.y, veld) for plek in self.plekken]
        vakken = place_labels(punten, maten, veld, straal=_STRAAL * letter, bezet=hoeken)
        if vakken is None:
            raise MethodeError(
                "De namen passen niet bij de punten; toon minder onderdelen of kort hun namen in."
            )
        for plek, tekst, vak, punt in zip(self.plekken, teksten, vakken, punten, strict=True):
            dikte = "bold" if plek.nadruk else "normal"
            _write(as_, tekst, vak, veld, fontsize=letter, color=INKT, fontweight=dikte, bbox=_WIT)
            _draw_lijntje(as_, punt, vak, veld, letter)


def _list_streepjes(waarden: list[float]) -> list[float]:
    return choose_streepjes(min(waarden), max(waarden)) or waarden[:1]


def _to_points(as_: Axes, x: float, y: float, veld: Kader) -> tuple[float, float]:
    (links, rechts), (laag, hoog) = as_.get_xlim(), as_.get_ylim()
    return (x - links) / (rechts - links) * veld.breedte, (hoog - y) / (hoog - laag) * veld.hoogte


def _to_data(as_: Axes, links: float, boven: float, veld: Kader) -> tuple[float, float]:
    (begin, eind), (laag, hoog) = as_.get_xlim(), as_.get_ylim()
    return begin + links / veld.breedte * (eind - begin), hoog - boven / veld.hoogte * (hoog - laag)


def _write(as_: Axes, tekst: str, vak: Kader, veld: Kader, **opmaak: object) -> None:
    x, y = _to_data(as_, vak.links, vak.boven, veld)
    as_.text(x, y, tekst, va="top", zorder=5, **opmaak)  # type: ignore[arg-type]


def _draw_lijntje(as_: Axes, punt: tuple[float, float], vak: Kader, veld: Kader, letter: float) -> None:
    """Draw a thin line to a label that does not stand right beside its point."""
    x = min(max(punt[0], vak.links), vak.links + vak.breedte)
    y = min(max(punt[1], vak.boven), vak.boven + vak.hoogte)
    if (x - punt[0]) ** 2 + (y - punt[1]) ** 2 <= (2 * _STRAAL * letter) ** 2:
        return
    begin, eind = _to_data(as_, *punt, veld), _to_data(as_, x, y, veld)
    as_.plot(
        [begin[0], eind[0]], [begin[1], eind[1]], color=LIJN, linewidth=letter / 12, zorder=2, gid="raster"
    )
