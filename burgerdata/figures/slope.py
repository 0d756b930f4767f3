"""Lines between waves: the same people solid, all respondents dashed, the change written at the end."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from burgerdata.figures.formaat import Formaat
from burgerdata.figures.layout import Vlak
from burgerdata.figures.measure import measure_breedte, measure_hoogte, wrap_tekst
from burgerdata.figures.palette import GRIJS, INKT, LIJN, RASTER
from burgerdata.figures.rows import MIDDEN
from burgerdata.getallen import format_getal, format_procent

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_VORMEN = ("o", "s", "^", "D", "v")
_LAAGST = 11.0
"""The least height of a panel, in letters."""
_WIJD, _WIJD_DEEL, _WIJD_PROCENT = 2.0, 0.2, 0.2
"""The least that an axis spans where nothing changed: in points, as a part of the value, and of shares."""
_STREEPJES = 3.0
"""The most steps along such an axis."""
_EINDE = 0.42
"""The most of the width that the labels at the end take."""


@dataclass(frozen=True)
class Reeks:
    """One line: ``zelfde`` are the points of the same people, ``alle`` those of all respondents, as (wave, value)."""

    begin: str
    eind: str
    zelfde: tuple[tuple[int, float], ...]
    alle: tuple[tuple[int, float], ...]
    kleur: str

    @property
    def punten(self) -> tuple[tuple[int, float], ...]:
        """Return every point that is drawn."""
        return (*self.zelfde, *self.alle)


@dataclass(frozen=True)
class Helling:
    """The waves of one question beside each other; a Tekening.

    Where nothing changed for certain it is ``vlak``: then an axis tells how small the difference is, ``procent`` of shares.
    """

    metingen: tuple[str, ...]
    reeksen: tuple[Reeks, ...]
    kop: str = ""
    vlak: bool = False
    procent: bool = False

    def measure(self, breedte: float, formaat: Formaat) -> float:
        """Return the height: enough for a slope, and for the labels at the end above each other."""
        letter = formaat.letter
        einden = sum(measure_hoogte(tekst, letter) + 0.4 * letter for tekst in self._ends(breedte, formaat))
        kop = measure_hoogte(wrap_tekst(self.kop, breedte, letter, vet=True), letter)
        return kop + max(_LAAGST * letter, einden + letter) + 2.2 * letter

    def draw(self, vlak: Vlak) -> None:
        """Draw heading, waves, lines and labels."""
        letter, einden = vlak.formaat.letter, self._ends(vlak.breedte, vlak.formaat)
        kop = wrap_tekst(self.kop, vlak.breedte, letter, vet=True)
        if kop:
            vlak.write(kop, 0, 0, fontweight="bold")
        boven = measure_hoogte(kop, letter)
        links = self._left(vlak.formaat)
        rechts = max((measure_breedte(tekst, letter) for tekst in einden), default=0.0) + 1.4 * letter
        hoogte = vlak.hoogte - boven - 2.2 * letter
        breedte = vlak.breedte - links - max(rechts, self._half(-1, vlak.formaat))
        as_ = vlak.add_as(links, boven, breedte, hoogte)
        self._prepare_as(as_, letter, links)
        for nummer, reeks in enumerate(self.reeksen):
            self._draw_reeks(as_, reeks, _VORMEN[nummer % len(_VORMEN)], letter)
        self._write_labels(as_, einden, letter, maten=(breedte, hoogte))

    def _ends(self, breedte: float, formaat: Formaat) -> tuple[str, ...]:
        """Return the labels at the end, line by line wrapped."""
        return tuple(
            "\n".join(wrap_tekst(regel, _EINDE * breedte, formaat.letter) for regel in reeks.eind.split("\n"))
            for reeks in self.reeksen
        )

    def _half(self, nummer: int, formaat: Formaat) -> float:
        return measure_breedte(self.metingen[nummer], formaat.letter) / 2

    def _left(self, formaat: Formaat) -> float:
        breedst = max((measure_breedte(reeks.begin, formaat.letter) for reeks in self.reeksen), default=0.0)
        streepjes = [measure_breedte(self._print(plek), formaat.letter) for plek in self._list_streepjes()]
        as_ = max(streepjes) + formaat.letter if streepjes else 0.0
        return max(breedst + as_ + 1.4 * formaat.letter, self._half(0, formaat))

    def _find_bereik(self) -> tuple[float, float]:
        """Return where the vertical axis begins and ends; wide where nothing changed, so that chance draws no slope."""
        waarden = [waarde for reeks in self.reeksen for _, waarde in reeks.punten]
        laag, hoog = min(waarden), max(waarden)
        rand = 0.15 * ((hoog - laag) or abs(hoog) or 1.0)
        if self.vlak:
            wijd = _WIJD_PROCENT if self.procent else max(_WIJD, _WIJD_DEEL * abs(hoog))
            rand = max(rand, (wijd - (hoog - laag)) / 2)
        return laag - rand, hoog + rand

    def _list_streepjes(self) -> tuple[float, ...]:
        """Return the values along the axis: round numbers, two or three of them; none where lines tell the change."""
        if not self.vlak:
            return ()
        laag, hoog = self._find_bereik()
        tien = 10 ** math.floor(math.log10((hoog - laag) / 2))
        stap = next(keer * tien for keer in (1, 2, 5, 10) if (hoog - laag) / (keer * tien) <= _STREEPJES)
        eerste, laatste = math.ceil(laag / stap), math.floor(hoog / stap)
        return tuple(round(nummer * stap, 6) for nummer in range(eerste, laatste + 1))

    def _print(self, waarde: float) -> str:
        return format_procent(waarde) if self.procent else format_getal(waarde, 0 if waarde % 1 == 0 else 1)

    def _draw_streepjes(self, as_: Axes, letter: float, links: float) -> None:
        """Draw the values of the axis at the far left, before the first value of each line, with a line for each."""
        streepjes = self._list_streepjes()
        as_.set_yticks(streepjes, [self._print(plek) for plek in streepjes], fontsize=letter)
        as_.tick_params(axis="y", length=0, pad=links, colors=GRIJS)
        for tekst in as_.get_yticklabels():
            tekst.set_horizontalalignment("left")
        for plek in streepjes:
            as_.axhline(plek, color=RASTER, linewidth=0.8 * letter / 9, zorder=0)

    def _prepare_as(self, as_: Axes, letter: float, links: float) -> None:
        as_.set(xlim=(0, len(self.metingen) - 1), ylim=self._find_bereik())
        as_.set_xticks(range(len(self.metingen)), self.metingen, fontsize=letter)
        as_.tick_params(axis="x", length=0, pad=0.5 * letter, colors=GRIJS)
        self._draw_streepjes(as_, letter, links)
        as_.spines[:].set_visible(False)
        for plek in range(len(self.metingen)):
            as_.axvline(plek, color=RASTER, linewidth=0.8 * letter / 9, zorder=0)

    def _draw_reeks(self, as_: Axes, reeks: Reeks, vorm: str, letter: float) -> None:
        dik = 1.8 * letter / 9
        if reeks.alle:
            as_.plot(
                *zip(*reeks.alle, strict=True), color=reeks.kleur, linewidth=dik * 0.6, linestyle=(0, (4, 3))
            )
        if reeks.zelfde:
            x, y = zip(*reeks.zelfde, strict=True)
            as_.plot(x, y, color=reeks.kleur, linewidth=dik)
            as_.scatter(x, y, s=(0.75 * letter) ** 2, color=reeks.kleur, marker=vorm, zorder=3, clip_on=False)

    def _write_labels(
        self, as_: Axes, einden: tuple[str, ...], letter: float, *, maten: tuple[float, float]
    ) -> None:
        """Write first value and end label of each line, shifted apart where they would cover each other."""
        laag, hoog = as_.get_ylim()
        per_punt = (hoog - laag) / maten[1]
        opzij = 1.0 * letter * (len(self.metingen) - 1) / maten[0]
        eerst = [((reeks.zelfde or reeks.alle)[0][1] if reeks.punten else laag) for reeks in self.reeksen]
        laatst = [((reeks.zelfde or reeks.alle)[-1][1] if reeks.punten else laag) for reeks in self.reeksen]
        hoogtes = [measure_hoogte(tekst, letter) * per_punt for tekst in einden]
        for reeks, plek in zip(
            self.reeksen,
            spread_labels(eerst, [1.3 * letter * per_punt] * len(eerst), tussen=(laag, hoog)),
            strict=True,
        ):
            y = plek - MIDDEN * letter * per_punt
            as_.text(-opzij, y, reeks.begin, ha="right", va="baseline", fontsize=letter, color=INKT)
        rand = len(self.metingen) - 1
        plekken = spread_labels(laatst, hoogtes, tussen=(laag, hoog))
        for reeks, tekst, punt, plek in zip(self.reeksen, einden, laatst, plekken, strict=True):
            if reeks.punten and abs(plek - punt) > 0.5 * letter * per_punt:
                van_naar = ([rand + 0.5 * opzij, rand + 0.9 * opzij], [punt, plek])
                as_.plot(*van_naar, color=LIJN, linewidth=0.7 * letter / 9, clip_on=False, gid="raster")
            as_.text(rand + opzij, plek, tekst, va="center", fontsize=letter, color=INKT)


def spread_labels(
    plekken: list[float], hoogtes: list[float], *, tussen: tuple[float, float] = (-math.inf, math.inf)
) -> list[float]:
    """Return the middles of labels moved apart just enough that none covers another, in their order, within bounds.

    Examples
    --------
    >>> spread_labels([5.0, 5.2, 9.0], [1.0, 1.0, 1.0])
    [4.6, 5.6, 9.0]
    >>> spread_labels([0.0, 0.2], [1.0, 1.0], tussen=(0.0, 9.0))
    [0.5, 1.5]
    """
    groepen: list[_Groep] = []
    for nummer in sorted(range(len(plekken)), key=lambda nummer: plekken[nummer]):
        groepen.append(_Groep.of((nummer,), plekken, hoogtes, tussen))
        while len(groepen) > 1 and groepen[-1].begin < groepen[-2].eind - 1e-12:
            samen = (*groepen[-2].leden, *groepen[-1].leden)
            groepen[-2:] = [_Groep.of(samen, plekken, hoogtes, tussen)]
    uit = list(plekken)
    for groep in groepen:
        onder = groep.begin
        for nummer in groep.leden:
            uit[nummer] = round(onder + hoogtes[nummer] / 2, 9)
            onder += hoogtes[nummer]
    return uit


@dataclass(frozen=True)
class _Groep:
    """Labels that touch: they stand on each other around the mean of where they want to be."""

    leden: tuple[int, ...]
    begin: float
    eind: float

    @classmethod
    def of(
        cls, leden: tuple[int, ...], plekken: list[float], hoogtes: list[float], tussen: tuple[float, float]
    ) -> _Groep:
        midden = math.fsum(plekken[nummer] for nummer in leden) / len(leden)
        hoogte = math.fsum(hoogtes[nummer] for nummer in leden)
        begin = max(tussen[0], min(midden - hoogte / 2, tussen[1] - hoogte))
        return cls(leden, begin, begin + hoogte)
