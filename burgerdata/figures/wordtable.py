"""A table of words as a drawing: columns as wide as their words ask, cells wrapped, a thin line under each row."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from burgerdata.figures.formaat import Formaat
from burgerdata.figures.layout import Tekening, Vlak
from burgerdata.figures.measure import measure_breedte, measure_hoogte, wrap_tekst
from burgerdata.figures.palette import GRIJS, INKT, LIJN, RASTER

_TUSSEN = 1.0
"""Room between columns, in letters."""
_WIT = 0.45
"""Room above and under the words of a row together, in letters."""


@dataclass(frozen=True)
class Woord:
    """One cell; ``grijs`` for what is not known or not decided."""

    tekst: str
    vet: bool = False
    grijs: bool = False


@dataclass(frozen=True)
class Woordkolom:
    """A column: its heading, and how much of the width that is left it takes.

    Without ``deel`` it is as wide as its longest cell, up to ``meest`` letters.
    """

    kop: str
    deel: float = 0.0
    meest: float = math.inf


@dataclass(frozen=True)
class Woordtabel:
    """Rows of words under headings; a Tekening. A row of one cell runs over all columns and has no line under it."""

    kolommen: tuple[Woordkolom, ...]
    rijen: tuple[tuple[Woord, ...], ...]

    def pick(self, nummers: Iterable[int]) -> Woordtabel:
        """Return these rows, by number."""
        return replace(self, rijen=tuple(self.rijen[nummer] for nummer in nummers))

    def measure(self, breedte: float, formaat: Formaat) -> float:
        """Return the height of headings and rows at this width."""
        breedtes = self._list_breedtes(breedte, formaat)
        rijen = sum(_measure_rij(rij, breedtes, breedte, formaat) for rij in self.rijen)
        return self._measure_kop(breedtes, formaat) + rijen + 0.5 * formaat.letter

    def draw(self, vlak: Vlak) -> None:
        """Draw headings and rows; on a slide the rows are stretched a little to fill it."""
        formaat, breedtes = vlak.formaat, self._list_breedtes(vlak.breedte, vlak.formaat)
        over = (vlak.hoogte - self.measure(vlak.breedte, formaat)) / max(1, len(self.rijen))
        rek = min(max(0.0, over), 1.2 * formaat.letter)
        boven = self._measure_kop(breedtes, formaat)
        koppen = tuple(Woord(kolom.kop, vet=True) for kolom in self.kolommen)
        _write_rij(vlak, koppen, breedtes, 0.0)
        vlak.draw_lijn(0, vlak.breedte, boven - 0.2 * formaat.letter, LIJN)
        for rij in self.rijen:
            hoogte = _measure_rij(rij, breedtes, vlak.breedte, formaat) + rek
            _write_rij(vlak, rij, breedtes, boven + (_WIT * formaat.letter + rek) / 2)
            boven += hoogte
            if len(rij) > 1:
                vlak.draw_lijn(0, vlak.breedte, boven, RASTER)

    def _measure_kop(self, breedtes: tuple[float, ...], formaat: Formaat) -> float:
        koppen = zip(self.kolommen, breedtes, strict=True)
        hoogtes = [
            measure_hoogte(_wrap(Woord(k.kop, vet=True), b, formaat), formaat.letter) for k, b in koppen
        ]
        return max(hoogtes) + 0.4 * formaat.letter

    def _list_breedtes(self, breedte: float, formaat: Formaat) -> tuple[float, ...]:
        """Return the width of each column: fixed ones by their longest cell, the others share what is left."""
        letter = formaat.letter
        vast = [
            0.0 if kolom.deel else self._measure_kolom(nummer, letter)
            for nummer, kolom in enumerate(self.kolommen)
        ]
        over = breedte - sum(vast) - _TUSSEN * letter * (len(self.kolommen) - 1)
        minst = [_measure_woord(kolom.kop, letter) for kolom in self.kolommen]
        delen = _share([kolom.deel for kolom in self.kolommen], minst, over)
        return tuple(eigen or deel for eigen, deel in zip(vast, delen, strict=True))

    def _measure_kolom(self, nummer: int, letter: float) -> float:
        cellen = [rij[nummer] for rij in self.rijen if len(rij) > 1]
        kop = _measure_woord(self.kolommen[nummer].kop, letter)
        breedst = max((measure_breedte(cel.tekst, letter, vet=cel.vet) for cel in cellen), default=0.0)
        return max(kop, min(breedst, self.kolommen[nummer].meest * letter))


@dataclass(frozen=True)
class Naast:
    """Drawings beside each other, of equal width; a Tekening."""

    delen: tuple[Tekening, ...]

    def measure(self, breedte: float, formaat: Formaat) -> float:
        """Return the height of the highest."""
        return max(deel.measure(self._narrow(breedte, formaat), formaat) for deel in self.delen)

    def draw(self, vlak: Vlak) -> None:
        """Draw the parts from left to right."""
        breedte = self._narrow(vlak.breedte, vlak.formaat)
        over = vlak.hoogte - self.measure(vlak.breedte, vlak.formaat)
        for nummer, deel in enumerate(self.delen):
            links = vlak.links + nummer * (breedte + 2 * vlak.formaat.letter)
            hoogte = deel.measure(breedte, vlak.formaat) + over
            deel.draw(replace(vlak, links=links, breedte=breedte, hoogte=hoogte))

    def _narrow(self, breedte: float, formaat: Formaat) -> float:
        aantal = len(self.delen)
        return (breedte - 2 * formaat.letter * (aantal - 1)) / aantal


def _measure_woord(kop: str, letter: float) -> float:
    """Return the width of the longest word of a heading."""
    return max((measure_breedte(woord, letter, vet=True) for woord in kop.split()), default=0.0)


def _share(delen: Sequence[float], minst: Sequence[float], over: float) -> list[float]:
    """Return the width divided in these shares, none of them narrower than its least width."""
    breedtes = [over * deel / (sum(delen) or 1.0) for deel in delen]
    smal = next((plek for plek, deel in enumerate(delen) if deel and breedtes[plek] < minst[plek]), None)
    if smal is None:
        return breedtes
    rest = _share([*delen[:smal], 0.0, *delen[smal + 1 :]], minst, over - minst[smal])
    return [*rest[:smal], minst[smal], *rest[smal + 1 :]]


def _wrap(cel: Woord, breedte: float, formaat: Formaat) -> str:
    return wrap_tekst(cel.tekst, breedte, formaat.letter, vet=cel.vet)


def _measure_rij(
    rij: tuple[Woord, ...], breedtes: tuple[float, ...], breedte: float, formaat: Formaat
) -> float:
    paren = zip(rij, breedtes if len(rij) > 1 else (breedte,), strict=True)
    hoogtes = [measure_hoogte(_wrap(cel, eigen, formaat), formaat.letter) for cel, eigen in paren]
    return max(hoogtes) + _WIT * formaat.letter


def _write_rij(vlak: Vlak, rij: tuple[Woord, ...], breedtes: tuple[float, ...], boven: float) -> None:
    links = 0.0
    for cel, breedte in zip(rij, breedtes if len(rij) > 1 else (vlak.breedte,), strict=True):
        dikte = "bold" if cel.vet else "normal"
        tekst = _wrap(cel, breedte, vlak.formaat)
        if tekst:
            vlak.write(tekst, links, boven, gid="cel", color=GRIJS if cel.grijs else INKT, fontweight=dikte)
        links += breedte + _TUSSEN * vlak.formaat.letter
