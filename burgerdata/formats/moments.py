"""Moments as survey tools write them, in the order of the language of whoever exports, made into year, month, day."""

from __future__ import annotations

import re
from dataclasses import replace

from burgerdata.intake.logboek import Logboek
from burgerdata.shapes import Tabel

MOMENT = re.compile(
    r"\s*(?:(?P<jaar>\d{4})[-/](?P<m>\d{1,2})[-/](?P<d>\d{1,2})|(?P<een>\d{1,2})[-/.](?P<twee>\d{1,2})[-/.](?P<j>\d{4}))"
    r"[ T](?P<uur>\d{1,2})[:.](?P<min>\d{2})(?:[:.](?P<sec>\d{2}))?(?P<pm>\s*[ap]\.?\s?m\.?)?.*",
    re.IGNORECASE,
)
_MONTHS = 12


def write_moments(tabel: Tabel, naam: str, logboek: Logboek, *, maand_eerst: bool = False) -> Tabel:
    """Return the table with the moments of a column as yyyy-mm-dd; left alone when day and month cannot be told apart.

    With ``maand_eerst`` a tool that writes AM or PM puts the month first, unless a month above 12 says otherwise.
    """
    cellen = tabel.frame[naam]
    gevonden = {str(cel): MOMENT.fullmatch(str(cel)) for cel in cellen.unique()}
    delen = [match for match in gevonden.values() if match and match["een"]]
    day_first = any(int(match["een"]) > _MONTHS for match in delen)
    month_first = any(int(match["twee"]) > _MONTHS for match in delen)
    month_first |= maand_eerst and not day_first and any(match["pm"] for match in delen)
    if delen and day_first == month_first:
        return tabel
    nieuw = {cel: _write_moment(match, month_first) if match else cel for cel, match in gevonden.items()}
    logboek.note("cel_gewijzigd", kolom=naam, aantal=int((cellen != cellen.map(nieuw)).sum()))
    return replace(tabel, frame=tabel.frame.assign(**{naam: cellen.map(nieuw).astype("str")}))


def _write_moment(match: re.Match[str], month_first: bool) -> str:
    jaar, maand, dag = match["jaar"], match["m"], match["d"]
    if match["een"]:
        jaar = match["j"]
        maand, dag = (match["een"], match["twee"]) if month_first else (match["twee"], match["een"])
    uur = int(match["uur"]) % 12 if match["pm"] else int(match["uur"])
    uur += 12 if match["pm"] and match["pm"].strip().casefold().startswith("p") else 0
    return f"{jaar}-{int(maand):02}-{int(dag):02} {uur:02}:{match['min']}:{match['sec'] or '00'}"
