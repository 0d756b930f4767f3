"""What stands behind a colon in the head of a transcript: who leads, how many there were, who somebody is.

``Moderator: Karin de Wit``, ``Respondent: vrouw, 54 jaar``, ``Man: 4`` and ``Anna: ondernemer`` look like turns, and nobody says them.
Who is introduced so and says nothing afterwards took part all the same.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from burgerdata.formats.speaker_words import HEADING, HOST, ROLE, starts_with_voornaam
from burgerdata.pseudonyms.speaker_names import bare_name, is_name, is_titled

_LEADS = re.compile(
    r"moderator|interviewer|observator|voorzitter|facilitator|begeleid(?:er|ster)", re.IGNORECASE
)
_SAID = re.compile(r"[.?!…][\"'”’)]*\s*$")
_COUNT = re.compile(r"\d{1,3}(?: [\w-]+)?")
_COUNTED = re.compile(
    r"(?:man(?:nen)?|vrouw(?:en)?|v|m/v|jongens?|meisjes?|dames|heren|kinderen|jongeren|ouderen|senioren|volwassenen|ouders|leerlingen"
    r"|studenten|(?:\w+)?(?:bewoners|ondernemers|huurders|kopers)|inwoners|burgers|personen|mensen|respondenten|sprekers|aanmeldingen"
    r"|opkomst|totaal|leeftijd|groepsgrootte|focusgroep|tafel|interview|gesprek|ronde|nummer|nr)",
    re.IGNORECASE,
)
"""What a lone number stands behind that nobody says: "Anna: 8" is a grade."""
_INITIALS = re.compile(r"(?:[A-Z]\.?){2,3}")
_AGE = re.compile(
    r"\b(?:man|vrouw|m|v|jongen|meisje|persoon)\b[^.]*\b\d{2}\b|\b\d{2} ?(?:jaar|jr)\b", re.IGNORECASE
)
_IS = re.compile(
    r"(?:oud-)?(?:bewo(?:ner|onster)|inwo(?:ner|onster)|(?:ver)?huurder|ondernemer|winkelier|vrijwilliger|mantelzorger|ambtenaar|raadslid"
    r"|wethouder|wijkagent|notulist|gespreksleid(?:er|ster)|moderator|observator|interviewer|verslaglegger|voorzitter|projectleider"
    r"|deelne(?:e)?m(?:st)?er|student|leerling|gepensioneerd|eigenaar|beleidsmedewerker)\b",
    re.IGNORECASE,
)
_OFFICIAL = re.compile(
    r"(?:ambtenaar|raadslid|wethouder|wijkagent|projectleider|beleidsmedewerker)\b", re.IGNORECASE
)
_RUNS = re.compile(
    r"\b(?:notulist|gespreksleid(?:er|ster)|moderator|observator|interviewer|verslaglegger|voorzitter|facilitator|begeleid(?:er|ster))\b",
    re.IGNORECASE,
)
_MOST_WORDS = 8
_MOST_WORDS_OF_WORK = 5


def is_head_line(label: str, rest: str) -> bool:
    """Return whether a label and what stands behind it tell of a conversation what its head tells.

    Examples
    --------
    >>> is_head_line("Moderator", "Karin de Wit"), is_head_line("Respondent", "vrouw, 54 jaar"), is_head_line("Man", "4")
    (True, True, True)
    >>> is_head_line("Moderator", "Welkom"), is_head_line("R1", "4"), is_head_line("Anna", "Ik ben bewoner")
    (False, False, False)
    >>> is_head_line("Anna", "8")
    False
    """
    rest = " ".join(rest.split())
    if HEADING.fullmatch(label):
        return True
    if not rest or _SAID.search(rest) or len(rest.split()) > _MOST_WORDS:
        return False
    if _describes(rest):
        return True
    genummerd = ROLE.fullmatch(label) is not None and (label[-1].isdigit() or len(label) == 1)
    telling = _COUNT.fullmatch(rest) is not None and _COUNTED.fullmatch(label) is not None
    return not genummerd and (telling or _names(label, rest))


def find_silent(kop: Iterable[tuple[int, str, str]], sprekers: Collection[str]) -> dict[str, int]:
    """Return the participants whom the head introduces and who say nothing afterwards, each with the row that tells.

    ``kop`` has the row, the label and what stands behind it. Where none of those introduced speaks, the talk calls them otherwise.

    Examples
    --------
    >>> kop = [(1, "R1", "vrouw, 54 jaar"), (2, "R2", "man, 61"), (3, "Els", "wethouder")]
    >>> find_silent(kop, ["M", "R1"]), find_silent(kop, ["M", "Anna"])
    ({'R2': 2}, {})
    """
    genoemd = {label: rij for rij, label, rest in kop if _introduces(label, rest)}
    zwijgt = {
        label: rij
        for label, rij in genoemd.items()
        if not any(_is_same(label, spreker) for spreker in sprekers)
    }
    return zwijgt if len(zwijgt) < len(genoemd) else {}


def _introduces(label: str, rest: str) -> bool:
    """Return whether a line of the head says of somebody who took part who that is."""
    rest = " ".join(rest.split())
    if HEADING.fullmatch(label) or not is_head_line(label, rest) or not _describes(rest):
        return False
    if _RUNS.search(f"{label} {rest}"):
        return False
    code = ROLE.fullmatch(label) is not None
    burger = (starts_with_voornaam(label) or is_titled(label)) and not _OFFICIAL.match(rest)
    return label[-1].isdigit() if code else burger


def _is_same(label: str, spreker: str) -> bool:
    """Return whether two labels may be one person: "Anna" and "Anna de Wit"."""
    een, ander = set(bare_name(label).split()), set(bare_name(spreker).split())
    return een <= ander or (bool(ander) and ander <= een)


def _describes(rest: str) -> bool:
    """Return whether words say who somebody is: an age, or what somebody does."""
    werk = _IS.match(rest) is not None and len(rest.split()) <= _MOST_WORDS_OF_WORK
    zin = re.match(r"(?:ik|we|wij|mijn|toen)\b", rest, re.IGNORECASE)
    return werk or (_AGE.search(rest) is not None and zin is None)


def _names(label: str, rest: str) -> bool:
    """Return whether a label has somebody's name, initials or number behind it."""
    if not is_name(rest):
        return False
    woorden = rest.split()
    leidt = any(woord.fullmatch(label) for woord in (HOST, ROLE, _LEADS))
    code = ROLE.fullmatch(rest) is not None and rest[-1].isdigit()
    voluit = len(woorden) > 1 or _INITIALS.fullmatch(rest) is not None or code
    return starts_with_voornaam(rest) or is_titled(rest) or (leidt and voluit)
