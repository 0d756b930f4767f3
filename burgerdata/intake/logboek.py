"""The row ledger: every record and cell that reading drops or changes has a row here."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pandas as pd

from burgerdata.errors import BronError
from burgerdata.schema.vocabularies import LOGBOEK_REDEN

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

RECORD_REDENEN = (
    "proefrij",
    "lege_rij",
    "dubbele_rij",
    "herziene_stem",
    "afgewezen_stelling",
    "rij_onleesbaar",
    "tussenkop",
    "niet_akkoord",
    "samengevoegde_beurten",
    "samengevoegde_antwoorden",
    "codering_zonder_tekst",
    "codering_wijkt_af",
    "codering_niet_geplaatst",
    "codering_niet_vergeleken",
    "totaalrij",
    "privebericht",
    "chatmelding",
)
"""Reasons that explain a record that came in and did not go out; the others are about cells, columns and files."""

_TYPES = {"bestand": "str", "blad": "str", "rij": "Int32", "kolom": "str", "reden": "str", "aantal": "Int32"}


class Logboek:
    """The notes about one sheet or file while it is read; ``to_frame`` gives the rows of the contract table."""

    def __init__(self, bestand: str, blad: str = "") -> None:
        self.bestand = bestand
        self.blad = blad
        self._rijen: list[tuple[str, str, int | None, str, str, int]] = []

    def note(self, reden: str, *, aantal: int = 1, rij: int | None = None, kolom: str = "") -> None:
        """Add a row; nothing is added for a count of zero."""
        if reden not in LOGBOEK_REDEN:
            raise KeyError(reden)
        if aantal:
            self._rijen.append((self.bestand, self.blad, rij, kolom, reden, aantal))

    def note_cells(self, reden: str, kolom: str, rijen: Iterable[int], aantallen: Iterable[int]) -> None:
        """Add a row for each changed cell of one column."""
        for rij, aantal in zip(rijen, aantallen, strict=True):
            self.note(reden, aantal=aantal, rij=rij, kolom=kolom)

    def take_over(self, ander: Logboek) -> None:
        """Add the rows of another ledger, of who read the same sheet before."""
        self._rijen += ander._rijen

    def to_frame(self) -> pd.DataFrame:
        """Return bestand, blad, rij, kolom, reden, aantal: one row per note, in order."""
        return _make_frame(self._rijen) if self._rijen else _make_empty().copy(deep=False)


def _make_frame(rijen: Sequence[tuple[object, ...]]) -> pd.DataFrame:
    return pd.DataFrame(rijen, columns=list(_TYPES)).astype(_TYPES)


@cache
def _make_empty() -> pd.DataFrame:
    """Return a ledger without rows: most files have one."""
    return _make_frame(())


def count_explained(logboek: pd.DataFrame) -> int:
    """Return how many records the ledger explains.

    Examples
    --------
    >>> boek = Logboek("enquete.csv")
    >>> boek.note("lege_rij", aantal=3)
    >>> boek.note("cel_gemaskeerd", rij=4, kolom="toelichting")
    >>> count_explained(boek.to_frame())
    3
    """
    return int(logboek.loc[logboek["reden"].isin(RECORD_REDENEN), "aantal"].sum())


def check_balance(
    records_in: int, records_uit: int, logboek: pd.DataFrame, *, bestand: str, blad: str = ""
) -> None:
    """Return nothing when every record that came in went out or is explained.

    Raises
    ------
    BronError
        When records were lost or made: the figures of this file can then not be trusted.
    """
    verklaard = count_explained(logboek)
    if records_in != records_uit + verklaard:
        wat = f"er gingen {records_in} records in, {records_uit} uit, en {verklaard} zijn verklaard"
        remedie = "bewaar het bestand opnieuw in het programma waarmee het is gemaakt, of meld dit bestand"
        raise BronError(wat, remedie, bestand=bestand, blad=blad)
