"""Which wave of a panel a file is, told from its name: a month, a number, or before and after."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from burgerdata.instruments.momenten import NUMBER
from burgerdata.loading.golfvolgorde import read_rang
from burgerdata.loading.naamdagen import read_moment
from burgerdata.schema.labels import MAANDEN

_YEAR_MONTH = re.compile(r"(?<!\d)(20\d{2})[-_ ]?(0[1-9]|1[0-2])(?!\d)")
_MONTH_YEAR = re.compile(r"(?<![^\W\d_])([^\W\d_]{3,9})[-_ .']*(?:20)?(\d{2})(?!\d)")
_NUMBERED = re.compile(
    r"(?<![^\W\d_])(?:golf|wave|meting|ronde|meetmoment|[tmwq])[-_ ]?(\d{1,2})(?!\d)", re.IGNORECASE
)
_WORDS = re.compile(
    r"(?<![^\W\d_])((?:nul|begin|een|twee|drie|voor|tussen|na|eind|slot)meting|vooraf|achteraf)"
)
_AT_THE_END = re.compile(r"[-_ (](voor|na)\)?$")


def read_meting(bestand: str) -> str:
    """Return the wave that the name of a file tells, empty when it tells none or more than one month.

    Examples
    --------
    >>> read_meting("ruw/Klantpanel meting 1 - maart 2024.xlsx"), read_meting("panel_nov24_golf2.csv")
    ('2024-03', '2024-11')
    >>> read_meting("T0 enquete.sav"), read_meting("vragen_na.csv"), read_meting("klachten jan24-jun25.csv")
    ('0', 'na', '')
    """
    naam = PurePosixPath(bestand).stem.casefold()
    maanden = {f"{jaar}-{maand}" for jaar, maand in _YEAR_MONTH.findall(naam)}
    maanden |= {
        f"20{jaar}-{NUMBER[woord]:02d}" for woord, jaar in _MONTH_YEAR.findall(naam) if woord in NUMBER
    }
    if maanden:
        return maanden.pop() if len(maanden) == 1 else ""
    for patroon in (_NUMBERED, _WORDS, _AT_THE_END):
        if gevonden := patroon.search(naam):
            return gevonden.group(1).lstrip("0") or "0"
    rang = read_rang(bestand)
    return "" if rang is None else str(rang)


def read_blad(blad: str) -> str:
    """Return the wave that the name of a sheet tells; there a month needs no year, and a year alone is no wave.

    Examples
    --------
    >>> [read_blad(naam) for naam in ("Meting 1", "mrt 2026", "Maart", "2026", "Uitleg")]
    ['1', '2026-03', 'maart', '', '']
    """
    if meting := read_meting(blad):
        return meting
    moment = read_moment(blad)
    return MAANDEN[moment[1] - 1] if moment is not None and moment[1] and not moment[0] else ""
