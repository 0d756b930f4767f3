"""Labels of speakers that are another one with a slip of the pen: "Deelneemer 3 (vrouw, 54)" beside "Deelnemer 3"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable
from typing import NamedTuple

from burgerdata.pseudonyms.namenlijsten import load_namenlijsten

_NUMBERED = re.compile(r"(?P<woord>[^\d]*[^\W\d_])[\s._-]*(?P<nummer>\d{1,3}[a-z]?)")
_TRAITS = re.compile(r"\s*\((?P<trekken>[^()]*)\)\s*$")
_SHORTEST = 5
"""Letters from which on a word with one other letter is the same word: R1 and P1 are two people."""
_RARE = 4
"""How many lines a word has at least per line of the word that is one letter off; "Respondente 1" is nobody's slip."""


class _Label(NamedTuple):
    label: str
    woord: str
    nummer: str
    trekken: str


def find_typos(labels: Iterable[tuple[str, str]], sprekers: Collection[str]) -> dict[str, str]:
    """Return label → the speaker who is meant, for labels that are one letter off or differ in what stands behind them alone.

    ``labels`` has per line the label and what the source has there, with what stands in brackets behind it. A number
    must be the same and what is in brackets may not contradict; a name has to have the same age behind it. Points and spaces
    make no other label.

    Examples
    --------
    >>> regels = [("Deelnemer 3", "Deelnemer 3 (vrouw, 54)")] * 4 + [("Deelneemer 3", "Deelneemer 3 (vrouw, 54)")]
    >>> find_typos(regels, {"Deelnemer 3", "Deelneemer 3"}), find_typos([("R1", "R1"), ("P1", "P1")], {"R1", "P1"})
    ({'Deelneemer 3': 'Deelnemer 3'}, {})
    >>> find_typos([("Dhr. B.", "Dhr. B."), ("Dhr. B.", "Dhr. B."), ("Dhr B", "Dhr B")], {"Dhr. B.", "Dhr B"})
    {'Dhr B': 'Dhr. B.'}
    """
    keer = Counter(_split(label, heel) for label, heel in labels)
    per_woord: Counter[str] = Counter()
    per_label: Counter[str] = Counter()
    trekken: dict[str, set[str]] = {}
    for een, aantal in keer.items():
        per_woord[een.woord] += aantal
        per_label[een.label] += aantal
        trekken.setdefault(een.label, set()).update({een.trekken} - {""})
    verschillend = {een._replace(trekken="") for een in keer}
    bedoeld: dict[str, set[str]] = {}
    for een in verschillend:
        for ander in verschillend:
            zeldzaam = per_woord[een.woord] * _RARE <= per_woord[ander.woord] or een.woord == ander.woord
            vaker = (per_label[ander.label], ander.label) > (per_label[een.label], een.label)
            zelfde = (zeldzaam and _is_same(een, ander, trekken)) or _is_written_alike(een, ander, trekken)
            if ander.label in sprekers and vaker and zelfde:
                bedoeld.setdefault(een.label, set()).add(ander.label)
    return {label: next(iter(wie)) for label, wie in bedoeld.items() if len(wie) == 1}


def _split(label: str, heel: str) -> _Label:
    behind = _TRAITS.search(heel)
    kaal = (heel[: behind.start()] if behind else heel).strip().casefold()
    trekken = "".join(behind["trekken"].split()).casefold() if behind else ""
    genummerd = _NUMBERED.fullmatch(kaal)
    woord, nummer = (genummerd["woord"], genummerd["nummer"]) if genummerd else (kaal, "")
    return _Label(label, woord.strip(), nummer, trekken)


def _is_same(een: _Label, ander: _Label, trekken: dict[str, set[str]]) -> bool:
    """Return whether two labels are one person."""
    if (
        een.label == ander.label
        or een.nummer != ander.nummer
        or min(len(een.woord), len(ander.woord)) < _SHORTEST
    ):
        return False
    if een.woord != ander.woord and (not _is_one_off(een.woord, ander.woord) or _are_both_right(een, ander)):
        return False
    eigen, hun = trekken[een.label], trekken[ander.label]
    if not een.nummer:
        return any(re.search(r"\d", deel) for deel in eigen & hun)
    return not eigen or not hun or bool(eigen & hun)


def _are_both_right(een: _Label, ander: _Label) -> bool:
    """Return whether neither word is a slip: two first names, names with another first letter, or "oudere" and "studente" beside the word without its e."""
    if een.nummer:
        kort, lang = sorted((een.woord, ander.woord), key=len)
        return lang == f"{kort}e"
    lijsten = load_namenlijsten()
    verschil = set(een.woord.split()) ^ set(ander.woord.split())
    return een.woord[0] != ander.woord[0] or verschil <= lijsten.voornamen | lijsten.voornaam_onzeker


def _is_written_alike(een: _Label, ander: _Label, trekken: dict[str, set[str]]) -> bool:
    """Return whether two labels differ in points and spaces alone, other than between digits: R1.1 is not R11."""
    if een.label == ander.label or _bare(een.label) != _bare(ander.label):
        return False
    eigen, hun = trekken[een.label], trekken[ander.label]
    return not eigen or not hun or bool(eigen & hun)


def _bare(label: str) -> str:
    return re.sub(r"(?<!\d)[\s.]+|[\s.]+(?!\d)", "", label.casefold())


def _is_one_off(een: str, ander: str) -> bool:
    """Return whether one letter is too many, missing or another one, or two beside each other are turned round."""
    kort, lang = sorted((een, ander), key=len)
    if len(lang) - len(kort) == 1:
        return any(lang[:plek] + lang[plek + 1 :] == kort for plek in range(len(lang)))
    anders = [plek for plek, (a, b) in enumerate(zip(kort, lang, strict=False)) if a != b]
    if len(lang) != len(kort) or not 0 < len(anders) <= 2:
        return False
    eerste, laatste = anders[0], anders[-1]
    gedraaid = laatste - eerste == 1 and kort[eerste] == lang[laatste] and kort[laatste] == lang[eerste]
    return len(anders) == 1 or gedraaid
