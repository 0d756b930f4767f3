"""Stata (.dta, releases 104 to 119): variables with labels and the missing codes .a to .z; every value as text."""

from __future__ import annotations

from burgerdata.formats.lezing import Ruw
from burgerdata.formats.statfile import read_statfile
from burgerdata.shapes import Bron


def read_stata(bron: Bron, *, blad: str = "") -> list[Ruw]:
    """Return the one table of a Stata file, codes as text (``3``, not ``3.0``), dates as yyyy-mm-dd.

    The missing codes .a to .z stay codes, named in ``Kolom.missend``; a bare ``.`` is an empty cell. ``blad`` is not used.

    Raises
    ------
    BronError
        When the file cannot be read, takes longer than the limit, or changed while it was being read.
    """
    return read_statfile(bron, "stata", blad=blad)
