"""Themes by source as marks with words: columns as wide as their words need, grouped under a heading, in bands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, groupby
from typing import TYPE_CHECKING, Literal

from burgerdata.errors import PastNietError
from burgerdata.figures.formaat import Formaat
from burgerdata.figures.layout import Vlak
from burgerdata.figures.measure import ZACHT, measure_breedte, measure_hoogte, wrap_tekst
from burgerdata.figures.palette import EIGEN_VIJF, GRIJS, INKT, LIJN, RASTER, WIT

if TYPE_CHECKING:
    from matplotlib.axes import Axes

MATRIX = "matrix"
"""Marks axes whose x and y are points: a digest tells the column and the row instead."""
_GOOT = 0.24
_MERKBREEDTE = 1.3
"""Width of a mark and the gap after it, in letters."""
_TUSSEN = 0.7
"""Room between columns, in letters."""
_KORT = 5.5
"""Up to this width in letters a cell is not broken over two lines."""
_MERK = {"aandeel": ("o", EIGEN_VIJF[0]), "aantal": ("D", EIGEN_VIJF[2]), "nul": ("o", WIT)}


@dataclass(frozen=True)
class Cel:
    """A mark and the words under it; no mark for what is not known."""

    merk: Literal["aandeel", "aantal", "nul", ""]
    tekst: str


@dataclass(frozen=True)
class Kolom:
    """One source under the heading of its phase; ``leeg`` for a phase of which only the heading says something."""

    groep: str
    naam: str
    cellen: tuple[Cel, ...]
    leeg: bool = False


@dataclass(frozen=True)
class Matrix:
    """Rows by columns of cells; a Tekening. Columns that do not fit beside each other go below, with the row names."""

    rijen: tuple[str, ...]
    kolommen: tuple[Kolom, ...]

    def head(self, aantal: int) -> Matrix:
        """Return the first rows."""
        kolommen = tuple(replace(kolom, cellen=kolom.cellen[:aantal]) for kolom in self.kolommen)
        return Matrix(self.rijen[:aantal], kolommen)

    def measure(self, breedte: float, formaat: Formaat) -> float:
        """Return the height of all bands at this width."""
        return sum(band.hoogte for band in self._make_banden(breedte, formaat))

    def draw(self, vlak: Vlak) -> None:
        """Draw band after band."""
        boven = 0.0
        for band in self._make_banden(vlak.breedte, vlak.formaat):
            band.draw(vlak, boven)
            boven += band.hoogte

    def _make_banden(self, breedte: float, formaat: Formaat) -> list[_Band]:
        """Return the bands; the gutter gives way, down to its longest word, when that saves a second band."""
        letter = formaat.letter
        breedst = max(measure_breedte(naam, letter) for naam in self.rijen)
        woord = max(_longest_word(naam, letter) for naam in self.rijen)
        for deel in (_GOOT, 0.21, 0.18, 0.15):
            goot = min(max(deel * breedte, woord), breedst) + 0.7 * letter
            banden = self._split(breedte - goot, formaat)
            if len(banden) == 1:
                break
        else:
            goot = min(_GOOT * breedte, breedst) + 0.7 * letter
            banden = self._split(breedte - goot, formaat)
        return [_Band.of(self.rijen, band, goot, breedte - goot, formaat) for band in banden]

    def _split(self, over: float, formaat: Formaat) -> list[tuple[Kolom, ...]]:
        """Return the columns in as many bands as this width asks for."""
        banden: list[list[Kolom]] = []
        for kolom in self.kolommen:
            if banden and sum(_list_nodig([*banden[-1], kolom], formaat)) <= over:
                banden[-1].append(kolom)
            elif sum(_list_nodig([kolom], formaat)) > over:
                raise PastNietError(
                    "De bronnen passen niet naast de thema's; kies kortere namen van thema's."
                )
            else:
                banden.append([kolom])
        return [tuple(band) for band in banden]


def _list_nodig(kolommen: Sequence[Kolom], formaat: Formaat) -> list[float]:
    """Return the least width of each column: its own words, and its part of the longest word of the heading."""
    groepen = [kolom.groep for kolom in kolommen]
    return [
        max(
            _narrowest(kolom, formaat),
            (_longest_word(kolom.groep, formaat.letter, vet=True) + _TUSSEN * formaat.letter)
            / groepen.count(kolom.groep),
        )
        for kolom in kolommen
    ]


def _narrowest(kolom: Kolom, formaat: Formaat) -> float:
    """Return what a column needs for its cells on one or two lines, with the mark before them, and for its name."""
    cellen = [_measure_cel(cel.tekst, formaat) for cel in kolom.cellen]
    woord = max(cellen) + _MERKBREEDTE * formaat.letter if cellen else 0.0
    return max(woord, _longest_word(kolom.naam, formaat.letter)) + _TUSSEN * formaat.letter


def _measure_cel(tekst: str, formaat: Formaat) -> float:
    """Return the width of a short text on one line, of a longer one on two lines of about equal length."""
    if ", " in tekst:
        return max(measure_breedte(deel, formaat.letter) for deel in _split_cel(tekst))
    heel = measure_breedte(tekst, formaat.letter)
    woorden = tekst.split()
    if heel <= _KORT * formaat.letter or len(woorden) < 2:
        return heel
    return min(
        max(measure_breedte(" ".join(deel), formaat.letter) for deel in (woorden[:plek], woorden[plek:]))
        for plek in range(1, len(woorden))
    )


def _longest_word(tekst: str, letter: float, *, vet: bool = False) -> float:
    stukken = tekst.replace(ZACHT, "- ").split()
    return max((measure_breedte(stuk, letter, vet=vet) for stuk in stukken), default=0.0)


@dataclass(frozen=True)
class _Band:
    """Columns beside each other with everything measured."""

    rijen: tuple[str, ...]
    kolommen: tuple[Kolom, ...]
    goot: float
    breedtes: tuple[float, ...]
    koppen: tuple[str, ...]
    groepen: tuple[tuple[str, float, float], ...]
    hoogtes: tuple[float, ...]
    formaat: Formaat

    @classmethod
    def of(
        cls, rijen: tuple[str, ...], kolommen: tuple[Kolom, ...], goot: float, over: float, formaat: Formaat
    ) -> _Band:
        letter = formaat.letter
        nodig = _list_nodig(kolommen, formaat)
        # What is left is divided evenly, but a column is not made wider than reads well.
        extra = min((over - sum(nodig)) / len(nodig), 8 * letter)
        breedtes = tuple(breedte + extra for breedte in nodig)
        koppen = tuple(
            wrap_tekst(kolom.naam, b - _TUSSEN * letter + 0.01, letter)
            for kolom, b in zip(kolommen, breedtes, strict=True)
        )
        namen = tuple(wrap_tekst(naam, goot - 0.7 * letter, letter) for naam in rijen)
        hoogtes = tuple(
            max(
                measure_hoogte(naam, letter),
                *(
                    measure_hoogte(_wrap_cel(k, rij, b, letter), letter)
                    for k, b in zip(kolommen, breedtes, strict=True)
                ),
            )
            + 0.8 * letter
            for rij, naam in enumerate(namen)
        )
        return cls(
            namen, kolommen, goot, breedtes, koppen, _group(kolommen, breedtes, letter), hoogtes, formaat
        )

    @property
    def kop(self) -> float:
        letter = self.formaat.letter
        return (
            max(measure_hoogte(groep, letter) for groep, _, _ in self.groepen)
            + max(measure_hoogte(kop, letter) for kop in self.koppen)
            + 0.9 * letter
        )

    @property
    def hoogte(self) -> float:
        return self.kop + sum(self.hoogtes) + 0.8 * self.formaat.letter

    def draw(self, vlak: Vlak, boven: float) -> None:
        letter, totaal = self.formaat.letter, sum(self.hoogtes)
        as_ = vlak.add_as(self.goot, boven + self.kop, sum(self.breedtes), totaal)
        as_.set(xlim=(0, sum(self.breedtes)), ylim=(totaal, 0))
        as_.set_gid(MATRIX)
        randen = list(accumulate(self.hoogtes))
        midden = [rand - hoogte / 2 for rand, hoogte in zip(randen, self.hoogtes, strict=True)]
        as_.set_yticks(midden, self.rijen, fontsize=letter)
        as_.tick_params(axis="y", length=0, pad=0.8 * letter)
        as_.set_xticks(
            [0.5 * letter + sum(self.breedtes[:nummer]) for nummer in range(len(self.kolommen))],
            labels=[""] * len(self.kolommen),
        )
        as_.tick_params(axis="x", length=0)
        as_.spines[:].set_visible(False)
        for tekst in as_.get_yticklabels():
            tekst.set_multialignment("right")
        for rand in (0.0, *randen):
            as_.axhline(rand, color=RASTER, linewidth=0.8 * letter / 9, zorder=0, clip_on=False, gid="raster")
        self._write_koppen(vlak, boven)
        for nummer, kolom in enumerate(self.kolommen):
            self._draw_kolom(as_, kolom, nummer, midden)

    def _write_koppen(self, vlak: Vlak, boven: float) -> None:
        letter = self.formaat.letter
        hoog = max(measure_hoogte(groep, letter) for groep, _, _ in self.groepen)
        for groep, begin, eind in self.groepen:
            links = self.goot + begin
            vlak.write(groep, links, boven + hoog - measure_hoogte(groep, letter), fontweight="bold")
            vlak.draw_lijn(links, self.goot + eind - 0.8 * letter, boven + hoog + 0.1 * letter, LIJN)
        begin = 0.0
        for kolom, kop, breedte in zip(self.kolommen, self.koppen, self.breedtes, strict=True):
            kleur = GRIJS if kolom.leeg else INKT
            vlak.write(kop, self.goot + begin, boven + hoog + 0.4 * letter, color=kleur)
            begin += breedte

    def _draw_kolom(self, as_: Axes, kolom: Kolom, nummer: int, midden: list[float]) -> None:
        letter, links = self.formaat.letter, sum(self.breedtes[:nummer])
        for rij, cel in enumerate(kolom.cellen):
            tekst = _wrap_cel(kolom, rij, self.breedtes[nummer], letter)
            if cel.merk:
                vorm, kleur = _MERK[cel.merk]
                rand = LIJN if cel.merk == "nul" else kleur
                punt = ([links + 0.5 * letter], [midden[rij]])
                as_.scatter(
                    *punt, s=(0.8 * letter) ** 2, marker=vorm, color=kleur, edgecolors=rand, clip_on=False
                )
            plek = links + (_MERKBREEDTE * letter if cel.merk else 0.0)
            kleur = INKT if cel.merk else GRIJS
            as_.text(plek, midden[rij], tekst, va="center", fontsize=letter, color=kleur)


def _wrap_cel(kolom: Kolom, rij: int, breedte: float, letter: float) -> str:
    if not kolom.cellen:
        return ""
    cel = kolom.cellen[rij]
    ruimte = breedte - (0.6 + (_MERKBREEDTE if cel.merk else 0.0)) * letter
    return "\n".join(wrap_tekst(deel, ruimte, letter) for deel in _split_cel(cel.tekst))


def _split_cel(tekst: str) -> list[str]:
    """Return the parts of a cell that each begin on a line of their own: groups, then people."""
    return re.split(r"(?<=,) ", tekst)


def _group(
    kolommen: tuple[Kolom, ...], breedtes: tuple[float, ...], letter: float
) -> tuple[tuple[str, float, float], ...]:
    """Return the headings over the columns, wrapped, with where each begins and ends."""
    groepen, begin = [], 0.0
    for naam, deel in groupby(zip(kolommen, breedtes, strict=True), key=lambda paar: paar[0].groep):
        eind = begin + sum(breedte for _, breedte in deel)
        groepen.append((wrap_tekst(naam, eind - begin - 0.6 * letter, letter, vet=True), begin, eind))
        begin = eind
    return tuple(groepen)
