"""Headers of a table of tasks with a row per person, and headers as they are compared."""

from __future__ import annotations

import re
from collections.abc import Sequence

CELLEN = ("succes", "tijd", "fouten", "opmerking")
"""What may be noted of one task."""
_VELD = (
    r"(?:(?P<succes>succes\w*|gelukt|geslaagd|gehaald|afgerond|uitkomst|resultaat|voltooid|completed)"
    r"|(?P<tijd>tijd|time|sec\w*|duur|duration)|(?P<fouten>(?:aantal )?fouten|errors?)|(?P<opmerking>opmerking\w*|notes?|remarks?|comments?))\W*"
)
TAAK_BREED = re.compile(
    rf"(?:(?:taak|task|t|opdracht)[ _.-]?(?P<taak>\d{{1,2}})[ _.:-]+|(?:taak|task|opdracht)[ _.-]?(?P<genoemd>\d{{1,2}})\b(?P<tekst>.{{1,80}}?)\s[-–—]\s){_VELD}",
    re.IGNORECASE,
)
"""A column of a table of tasks with a row per person: "task1_success", "Taak 1: gelukt?", "Taak 1: inloggen - gelukt?"."""
_NA_STREEP = re.compile(rf"(?P<taak>\S.*?)\s+[-–—]\s+{_VELD}", re.IGNORECASE | re.DOTALL)
"""What a header below a merged one becomes: the task, and what was noted of it."""


def list_taakkoppen(koppen: Sequence[str]) -> tuple[str, ...]:
    """Return the headers that tell of one task each in a table with a row per person; none where there is one such column only.

    Examples
    --------
    >>> list_taakkoppen(["persoon", "taak1_geslaagd", "Taak 1: tijd", "sus1"])
    ('taak1_geslaagd', 'Taak 1: tijd')
    """
    gevonden = tuple(kop for kop in koppen if TAAK_BREED.fullmatch(bare_kop(kop)))
    return gevonden if len(gevonden) > 1 else ()


def bare_kop(kop: str) -> str:
    """Return a header in lower case without brackets and signs around it."""
    return " ".join(re.sub(r"[()\[\]?:*]", " ", kop).split()).casefold().strip(" .-")


def read_taakkop(kop: str) -> tuple[str, str, str] | None:
    """Return the number, the text and the field of a header that numbers its task; None for another one.

    Examples
    --------
    >>> read_taakkop("Taak 1: vind de wachttijd - gelukt?"), read_taakkop("task02_time"), read_taakkop("Inloggen - tijd")
    (('1', 'vind de wachttijd', 'succes'), ('2', '', 'tijd'), None)
    """
    match = TAAK_BREED.fullmatch(" ".join(kop.split()))
    if match is None:
        return None
    nummer = (match["taak"] or match["genoemd"]).lstrip("0") or "0"
    return nummer, (match["tekst"] or "").strip(" .:)–-"), _find_veld(match)


def split_taakkop(kop: str) -> tuple[str, str]:
    """Return the task and the field of a header that names both; a header that does not is a task by itself.

    Examples
    --------
    >>> split_taakkop("Inloggen - gelukt?"), split_taakkop("Inloggen - met DigiD")
    (('Inloggen', 'succes'), ('Inloggen - met DigiD', ''))
    """
    match = _NA_STREEP.fullmatch(kop.strip())
    return (match["taak"], _find_veld(match)) if match else (kop, "")


def _find_veld(match: re.Match[str]) -> str:
    return next(naam for naam in CELLEN if match[naam])
