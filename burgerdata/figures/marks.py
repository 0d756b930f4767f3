"""A panel of bars, dots or stems, one per row, with its interval and its value written beside it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from burgerdata.figures.formaat import Formaat
from burgerdata.figures.measure import measure_breedte
from burgerdata.figures.palette import EIGEN_VIJF, GRIJS, INKT, LIJN, RASTER, WIT
from burgerdata.figures.rows import MIDDEN, Rijen, Rooster
from burgerdata.figures.scale import choose_streepjes
from burgerdata.getallen import format_getal

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_WIT = {"facecolor": WIT, "edgecolor": "none", "pad": 0.8}
_LEEG = float("nan")


@dataclass(frozen=True)
class Merk:
    """What stands on one row; without a value only its label is written, such as ``te weinig antwoorden``."""

    rij: int
    label: str
    waarde: float = _LEEG
    onder: float = _LEEG
    boven: float = _LEEG

    @property
    def eind(self) -> float:
        """Return the right end of what is drawn, or NaN."""
        return self.waarde if math.isnan(self.boven) else max(self.boven, self.waarde)


@dataclass(frozen=True)
class Merkpaneel:
    """Marks over the rows; ``lijn`` is a thin line through all of them, such as the total, ``ijk`` the marks of a fixed scale."""

    merken: tuple[Merk, ...]
    soort: Literal["staaf", "punt", "steel"] = "staaf"
    kop: str = ""
    onderkop: str = ""
    lijn: float = _LEEG
    plafond: float = 0.0
    procent: bool = False
    kleur: str = EIGEN_VIJF[1]
    ijk: tuple[float, ...] = ()

    @property
    def streepjes(self) -> bool:
        """Return whether a scale is drawn: for dots that do not start at nothing, and where ``ijk`` gives its marks."""
        return bool(self.ijk) or (self.soort == "punt" and not self.procent)

    def narrowest(self, formaat: Formaat) -> float:
        """Return the widest label plus room for something to look at, and no word of the heading broken."""
        breedst = max((measure_breedte(merk.label, formaat.letter) for merk in self.merken), default=0.0)
        koppen = [measure_breedte(woord, formaat.letter, vet=True) for woord in self.kop.split()]
        return max([breedst + 4.5 * formaat.letter, measure_breedte(self.onderkop, formaat.letter), *koppen])

    def lowest(self, breedte: float, formaat: Formaat) -> float:
        """Return nothing for bars, stems and shares, and just under the lowest for other dots."""
        gevuld = self._filled()
        if self.ijk:
            return self.ijk[0]
        if not self.streepjes or not gevuld:
            return 0.0
        laagst = min(merk.waarde if math.isnan(merk.onder) else merk.onder for merk in gevuld)
        hoogst = max(merk.eind for merk in gevuld)
        return laagst - 0.06 * ((hoogst - laagst) or abs(laagst) or 1.0)

    def highest(self, laag: float, breedte: float, formaat: Formaat) -> float:
        """Return where the scale ends when every label must fit behind its mark."""
        gevuld = self._filled()
        hoog = max([merk.eind for merk in gevuld] + [self.plafond, laag + 1e-9])
        for merk in gevuld:
            lengte = (
                measure_breedte(merk.label, formaat.letter) + self._gap(merk, formaat) + 0.2 * formaat.letter
            )
            hoog = max(hoog, laag + (merk.eind - laag) / max(0.1, 1 - lengte / breedte))
        return hoog

    def _filled(self) -> list[Merk]:
        return [merk for merk in self.merken if not math.isnan(merk.waarde)]

    def _gap(self, merk: Merk, formaat: Formaat) -> float:
        """Return the room between a mark and its label: a dot without interval is half a dot longer."""
        los = self.soort != "staaf" and math.isnan(merk.boven) and not math.isnan(merk.waarde)
        return (0.9 if los else 0.55) * formaat.letter

    def draw(self, as_: Axes, rooster: Rooster) -> None:
        """Draw marks, intervals, line and labels."""
        gevuld = self._filled()
        maat = rooster.formaat.letter / 9
        if self.streepjes:
            self._draw_schaal(as_, rooster)
        elif gevuld:
            as_.axvline(0, color=LIJN, linewidth=0.8 * maat)
        if not math.isnan(self.lijn):
            as_.axvline(self.lijn, color=LIJN, linewidth=0.9 * maat, linestyle=(0, (4, 2)))
        self._draw_merken(as_, gevuld, rooster)
        met = [merk for merk in gevuld if not math.isnan(merk.onder)]
        if met:
            as_.hlines(
                [rooster.midden[merk.rij] for merk in met],
                [merk.onder for merk in met],
                [merk.boven for merk in met],
                colors=INKT,
                linewidth=1.2 * maat,
                zorder=3,
            )
        self._write_labels(as_, rooster)

    def _draw_merken(self, as_: Axes, gevuld: list[Merk], rooster: Rooster) -> None:
        y, x = [rooster.midden[merk.rij] for merk in gevuld], [merk.waarde for merk in gevuld]
        letter = rooster.formaat.letter
        if self.soort == "staaf":
            as_.barh(y, x, height=1.2 * letter, color=self.kleur)
            return
        if self.soort == "steel":
            as_.hlines(y, [0.0] * len(x), x, colors=self.kleur, linewidth=letter / 9)
        as_.scatter(x, y, s=(0.68 * letter) ** 2, color=self.kleur, zorder=4, clip_on=False)

    def _write_labels(self, as_: Axes, rooster: Rooster) -> None:
        letter = rooster.formaat.letter
        for merk in self.merken:
            leeg = math.isnan(merk.waarde)
            plek = rooster.laag if leeg else merk.eind
            as_.text(
                plek + self._gap(merk, rooster.formaat) * rooster.per_punt,
                rooster.midden[merk.rij] + MIDDEN * letter,
                merk.label,
                va="baseline",
                fontsize=letter,
                color=GRIJS if leeg else INKT,
                zorder=5,
                bbox=_WIT,
            )

    def _draw_schaal(self, as_: Axes, rooster: Rooster) -> None:
        einden = [merk.eind for merk in self.merken if not math.isnan(merk.waarde)]
        if not einden:
            return
        breedte = (max(einden) - rooster.laag) / rooster.per_punt
        plekken = list(self.ijk) or choose_streepjes(
            rooster.laag, max(einden), breedte / (rooster.formaat.letter * 6)
        )
        decimalen = 0 if all(float(plek).is_integer() for plek in plekken) else 1
        namen = [format_getal(plek, decimalen) for plek in plekken]
        as_.set_xticks(plekken, namen, fontsize=rooster.formaat.letter)
        as_.tick_params(axis="x", length=0, colors=GRIJS)
        as_.grid(visible=True, axis="x", color=RASTER)


def head_rijen(rijen: Rijen, aantal: int) -> Rijen:
    """Return the first rows of a drawing of marks only."""
    return _keep_rijen(rijen, range(min(aantal, len(rijen.labels))))


def keep_grootste(rijen: Rijen, aantal: int) -> Rijen:
    """Return the rows of a drawing of marks only that have the highest values, in the order in which they stood."""
    panelen = [paneel for paneel in rijen.panelen if isinstance(paneel, Merkpaneel)]
    hoogste = [-1.0] * len(rijen.labels)
    for merk in (merk for paneel in panelen for merk in paneel.merken if not math.isnan(merk.waarde)):
        hoogste[merk.rij] = max(hoogste[merk.rij], merk.waarde)
    nummers = sorted(range(len(hoogste)), key=lambda nummer: -hoogste[nummer])
    return _keep_rijen(rijen, sorted(nummers[:aantal]))


def _keep_rijen(rijen: Rijen, nummers: Sequence[int]) -> Rijen:
    plek = {nummer: nieuw for nieuw, nummer in enumerate(nummers)}
    panelen = tuple(
        replace(
            paneel,
            merken=tuple(replace(merk, rij=plek[merk.rij]) for merk in paneel.merken if merk.rij in plek),
        )
        for paneel in rijen.panelen
        if isinstance(paneel, Merkpaneel)
    )
    return replace(rijen, labels=tuple(rijen.labels[nummer] for nummer in nummers), panelen=panelen)
