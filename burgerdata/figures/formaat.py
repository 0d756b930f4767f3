"""The two formats of a figure: 16 cm wide for A4 with text of 9 points and more, and a 16:9 slide with 18 and more."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from burgerdata.errors import MethodeError

Formaatnaam = Literal["a4", "dia"]
REGEL = 1.3
"""Height of a line of text, in letters."""


@dataclass(frozen=True)
class Formaat:
    """Sizes in points; ``hoogte`` is the most an A4 figure may take and exactly what a slide takes.

    A4 leaves room on its page for a heading and some lines above the figure.
    """

    naam: Formaatnaam
    breedte: float
    hoogte: float
    vaste_hoogte: bool
    letter: float
    titel: float
    marge: float

    @property
    def regel(self) -> float:
        """Return the height of one line of ordinary text."""
        return self.letter * REGEL


A4 = Formaat("a4", 16 / 2.54 * 72, 20.5 / 2.54 * 72, False, letter=9, titel=12, marge=3)
DIA = Formaat("dia", 960, 540, True, letter=18, titel=26, marge=24)
_FORMATEN = {"a4": A4, "dia": DIA}


def choose_formaat(naam: str) -> Formaat:
    """Return the format of this name.

    Examples
    --------
    >>> choose_formaat("dia").letter
    18
    """
    if naam not in _FORMATEN:
        raise MethodeError(f"Het formaat '{naam}' bestaat niet; kies 'a4' of 'dia'.")
    return _FORMATEN[naam]
