"""Moments as platforms write them: with the name of the month, a time zone, or fractions of a second."""

from __future__ import annotations

import re

import pandas as pd

from burgerdata.instruments.values import read_datums, spell_serials
from burgerdata.schema.labels import MAANDNAMEN

_ELDERS = (
    "january|januar|jänner|janvier|enero|gennaio",
    "february|februar|février|fevrier|febrero|febbraio",
    "mar|march|märz|maerz|mars|marzo",
    "avril|abril|aprile",
    "may|mai|mayo|maggio",
    "june|juin|junio|giugno",
    "july|juillet|julio|luglio",
    "august|août|aout|agosto",
    "septembre|septiembre|settembre",
    "oct|october|octobre|octubre|ottobre",
    "novembre|noviembre",
    "dez|dezember|décembre|decembre|diciembre|dicembre",
)
"""The months in the languages of platforms, where Dutch has another word."""
NUMBER = {
    naam: nummer
    for nummer, (eigen, elders) in enumerate(zip(MAANDNAMEN, _ELDERS, strict=True), start=1)
    for naam in (*eigen, *elders.split("|"))
}
_NAMED = re.compile(
    r"\s*(?:\w+,?\s+)?(\d{1,2})\.?\s+(?:de\s+)?([^\W\d_]+)\.?,?\s+(?:de\s+)?(\d{4})(?:\D+(\d{1,2}:\d{2}(?::\d{2})?).*)?\s*"
)
_ZONED = re.compile(
    r"\s*(\d{4}-\d{1,2}-\d{1,2}[T ]\d{1,2}:\d{2}(?::\d{2})?)(?:\.\d+)?\s*(?:Z|UTC|[-+]\d{2}:?\d{2})\s*"
)


def read_momenten(cellen: pd.Series) -> pd.Series:
    """Return the cells as datetime64[s], NaT where a cell is no moment: the clock of the source, whatever its time zone.

    Examples
    --------
    >>> cellen = pd.Series(["10. Oktober 2023 08:19:26", "2026-03-01 09:30:00 UTC", "1 mrt 2026", "1-3-2026 9:30", "x"])
    >>> read_momenten(cellen).dt.strftime("%d-%m-%Y %H:%M").tolist()
    ['10-10-2023 08:19', '01-03-2026 09:30', '01-03-2026 00:00', '01-03-2026 09:30', nan]
    """
    cellen = spell_serials(cellen)
    gewoon = {cel: _rewrite(str(cel)) for cel in cellen.unique()}
    return read_datums(cellen.map(gewoon).astype("str"))


def _rewrite(cel: str) -> str:
    """Return a moment as year-month-day with its time; a cell of another form as it is."""
    if zone := _ZONED.fullmatch(cel):
        return zone.group(1)
    if (naam := _NAMED.fullmatch(cel)) is None:
        return cel
    dag, maand, jaar, tijd = naam.groups()
    nummer = NUMBER.get(maand.casefold())
    return cel if nummer is None else f"{jaar}-{nummer:02d}-{int(dag):02d} {tijd or ''}".strip()
