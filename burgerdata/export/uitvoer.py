"""What an export wrote, and what its format could not hold."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import pandas as pd


class Weggelaten(NamedTuple):
    """One thing that is not in the export as it is in the traject: where, what, and how many rows or cells."""

    tabel: str
    kolom: str
    wat: str
    aantal: int


_TYPES = {"tabel": "str", "kolom": "str", "wat": "str", "aantal": "Int32"}


@dataclass(frozen=True)
class Uitvoer:
    """The folder, the files in it, and ``weggelaten``: a row per thing that was cut (tabel, kolom, wat, aantal)."""

    map: Path
    formaat: str
    bestanden: tuple[str, ...]
    weggelaten: pd.DataFrame = field(repr=False)

    @classmethod
    def make(cls, map_: Path, formaat: str, bestanden: Iterable[str], weg: Iterable[Weggelaten]) -> Uitvoer:
        """Return the outcome with what was cut as a frame, nothing that was cut zero times in it."""
        rijen = [rij for rij in weg if rij.aantal]
        return cls(map_, formaat, tuple(bestanden), pd.DataFrame(rijen, columns=list(_TYPES)).astype(_TYPES))


def list_other_tables(tabellen: dict[str, int], houdt: Iterable[str]) -> list[Weggelaten]:
    """Return a row per filled table that a format has no place for; ``tabellen`` gives their numbers of rows."""
    blijft = set(houdt)
    return [
        Weggelaten(naam, "", "tabel niet in dit formaat", aantal)
        for naam, aantal in tabellen.items()
        if naam not in blijft
    ]
