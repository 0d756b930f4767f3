"""One count that a table prints: of whom, of what, and where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

KANT = "kant"


@dataclass(frozen=True)
class Plek:
    """Where a cell stands: table and row number, and whether its count or only a rounded share is printed there.

    ``kolom`` names its column where the row holds other counts beside it, so that it is judged apart from its row.
    """

    tabel: str
    rij: int
    geteld: bool
    gewogen: bool
    kolom: str = ""

    @property
    def in_wisselrij(self) -> bool:
        """Return whether it stands in a row of a table of change, which is printed or hidden as a whole."""
        return self.kolom not in ("", KANT)


@dataclass(frozen=True)
class Rij:
    """One printed count: activity, question, group (trait and category), answer ('' is the base), and its place.

    ``blok`` sets answers apart that have a base of their own beside that of the question; ``delen`` names the answers
    that this row takes together.
    """

    activiteit: str
    vraag: str
    groep: tuple[str, str]
    code: str
    n: int
    plek: Plek
    blok: str = ""
    delen: tuple[str, ...] = ()


def name_samen(labels: Sequence[str]) -> str:
    """Return the code of answers that are taken together, the same in whichever order a table names them."""
    return "samen:" + "|".join(sorted(labels))
