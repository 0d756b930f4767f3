"""The names of people as they stand before their words: with a title, in part, or as a list of participants has them."""

from __future__ import annotations

import re

from burgerdata.pseudonyms.namenlijsten import spell_tussenvoegsels

_BEHIND_NAME = re.compile(r"[;,(].*", re.DOTALL)
_BEHIND = re.compile(r"\s*\([^)]*\)$")
PARTICLES = frozenset(
    "van de der den het ter ten te el al en op aan in la le du da von bin ben 't ’t".split()  # noqa: SIM905
)
_TITEL = re.compile(
    r"(?:(?:mw|mevr|mevrouw|mej|mejuffrouw|dhr|hr|de heer|heer|meneer|mijnheer|fam|familie|dr|drs|ir|ing|mr|prof|wethouder|raadslid)(?:\.\s*|\s+))+",
    re.IGNORECASE,
)
"""How people are addressed in front of their name."""
NAME_WORDS = 4


def is_titled(label: str) -> bool:
    """Return whether a label is a title and then nothing but a name: "Mevrouw Bos zei" is a sentence."""
    heel = spell_tussenvoegsels(label)
    titel = _TITEL.match(heel)
    woorden = _BEHIND_NAME.sub("", heel[titel.end() :]).split() if titel else []
    groot = [woord for woord in woorden if woord.casefold() not in PARTICLES]
    return 0 < len(groot) <= NAME_WORDS and all(woord[0].isupper() for woord in groot)


def is_name(tekst: str) -> bool:
    """Return whether a text is the name of a person and nothing that somebody said: "Peter de Vries; 8 deelnemers"."""
    woorden = _BEHIND_NAME.sub("", spell_tussenvoegsels(tekst)).split()
    groot = [woord for woord in woorden if woord not in PARTICLES]
    gezegd = tekst.rstrip().endswith((".", "?", "!", "…"))
    return not gezegd and 0 < len(groot) <= NAME_WORDS and all(woord[0].isupper() for woord in groot)


def list_name_forms(naam: str) -> set[str]:
    """Return how a person on a list may be called in a conversation.

    Examples
    --------
    >>> sorted(list_name_forms("Ria te Kampe")), sorted(list_name_forms("Kampe, Ria"))
    (['kampe', 'ria', 'ria te kampe', 'te kampe'], ['kampe', 'kampe, ria', 'ria', 'ria kampe'])
    """
    achter, komma, voor = naam.partition(",")
    woorden = bare_name(f"{voor} {achter}" if komma else naam).split()
    vormen = {bare_name(naam), " ".join(woorden), " ".join(woorden[1:]), *woorden[:1], *woorden[-1:]}
    return {vorm for vorm in vormen if len(vorm) > 1 and vorm not in PARTICLES}


def bare_name(naam: str) -> str:
    """Return a name without title, without what stands behind it in brackets, in small letters."""
    heel = spell_tussenvoegsels(_BEHIND.sub("", naam.strip()))
    return " ".join(_TITEL.sub("", heel, count=1).split()).casefold()
