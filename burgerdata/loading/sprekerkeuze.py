"""Who may lead a talk in which no label says it: who says so, or whom the analyst must choose from."""

from __future__ import annotations

import re

import pandas as pd

from burgerdata.loading.grouping import Bundel
from burgerdata.shapes import PERSOON

_WOORD = r"(?:gespreksleid(?:er|ster)|moderator|facilitator|gespreksbegeleid(?:er|ster))\b"
_NU = r"(?:vandaag|vanavond|vanmiddag|vanochtend)"
_TUSSEN = (
    rf"(?:{_NU}|hier|dan|dus|jullie|uw|de|jouw|je|onafhankelijke|en|ik|ben|een(?= onafh)|\[\w+\]|[A-Z]\w+)"
)
_HIER = rf"(?:{_NU}|jullie|dit|deze|het gesprek|de (?:avond|middag|ochtend|groep|sessie|bijeenkomst))"
_ELDERS = rf"(?!\s+(?:geweest|(?:van|bij|op|in|voor|uit) (?!{_HIER}\b)))"
"""What makes leading a trade: "facilitator van beroep", "moderator van de Facebookgroep"."""
_BEN = rf"\b[Ii]k (?:ben|zal)\s(?:{_TUSSEN}[\s,]+){{0,7}}"
_LEIDT = re.compile(
    rf"{_BEN}?(?:jullie|uw|een onafhankelijke)\s+(?:onafhankelijke\s+)?{_WOORD}"
    rf"|{_BEN}?(?:{_NU}|hier|de|jouw|je)[\s,]+(?:onafhankelijke\s+)?{_WOORD}{_ELDERS}"
    rf"|\b[Ii]k (?:leid|begeleid|modereer) (?:{_NU} )?(?:dit|het|deze|de) (?:gesprek|groep|groepsgesprek|sessie)\b"
)
_MISSCHIEN = re.compile(rf"{_BEN}{_WOORD}{_ELDERS}")
"""What who leads may say, and who leads elsewhere: "ik ben moderator"."""
_BEGIN = 10
"""Turns of a talk in which who leads it says so."""
_GENUMMERD = re.compile(r"(?:spreker|speaker|sprecher)[\s_-]?\d+", re.IGNORECASE)
"""How a program that writes out a recording calls everyone whom it hears, whoever leads among them."""

_FEWEST_DEELNEMERS = 2
"""People of the list who speak in a talk, from which on the list is that of this talk."""


def find_leiders(bundel: Bundel) -> tuple[str, ...]:
    """Return the labels of those who say that they lead, in talks in which no label does; empty where two talks differ.

    A label counts for all talks of a delivery: where "Spreker 1" leads one evening and takes part in another that is
    led by someone else, the analyst must say it.
    """
    zeggen = [_says(frame) for frame in _list_unled(bundel)]
    anders = len({frozenset(labels) for labels in zeggen if labels}) > 1
    if anders or not all(zeggen):
        return ()
    return tuple(sorted({label for labels in zeggen for label in labels}))


def list_speakers(bundel: Bundel) -> tuple[str, ...]:
    """Return the label of each speaker of talks of which the analyst must say who leads, empty for a name.

    That is where some bear a name, or where a program numbered all whom it heard. Whoever is on the list of
    participants leads no talk, unless that leaves nobody. Where that leaves one person in each talk nothing has to be asked:
    who is not on the list counts nowhere, and so does who leads. Of codes it is asked where somebody may have said to lead.
    """
    if find_alleen(bundel):
        return ()
    deelnemers = bundel.lijst.personen if bundel.lijst else frozenset()
    sprekers = {
        persoon: str(label)
        for frame in _list_unled(bundel)
        for persoon, label in zip(frame[PERSOON], frame["spreker"], strict=True)
        if persoon
    }
    anderen = {persoon: label for persoon, label in sprekers.items() if persoon not in deelnemers}
    labels = tuple((anderen or sprekers).values())
    misschien = any(map(_may_say, _list_unled(bundel)))
    return labels if misschien or "" in labels or all(map(_GENUMMERD.fullmatch, labels)) else ()


def find_alleen(bundel: Bundel) -> tuple[str, ...]:
    """Return the talks without a moderator if each has one speaker, by name, who is not on the list of participants; else none."""
    deelnemers = bundel.lijst.personen if bundel.lijst else frozenset()
    bestanden = []
    for lid in bundel.leden:
        if lid.gesprek is None or lid.gesprek.beurten["gespreksleider"].any():
            continue
        sprekers = dict(
            zip(lid.gesprek.beurten[PERSOON], lid.gesprek.beurten["spreker"].astype("str"), strict=True)
        )
        los = {persoon for persoon in sprekers if persoon and persoon not in deelnemers}
        if len(los) != 1 or sprekers[next(iter(los))] or len(deelnemers & set(sprekers)) < _FEWEST_DEELNEMERS:
            return ()
        bestanden.append(lid.bestand)
    return tuple(bestanden)


def find_personen(bundel: Bundel, labels: tuple[str, ...]) -> frozenset[str]:
    """Return who bear these labels in talks that no label says who leads."""
    gevonden = [frame.loc[frame["spreker"].isin(labels), PERSOON] for frame in _list_unled(bundel)]
    return frozenset(persoon for cellen in gevonden for persoon in cellen)


def _list_unled(bundel: Bundel) -> list[pd.DataFrame]:
    alle = [lid.gesprek.beurten for lid in bundel.leden if lid.gesprek is not None]
    return [frame for frame in alle if not frame["gespreksleider"].any()]


def _says(beurten: pd.DataFrame) -> set[str]:
    """Return the labels of those who say at the beginning of a talk that they lead it; a name is no label."""
    begin = beurten.head(_BEGIN)
    zegt = begin["tekst"].str.contains(_LEIDT, na=False)
    return set(begin.loc[zegt & begin["spreker"].ne(""), "spreker"])


def _may_say(beurten: pd.DataFrame) -> bool:
    """Return whether somebody may say to lead the talk: in other words, or further on."""
    teksten = beurten["tekst"]
    return bool((teksten.str.contains(_LEIDT, na=False) | teksten.str.contains(_MISSCHIEN, na=False)).any())
