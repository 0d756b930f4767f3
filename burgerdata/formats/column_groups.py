"""Columns under one question: ticks of a question with several answers, places in a ranking, rows of a grid."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pandas as pd

from burgerdata.cellen import list_cells
from burgerdata.shapes import Kolom

GEKOZEN = "1"
"""What stands in a tick column, once it is recognised, where the option was chosen."""
_DASH = " - "
_FEWEST_RANKED = 5
_RANKS_DIFFER = 0.95
_MOST_STEPS = 12


@dataclass(frozen=True)
class Groep:
    """Neighbouring columns under one question: its name and text, and per column the option or row that it is."""

    naam: str
    tekst: str
    kolommen: tuple[Kolom, ...]
    items: tuple[str, ...]


def split_shared_text(teksten: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """Return the question that headers share, up to the last dash that all of them have, and the rest of each.

    Examples
    --------
    >>> split_shared_text(["Waarmee? - fiets", "Waarmee? - auto - van het werk"])
    ('Waarmee?', ('fiets', 'auto - van het werk'))
    >>> split_shared_text(["fiets", "auto"])
    ('', ('fiets', 'auto'))
    """
    eerste, laatste = min(teksten), max(teksten)
    gelijk = next((n for n, (a, b) in enumerate(zip(eerste, laatste, strict=False)) if a != b), len(eerste))
    plek = eerste[:gelijk].rfind(_DASH)
    if plek < 0:
        return "", tuple(teksten)
    return eerste[:plek].strip(), tuple(tekst[plek + len(_DASH) :].strip() for tekst in teksten)


def describe_group(groep: Groep, frame: pd.DataFrame) -> tuple[tuple[Kolom, ...], dict[str, pd.Series]]:
    """Return what the columns are, and the cells of those that change: ticks become 1, whatever the tool wrote."""
    if _are_ticks(groep, frame):
        data = {kolom.naam: _read_ticks(frame[kolom.naam]) for kolom in groep.kolommen}
        return _make_set(groep, "meer_antwoorden", GEKOZEN), data
    if _are_zeros_and_ones(groep, frame):
        return _make_set(groep, "meer_antwoorden", GEKOZEN), {}
    if _are_ranks(groep, frame):
        return _make_set(groep, "rangorde", ""), {}
    return (_make_grid(groep) if _share_answers(groep, frame) else groep.kolommen), {}


def _make_set(groep: Groep, soort: str, code: str) -> tuple[Kolom, ...]:
    return tuple(
        replace(
            kolom,
            tekst=f"{groep.tekst} - {item}",
            set_naam=groep.naam,
            set_tekst=groep.tekst,
            set_code=code,
            soort=soort,
        )
        for kolom, item in zip(groep.kolommen, groep.items, strict=True)
    )


def _make_grid(groep: Groep) -> tuple[Kolom, ...]:
    return tuple(
        replace(kolom, reeks=groep.naam, item=str(nummer))
        for nummer, kolom in enumerate(groep.kolommen, start=1)
    )


def _values(cellen: pd.Series) -> list[str]:
    """Return the different answers in a column, without blanks and the signs for why a cell is empty."""
    return [str(cel).strip() for cel in list_cells(cellen) if str(cel).strip()]


def _are_ticks(groep: Groep, frame: pd.DataFrame) -> bool:
    """Return whether each column holds nothing but its own option, or a 1 with persons who left it empty."""
    gekozen = 0
    leeg = False
    for kolom, item in zip(groep.kolommen, groep.items, strict=True):
        waarden = _values(frame[kolom.naam])
        if len(waarden) > 1:
            return False
        if waarden and _same(waarden[0], item):
            leeg = True
        elif waarden and waarden[0] != GEKOZEN:
            return False
        gekozen += bool(waarden)
        leeg = leeg or bool((frame[kolom.naam].str.strip() == "").any())
    return gekozen > 0 and leeg


def _are_zeros_and_ones(groep: Groep, frame: pd.DataFrame) -> bool:
    """Return whether several columns hold a 1 for what was chosen and a 0 for what was not, and nothing else."""
    waarden = [set(_values(frame[kolom.naam])) for kolom in groep.kolommen]
    return len(waarden) > 1 and set().union(*waarden) == {"0", GEKOZEN}


def _same(cel: str, item: str) -> bool:
    return " ".join(cel.split()).casefold() == " ".join(item.split()).casefold()


def _read_ticks(cellen: pd.Series) -> pd.Series:
    return cellen.where(cellen.str.strip() == "", GEKOZEN)


def _are_ranks(groep: Groep, frame: pd.DataFrame) -> bool:
    """Return whether persons gave every item a place of its own: 1 to as many as there are items."""
    namen = [kolom.naam for kolom in groep.kolommen]
    plaatsen = {str(plek) for plek in range(1, len(namen) + 1)}
    if len(namen) < 2 or any(not set(_values(frame[naam])) <= plaatsen for naam in namen):
        return False
    gevuld = frame[namen][(frame[namen] != "").any(axis=1)]
    aantal = (gevuld != "").sum(axis=1)
    verschillend = gevuld.where(gevuld != "").nunique(axis=1)
    genoeg = len(gevuld) >= _FEWEST_RANKED and bool((aantal > 1).any())
    return genoeg and bool((aantal == verschillend).mean() >= _RANKS_DIFFER)


def _share_answers(groep: Groep, frame: pd.DataFrame) -> bool:
    """Return whether the columns are answered on one scale: few answers, most of them in more than one column."""
    per_kolom = [set(_values(frame[kolom.naam])) for kolom in groep.kolommen]
    alle = set().union(*per_kolom)
    if len(per_kolom) < 2 or not alle or len(alle) > _MOST_STEPS:
        return False
    gedeeld = sum(sum(waarde in kolom for kolom in per_kolom) > 1 for waarde in alle)
    return gedeeld * 2 >= len(alle)
