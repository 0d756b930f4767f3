"""A CSV file in which some rows are wrong, made fit to look on for what else is wrong in it."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection
from dataclasses import replace

from burgerdata.formats.csv import read_records, sniff_separator, split_separator_line
from burgerdata.intake.open import decode_text
from burgerdata.shapes import Bron


def blank_rijen(bron: Bron, rijen: Collection[int]) -> Bron:
    r"""Return the file with these rows empty and every other at its number.

    Examples
    --------
    >>> from pathlib import Path
    >>> bron = Bron(Path("e.csv"), "e.csv", b'a;b\n1;2\n3\n4;"5\n6"\n', "")
    >>> blank_rijen(bron, [3]).inhoud.decode()
    'a;b\r\n1;2\r\n\r\n4;"5\n6"\r\n'
    """
    tekst, gezegd = split_separator_line(decode_text(bron.inhoud)[0])
    separator = gezegd or sniff_separator(tekst)
    stroom = io.StringIO(newline="")
    stroom.write(f"sep={gezegd}\r\n" if gezegd else "")
    csv.writer(stroom, delimiter=separator).writerows(
        [] if nummer in rijen else record
        for nummer, record in enumerate(read_records(tekst, separator, strict=False), start=1)
    )
    return replace(bron, inhoud=stroom.getvalue().encode(), geopend={})
