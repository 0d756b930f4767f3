"""A legend above the drawing, in lines that fit the width: never inside it, where it would cover a bar."""

from __future__ import annotations

from dataclasses import dataclass

from burgerdata.figures.formaat import Formaat
from burgerdata.figures.layout import Vlak
from burgerdata.figures.measure import measure_breedte
from burgerdata.figures.palette import GRIJS, LIJN, measure_contrast

_BLOKJE = 1.1
"""Width of a colour square and the gap after it, in letters."""


@dataclass(frozen=True)
class Legenda:
    """Colours with their names; a Tekening."""

    namen: tuple[tuple[str, str], ...]

    def measure(self, breedte: float, formaat: Formaat) -> float:
        """Return the height of the legend in points, the gap under it included."""
        regels = max(regel for regel, _ in self._places(breedte, formaat)) + 1
        return regels * formaat.regel + 0.4 * formaat.letter

    def draw(self, vlak: Vlak) -> None:
        """Draw a square of each colour with its name, line by line."""
        letter = vlak.formaat.letter
        for (kleur, naam), (regel, links) in zip(
            self.namen, self._places(vlak.breedte, vlak.formaat), strict=True
        ):
            boven = regel * vlak.formaat.regel
            vlak.draw_blok(links, boven + 0.15 * letter, 0.8 * letter, kleur=kleur, rand=choose_rand(kleur))
            vlak.write(naam, links + _BLOKJE * letter, boven, color=GRIJS, gid="legenda")

    def _places(self, breedte: float, formaat: Formaat) -> list[tuple[int, float]]:
        """Return the line and the left side of every entry."""
        plekken: list[tuple[int, float]] = []
        regel, links = 0, 0.0
        for _, naam in self.namen:
            lengte = _BLOKJE * formaat.letter + measure_breedte(naam, formaat.letter)
            if links and links + lengte > breedte:
                regel, links = regel + 1, 0.0
            plekken.append((regel, links))
            links += lengte + 1.2 * formaat.letter
        return plekken


def choose_rand(kleur: str) -> str:
    """Return an outline for a colour that is too light to be seen on white, else the colour itself.

    Examples
    --------
    >>> choose_rand("#D9D9D9"), choose_rand("#1B3A6B")
    ('#7A7A7A', '#1B3A6B')
    """
    return LIJN if measure_contrast(kleur) < 3 else kleur
