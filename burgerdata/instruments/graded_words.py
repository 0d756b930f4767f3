"""Answer scales of one adjective in degrees, whatever the adjective: "niet nodig", "nodig", "heel nodig"."""

from __future__ import annotations

import re
from collections.abc import Sequence

_FEWEST = 3
_MIDDEN = 2
_NEUTRAAL = re.compile(r"neutraal|tussenin|gaat wel|niet (\S+?),? (?:en |maar ook |noch )?niet (?:on)?(\S+)")
_ONGUNSTIG = frozenset(
    [
        "belastend",
        "bezwaarlijk",
        "druk",
        "duur",
        "eng",
        "gevaarlijk",
        "hinderlijk",
        "ingewikkeld",
        "lastig",
        "moeilijk",
        "overbodig",
        "pijnlijk",
        "stressvol",
        "traag",
        "vermoeiend",
        "vervelend",
        "verwarrend",
        "zwaar",
    ]
)
"""Adjectives of which more is less favourable: the lowest place is for most of them."""
_GRADEN = (
    (0, re.compile(r"(?:helemaal|totaal|absoluut|zeker) niet (\S+)")),
    (0, re.compile(r"(?:zeer|heel|erg) on(\S+)")),
    (1, re.compile(r"niet (?:zo |erg |echt )?(\S+)")),
    (1, re.compile(r"(?:tamelijk |redelijk |best |vrij )?on(\S+)")),
    (_MIDDEN, re.compile(r"(?:(?:een )?beetje|enigszins|deels|matig|redelijk|tamelijk) (\S+)")),
    (3, re.compile(r"(?:best |vrij )?(\S+)")),
    (4, re.compile(r"(?:zeer|heel|erg) (\S+)")),
)


def place_graded(labels: Sequence[str]) -> tuple[str, dict[str, int]] | None:
    """Return the adjective that all labels are degrees of and the place of each, 0 to 4 with 2 the middle, or None.

    The places go from unfavourable to favourable. Three labels of different degree are the least, one of them against it; a middle without the adjective joins them.

    Examples
    --------
    >>> place_graded(["heel nodig", "nodig", "niet nodig, niet onnodig", "niet nodig"])
    ('nodig', {'heel nodig': 4, 'nodig': 3, 'niet nodig, niet onnodig': 2, 'niet nodig': 1})
    >>> place_graded(["niet lastig", "lastig", "heel lastig"])[1]
    {'niet lastig': 3, 'lastig': 1, 'heel lastig': 0}
    >>> place_graded(["Zuid", "Noord", "niet bekend"]) is None
    True
    """
    kaal = {label: _bare(label) for label in labels}
    midden = {label for label, tekst in kaal.items() if _NEUTRAAL.fullmatch(tekst)}
    per_label = [_read_degrees(tekst) for label, tekst in kaal.items() if label not in midden]
    if len(labels) < _FEWEST or not per_label:
        return None
    for woord in per_label[0]:
        if not all(woord in graden for graden in per_label):
            continue
        plekken = {
            label: _MIDDEN if label in midden else _read_degrees(tekst)[woord]
            for label, tekst in kaal.items()
        }
        gekozen = set(plekken.values())
        if len(gekozen) == len(labels) and min(gekozen) < _MIDDEN < max(gekozen):
            hoogste = 2 * _MIDDEN
            return woord, {k: hoogste - plek if woord in _ONGUNSTIG else plek for k, plek in plekken.items()}
    return None


def _bare(label: str) -> str:
    """Return the label without number in front, full stop, capitals or double spaces."""
    return " ".join(re.sub(r"^\s*\d+\s*[=.:)-]\s*|[.!]+\s*$", "", label).casefold().split())


def _read_degrees(tekst: str) -> dict[str, int]:
    """Return the place of a label per adjective that it may be a degree of: "onzeker" is one of "zeker" and of itself."""
    gevonden: dict[str, int] = {}
    for plek, patroon in _GRADEN:
        treffer = patroon.fullmatch(tekst)
        if treffer is not None:
            gevonden.setdefault(treffer.group(1), plek)
    return gevonden
