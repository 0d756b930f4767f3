"""The patterns of themalijst.xlsx as plain regular expressions: a second, independent way to see what a text is about."""

from __future__ import annotations

import re
from functools import cache

from maak.themas import THEMAS


def find_themas(tekst: str, themas: tuple[tuple[str, ...], ...] = THEMAS) -> set[str]:
    """Return the names of the themes whose patterns occur in a text, and whose exclusions do not."""
    gevonden = set()
    for naam, _, _, wel, niet, *_ in themas:
        if _raak(wel, tekst) and not _raak(niet, tekst):
            gevonden.add(naam)
    return gevonden


def _raak(patronen: str, tekst: str) -> bool:
    return any(_regel(patroon).search(tekst) for patroon in patronen.split(";") if patroon.strip())


@cache
def _regel(patroon: str) -> re.Pattern[str]:
    woorden = r"\s+".join(re.escape(woord).replace(r"\*", r"[\w-]*") for woord in patroon.split())
    return re.compile(rf"(?<!\w){woorden}(?!\w)", re.IGNORECASE)
