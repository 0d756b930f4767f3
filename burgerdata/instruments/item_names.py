"""Short names for questions whose texts begin alike, such as the statements under one question."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from textwrap import shorten

from burgerdata.instruments.vraag import Vraag
from burgerdata.instruments.vraagregels import fold

_BRACKETS = re.compile(r"(?P<stam>.*\S)\s*\[(?P<item>[^\[\]]+)\]", re.DOTALL)
_BORDER = re.compile(r"\s+[-–—|]\s+|:\s+|(?<=[?…])\s+|(?<=\?)\.(?=\S)|\.{3}\s+")
"""What may stand between a question and the item that it is asked about."""
_LONGEST = 60
_LONGEST_ADDED = 30
_SEEN = 50
"""How much of a text a title shows."""


def name_items(vragen: Sequence[Vraag]) -> list[Vraag]:
    """Return the questions with a short name for each that shares the beginning of its text with another one.

    An item of a series is named after itself; no two names within ``vragen`` are alike. What has a short name keeps it,
    and open questions are left as they are.

    Examples
    --------
    >>> teksten = ["Hoe tevreden bent u? [Balie]", "Hoe tevreden bent u? [Website]", "Waar woont u?"]
    >>> [vraag.kort for vraag in name_items([Vraag(tekst, (tekst,), tekst, "schaal") for tekst in teksten])]
    ['Balie', 'Website', '']
    """
    zonder = {n: vraag for n, vraag in enumerate(vragen) if not vraag.kort and vraag.soort != "open"}
    delen = _split_stems({n: vraag.tekst for n, vraag in zonder.items()})
    namen = {n: _cut(item, _LONGEST) for n, (_, item) in delen.items()}
    namen |= _name_ends({n: vraag.tekst for n, vraag in zonder.items() if n not in delen})
    bezet = Counter(fold(naam) for naam in [*namen.values(), *(vraag.kort for vraag in vragen if vraag.kort)])
    stammen = {n: stam for n, (stam, _) in delen.items() if bezet[fold(namen[n])] > 1}
    namen |= {n: f"{namen[n]} ({deel})" for n, deel in _differing_parts(stammen, _LONGEST_ADDED).items()}
    bezet = Counter(fold(naam) for naam in [*namen.values(), *(vraag.kort for vraag in vragen if vraag.kort)])
    dubbel = [n for n, naam in namen.items() if bezet[fold(naam)] > 1]
    namen |= {n: f"{namen[n]} ({zonder[n].kolommen[0]})" for n in dubbel}
    return [replace(vraag, kort=namen.get(n, vraag.kort)) for n, vraag in enumerate(vragen)]


def _split_stems(teksten: Mapping[int, str]) -> dict[int, tuple[str, str]]:
    """Return per text the question that it shares with most others, the longest of these, and its own rest."""
    mogelijk = {n: _list_splits(tekst) for n, tekst in teksten.items()}
    keren = Counter(fold(stam) for paren in mogelijk.values() for stam in dict(paren))
    gedeeld = {
        n: [(keren[fold(stam)], len(stam), stam, item) for stam, item in paren if keren[fold(stam)] > 1]
        for n, paren in mogelijk.items()
    }
    return {n: max(paren)[2:] for n, paren in gedeeld.items() if paren}


def _list_splits(tekst: str) -> list[tuple[str, str]]:
    """Return every question and item that a text may consist of.

    Examples
    --------
    >>> _list_splits("Eens of oneens: over de brief - De brief was helder")
    [('Eens of oneens', 'over de brief - De brief was helder'), ('Eens of oneens: over de brief', 'De brief was helder')]
    """
    if haken := _BRACKETS.fullmatch(tekst.strip()):
        return [(haken["stam"], haken["item"].strip())]
    paren = [(tekst[: rand.start()].strip(), tekst[rand.end() :].strip()) for rand in _BORDER.finditer(tekst)]
    kaal = ((stam, item.lstrip("-–—| ")) for stam, item in paren)  # Qualtrics: "Wat vindt u van: - Het groen"
    return [(stam, item) for stam, item in kaal if stam and item]


def _name_ends(teksten: Mapping[int, str]) -> dict[int, str]:
    """Return where texts differ, for those that look the same where a title breaks them off."""
    groepen: dict[str, dict[int, str]] = {}
    for n, tekst in teksten.items():
        groepen.setdefault(fold(tekst)[:_SEEN], {})[n] = tekst
    namen: dict[int, str] = {}
    for groep in groepen.values():
        if len(groep) > 1:
            deel = _differing_parts(groep, _LONGEST)
            namen |= {n: f"… {deel[n]}" if n in deel else _cut(tekst, _LONGEST) for n, tekst in groep.items()}
    return namen


def _differing_parts(teksten: Mapping[int, str], lengte: int) -> dict[int, str]:
    """Return the words of each text after those with which all begin; a text without any is left out.

    Examples
    --------
    >>> _differing_parts({1: "Hoe tevreden bent u?", 2: "Hoe belangrijk vindt u dit?"}, 30)
    {1: 'tevreden bent u', 2: 'belangrijk vindt u dit'}
    """
    woorden = {n: tekst.rstrip(" ?:.").split() for n, tekst in teksten.items()}
    gelijk = 0
    while len({" ".join(map(fold, rij[gelijk : gelijk + 1])) for rij in woorden.values()}) == 1 and any(
        rij[gelijk:] for rij in woorden.values()
    ):
        gelijk += 1
    over = {n: _cut(" ".join(rij[gelijk:]), lengte) for n, rij in woorden.items()}
    return {n: deel for n, deel in over.items() if deel}


def _cut(tekst: str, lengte: int) -> str:
    return shorten(tekst, lengte, placeholder="…")
