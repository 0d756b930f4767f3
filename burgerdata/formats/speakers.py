"""Speaker turns in plain lines, shared by every transcript format: ``M: …``, ``[Naam] …``, ``Naam  0:03``.

A label counts as a speaker when it looks like a code or a role, when it is a first name, or when it comes back;
``https:`` and a lone ``Let op:`` do not make a turn.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import pandas as pd

from burgerdata.intake.logboek import Logboek
from burgerdata.pseudonyms.namenlijsten import load_namenlijsten
from burgerdata.shapes import RIJ

_TIME = r"(?P<{0}>\d{{1,2}}(?:[:.]\d{{2}}){{1,2}}(?:[.,]\d{{1,3}})?)"
_STAMP = r"[\[({{#]?\s*{0}\s*[\])}}#]?"
_LABEL = r"(?P<label>[^\W\d_][\w .,'’()/-]{0,45}?)"
_BEFORE = re.compile(r"^\s*" + _STAMP.format(_TIME.format("tijd")) + r"[\s–-]*(?=\S)")
_COLON = re.compile(
    r"^\s*"
    + _LABEL
    + r"\s*(?:[\[({#]\s*"
    + _TIME.format("tijd")
    + r"\s*[\])}#])?\s*:(?!//)(?:\s+|$)(?P<rest>.*)$",
    re.DOTALL,
)
_BRACKET = re.compile(r"^\s*[\[{]\s*" + _LABEL + r"\s*[\]}]\s*:?\s*(?P<rest>.*)$", re.DOTALL)
_TAB = re.compile(r"^\s*" + _LABEL + r"\s*\t+\s*(?P<rest>\S.*)$", re.DOTALL)
_HEAD = re.compile(
    r"^\s*" + _LABEL + r"(?:\s{2,}|\t|\s)" + _STAMP.format(_TIME.format("tijd")) + r"\s*(?:\n(?P<rest>.*))?$",
    re.DOTALL,
)
_ASIDE = re.compile(r"\s*(?:\([^()]{1,60}\)|\*[^*]{1,60}\*|\[[^\[\]]{1,60}\])[.\s]*")
"""A line of its own about what happens in the room: "(gelach)", "[stilte]"."""
_BEHIND = re.compile(r"\s*\([^)]*\)$")
_ROLE = re.compile(
    r"(?:[A-Z]{1,3}\.? ?\d{1,3}[a-z]?|[MI]|(?:moderator|gespreksleid(?:er|ster)|interviewer|respondent|deelne(?:e)?m(?:st)?er|spreker|speaker"
    r"|participant|observator|notulist|panellid|mod|int|resp|man|vrouw)\b[ .]?\d{0,3}[a-z]?)",
    re.IGNORECASE,
)
_HEADING = re.compile(
    r"(?:datum|date|tijd|locatie|plaats|duur|aanwezig\w*|onderwerp|project|transcri\w+|groep|titel|opname|let op|vraag ?\d*|thema ?\d*"
    r"|blok ?\d*|deel ?\d*|opdrachtgever|bestand|versie|aantal \w+|agenda|pauze|nb|ps)",
    re.IGNORECASE,
)
_MAX_WORDS = 6
_NAME_WORDS = 4


class Regel(NamedTuple):
    """One paragraph or line of a transcript with its place in the source."""

    rij: int
    tekst: str


class Stuk(NamedTuple):
    """A piece of a text: who speaks (empty where nobody is named) and its place, end exclusive."""

    spreker: str
    begin: int
    eind: int


class _Beurt(NamedTuple):
    rij: int
    spreker: str
    begin_s: float
    tekst: str


def parse_turns(regels: Sequence[Regel], logboek: Logboek) -> pd.DataFrame:
    r"""Return a row per turn: RIJ, spreker, begin_s, tekst; lines without a label continue the turn before them.

    What stands above the first speaker (title, date, list of those present) and a line about what happens in the
    room ("(gelach)") are left out and noted as tussenkop. A text without any speaker gives a row per line with an
    empty ``spreker``.

    Examples
    --------
    >>> boek = Logboek("fg1.txt")
    >>> regels = [Regel(1, "Groep 1"), Regel(2, "M: Welkom."), Regel(3, "R3: Dank u"), Regel(4, "wel.")]
    >>> parse_turns(regels, boek)[["spreker", "tekst"]].values.tolist()
    [['M', 'Welkom.'], ['R3', 'Dank u\nwel.']]
    """
    gevuld = [regel for regel in regels if regel.tekst.strip()]
    labels = find_labels(regel.tekst for regel in gevuld)
    beurten: list[_Beurt] = []
    boven = vervolg = leeg = 0
    for regel in gevuld:
        beurt = _read_turn(regel, labels)
        if beurt is not None:
            beurten.append(beurt)
        elif labels and _ASIDE.fullmatch(regel.tekst):
            boven += 1
        elif beurten and labels:
            beurten[-1] = _append(beurten[-1], regel.tekst)
            vervolg += 1
        elif labels:
            boven += 1
        else:
            beurten.append(_Beurt(regel.rij, "", float("nan"), regel.tekst.strip()))
    over = [beurt for beurt in beurten if beurt.tekst]
    leeg = len(beurten) - len(over)
    for reden, aantal in (("tussenkop", boven), ("samengevoegde_beurten", vervolg), ("lege_rij", leeg)):
        logboek.note(reden, aantal=aantal)
    return make_beurten(over)


def find_turns(tekst: str) -> list[Stuk]:
    r"""Return the turns of a text with their places, by the same rules as ``parse_turns``; empty ones are left out.

    Examples
    --------
    >>> tekst = "Groep 1\nM: Welkom.\nR3: Dank u\nwel."
    >>> [(stuk.spreker, tekst[stuk.begin : stuk.eind]) for stuk in find_turns(tekst)]
    [('M', 'Welkom.'), ('R3', 'Dank u\nwel.')]
    """
    regels = list(re.finditer(r"[^\r\n]+", tekst))
    labels = find_labels(regel.group() for regel in regels if regel.group().strip())
    stukken: list[Stuk] = []
    for regel in regels:
        match = _match(regel.group())
        if match is not None and _label_of(match) in labels:
            voor = len(regel.group()) - len(_BEFORE.sub("", regel.group(), count=1))
            rest = match.start("rest") if match.group("rest") is not None else match.end()
            stukken.append(Stuk(_label_of(match), regel.start() + voor + rest, regel.end()))
        elif stukken and regel.group().strip() and not _ASIDE.fullmatch(regel.group()):
            stukken[-1] = stukken[-1]._replace(eind=regel.end())
    krap = (_trim(stuk, tekst) for stuk in stukken)
    return [stuk for stuk in krap if stuk.begin < stuk.eind]


def _trim(stuk: Stuk, tekst: str) -> Stuk:
    inhoud = tekst[stuk.begin : stuk.eind]
    begin = stuk.begin + len(inhoud) - len(inhoud.lstrip())
    return stuk._replace(begin=begin, eind=begin + len(inhoud.strip()))


def make_beurten(beurten: Iterable[tuple[int, str, float, str]]) -> pd.DataFrame:
    """Return the frame of turns with its types: RIJ int64, spreker and tekst str, begin_s float64."""
    types = {RIJ: "int64", "spreker": "str", "begin_s": "float64", "tekst": "str"}
    return pd.DataFrame(list(beurten), columns=list(types)).astype(types)


def find_labels(teksten: Iterable[str]) -> frozenset[str]:
    """Return the labels that are speakers: codes, roles and first names at once, other words when they come back.

    Examples
    --------
    >>> sorted(find_labels(["R1: ja", "Henk: nee", "Let op: pauze", "Prijs: hoog", "https://x.nl"]))
    ['Henk', 'R1']
    """
    aantallen: Counter[str] = Counter()
    namen: set[str] = set()
    for tekst in teksten:
        match = _match(tekst)
        if match is not None:
            label = _label_of(match)
            aantallen[label] += 1
            if match.re is _COLON and _starts_with_voornaam(label):
                namen.add(label)
    return frozenset(
        label
        for label, aantal in aantallen.items()
        if label
        and not _HEADING.fullmatch(label)
        and (_ROLE.fullmatch(label) or ((aantal > 1 or label in namen) and _is_name_like(label)))
    )


def _starts_with_voornaam(label: str) -> bool:
    """Return whether a short label starts with a first name that is no word: who speaks once is a speaker too."""
    woorden = label.casefold().split()
    return 0 < len(woorden) <= _NAME_WORDS and woorden[0] in load_namenlijsten().voornamen


def _is_name_like(label: str) -> bool:
    return label[0].isupper() and len(label.split()) <= _MAX_WORDS


def _match(tekst: str) -> re.Match[str] | None:
    kaal = _BEFORE.sub("", tekst, count=1)
    for pattern in (_HEAD, _COLON, _BRACKET, _TAB):
        if match := pattern.match(kaal):
            return match
    return None


def _label_of(match: re.Match[str]) -> str:
    """Return the speaker; what stands behind a role ("Deelnemer 3 (vrouw, 54)") is no part of it."""
    label = " ".join(match.group("label").split())
    kaal = _BEHIND.sub("", label)
    return kaal if _ROLE.fullmatch(kaal) else label


def _read_turn(regel: Regel, labels: frozenset[str]) -> _Beurt | None:
    match = _match(regel.tekst)
    if match is None or _label_of(match) not in labels:
        return None
    voor = _BEFORE.match(regel.tekst)
    tijd = (match.groupdict().get("tijd") or "") or (voor.group("tijd") if voor else "")
    return _Beurt(regel.rij, _label_of(match), parse_seconds(tijd), (match.group("rest") or "").strip())


def _append(beurt: _Beurt, tekst: str) -> _Beurt:
    return beurt._replace(tekst=f"{beurt.tekst}\n{tekst.strip()}" if beurt.tekst else tekst.strip())


def parse_seconds(tijd: str) -> float:
    """Return a time stamp in seconds, nan for an empty one; two parts are minutes and seconds.

    Examples
    --------
    >>> parse_seconds("00:01:02.500"), parse_seconds("12.30"), parse_seconds("1:02:03")
    (62.5, 750.0, 3723.0)
    """
    match = re.fullmatch(r"(?:(\d+)[:.])?(\d{1,2})[:.](\d{2})(?:[.,](\d{1,3}))?", tijd.strip())
    if match is None:
        return float("nan")
    uren, minuten, seconden, fractie = match.groups()
    return (
        int(uren or 0) * 3600
        + int(minuten) * 60
        + int(seconden)
        + (float(f"0.{fractie}") if fractie else 0.0)
    )
