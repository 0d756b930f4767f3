"""The word lists behind the finding of names: first names and surnames, split by how ordinary they are as a word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import resources

IDIOMEN = (
    "jip en janneke",
    "jip-en-janneke",
    "jip-en-janneketaal",
    "jip en janneketaal",
    "jan modaal",
    "jan met de pet",
    "jan en alleman",
    "jan publiek",
    "henk en ingrid",
    "piet snot",
    "albert heijn",
    "jan linders",
    "max havelaar",
    "anne frank",
    "zwarte piet",
    "den bosch",
    "amber alert",
)
"""Fixed expressions with a first name in them that point at nobody who took part."""

KORT_TUSSEN = re.compile(
    r"(?<![\w./])(?:[Vv](?:\. ?|/)[Dd]\b\.?|[Vv]d\b\.?|v d(?= [A-Z])|v\.(?= ?(?:d(?:en|er|e)? )?[A-Z][a-z]))"
)
"""How "van de" and "van" are written short before a surname: "v.d.", "v/d", "vd", and "v." with a capital behind it."""


def spell_tussenvoegsels(naam: str) -> str:
    """Return a name with "van" for what is written short before the surname, so that it reads as any other.

    Examples
    --------
    >>> spell_tussenvoegsels("Mw. v.d. Laan"), spell_tussenvoegsels("J. v/d Zwaan"), spell_tussenvoegsels("o.v. De bus")
    ('Mw. van Laan', 'J. van Zwaan', 'o.v. De bus')
    """
    return re.sub(rf"{KORT_TUSSEN.pattern}\s*", "van ", naam)


@dataclass(frozen=True)
class Namenlijsten:
    """First names and surnames: certain ones, ones that are a word too, and ones that read as a verb; words around names, and places."""

    voornamen: frozenset[str]
    voornamen_ook_woord: frozenset[str]
    voornamen_werkwoord: frozenset[str]
    achternamen: frozenset[str]
    achternamen_gewoon: frozenset[str]
    achternamen_ook_woord: frozenset[str]
    tussenvoegsels: frozenset[str]
    aanwijzing_titel: frozenset[str]
    aanwijzing_persoon: frozenset[str]
    geen_naam: frozenset[str]
    zinsbegin: frozenset[str]
    plaatsnamen: frozenset[str]

    @cached_property
    def zeker(self) -> frozenset[str]:
        """Every name that is no ordinary word."""
        return self.voornamen | (self.achternamen - self.achternamen_gewoon)

    @cached_property
    def voornaam_onzeker(self) -> frozenset[str]:
        """First names that are a word or a verb too."""
        return self.voornamen_ook_woord | self.voornamen_werkwoord

    @cached_property
    def achternaam_elk(self) -> frozenset[str]:
        """All surnames."""
        return self.achternamen | self.achternamen_ook_woord

    @cached_property
    def ook_woord(self) -> frozenset[str]:
        """Every name that is an ordinary word as well."""
        achternamen = self.achternamen_ook_woord | self.achternamen_gewoon
        return self.voornamen_ook_woord | self.voornamen_werkwoord | achternamen


@cache
def load_namenlijsten() -> Namenlijsten:
    """Return the lists that come with the package; a name that is in several is treated as the most ordinary one.

    Examples
    --------
    >>> "fatima" in load_namenlijsten().voornamen, "roos" in load_namenlijsten().voornamen
    (True, False)
    """
    werkwoord = _read_list("voornamen_werkwoord.txt")
    ook_woord = _read_list("voornamen_ook_woord.txt") - werkwoord
    achter_ook_woord = _read_list("achternamen_ook_woord.txt")
    return Namenlijsten(
        voornamen=_read_list("voornamen.txt") - ook_woord - werkwoord,
        voornamen_ook_woord=ook_woord,
        voornamen_werkwoord=werkwoord,
        achternamen=_read_list("achternamen.txt") - achter_ook_woord,
        achternamen_gewoon=_read_list("achternamen_gewoon.txt"),
        achternamen_ook_woord=achter_ook_woord,
        tussenvoegsels=_read_list("tussenvoegsels.txt"),
        aanwijzing_titel=_read_list("aanwijzing_titel.txt"),
        aanwijzing_persoon=_read_list("aanwijzing_persoon.txt"),
        geen_naam=_read_list("geen_naam.txt"),
        zinsbegin=_read_list("zinsbegin.txt"),
        plaatsnamen=_read_list("plaatsnamen.txt"),
    )


def _read_list(bestand: str) -> frozenset[str]:
    tekst = (resources.files("burgerdata.pseudonyms") / bestand).read_text(encoding="utf-8")
    regels = (regel for regel in tekst.splitlines() if not regel.startswith("#"))
    return frozenset(woord for regel in regels for woord in regel.casefold().split())
