"""The names that are known to occur: of speakers, of a list of participants, split into the parts that tell somebody."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Self

from burgerdata.pseudonyms.namenlijsten import load_namenlijsten, spell_tussenvoegsels
from burgerdata.pseudonyms.speaker_names import is_titled

WORD = re.compile(r"[^\W\d_]+(?:['’`-][^\W\d_]+)*|['’]t\b")
"""A word as a name is made of, with what a hyphen or an apostrophe joins."""
_VOORLETTER = re.compile(r"(?:[A-Z]\. ?)+\S")


class Naamdelen(frozenset[str]):
    """The parts by which known names are found, folded: split once for all texts of a column.

    ``gewoon`` are those of them that are no first name before a surname, and ordinary words that no list has: "water".
    """

    gewoon: frozenset[str]

    def __new__(cls, delen: Iterable[str], gewoon: Iterable[str] = ()) -> Self:
        """Return the parts, with those that are ordinary words."""
        zelf = super().__new__(cls, delen)
        zelf.gewoon = frozenset(gewoon)
        return zelf

    def __reduce__(self) -> tuple[object, ...]:
        """Return how a copy is made."""
        return Naamdelen, (tuple(self), self.gewoon)


def split_namen(namen: Iterable[str]) -> Naamdelen:
    """Return the parts of names that tell somebody, without prefixes and titles; of parts the parts themselves.

    Examples
    --------
    >>> sorted(split_namen(["Dhr. Jan de Boer", "El Amrani"]))
    ['amrani', 'boer', 'jan']
    """
    if isinstance(namen, Naamdelen):
        return namen
    gesplitst = [(naam, _parts_of(naam)) for naam in namen]
    # one word alone may be a surname: a column of surnames, a speaker who is called "Water"
    gevonden = [(delen, len(delen) == 1 or _begins_with_surname(naam)) for naam, delen in gesplitst]
    vooraan = {delen[0] for delen, achter in gevonden if delen and not achter}
    achter_aan = {deel for delen, achter in gevonden for deel in delen[0 if achter else 1 :]}
    gewoon = {deel for deel in achter_aan - vooraan if _is_word(deel)}
    return Naamdelen((deel for delen, _ in gevonden for deel in delen), gewoon)


def _begins_with_surname(naam: str) -> bool:
    """Return whether a name has its surname in front: "Water, Jan", "Dhr. Water", "J. Water"."""
    return "," in naam or is_titled(naam.strip()) or bool(_VOORLETTER.match(naam.strip()))


def _is_word(deel: str) -> bool:
    """Return whether a part of a name is an ordinary word of Dutch and no surname or first name of the lists."""
    lijsten = load_namenlijsten()
    elders = lijsten.zeker | lijsten.voornaam_onzeker | lijsten.ook_woord
    return deel not in elders and in_dictionary(deel)


@cache
def in_dictionary(woord: str, taal: str = "nl") -> bool:
    """Return whether a word in small letters is a word of Dutch or another language, be it a name as well.

    Examples
    --------
    >>> in_dictionary("haard"), in_dictionary("harmke")
    (True, False)
    """
    import simplemma  # most texts come without names of people, and need no dictionary

    return bool(simplemma.is_known(woord, lang=taal))


def collect_namen(sprekers: Iterable[str]) -> tuple[str, ...]:
    """Return the labels that are names of persons; codes and roles such as ``R3``, ``M`` or ``Moderator`` are left out.

    Examples
    --------
    >>> collect_namen(["M", "R3", "Fatima El Amrani", "Moderator", "Spreker 2", "", "Henk"])
    ('Fatima El Amrani', 'Henk')
    """
    return tuple(
        dict.fromkeys(naam.strip() for naam in sprekers if naam.strip() and not _ROL.fullmatch(naam.strip()))
    )


_ROL = re.compile(
    r"(?-i:[A-Z]{1,3}\s?\.?\d{1,4}[a-z]?|[A-Z]{1,2}|[mrdi]|\d+)|(?:moderator|mod|int|resp|gespreksleider|gespreksleidster|interviewer|deelnemer|deelneemster|respondent|spreker|speaker"
    r"|participant|observator|notulist|onderzoeker|man|vrouw|onbekend|unknown|iedereen|allen|groep|host|gast|panellid|burger|voorzitter|tolk"
    r"|facilitator|medewerker|anonymous|anoniem)\w{0,2}[\s_-]*[\dA-Z]{0,4}",
    re.IGNORECASE,
)


def _parts_of(naam: str) -> list[str]:
    lijsten = load_namenlijsten()
    schoon = re.sub(
        r"\([^)]*\)|\b(?:dhr|mevr|mw|dr|drs|ir|mr)\b\.?", " ", spell_tussenvoegsels(naam), flags=re.IGNORECASE
    )
    delen = [match.group().casefold() for match in WORD.finditer(schoon)]
    vooraan = lijsten.aanwijzing_titel | lijsten.tussenvoegsels | lijsten.geen_naam
    naam_begint = next((nr for nr, deel in enumerate(delen) if deel not in vooraan), 0)
    return [
        deel
        for deel in delen[naam_begint:]
        if len(deel) > 1 and deel not in lijsten.tussenvoegsels and deel not in lijsten.geen_naam
    ]
