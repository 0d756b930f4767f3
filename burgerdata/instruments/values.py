"""Text cells read as numbers and dates, the Dutch way round: 21,5 and 11-3-2026.

Columns repeat themselves: every function looks at each different cell once.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

import numpy as np
import pandas as pd

from burgerdata.cellen import are_moments, factorize_cells, is_coded, is_filled

__all__ = ["is_filled", "parse_getal", "read_datums", "read_getallen", "spell_serials"]

_NUMBER = r"[-+]?(?:\d+(?:[.,]\d+)?|[.,]\d+)(?:[eE][-+]?\d+)?"
_THOUSANDS = r"[-+]?\d{1,3}(?:[.]\d{3})+(?:,\d+)?"
_DOTTED = re.compile(r"\s*(?:€\s*)?[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?\s*")
_FEWEST_DOTS = 3
_SERIAL = re.compile(r"(?:3[6-9]|4\d|5[0-7])\d{3}(?:[.,]\d+)?")
"""A day from 1998 to 2057 as Excel counts days."""
_DATELIKE = re.compile(r"\d[-/.]\d")
"""What every date has, and most columns have nowhere."""
_ISO = r"\d{4}-\d{1,2}-\d{1,2}(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?"
_ALL_ISO = re.compile(rf"(?:(?:{_ISO})?\n)*+")
"""Lines that are each a date or nothing: a long column of them is told by one look."""
_SHORT = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{2})((?: \d{1,2}:\d{2}(?::\d{2})?)?)")
_LATEST, _YEARS = 50, 5
"""A year of two digits is 20xx, of fieldwork: no later than this, and not far from those of the other rows."""
_MONTHS = 12
_HEAD = 4096
"""Cells that tell whether moments come back; where they do not, a number for each different one is work for nothing."""
_DUTCH = r"\d{1,2}[-/.]\d{1,2}[-/.]\d{4}(?: \d{1,2}:\d{2}(?::\d{2})?)?"


def read_getallen(cellen: pd.Series) -> pd.Series:
    """Return the cells as float64, NaN where a cell is not wholly a number; a comma is a decimal comma.

    Examples
    --------
    >>> read_getallen(pd.Series(["7", "7,5", "1.234,5", "acht", ""])).tolist()
    [7.0, 7.5, 1234.5, nan, nan]
    """
    plek, waarden = factorize_cells(cellen)
    teksten = [str(waarde) for waarde in waarden]
    if _are_thousands(teksten):
        teksten = [tekst.replace(".", "") for tekst in teksten]
    getallen = np.array([*map(parse_getal, teksten), np.nan], dtype="float64")
    return pd.Series(getallen[plek], index=cellen.index, name=cellen.name)


def _are_thousands(teksten: Sequence[str]) -> bool:
    """Return whether the dots of a column stand before thousands: 12.500 beside 980 and 7.250, and never 0.812."""
    met_punt = [tekst for tekst in teksten if "." in tekst]
    return len(met_punt) >= _FEWEST_DOTS and all(_DOTTED.fullmatch(tekst) for tekst in met_punt)


def parse_getal(cel: str) -> float:
    """Return one cell as a number, NaN when it is none; a sign for euros or percents is let go.

    Examples
    --------
    >>> parse_getal("7,5"), parse_getal("weet niet")
    (7.5, nan)
    """
    tekst = cel.strip().removeprefix("€").removesuffix("%").strip()
    if "," in tekst and re.fullmatch(_THOUSANDS, tekst):
        tekst = tekst.replace(".", "")
    return float(tekst.replace(",", ".")) if re.fullmatch(_NUMBER, tekst) else math.nan


def read_datums(cellen: pd.Series) -> pd.Series:
    """Return the cells as datetime64[s], NaT where a cell is no date; day before month, as in the Netherlands.

    A year of two digits is 20xx, in a column in which some day is above 12 and every cell is such a date.

    Examples
    --------
    >>> read_datums(pd.Series(["2026-03-01", "11-3-2026 9:30", "maart"])).dt.strftime("%d-%m %H:%M").tolist()
    ['01-03 00:00', '11-03 09:30', nan]
    """
    if not is_coded(cellen) and cellen.head(_HEAD).nunique() > _HEAD // 2:
        return _read_dates(cellen.fillna(""))
    plek, waarden = factorize_cells(cellen)
    if not any(_DATELIKE.search(str(cel)) for cel in waarden):
        return pd.Series(pd.NaT, index=cellen.index, name=cellen.name, dtype="datetime64[s]")
    gelezen = _read_dates(pd.Series([*map(str, waarden), ""], dtype="str")).to_numpy()
    return pd.Series(gelezen[plek], index=cellen.index, name=cellen.name)


def spell_serials(cellen: pd.Series) -> pd.Series:
    """Return a column of dates with the days that Excel counts from 1900 written out, when all of it is such numbers.

    Only for a column of which the header says that it holds dates: 46082 may be a postcode or a number of its own.

    Examples
    --------
    >>> spell_serials(pd.Series(["46082", "46082,5", ""])).tolist(), spell_serials(pd.Series(["46082", "1-3-2026"])).tolist()
    (['2026-03-01 00:00:00', '2026-03-01 12:00:00', ''], ['46082', '1-3-2026'])
    """
    gevuld = (kaal for cel in cellen if (kaal := str(cel).strip()))
    getallen = (_SERIAL.fullmatch(cel) is not None for cel in gevuld)
    if not (next(getallen, False) and all(getallen)):  # of a million moments only the first is looked at
        return cellen
    dagen = pd.to_numeric(cellen.astype("str").str.replace(",", "."), errors="coerce")
    momenten = pd.to_datetime(dagen, unit="D", origin="1899-12-30").dt.round("s")
    return momenten.dt.strftime("%Y-%m-%d %H:%M:%S").fillna("").astype("str")


def _spell_years(cellen: pd.Series) -> pd.Series:
    """Return days with a year of two digits with all of it, where the column leaves no doubt that the day comes first.

    A day above 12 tells it from month first; days that differ and years that do not, from year first.
    """
    gevuld = [str(cel) for cel in cellen if cel]
    delen = [gevonden for cel in gevuld if (gevonden := _SHORT.fullmatch(cel))]
    if not delen or len(delen) < len(gevuld):
        return cellen
    dagen, maanden, jaren = ([int(deel[groep]) for deel in delen] for groep in (1, 3, 4))
    vast = (
        max(maanden) <= _MONTHS < max(dagen) and max(jaren) <= _LATEST and max(jaren) - min(jaren) <= _YEARS
    )
    if not vast or len(set(dagen)) <= len(set(jaren)):
        return cellen
    return cellen.str.replace(_SHORT, r"\1-\3-20\4\5", regex=True)


def _read_dates(cellen: pd.Series) -> pd.Series:
    if are_moments(cellen.to_numpy().tolist()):
        return pd.to_datetime(cellen, format="ISO8601", errors="coerce").astype("datetime64[s]")
    tekst = cellen.str.strip()
    if _ALL_ISO.fullmatch("\n".join([*tekst.to_numpy(), ""])):
        return pd.to_datetime(tekst, format="ISO8601", errors="coerce").astype("datetime64[s]")
    is_iso = tekst.str.fullmatch(_ISO)
    iso = pd.to_datetime(tekst.where(is_iso), format="ISO8601", errors="coerce").astype("datetime64[s]")
    ander = tekst[~is_iso]
    ander = _spell_years(ander)
    kort = ander[ander.str.fullmatch(_DUTCH)].str.replace(r"[/.]", "-", n=2, regex=True)
    dutch = pd.to_datetime(kort, format="mixed", dayfirst=True, errors="coerce").astype("datetime64[s]")
    return iso.fillna(dutch) if len(dutch) else iso
