"""A panel of dumbbells: where a group should be, where it is, and where weighting puts it; both ends written beside it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from burgerdata.figures.formaat import Formaat
from burgerdata.figures.measure import measure_breedte
from burgerdata.figures.palette import EIGEN_VIJF, GRIJS, INKT, LIJN
from burgerdata.figures.rows import MIDDEN, Rooster
from burgerdata.figures.words import format_aandeel

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_LEEG = float("nan")
_TUSSEN = 0.9
"""Room between the middle of a mark and its label, in letters."""


@dataclass(frozen=True)
class Halter:
    """One row of shares; without ``steekproef`` the words of ``label`` stand beside the population, or alone."""

    rij: int
    bevolking: float = _LEEG
    steekproef: float = _LEEG
    gewogen: float = _LEEG
    label: str = ""

    @property
    def waarden(self) -> list[float]:
        """Return what is drawn on this row, from low to high."""
        return sorted(w for w in (self.bevolking, self.steekproef, self.gewogen) if not math.isnan(w))

    def list_labels(self) -> tuple[str, str]:
        """Return what is written at the left and at the right of the marks."""
        if math.isnan(self.steekproef):
            bevolking = "" if math.isnan(self.bevolking) else format_aandeel(self.bevolking)
            return bevolking, self.label
        laag, hoog = sorted((self.bevolking, self.steekproef))
        return format_aandeel(laag), format_aandeel(hoog)


@dataclass(frozen=True)
class Halterpaneel:
    """Dumbbells over rows; ``plafond`` is the largest share on all panels of the figure, so that they share a scale."""

    halters: tuple[Halter, ...]
    plafond: float
    kop: str = ""

    @property
    def onderkop(self) -> str:
        """Return that the heading holds the base."""
        return ""

    @property
    def streepjes(self) -> bool:
        """Return that no scale is drawn: both ends are written."""
        return False

    def narrowest(self, formaat: Formaat) -> float:
        """Return the widest labels plus room for something to look at."""
        return sum(self._measure_labels(formaat)) + 6 * formaat.letter

    def lowest(self, breedte: float, formaat: Formaat) -> float:
        """Return where the scale begins: under nought, so that a label fits before the lowest mark."""
        links, rechts = self._measure_labels(formaat)
        return -self.plafond * links / max(1.0, breedte - links - rechts)

    def highest(self, laag: float, breedte: float, formaat: Formaat) -> float:
        """Return where the scale ends when every label fits behind its mark."""
        _, rechts = self._measure_labels(formaat)
        return laag + (self.plafond - laag) / max(0.1, 1 - rechts / breedte)

    def draw(self, as_: Axes, rooster: Rooster) -> None:
        """Draw a bar between both ends, a diamond, a ring and a disc, and the labels."""
        letter, maat = rooster.formaat.letter, (0.68 * rooster.formaat.letter) ** 2
        for halter in self.halters:
            y = rooster.midden[halter.rij]
            if not math.isnan(halter.steekproef):
                einden = sorted((halter.bevolking, halter.steekproef))
                as_.hlines([y], [einden[0]], [einden[1]], colors=LIJN, linewidth=0.2 * letter, zorder=1)
            ruit: dict[str, Any] = {"marker": "D", "facecolors": EIGEN_VIJF[2], "edgecolors": EIGEN_VIJF[2]}
            _draw_punt(as_, halter.bevolking, y, s=maat, **ruit)
            _draw_punt(
                as_, halter.gewogen, y, s=0.7 * maat, facecolors=EIGEN_VIJF[0], edgecolors=EIGEN_VIJF[0]
            )
            _draw_punt(as_, halter.steekproef, y, s=1.3 * maat, facecolors="none", edgecolors=EIGEN_VIJF[0])
            self._write(as_, halter, y, rooster)

    def _write(self, as_: Axes, halter: Halter, y: float, rooster: Rooster) -> None:
        letter, waarden = rooster.formaat.letter, halter.waarden
        weg = _TUSSEN * letter * rooster.per_punt
        links, rechts = halter.list_labels()
        hoog = waarden[-1] + weg if waarden else 0.0
        opmaak: dict[str, Any] = {"va": "baseline", "fontsize": letter}
        y += MIDDEN * letter
        kleur = GRIJS if math.isnan(halter.steekproef) else INKT
        if links:
            as_.text(waarden[0] - weg, y, links, ha="right", color=kleur, **opmaak)
        as_.text(hoog, y, rechts, color=kleur, **opmaak)

    def _measure_labels(self, formaat: Formaat) -> tuple[float, float]:
        """Return the room for the labels at the left and at the right, the gap beside a mark included."""
        paren = [halter.list_labels() for halter in self.halters]
        breedtes = [
            max(measure_breedte(tekst, formaat.letter) for tekst in kant) for kant in zip(*paren, strict=True)
        ]
        return breedtes[0] + _TUSSEN * formaat.letter, breedtes[1] + (_TUSSEN + 0.2) * formaat.letter


def _draw_punt(as_: Axes, x: float, y: float, **opmaak: Any) -> None:
    if not math.isnan(x):
        as_.scatter([x], [y], clip_on=False, zorder=3, **opmaak)
