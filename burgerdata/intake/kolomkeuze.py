"""The column of a table that traject.toml or vragen.xlsx names."""

from __future__ import annotations

from burgerdata.cellen import fold
from burgerdata.shapes import Kolom, Tabel


def find_kolom(tabel: Tabel, naam: str) -> Kolom | None:
    """Return the column with this header; spaces and case make no difference."""
    gezocht = fold(naam)
    for kolom in tabel.kolommen:
        if gezocht in (fold(kolom.naam), fold(kolom.herkomst)):
            return kolom
    return None
