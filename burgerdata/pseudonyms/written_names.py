"""How a cell writes the name of a person and nothing else: "Bep Bos", "B. Bos", "Bos, Bep", "bep bos", "fam. Bos"."""

from __future__ import annotations

import re
from typing import Literal

from burgerdata.pseudonyms.namenlijsten import load_namenlijsten, spell_tussenvoegsels
from burgerdata.pseudonyms.speaker_names import bare_name, is_titled

Schrijfwijze = Literal["zeker", "mogelijk", "voorletters", "voornaam", "vorm", ""]

_FULL_NAME = re.compile(
    r"[^\W\d_a-z][\w'’.-]*(?: (?:van|de|der|den|von|el|al|ten|ter|te|bin|ben|da|di|dos|'t|[^\W\d_a-z][\w'’.-]*)){0,4}"
    r" [^\W\d_a-z][\w'’-]*"
)
"""Two to six words with a capital, or a word that stands before a surname, and nothing else."""
_NAME_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|['’]t")
_INITIALS = re.compile(r"(?:(?:[A-Z][a-z]?\. ?)+|[A-Z] )(?=\S)")
_MOST_WORDS, _MOST_SURNAMES, _MOST_COMMAS = 6, 3, 2
_BEHIND = re.compile(r"\s*\([^()]*\)$")


def rate_name(cel: str) -> Schrijfwijze:
    """Return how sure it is that a cell is the name of a person, empty where it is written like none.

    ``zeker`` begins with a first name that is no word or with a title, ``mogelijk`` with one that may be a word, and a
    surname follows; ``voornaam`` is a first name alone; ``vorm`` are words with a capital that no list knows.

    Examples
    --------
    >>> [rate_name(cel) for cel in ("Henk Pol", "Pol, Henk", "henk pol", "fam. Pol", "bep pol", "H.J. Pol", "Henk")]
    ['zeker', 'zeker', 'zeker', 'zeker', 'mogelijk', 'voorletters', 'voornaam']
    >>> rate_name("Meer Groen"), rate_name("meer groen"), rate_name("Henk zei dat het niet kan")
    ('vorm', '', '')
    """
    kaal = " ".join(spell_tussenvoegsels(_BEHIND.sub("", cel.strip())).split())
    if is_titled(kaal):
        return "zeker"
    gedraaid = _turn(kaal)
    return _rate_in_order(gedraaid) or ("vorm" if _FULL_NAME.fullmatch(gedraaid) else "")


def has_known_surname(cel: str) -> bool:
    """Return whether the last word of a name is a surname that the lists know.

    Examples
    --------
    >>> has_known_surname("B. de Vries"), has_known_surname("A. Fietsenstalling")
    (True, False)
    """
    achter = bare_name(_turn(cel)).split()[-1:]
    return bool(achter) and achter[0] in load_namenlijsten().achternaam_elk


def _turn(naam: str) -> str:
    """Return a name with what stands behind its comma in front: "Berg, van den, Bep" is Bep van den Berg."""
    achter, *voor = (deel.strip() for deel in naam.split(","))
    if not all((achter, *voor)) or not 0 < len(voor) <= _MOST_COMMAS:
        return naam
    tussen = load_namenlijsten().tussenvoegsels
    return " ".join([*sorted(voor, key=lambda deel: tussen >= {*deel.casefold().split()}), achter])


def _rate_in_order(naam: str) -> Schrijfwijze:
    lijsten = load_namenlijsten()
    kort = _INITIALS.match(f"{naam} ")
    woorden = naam[kort.end() if kort else 0 :].split()
    if not 0 < len(woorden) <= _MOST_WORDS or not all(map(_NAME_WORD.fullmatch, woorden)):
        return ""
    eigen = [woord for woord in woorden if woord.casefold() not in lijsten.tussenvoegsels]
    groot = all(woord[0].isupper() for woord in eigen)
    if kort:
        return "voorletters" if groot and eigen and all(len(woord) > 1 for woord in eigen) else ""
    if not eigen or eigen[0] != woorden[0] or len(eigen) > 1 + _MOST_SURNAMES:
        return ""
    eerste = eigen[0].casefold().split("-")[0]
    zeker = eerste in lijsten.voornamen
    if len(woorden) == 1:
        return "voornaam" if zeker else ""
    zin = not groot and any(woord.casefold() in lijsten.geen_naam for woord in eigen[1:])
    if len(eigen) == 1 or zin or not (zeker or eerste in lijsten.voornaam_onzeker):
        return ""
    return "zeker" if zeker else "mogelijk"
