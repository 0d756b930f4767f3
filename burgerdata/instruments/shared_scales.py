"""Options that a question must have had although nobody chose them: those of its neighbours, and a scale's other end."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from burgerdata.cellen import list_cells
from burgerdata.instruments.scales import recognise_schaal
from burgerdata.instruments.spelling import list_spellings, merge_spellings
from burgerdata.instruments.statuses import list_answers
from burgerdata.instruments.vraagregels import fold
from burgerdata.schema.eens import read_eens
from burgerdata.shapes import Kolom, Tabel

_FEWEST_STEPS = 3
_HEAD = 1_000
"""How many cells are looked at first: of moments and numbers of their own these are too many already."""
_MOST_STEPS = 8
_NIET_EENS = (("niet mee eens", "mee eens"), ("niet eens", "eens"))
"""How the two sides are called where nobody writes oneens."""
_POLEN = (
    ("oneens", "eens"),
    ("ontevreden", "tevreden"),
    ("onbelangrijk", "belangrijk"),
    ("onwaarschijnlijk", "waarschijnlijk"),
    ("weinig", "veel"),
    ("slecht", "goed"),
    ("moeilijk", "makkelijk"),
    ("nooit", "altijd"),
    ("disagree", "agree"),
    ("dissatisfied", "satisfied"),
)


def share_scales(tabel: Tabel, gedeeld: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
    """Return folded header → answers, for columns without labels whose answers are steps of one scale.

    ``gedeeld`` holds what is known already, from other waves; it is kept. Two ways of writing one step ("neutraal" and
    "niet eens, niet oneens") are two scales, which are not mixed.
    """
    families: dict[str, dict[str, None]] = {}
    leden: dict[str, list[str]] = {}
    for kolom in tabel.kolommen:
        stappen = _find_steps(tabel, kolom, gedeeld)
        schaal = recognise_schaal(stappen) if stappen else None
        if schaal is not None:
            families.setdefault(schaal.naam, {}).update(dict.fromkeys(stappen))
            leden.setdefault(schaal.naam, []).append(fold(kolom.naam))
    samen = {naam: tuple(waarden) for naam, waarden in gedeeld.items()}
    for naam, gevonden in families.items():
        alle = [*gevonden, *_mirror_ends(list(gevonden))]
        schaal = recognise_schaal(alle)
        if schaal is not None and len(set(schaal.rang.values())) == len(alle):
            samen |= {lid: (*samen.get(lid, ()), *alle) for lid in leden[naam]}
    return samen


def _mirror_ends(labels: Sequence[str]) -> list[str]:
    """Return the end of a scale that nobody chose, worded as the other end.

    Without it the answers that are there would be taken for the whole scale, and its middle for one of its sides.

    Examples
    --------
    >>> _mirror_ends(["mee oneens", "neutraal", "mee eens", "helemaal mee eens"])
    ['helemaal mee oneens']
    >>> _mirror_ends(["niet mee eens", "neutraal", "mee eens", "helemaal mee eens"])
    ['helemaal niet mee eens']
    """
    schaal = recognise_schaal(labels)
    if schaal is None or len(labels) < _FEWEST_STEPS:
        return []
    op = {rang: label for label, rang in schaal.rang.items()}
    niet = any(read_eens(label) == "oneens" and "oneens" not in label.casefold() for label in labels)
    polen = (*_NIET_EENS, *_POLEN) if niet else _POLEN
    gespiegeld = [
        (eind, _mirror(op[ander], polen))
        for eind, ander in ((1, schaal.stappen), (schaal.stappen, 1))
        if eind not in op and ander in op
    ]
    return [label for eind, label in gespiegeld if _ranks(label, labels).get(label) == eind]


def _ranks(label: str, labels: Sequence[str]) -> dict[str, int]:
    schaal = recognise_schaal([*labels, label])
    return {} if schaal is None else schaal.rang


def _mirror(label: str, polen: Sequence[tuple[str, str]]) -> str:
    """Return the label of the other end in the same words: helemaal eens, helemaal oneens."""
    for pool in polen:
        for een, ander in (pool, pool[::-1]):
            if match := re.search(rf"\b{een}\b", label, re.IGNORECASE):
                woord = ander.capitalize() if match.group()[0].isupper() else ander
                return label[: match.start()] + woord + label[match.end() :]
    return label


def _find_steps(tabel: Tabel, kolom: Kolom, gedeeld: Mapping[str, Sequence[str]]) -> list[str]:
    """Return the different answers of a column that may be a scale, those of other waves included."""
    cellen = tabel.frame[kolom.naam]
    if kolom.labels or any(len(list_cells(deel)) > _MOST_STEPS for deel in (cellen.head(_HEAD), cellen)):
        return []
    waarden = merge_spellings(list_spellings(cellen), gedeeld.get(fold(kolom.naam), ()))
    return list_answers(dict.fromkeys(waarden))
