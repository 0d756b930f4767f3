"""The whole error tree: one base and its kinds, each with one Dutch sentence per problem.

BurgerdataError
├── BronError       a file: where (bestand, blad, rij, kolom), what is wrong, what to do
│   └── RijError        rows that do not fit the header of their file; without them it can be read
├── ContractError   everything that is wrong with the tables or settings, all at once
├── MethodeError    a question that the data cannot answer, with the reason
│   └── PastNietError   a figure that is larger than its page or slide; its table says the same
├── ProgrammaError  a program that only Word or PDF needs is missing; everything else is made all the same
└── RekenError      a number that cannot be: a fault of burgerdata itself, named instead of printed

A message says where, what and what to do. It never quotes the contents of a cell, unless that cell comes
from a closed vocabulary.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import pandas as pd

_MOST_ROWS = 12


class Probleem(NamedTuple):
    """One thing that is wrong: where it is, what it is, and what the analyst can do about it."""

    wat: str
    remedie: str = ""
    bestand: str = ""
    blad: str = ""
    rij: int | None = None
    kolom: str = ""
    tot_rij: int | None = None

    @property
    def waar(self) -> str:
        """Return the place as an analyst would say it, such as ``enquete.xlsx, blad 'vragen', rij 4``."""
        delen = [self.bestand] if self.bestand else []
        delen += [f"blad '{self.blad}'"] if self.blad else []
        tot = f" t/m {self.tot_rij}" if self.tot_rij is not None else ""
        delen += [f"rij {self.rij}{tot}"] if self.rij is not None else []
        delen += [f"kolom '{self.kolom}'"] if self.kolom else []
        return ", ".join(delen)

    def __str__(self) -> str:
        """Return the problem as one sentence: where, what, remedy."""
        zin = f"{self.waar}: {self.wat}" if self.waar else self.wat
        return f"{zin}; {self.remedie}" if self.remedie else zin


def bundle_rows(problemen: Iterable[Probleem]) -> list[Probleem]:
    """Return the problems with what is wrong with rows that follow each other said once.

    Examples
    --------
    >>> print(*bundle_rows(Probleem("dit is leeg", rij=rij) for rij in (4, 5, 6, 9)), sep=" | ")
    rij 4 t/m 6: dit is leeg | rij 9: dit is leeg
    """
    gebundeld: list[Probleem] = []
    for probleem in problemen:
        vorige = gebundeld[-1] if gebundeld else None
        if vorige is not None and vorige.rij is not None and probleem.rij is not None:
            laatste = vorige.tot_rij or vorige.rij
            if probleem == vorige._replace(rij=laatste + 1, tot_rij=None):
                gebundeld[-1] = vorige._replace(tot_rij=probleem.rij)
                continue
        gebundeld.append(probleem)
    return gebundeld


def name_rijen(rijen: Sequence[int]) -> str:
    """Return rows as a part of a sentence, the first twelve by their number.

    Examples
    --------
    >>> name_rijen([4]), name_rijen([4, 5, 9])
    ('rij 4', 'de rijen 4, 5 en 9')
    """
    nummers = [str(rij) for rij in rijen]
    if len(nummers) == 1:
        return f"rij {nummers[0]}"
    if len(nummers) > _MOST_ROWS:
        return f"de rijen {', '.join(nummers[:_MOST_ROWS])} en {len(nummers) - _MOST_ROWS} andere"
    return f"de rijen {', '.join(nummers[:-1])} en {nummers[-1]}"


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

    def __reduce__(self) -> tuple[Any, ...]:
        """Travel between processes with the problem, not only with its sentence."""
        velden = self.probleem._asdict()
        del velden["tot_rij"]  # an error is about one place
        return partial(type(self), **velden), ()


class RijError(BronError):
    """Rows that are wider or narrower than the header of their file; ``rijen`` holds their numbers, the first one first."""

    def __init__(self, wat: str, remedie: str = "", *, bestand: str = "", rijen: Sequence[int]) -> None:
        self.rijen = tuple(rijen)
        super().__init__(wat, remedie, bestand=bestand, rij=self.rijen[0])

    def __reduce__(self) -> tuple[Any, ...]:
        """Travel between processes with the rows as well."""
        velden = self.probleem
        return partial(type(self), velden.wat, velden.remedie, bestand=velden.bestand, rijen=self.rijen), ()


class ContractError(BurgerdataError):
    """All problems of all files and settings at once; ``problemen`` is a frame with a row per problem."""

    def __init__(self, problemen: Iterable[Probleem]) -> None:
        self.lijst: tuple[Probleem, ...] = tuple(problemen)
        aantal = len(self.lijst)
        kop = "1 probleem in de bronbestanden:" if aantal == 1 else f"{aantal} problemen in de bronbestanden:"
        super().__init__("\n".join([kop, *(f"  {probleem}" for probleem in self.lijst)]))

    def __reduce__(self) -> tuple[Any, ...]:
        """Travel between processes with the list of problems, not only with its sentences."""
        return type(self), (self.lijst,)

    @property
    def problemen(self) -> pd.DataFrame:
        """Return one row per problem: bestand, blad, rij, kolom, wat, remedie."""
        import pandas as pd

        frame = pd.DataFrame(list(self.lijst), columns=list(Probleem._fields))
        dtypes = {
            "bestand": "str",
            "blad": "str",
            "rij": "Int64",
            "kolom": "str",
            "wat": "str",
            "remedie": "str",
        }
        return frame[list(dtypes)].astype(dtypes)


class MethodeError(BurgerdataError):
    """A question that these data cannot answer; the text gives the reason and the remedy."""


class PastNietError(MethodeError):
    """A figure that is larger than its page or slide; the text says what makes it smaller."""


class ProgrammaError(BurgerdataError):
    """A program that only Word or PDF needs is missing or may not run; the rest of the report is made."""


class RekenError(BurgerdataError):
    """A number that cannot be, such as a share above 100%: a fault of burgerdata itself, which must not be printed."""


class MethodeWaarschuwing(UserWarning):
    """The data can answer, but the reader must know something: one Dutch sentence, which the tables repeat as a note."""
