"""Headers of a table of tasks with a row per person, and headers as they are compared."""

from __future__ import annotations

import re
from collections.abc import Sequence

TAAK_BREED = re.compile(
    r"(?:taak|task|t|opdracht)[ _.-]?(?P<taak>\d{1,2})[ _.:-]+(?:(?P<succes>succes\w*|gelukt|geslaagd|gehaald|afgerond|uitkomst|resultaat|voltooid|completed)"
    r"|(?P<tijd>tijd|time|sec\w*|duur|duration)|(?P<fouten>(?:aantal )?fouten|errors?)|(?P<opmerking>opmerking\w*|notes?|remarks?|comments?))\W*"
)
"""A column of a table of tasks with a row per person: "task1_success", "Taak 1: gelukt?"."""


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
