"""What reading a file gives: raw shapes with an independent count, and after sealing a Lezing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from burgerdata.intake.logboek import Logboek
from burgerdata.shapes import Codeerproject, Gesprek, Tabel, Vorm

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class Bijblad:
    """A sheet whose records became part of those of another sheet, as a repeat group does: what went in and came out."""

    blad: str
    records_in: int
    records_uit: int
    logboek: Logboek


@dataclass(frozen=True)
class Ruw:
    """One raw shape as a reader found it, not sealed yet.

    ``records_in`` was counted by another way than the one that made the shape, so that lost records show.
    ``vragenlijst`` names the questionnaire beside the file that its columns were described by; ``bijbladen`` are the
    sheets that were folded into this shape.
    """

    vorm: Vorm
    records_in: int
    logboek: Logboek
    vragenlijst: str = ""
    bijbladen: tuple[Bijblad, ...] = ()


@dataclass(frozen=True)
class Lezing:
    """One file after sealing: its shapes (a sheet, a conversation), what was read, and the ledger.

    ``bronnen`` has a row per sheet or file: bestand, blad, formaat, gebruikt, sha256, records_in, records_uit,
    records_verklaard; ``logboek`` has bestand, blad, rij, kolom, reden, aantal. ``vragenlijst`` names the questionnaire
    that its columns were described by, a file of its own beside it.
    """

    bestand: str
    formaat: str
    vormen: tuple[Vorm, ...]
    bronnen: pd.DataFrame
    logboek: pd.DataFrame
    vragenlijst: str = ""

    @property
    def tabellen(self) -> tuple[Tabel, ...]:
        """The tables among the shapes."""
        return tuple(vorm for vorm in self.vormen if isinstance(vorm, Tabel))

    @property
    def gesprekken(self) -> tuple[Gesprek, ...]:
        """The conversations among the shapes."""
        return tuple(vorm for vorm in self.vormen if isinstance(vorm, Gesprek))

    @property
    def codeerprojecten(self) -> tuple[Codeerproject, ...]:
        """The projects of coding software among the shapes."""
        return tuple(vorm for vorm in self.vormen if isinstance(vorm, Codeerproject))
