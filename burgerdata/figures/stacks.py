"""A panel of statements: shares stacked to both sides of the middle, sums of each side written at the ends."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from matplotlib.patches import Rectangle

from burgerdata.figures.formaat import Formaat
from burgerdata.figures.legend import choose_rand
from burgerdata.figures.measure import measure_breedte
from burgerdata.figures.palette import GRIJS, INKT, LIJN, WIT, choose_tekstkleur
from burgerdata.figures.rows import MIDDEN, Rooster
from burgerdata.figures.words import KLEIN, format_aandeel, format_grenzen
from burgerdata.getallen import format_procent, round_half_up

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_DIK = 1.5
"""Height of a bar, in letters."""
_REGEL = 1.15
"""From a sum to its interval, in letters."""


Grenzen = tuple[float, float]
_SAMEN = LIJN
"""The colour of a side of which only the sum is printed; the sum stands behind it, and not in it as well."""
GEEN: Grenzen = (math.nan, math.nan)


@dataclass(frozen=True)
class Stelling:
    """The shares of one statement from the negative end to the positive; NaN for what is suppressed.

    Of a side on which something is suppressed no answer is drawn: the length of the bar would tell it. ``samen`` are the
    shares of the negative side and of the positive one as the table prints them, ``grenzen`` the ends of their
    intervals; NaN for none.
    """

    aandelen: tuple[float, ...]
    leeg: str = ""
    grenzen: tuple[Grenzen, Grenzen] = (GEEN, GEEN)
    samen: tuple[float, float] = GEEN

    @property
    def midden(self) -> float:
        """Return the share of the neutral answer; nothing when the scale has none."""
        return self.aandelen[len(self.aandelen) // 2] if len(self.aandelen) % 2 else 0.0

    @property
    def links(self) -> tuple[float, ...]:
        """Return the shares of the negative side, from the middle outwards."""
        return tuple(reversed(self.aandelen[: len(self.aandelen) // 2]))

    @property
    def rechts(self) -> tuple[float, ...]:
        """Return the shares of the positive side, from the middle outwards."""
        return self.aandelen[(len(self.aandelen) + 1) // 2 :]

    @property
    def sommen(self) -> tuple[float, float]:
        """Return the share of the negative side and of the positive one; NaN where it is not known."""
        links, rechts = (
            som if math.isnan(eigen := sum(kant)) else eigen
            for kant, som in zip((self.links, self.rechts), self.samen, strict=True)
        )
        return links, rechts

    def reach(self, som: float) -> float:
        """Return how far a side with this share extends from the middle, or NaN when it cannot be drawn."""
        return self.midden / 2 + som

    @property
    def reikwijdte(self) -> float:
        """Return how far the intervals of its sides reach from their shares at most; 0 where it has none."""
        paren = zip(self.sommen, self.grenzen, strict=True)
        verst = [abs(grens - som) for som, grenzen in paren for grens in grenzen]
        return max([afstand for afstand in verst if not math.isnan(afstand)], default=0.0)


@dataclass(frozen=True)
class Stapelpaneel:
    """Statements over the rows in the colours of their scale; a Paneel. ``minst`` is the least that its scale covers.

    With ``haakjes`` the interval of each sum is written under it.
    """

    stellingen: tuple[Stelling, ...]
    kleuren: tuple[str, ...]
    kop: str = ""
    minst: float = 0.0
    onderkop: str = ""
    haakjes: bool = False

    @property
    def streepjes(self) -> bool:
        """Return whether a scale is drawn: the labels are enough."""
        return False

    def narrowest(self, formaat: Formaat) -> float:
        """Return a width in which a segment of one in twelve can hold its label."""
        return 24 * formaat.letter

    def lowest(self, breedte: float, formaat: Formaat) -> float:
        """Return the negative end, with room for the sum."""
        som = measure_breedte("100%", formaat.letter, vet=True)
        if self.haakjes:
            som = max(som, measure_breedte("(88–88)", formaat.letter))
        som += 0.8 * formaat.letter
        return -max(self.minst, self.widest) / (1 - 2 * som / breedte)

    def highest(self, laag: float, breedte: float, formaat: Formaat) -> float:
        """Return the positive end, as far from the middle as the other."""
        return -laag

    @property
    def widest(self) -> float:
        """Return how far the longest side extends from the middle."""
        bereik = [stelling.reach(som) for stelling in self.stellingen for som in stelling.sommen]
        return max([lengte for lengte in bereik if not math.isnan(lengte)], default=1.0)

    def draw(self, as_: Axes, rooster: Rooster) -> None:
        """Draw the bars, their labels and the sums."""
        as_.axvline(0, color=LIJN, linewidth=0.8 * rooster.formaat.letter / 9, zorder=0)
        for nummer, stelling in enumerate(self.stellingen):
            y = rooster.midden[nummer]
            if stelling.leeg:
                begin = 0.5 * rooster.formaat.letter * rooster.per_punt
                self._write(as_, (begin, y), stelling.leeg, rooster, color=GRIJS)
                continue
            self._draw_midden(as_, stelling, y, rooster)
            self._draw_kant(as_, stelling, y, rooster, richting=-1)
            self._draw_kant(as_, stelling, y, rooster, richting=1)

    def _draw_midden(self, as_: Axes, stelling: Stelling, y: float, rooster: Rooster) -> None:
        if len(stelling.aandelen) % 2 and not math.isnan(stelling.midden):
            kleur = self.kleuren[len(self.kleuren) // 2]
            self._draw_vak(as_, -stelling.midden / 2, stelling.midden, y, kleur, rooster)

    def _draw_kant(self, as_: Axes, stelling: Stelling, y: float, rooster: Rooster, *, richting: int) -> None:
        """Draw one side from the middle outwards and write its sum; an x when that is suppressed.

        Where only its answers are, they are one grey bar.
        """
        kant = stelling.rechts if richting > 0 else stelling.links
        half = len(self.kleuren) // 2
        kleuren = self.kleuren[len(self.kleuren) - half :] if richting > 0 else self.kleuren[:half][::-1]
        heel = stelling.sommen[richting > 0]
        los = math.isnan(stelling.reach(heel))
        if math.isnan(sum(kant)):
            kant, kleuren = (heel,), (_SAMEN,)
        plek = stelling.midden / 2 if not math.isnan(stelling.midden) else 0.0
        begin = plek
        for aandeel, kleur in zip(kant if not los else (), kleuren, strict=False):
            links = begin if richting > 0 else -begin - aandeel
            self._draw_vak(as_, links, aandeel, y, kleur, rooster)
            self._draw_wit(as_, richting * begin, y, rooster)
            begin += aandeel
        uit = begin + 0.5 * rooster.formaat.letter * rooster.per_punt
        weg = math.isnan(heel)
        grenzen = stelling.grenzen[richting > 0] if self.haakjes and not weg else GEEN
        som = ("x" if weg else format_aandeel(heel), format_grenzen(grenzen))
        self._write_som(as_, (richting * uit, y), som, rooster, color=GRIJS if los else INKT)

    def _write_som(
        self, as_: Axes, plek: tuple[float, float], delen: tuple[str, str], rooster: Rooster, *, color: str
    ) -> None:
        """Write a sum in bold with its interval under it; without one in the middle of the row."""
        x, y = plek
        som, haakjes = delen
        af = _REGEL * rooster.formaat.letter / 2 if haakjes else 0.0
        opmaak = {"ha": "right" if x < 0 else "left", "color": color}
        self._write(as_, (x, y - af), som, rooster, fontweight="bold", **opmaak)
        if haakjes:
            self._write(as_, (x, y + af), haakjes, rooster, **opmaak)

    def _draw_vak(
        self, as_: Axes, links: float, lengte: float, y: float, kleur: str, rooster: Rooster
    ) -> None:
        """Draw one segment and its label if there is room; its ends are those of the table."""
        letter = rooster.formaat.letter
        boven, hoog, dun = y - _DIK * letter / 2, _DIK * letter, 0.5 * letter / 9
        rand = choose_rand(kleur)
        as_.add_patch(Rectangle((links, boven), lengte, hoog, facecolor=kleur, edgecolor=rand, linewidth=dun))
        label = format_procent(lengte)
        past = measure_breedte(label, letter) + 0.3 * letter <= lengte / rooster.per_punt
        if kleur != _SAMEN and past and round_half_up(lengte, 2) >= KLEIN:
            midden = (links + lengte / 2, y)
            self._write(as_, midden, label, rooster, color=choose_tekstkleur(kleur), ha="center")

    def _draw_wit(self, as_: Axes, plek: float, y: float, rooster: Rooster) -> None:
        """Draw the white line of a point between two segments."""
        letter = rooster.formaat.letter
        hoog = ([plek, plek], [y - _DIK * letter / 2, y + _DIK * letter / 2])
        as_.plot(*hoog, color=WIT, linewidth=letter / 9, zorder=2, gid="raster", scalex=False, scaley=False)

    def _write(
        self, as_: Axes, plek: tuple[float, float], tekst: str, rooster: Rooster, **opmaak: str
    ) -> None:
        """Write a label around (0), after (left) or before (right) a place, in the middle of its row."""
        letter = rooster.formaat.letter
        as_.text(plek[0], plek[1] + MIDDEN * letter, tekst, va="baseline", fontsize=letter, **opmaak)  # type: ignore[arg-type]
