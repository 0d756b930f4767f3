"""What stands behind a colon in the head of a transcript: who leads, how many there were, who somebody is.

``Moderator: Karin de Wit``, ``Respondent: vrouw, 54 jaar``, ``Man: 4`` and ``Anna: ondernemer`` look like turns, and nobody says them.
"""

from __future__ import annotations

import re

from burgerdata.formats.speaker_words import HEADING, HOST, ROLE, starts_with_voornaam
from burgerdata.pseudonyms.speaker_names import is_name, is_titled

_LEADS = re.compile(
    r"moderator|interviewer|observator|voorzitter|facilitator|begeleid(?:er|ster)", re.IGNORECASE
)
_SAID = re.compile(r"[.?!…][\"'”’)]*\s*$")
_COUNT = re.compile(r"\d{1,3}(?: [\w-]+)?")
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
    """
    rest = " ".join(rest.split())
    if HEADING.fullmatch(label):
        return True
    if not rest or _SAID.search(rest) or len(rest.split()) > _MOST_WORDS:
        return False
    if _describes(rest):
        return True
    genummerd = ROLE.fullmatch(label) is not None and (label[-1].isdigit() or len(label) == 1)
    return not genummerd and (_COUNT.fullmatch(rest) is not None or _names(label, rest))


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
