"""What tells a chat from other lines with a day, a time and a colon: observations, a talk that was typed out."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from burgerdata.formats.speaker_words import ROLE, starts_with_voornaam
from burgerdata.intake.seal_gesprek import is_leider
from burgerdata.pseudonyms.written_names import rate_name

_PROGRAMMA = re.compile(
    r"\u200e|\bend-to-end\b|<[^<>]*(?:weggelaten|omitted|ommitted|bewerkt|edited)>", re.IGNORECASE
)
"""What only the program writes: a mark before its own lines, about encryption, in the place of a picture."""
_GEBEURT = re.compile(
    r".+ (?:heeft|hebt|bent|is) .*\b(?:toegevoegd|onderwerp (?:\w+ )?gewijzigd|groep (?:gemaakt|verlaten))\b.*"
    r"|.+ (?:created group|joined using|changed the (?:subject|group)) .*",
    re.IGNORECASE,
)
"""What happens in a group."""
_NUMMER = re.compile(r"~.*|\+?\d[\d ()-]{7,}")
"""A sender who is not among the contacts of who exported."""
_SURE = frozenset(["zeker", "voorletters", "voornaam"])


def wrote_program(regels: Iterable[str], zonder_naam: Iterable[str]) -> bool:
    """Return whether a chat program wrote any of these lines, or what stands behind the moment of a line without a name."""
    return any(map(_PROGRAMMA.search, regels)) or any(map(_GEBEURT.fullmatch, zonder_naam))


def are_chatters(namen: Collection[str]) -> bool:
    """Return whether those who write are people in a chat: a name or number is among them, and nobody is a code or leads.

    Examples
    --------
    >>> are_chatters({"Kees", "Oma T"}), are_chatters({"+31 6 12345678"}), are_chatters({"plein", "park"})
    (True, True, False)
    >>> are_chatters({"M", "R1", "R2"}), are_chatters({"Kees", "Gespreksleider"})
    (False, False)
    """
    if any(ROLE.fullmatch(naam) or is_leider(naam) for naam in namen):
        return False
    return any(
        _NUMMER.fullmatch(naam) or starts_with_voornaam(naam) or rate_name(naam) in _SURE for naam in namen
    )
