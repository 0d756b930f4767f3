"""The column of a table that traject.toml or vragen.xlsx names."""

from __future__ import annotations

from burgerdata.cellen import fold
from burgerdata.shapes import Kolom, Tabel


def find_kolom(tabel: Tabel, naam: str) -> Kolom | None:
    """Return the column with this name, else the one that had this header in the file; spaces and case make no difference.

    Of a column that was taken apart ("[Anders]": whether it was chosen, and what was typed) the part that kept the name is meant.
    """
    gezocht = fold(naam)
    op_naam = (kolom for kolom in tabel.kolommen if fold(kolom.naam) == gezocht)
    op_herkomst = (kolom for kolom in tabel.kolommen if fold(kolom.herkomst) == gezocht)
    return next(op_naam, None) or next(op_herkomst, None)
