"""The frame of every figure whose rows have a name: labels in a gutter, panels beside each other, a column at the right.

Everything is measured before it is drawn: labels wrap, the gutter is as wide as it must be, panels that do not fit
beside each other go below, and the figure grows with its rows.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from math import ceil
from typing import TYPE_CHECKING, Protocol

from burgerdata.figures.formaat import Formaat
from burgerdata.figures.layout import Vlak
from burgerdata.figures.measure import measure_breedte, measure_hoogte, wrap_tekst
from burgerdata.figures.palette import GRIJS, INKT

if TYPE_CHECKING:
    from matplotlib.axes import Axes

RIJEN = "rijen"
"""Marks axes whose y is points from the top: a digest tells the row instead."""
MIDDEN = 0.36
"""Half the height of a digit, in letters: how far a baseline is under the middle of a row."""
_GOOT = 0.40
"""The widest gutter of labels, as a share of the figure."""
_RUIMSTE = 1.9
"""How far rows are stretched at most to fill a slide."""


@dataclass(frozen=True)
class Rooster:
    """The size of a panel: its width, where the middle of each row is, and the ends of its scale; points, top down."""

    formaat: Formaat
    breedte: float
    midden: tuple[float, ...]
    laag: float
    hoog: float

    @property
    def per_punt(self) -> float:
        """Return how much of the scale one point on paper is."""
        return (self.hoog - self.laag) / self.breedte


class Paneel(Protocol):
    """One set of axes over the rows."""

    @property
    def kop(self) -> str:
        """Return the heading of the panel."""

    @property
    def onderkop(self) -> str:
        """Return the base of the panel, such as ``n = 412``."""

    @property
    def streepjes(self) -> bool:
        """Return whether a scale is drawn under the panel."""

    def narrowest(self, formaat: Formaat) -> float:
        """Return the least width in which it can be read, in points."""

    def lowest(self, breedte: float, formaat: Formaat) -> float:
        """Return where its scale may begin."""

    def highest(self, laag: float, breedte: float, formaat: Formaat) -> float:
        """Return where a scale that begins at ``laag`` must end to leave room for the labels."""

    def draw(self, as_: Axes, rooster: Rooster) -> None:
        """Draw on axes whose limits are set."""


@dataclass(frozen=True)
class Rijen:
    """Rows by name with one or more panels; a Tekening.

    ``ook`` are labels elsewhere in the figure, for gutters of equal width; ``kolommen`` is the least number of panels
    for which there is room beside each other, so that one panel is as wide here as in the rows above it.
    """

    labels: tuple[str, ...]
    panelen: tuple[Paneel, ...]
    vet: frozenset[int] = frozenset()
    rechts: tuple[str, ...] = ()
    rechts_kop: str = ""
    gedeeld: bool = True
    ook: tuple[str, ...] = ()
    kolommen: int = 1
    rijhoogte: float = 1.9

    def measure(self, breedte: float, formaat: Formaat) -> float:
        """Return the height that all rows need at this width."""
        maten = _Maten.of(self, breedte, formaat)
        return sum(maten.band(band) for band in maten.banden)

    def draw(self, vlak: Vlak) -> None:
        """Draw gutter, panels and right column; on a slide the rows are stretched to fill it."""
        maten = _Maten.of(self, vlak.breedte, vlak.formaat)
        nodig = self.measure(vlak.breedte, vlak.formaat)
        aantal = len(self.labels) * len(maten.banden)
        rek = min(
            max(0.0, vlak.hoogte - nodig) / aantal, (_RUIMSTE - 1) * self.rijhoogte * vlak.formaat.letter
        )
        boven = 0.0
        for band in maten.banden:
            _draw_band(self, vlak, maten, band, boven=boven, rek=rek)
            boven += maten.band(band) + rek * len(self.labels)


@dataclass(frozen=True)
class _Maten:
    """Everything that was measured about these rows at one width."""

    labels: tuple[str, ...]
    goot: float
    paneel: float
    rechts: float
    hoogtes: tuple[float, ...]
    banden: tuple[tuple[Paneel, ...], ...]
    formaat: Formaat

    @classmethod
    def of(cls, rijen: Rijen, breedte: float, formaat: Formaat) -> _Maten:
        labels, goot = _gutter(rijen, breedte, formaat)
        rechts = max(
            (measure_breedte(tekst, formaat.letter, vet=True) for tekst in (*rijen.rechts, rijen.rechts_kop)),
            default=0.0,
        )
        rechts = rechts + formaat.letter if rijen.rechts else 0.0
        over = breedte - goot - rechts
        smalst = max(paneel.narrowest(formaat) for paneel in rijen.panelen)
        past = max(1, int((over + formaat.letter) // (smalst + formaat.letter)))
        aantal = len(rijen.panelen)
        # Five panels of which four fit go as three and two, not as four and one.
        naast = ceil(aantal / ceil(aantal / past))
        banden = tuple(rijen.panelen[begin : begin + naast] for begin in range(0, len(rijen.panelen), naast))
        laagst, wit = rijen.rijhoogte * formaat.letter, 0.7 * formaat.letter
        hoogtes = tuple(max(laagst, measure_hoogte(label, formaat.letter) + wit) for label in labels)
        kolommen = max(naast, min(rijen.kolommen, past))
        paneel = (over - (kolommen - 1) * formaat.letter) / kolommen
        return cls(labels, goot, paneel, rechts, hoogtes, banden, formaat)

    def kop(self, band: tuple[Paneel, ...]) -> float:
        return max(measure_hoogte(self.kop_tekst(paneel), self.formaat.letter) for paneel in band)

    def kop_tekst(self, paneel: Paneel) -> str:
        letter = self.formaat.letter
        kop = wrap_tekst(paneel.kop, self.paneel, letter, vet=True)
        return "\n".join(filter(None, (kop, wrap_tekst(paneel.onderkop, self.paneel, letter))))

    def as_hoogte(self, band: tuple[Paneel, ...]) -> float:
        return (
            1.7 * self.formaat.letter
            if any(paneel.streepjes for paneel in band)
            else 0.3 * self.formaat.letter
        )

    def band(self, band: tuple[Paneel, ...]) -> float:
        kop = self.kop(band)
        if self.rechts:
            kop = max(kop, self.formaat.regel)
        return kop + sum(self.hoogtes) + self.as_hoogte(band) + 0.5 * self.formaat.letter


def _gutter(rijen: Rijen, breedte: float, formaat: Formaat) -> tuple[tuple[str, ...], float]:
    """Return the wrapped labels and the width of their gutter, the gap beside it included."""
    vet = [nummer in rijen.vet for nummer in range(len(rijen.labels))]
    labels = tuple(
        wrap_tekst(label, _GOOT * breedte, formaat.letter, vet=dik)
        for label, dik in zip(rijen.labels, vet, strict=True)
    )
    elders = [wrap_tekst(label, _GOOT * breedte, formaat.letter) for label in rijen.ook]
    breedtes = [
        measure_breedte(label, formaat.letter, vet=dik) for label, dik in zip(labels, vet, strict=True)
    ]
    breedst = max([*breedtes, *(measure_breedte(label, formaat.letter) for label in elders)], default=0.0)
    return labels, breedst + 0.7 * formaat.letter


def _draw_band(
    rijen: Rijen, vlak: Vlak, maten: _Maten, band: tuple[Paneel, ...], *, boven: float, rek: float
) -> None:
    letter = vlak.formaat.letter
    kop = max(maten.kop(band), vlak.formaat.regel if maten.rechts else 0.0)
    hoogtes = [hoog + rek for hoog in maten.hoogtes]
    midden = tuple(eind - hoog / 2 for eind, hoog in zip(accumulate(hoogtes), hoogtes, strict=True))
    for plek, paneel in enumerate(band):
        links = maten.goot + plek * (maten.paneel + letter)
        as_ = vlak.add_as(links, boven + kop, maten.paneel, sum(hoogtes))
        laag, hoog = _find_einden(rijen.panelen if rijen.gedeeld else (paneel,), maten)
        _prepare_as(as_, midden, maten.labels if plek == 0 else ("",) * len(midden), letter)
        _make_bold(as_, rijen.vet)
        as_.set(xlim=(laag, hoog), ylim=(sum(hoogtes), 0))
        _write_kop(vlak, paneel, maten, links, boven, kop)
        paneel.draw(as_, Rooster(vlak.formaat, maten.paneel, midden, laag, hoog))
    if rijen.rechts:
        eind = vlak.breedte
        vlak.write(rijen.rechts_kop, eind, boven + kop - vlak.formaat.regel, ha="right", color=GRIJS)
        for plaats, tekst in zip(midden, rijen.rechts, strict=True):
            basislijn = boven + kop + plaats + MIDDEN * letter
            vlak.write(tekst, eind, basislijn, ha="right", va="baseline", color=INKT)


def _find_einden(panelen: tuple[Paneel, ...], maten: _Maten) -> tuple[float, float]:
    laag = min(paneel.lowest(maten.paneel, maten.formaat) for paneel in panelen)
    return laag, max(paneel.highest(laag, maten.paneel, maten.formaat) for paneel in panelen)


def _prepare_as(as_: Axes, midden: tuple[float, ...], labels: tuple[str, ...], letter: float) -> None:
    """Give the axes their rows, top to bottom, and nothing else to look at."""
    as_.set_gid(RIJEN)
    as_.set_yticks(midden, labels, fontsize=letter)
    as_.tick_params(axis="y", length=0, pad=0.5 * letter)
    as_.spines[["left", "bottom", "right", "top"]].set_visible(False)
    as_.set_xticks([])


def _make_bold(as_: Axes, vet: frozenset[int]) -> None:
    for nummer, tekst in enumerate(as_.get_yticklabels()):
        tekst.set_multialignment("right")
        tekst.set_fontweight("bold" if nummer in vet else "normal")


def _write_kop(vlak: Vlak, paneel: Paneel, maten: _Maten, links: float, boven: float, hoogte: float) -> None:
    """Write heading and base of a panel just above it."""
    letter = vlak.formaat.letter
    onderkop = wrap_tekst(paneel.onderkop, maten.paneel, letter)
    kop = wrap_tekst(paneel.kop, maten.paneel, letter, vet=True)
    begin = boven + hoogte - measure_hoogte(maten.kop_tekst(paneel), letter)
    if kop:
        vlak.write(kop, links, begin, fontweight="bold")
    if onderkop:
        vlak.write(onderkop, links, begin + measure_hoogte(kop, letter), color=GRIJS)
