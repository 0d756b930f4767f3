"""SPSS (.sav, .zsav): variables with labels, user-missing codes and multiple-response sets; every value as text."""

from __future__ import annotations

from burgerdata.formats.lezing import Ruw
from burgerdata.formats.statfile import read_statfile
from burgerdata.shapes import Bron


def read_spss(bron: Bron, *, blad: str = "") -> list[Ruw]:
    """Return the one table of an SPSS file, codes as text (``3``, not ``3.0``), dates as yyyy-mm-dd.

    User-missing codes stay codes, named in ``Kolom.missend``; system-missing is an empty cell. ``blad`` is not used.

    Raises
    ------
    BronError
        When the file cannot be read, takes longer than the limit, or changed while it was being read.
    """
    return read_statfile(bron, "spss", blad=blad)
