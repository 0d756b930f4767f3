"""The headers of an attendance list that are sessions: numbered ones ("Sessie 1") and days ("12 sep", 2026-09-12)."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pandas as pd

from burgerdata.getallen import format_datum
from burgerdata.instruments.dagen import lacks_year, read_dagen
from burgerdata.instruments.taakkoppen import bare_kop

_SESSIE = re.compile(r"(?:sessie|bijeenkomst|weekend|zitting|dag|avond|session|dialoog)[ _.-]?\d{1,2}\b.*")
_DAG = re.compile(r"(?=.*\d).*(?:[^\W\d_]{3}|[-/]\d).*")
"""What a day looks like at the least: a number with the name of a month, or with another number behind a dash."""
_BEHIND = re.compile(r"\s*\([^()]*\)\s*\Z")
"""What tells two sessions of one day apart: "12 sep (middag)", or the number of a doubled header."""
_LONGEST = 40


def find_sessies(koppen: Sequence[str]) -> tuple[str, ...]:
    """Return the headers of an attendance list that are sessions, by their number or their day.

    Examples
    --------
    >>> find_sessies(["Naam", "Sessie 1", "Sessie 2", "Totaal"]), find_sessies(["Naam", "2026-09-12", "za 26 sep"])
    (('Sessie 1', 'Sessie 2'), ('2026-09-12', 'za 26 sep'))
    """
    return tuple(kop for kop in koppen if _SESSIE.fullmatch(bare_kop(kop)) or is_dagkop(kop))


def is_dagkop(kop: str) -> bool:
    """Return whether a header is a day, with its year or without, and no more than a remark in brackets.

    Examples
    --------
    >>> [is_dagkop(kop) for kop in ("12-9-2026", "12 sep", "Leeftijd", "18-34", "2026")]
    [True, True, False, False, False]
    """
    kop = _BEHIND.sub("", kop)
    if len(kop) > _LONGEST or not _DAG.fullmatch(kop):
        return False
    cel = pd.Series([kop], dtype="str")
    if read_dagen(cel).notna().any():
        return True
    # the year is of no matter: in a leap year every day exists
    vol = read_dagen(pd.Series([kop, "1-1-2028"], dtype="str"))
    return lacks_year(cel) and bool(vol.notna().all())


def name_sessie(kop: str) -> str:
    """Return what a reader calls a session: a full date is written out.

    Examples
    --------
    >>> name_sessie("2026-09-12"), name_sessie("Sessie 1")
    ('12 september 2026', 'Sessie 1')
    """
    dag = read_dagen(pd.Series([kop], dtype="str")).iloc[0] if is_dagkop(kop) else pd.NaT
    return kop if pd.isna(dag) else format_datum(dag.date())
