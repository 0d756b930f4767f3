"""What a column and a table of the contract are: kind, vocabulary, key, reference and meaning."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Dtype = Literal["id", "code", "woord", "tekst", "telling", "getal", "datum", "vlag"]
"""Kind of column -> pandas dtype: id, code -> category · woord -> ordered category (closed vocabulary) ·
tekst -> str · telling -> Int32 · getal -> float64 · datum -> datetime64[s] · vlag -> bool."""


@dataclass(frozen=True)
class Kolomschema:
    """One column of a table: its kind, whether it may be empty, its vocabulary, what it refers to, its meaning."""

    naam: str
    dtype: Dtype
    nl: str
    en: str
    leeg: bool = False
    woorden: tuple[str, ...] = ()
    verwijst: str = ""


@dataclass(frozen=True)
class Tabelschema:
    """One table: what a row is, its columns in order, its key and further unique combinations."""

    naam: str
    nl: str
    en: str
    kolommen: tuple[Kolomschema, ...]
    sleutel: tuple[str, ...]
    uniek: tuple[str, ...] = ()

    @property
    def namen(self) -> tuple[str, ...]:
        """Return the names of the columns in order."""
        return tuple(kolom.naam for kolom in self.kolommen)

    def kolom(self, naam: str) -> Kolomschema:
        """Return the column with this name; raises KeyError where there is none."""
        for kolom in self.kolommen:
            if kolom.naam == naam:
                return kolom
        raise KeyError(naam)
