"""What stands behind a colon in the head of a transcript: who leads, how many there were, who somebody is.

``Moderator: Karin de Wit``, ``Respondent: vrouw, 54 jaar``, ``Man: 4`` and ``Anna: ondernemer`` look like turns, and nobody says them.
Who is introduced so and says nothing afterwards took part all the same.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

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
_NIET = r"(?:(?:toch|helaas|uiteindelijk|er|dus) )*niet"
_ABSENT = re.compile(
    rf"\b(?:afgemeld|afgezegd|(?:meldde|meldt|zegde|zei) (?:zich )?(?:\w+ )?af|absent|verhinderd|ziek ?gemeld|wegens ziekte|no[ -]?show"
    rf"|{_NIET} (?:aanwezig|verschenen|gekomen|komen opdagen|opgedaagd|op komen dagen|meegedaan|deelgenomen|geweest|erbij|bij geweest))\b"
    rf"|\b(?:kon|kan|kwam|komt|was|is) (?:er )?{_NIET}(?: (?:er )?(?:komen|bij(?: zijn)?|zijn|aanwezig zijn|meedoen|deelnemen))?\W*$"
    rf"|\b(?:kon|kan) er (?:\w+ )?{_NIET} bij zijn\b|\((?:was |is )?ziek\)"
    r"|(?:^|[,;(–-])\s*(?:was |is |helaas )?(?:ziek|verlet|afwezig(?: (?:met|zonder) (?:bericht|kennisgeving))?)\W*$",
    re.IGNORECASE,
)
"""What is said of somebody who was asked and did not come."""
_PARTLY = re.compile(
    r"\b(?:deel|helft|pauze|half|begin|einde?|start|laat|later|eerder\w*|vorige|volgende|andere|nooit)\b",
    re.IGNORECASE,
)
"""What makes that about a part of the talk, or about another one."""
_ABSENT_HEADING = re.compile(r"afwezig\w*|afgemeld\w*|afmelding\w*", re.IGNORECASE)
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
    if HEADING.fullmatch(label) or _is_excused(rest):
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
    >>> kop = [(1, "R1", "vrouw, 54 jaar"), (2, "R2", "man, 61"), (3, "Els", "wethouder"), (4, "R3", "man, 23 (afgemeld)")]
    >>> find_silent(kop, ["M", "R1"]), find_silent(kop, ["M", "Anna"])
    ({'R2': 2}, {})
    """
    regels = list(kop)
    afwezig = _list_absent(regels)
    genoemd = {label: rij for rij, label, rest in regels if _introduces(label, rest) and label not in afwezig}
    zwijgt = {
        label: rij
        for label, rij in genoemd.items()
        if not any(_is_same(label, spreker) for spreker in sprekers)
    }
    return zwijgt if len(zwijgt) < len(genoemd) else {}


def _list_absent(kop: Sequence[tuple[int, str, str]]) -> set[str]:
    """Return the labels of whom the head says that they did not come: behind their name, or under a heading for it."""
    afwezig, onder = set(), False
    for _, label, rest in kop:
        if HEADING.fullmatch(label):
            wie = _ABSENT_HEADING.fullmatch(label)
            onder = wie is not None and not rest.strip()
            afwezig |= {deel.strip() for deel in re.split(r",|;|\ben\b", rest)} if wie else set()
        elif onder or _is_absent(rest):
            afwezig.add(label)
    return afwezig


def _is_absent(rest: str) -> bool:
    """Return whether words say of somebody that they did not come at all."""
    return _ABSENT.search(rest) is not None and _PARTLY.search(rest) is None


def _is_excused(rest: str) -> bool:
    """Return whether words say who somebody is and that they did not come, or only that: nobody says that of themselves."""
    match = _ABSENT.search(rest)
    if match is None or not _is_absent(rest):
        return False
    return _AGE.match(rest) is not None or match.group().strip(" ().,;–-") == rest.strip(" ().,;–-")


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
