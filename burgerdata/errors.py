"""The whole error tree: one base and three kinds, each with one Dutch sentence per problem.

BurgerdataError
├── BronError       a file: where (bestand, blad, rij, kolom), what is wrong, what to do
├── ContractError   everything that is wrong with the tables or settings, all at once
└── MethodeError    a question that the data cannot answer, with the reason

A message says where, what and what to do. It never quotes the contents of a cell, unless that cell comes
from a closed vocabulary.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import pandas as pd


class Probleem(NamedTuple):
    """One thing that is wrong: where it is, what it is, and what the analyst can do about it."""

    wat: str
    remedie: str = ""
    bestand: str = ""
    blad: str = ""
    rij: int | None = None
    kolom: str = ""

    @property
    def waar(self) -> str:
        """Return the place as an analyst would say it, such as ``enquete.xlsx, blad 'vragen', rij 4``."""
        delen = [self.bestand] if self.bestand else []
        delen += [f"blad '{self.blad}'"] if self.blad else []
        delen += [f"rij {self.rij}"] if self.rij is not None else []
        delen += [f"kolom '{self.kolom}'"] if self.kolom else []
        return ", ".join(delen)

    def __str__(self) -> str:
        """Return the problem as one sentence: where, what, remedy."""
        zin = f"{self.waar}: {self.wat}" if self.waar else self.wat
        return f"{zin}; {self.remedie}" if self.remedie else zin


class BurgerdataError(Exception):
    """Any refusal of burgerdata; its text is written for the analyst, in Dutch."""


class BronError(BurgerdataError):
    """A file that cannot be used as it is; ``probleem`` says where, what and what to do."""

    def __init__(
        self,
        wat: str,
        remedie: str = "",
        *,
        bestand: str = "",
        blad: str = "",
        rij: int | None = None,
        kolom: str = "",
    ) -> None:
        self.probleem = Probleem(wat, remedie, bestand, blad, rij, kolom)
        super().__init__(str(self.probleem))


class ContractError(BurgerdataError):
    """All problems of all files and settings at once; ``problemen`` is a frame with a row per problem."""

    def __init__(self, problemen: Iterable[Probleem]) -> None:
        self.lijst: tuple[Probleem, ...] = tuple(problemen)
        aantal = len(self.lijst)
        kop = "1 probleem in de bronbestanden:" if aantal == 1 else f"{aantal} problemen in de bronbestanden:"
        super().__init__("\n".join([kop, *(f"  {probleem}" for probleem in self.lijst)]))

    @property
    def problemen(self) -> pd.DataFrame:
        """Return one row per problem: bestand, blad, rij, kolom, wat, remedie."""
        import pandas as pd

        frame = pd.DataFrame(list(self.lijst), columns=list(Probleem._fields))
        return frame[["bestand", "blad", "rij", "kolom", "wat", "remedie"]].astype({"rij": "Int64"})


class MethodeError(BurgerdataError):
    """A question that these data cannot answer; the text gives the reason and the remedy."""
