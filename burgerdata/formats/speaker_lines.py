"""How one line of a transcript names who speaks: ``M: …``, ``[Naam] …``, ``Naam  0:03``, ``R1 - …``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from burgerdata.formats.bracket_speakers import BRACKET_COLON, BRACKET_NAME
from burgerdata.formats.column_names import is_kolomkop, is_notitiekop, names_speaker
from burgerdata.formats.dash_speakers import DASH_NAME
from burgerdata.formats.role_labels import PERSON_WORDS
from burgerdata.formats.speaker_words import ROLE, is_event, is_numbered_role
from burgerdata.formats.turn_times import TIME

_STAMP = r"[\[({{#]?\s*{0}\s*[\])}}#]?"
_LABEL = r"(?P<label>[^\W\d_][\w .,'’()/-]{0,45}?)"
_DAY = r"(?:(?<=[\[({])\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4},?\s+)?"
BEFORE = re.compile(r"^\s*" + _STAMP.format(_DAY + TIME) + r"[\s–-]*(?=\S)")
ARROWS = re.compile(r"^\s*>{2,3}\s*(?=\S)")
"""What captions put before each new speaker."""
_SECONDS = r"\[\s*\d+\.\d+(?:\s*(?:-|–|-->)\s*\d+\.\d+)?\s*\]"
"""Seconds as a speech recogniser writes them; any other number behind a word is that of an article or a table."""
COLON = re.compile(
    r"^\s*(?!(?i:art(?:ikel)?|tab(?:el)?|fig(?:uur)?|bijlage|paragraaf|hoofdstuk|blz|pag(?:ina)?|punt|bron|noot|zie"
    r"|stelling|vraag|thema|onderwerp|onderdeel|agendapunt|blok|deel|stap|ronde|fase|opdracht|casus|doel|idee|voorstel)\.?\s*\[)"
    + rf"{_LABEL[:-1]}(?:\s+[–—]\s+(?i:{PERSON_WORDS}))?)"
    + r"\s*(?:[\[({#]\s*"
    + TIME
    + rf"(?:\s*(?:-|–|-->)\s*\d[\d:.,]*)?\s*[\])}}#]|{_SECONDS})?\s*(?::(?!//)(?:\s+|$)|：\s*)(?P<rest>.*)$",
    re.DOTALL,
)
BRACKET = re.compile(
    r"^\s*[\[{]\s*" + _LABEL.replace("/-", "/–-") + r"\s*[\]}]\s*:?\s*(?P<rest>.*)$", re.DOTALL
)
_TAB = re.compile(r"^\s*" + _LABEL + r"\s*\t+\s*(?P<rest>\S.*)$", re.DOTALL)
HEAD = re.compile(
    r"^\s*" + _LABEL + r"(?:\s{2,}|\t|\s)" + _STAMP.format(TIME) + r"\s*(?:\n(?P<rest>.*))?$",
    re.DOTALL,
)
_BOLD = re.compile(r"^\s*\*\*([^*]{1,48})\*\*")
"""A label in bold, as Markdown writes it."""
_DASH = re.compile(r"^\s*" + _LABEL + r"\s+[-–—]\s+(?P<rest>\S.*)$", re.DOTALL)
ALONE = re.compile(
    r"^\s*(?P<label>(?:spreker|speaker|deelnemer|participant|respondent)\s+\d{1,3}|spreker|speaker)\s*(?P<rest>)$",
    re.IGNORECASE,
)
"""A numbered speaker on a line of its own above the words, as Word on the web writes them; without a number, an unknown one."""
PATTERNS = (HEAD, COLON, BRACKET_COLON, BRACKET, _TAB, _DASH, ALONE)
IN_BRACKETS = (BRACKET_COLON, BRACKET_NAME, BRACKET)
NAMING = (COLON, DASH_NAME, BRACKET_COLON, BRACKET_NAME)
"""Ways of writing behind which a first name that comes once is a speaker."""
BEHIND = re.compile(r"\s*\(([^)]*)\)$")


def match_line(tekst: str, patronen: Sequence[re.Pattern[str]]) -> re.Match[str] | None:
    """Return how a line names its speaker, by the first of these ways that fits; None where it does not.

    Examples
    --------
    >>> match_line("R3: Dank u", PATTERNS)["label"], match_line("https://x.nl", PATTERNS)
    ('R3', None)
    """
    if is_kolomkop(tekst):
        return None
    kaal = _BOLD.sub(r"\1", BEFORE.sub("", ARROWS.sub("", tekst), count=1), count=1)
    for pattern in patronen:
        match = pattern.match(kaal)
        if match and _may_speak(match):
            return match
    return None


def choose_patterns(teksten: Sequence[str]) -> tuple[re.Pattern[str], ...]:
    r"""Return the ways in which these lines may name a speaker: not before a tab where that is the cell of a table of notes.

    An idea that several tables had comes back just as a speaker does. A column or a code that says who speaks goes first.

    Examples
    --------
    >>> kop, idee = "Wat werd gezegd\tStippen", "Meer groen\t5"
    >>> [match_line(idee, choose_patterns(regels)) is None for regels in ([kop, idee], [kop, idee, "R1\tJa."])]
    [True, False]
    """
    spreekt = any(
        names_speaker(tekst) or ((match := _TAB.match(tekst)) and ROLE.fullmatch(label_of(match)))
        for tekst in teksten
    )
    if spreekt or not any(map(is_notitiekop, teksten)):
        return PATTERNS
    return tuple(pattern for pattern in PATTERNS if pattern is not _TAB)


def _may_speak(match: re.Match[str]) -> bool:
    """Return whether a label in its place can be a speaker: a role before a dash, and no "[Muziek]" in brackets."""
    label = label_of(match)
    if match.re in IN_BRACKETS:
        return not is_event(label)
    return match.re is not _DASH or is_numbered_role(label)


def label_of(match: re.Match[str]) -> str:
    """Return the speaker; what stands behind a role ("Deelnemer 3 (vrouw, 54)") is no part of it."""
    label = " ".join(match.group("label").split())
    kaal = BEHIND.sub("", label)
    return kaal if ROLE.fullmatch(kaal) else label


def speaker_of(match: re.Match[str]) -> str:
    """Return who speaks: nobody in particular for "Spreker" on a line of its own, without a number."""
    label = label_of(match)
    return "" if match.re is ALONE and not label[-1].isdigit() else label
