"""Forms that were sent twice: other numbers and moments, and everything that somebody filled in alike."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

import pandas as pd

from burgerdata.cellen import count_cells
from burgerdata.shapes import RIJ, VELDWERK, Kolom

MOST_ROWS = 20_000
"""Rows up to which forms are held beside each other."""
_MOST_ALIKE = 500
"""Rows alike from which it is the questions that leave little to differ in."""
_MOMENT = re.compile(
    r"\s*(?:[12]\d{3}[-/]\d{1,2}[-/]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:[12]\d)?\d\d)?[ T,]*"
    r"(?:\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?)?\s*(?:[ap]m)?\s*(?:Z|[+-]\d\d:?\d\d)?\s*",
    re.IGNORECASE,
)
_MOSTLY = 0.9
_OWN_WORDS = 4
"""Words from which nobody else writes the same by chance."""
_FEWEST_ANSWERS = 8
_FEWEST_UNLIKE = 4
_SOON = pd.Timedelta(minutes=10)


_PLEK = re.compile(r"rij (\d+)(?:; (.+?)(?: = (\d+))?)?", re.DOTALL)
_SPARE_NUMBERS = 100
"""Numbers that a survey tool may have skipped, beside as many as there are rows."""


class Plek(NamedTuple):
    """The row of the form before it, the column by which a form is told from others, and its number there if it only counts."""

    eerder: int
    kolom: str
    nummer: str


class Inzending(NamedTuple):
    """The row of a form, and the row of the one before it that it repeats."""

    rij: int
    eerder: int


def spell_plek(plek: Plek) -> str:
    """Return how the logboek writes it.

    Examples
    --------
    >>> spell_plek(Plek(54, "ID", "55")), spell_plek(Plek(54, "Klantnr", ""))
    ('rij 54; ID = 55', 'rij 54; Klantnr')
    """
    return f"rij {plek.eerder}; {plek.kolom}" + (f" = {plek.nummer}" if plek.nummer else "")


def read_plek(tekst: str) -> Plek:
    """Return what the logboek wrote.

    Examples
    --------
    >>> read_plek("rij 54; ID = 55"), read_plek("rij 54; Klantnr")
    (Plek(eerder=54, kolom='ID', nummer='55'), Plek(eerder=54, kolom='Klantnr', nummer=''))
    """
    match = _PLEK.fullmatch(tekst)
    return Plek(int(match[1]), match[2] or "", match[3] or "") if match else Plek(0, "", "")


def only_counts(nummers: Sequence[str]) -> bool:
    """Return whether these numbers count the forms as they came in, and are of nobody: they say no more than the row.

    Examples
    --------
    >>> only_counts(["1", "2", "4"]), only_counts(["48211", "48213"]), only_counts(["3", "1", "2"])
    (True, False, False)
    """
    if not all(nummer.isascii() and nummer.isdigit() for nummer in nummers):
        return False
    getallen = [*map(int, nummers)]
    return getallen == sorted(getallen) and max(getallen, default=0) <= 2 * len(getallen) + _SPARE_NUMBERS


def find_dubbele(frame: pd.DataFrame, kolommen: Sequence[Kolom], nummers: Collection[str]) -> list[Inzending]:
    """Return the rows that repeat an earlier one but for number and moment, where that is no chance.

    It is none where both say the same in own words that nobody else uses, or where many unlike answers follow each
    other within ten minutes. ``nummers`` are the columns that number rows or persons.
    """
    if len(frame) > MOST_ROWS:
        return []
    over = [kolom for kolom in kolommen if kolom.naam not in nummers]
    momenten = [kolom.naam for kolom in over if _holds_moments(frame[kolom.naam])]
    inhoud = [kolom.naam for kolom in over if kolom.naam not in momenten and kolom.soort != VELDWERK]
    dubbel = frame.duplicated(inhoud) if inhoud else pd.Series(dtype="bool")
    if not 0 < dubbel.sum() <= _MOST_ALIKE:
        return []
    gelijk = frame[frame.duplicated(inhoud, keep=False)].astype("str").reset_index(drop=True)
    eerste = gelijk.groupby(inhoud, observed=True, dropna=False, sort=False)[RIJ].transform("first")
    rijen = gelijk[RIJ].to_numpy().tolist()
    plek = {rij: nr for nr, rij in enumerate(rijen)}
    gevonden = []
    for nr, eerder in enumerate(eerste.to_numpy().tolist()):
        paar = gelijk.iloc[[nr, plek[eerder]]]
        if eerder != rijen[nr] and (_says_own(frame, paar[inhoud]) or _follows_soon(paar, inhoud, momenten)):
            gevonden.append(Inzending(int(rijen[nr]), int(eerder)))
    return gevonden


def find_tijdstempels(frame: pd.DataFrame, kolommen: Sequence[Kolom]) -> list[str]:
    """Return the columns that a program filled when a form came in: no answers, so that rows differing in them alone are alike.

    A day without a time of day may be an answer, and is left among them.
    """
    return [
        kolom.naam
        for kolom in kolommen
        if kolom.naam in frame and (kolom.soort == VELDWERK or _is_tijdstempel(frame[kolom.naam]))
    ]


def _is_tijdstempel(cellen: pd.Series) -> bool:
    """Return whether a column holds days with a time of day: nobody is asked for these."""
    gevuld = [cel for cel in count_cells(cellen) if cel.strip()]
    return _holds_moments(cellen) and all(re.search(r"\d[-/.]\d.*:", cel) for cel in gevuld)


def _holds_moments(cellen: pd.Series) -> bool:
    """Return whether nearly all filled cells are a day, a time or both."""
    gevuld = {cel: aantal for cel, aantal in count_cells(cellen).items() if cel.strip()}
    momenten = sum(aantal for cel, aantal in gevuld.items() if _MOMENT.fullmatch(cel))
    return momenten > 0 and momenten >= _MOSTLY * sum(gevuld.values())


def _says_own(frame: pd.DataFrame, paar: pd.DataFrame) -> bool:
    """Return whether some cell of two rows alike has words of its own: no list of options, and in no other row."""
    rij = paar.iloc[0]
    for naam in paar.columns:
        tekst = str(rij[naam])
        if ";" in tekst or len(tekst.split()) < _OWN_WORDS:
            continue
        zelfde = frame.loc[frame[naam].eq(tekst), [*paar.columns]].astype("str")
        if not zelfde.ne(rij).any(axis=None):
            return True
    return False


def _follows_soon(paar: pd.DataFrame, inhoud: Sequence[str], momenten: Sequence[str]) -> bool:
    """Return whether of two rows alike, with many unlike answers, one came within minutes of the other."""
    gevuld = [cel for naam in inhoud if (cel := str(paar[naam].iloc[0])).strip()]
    if len(gevuld) < _FEWEST_ANSWERS or len(set(gevuld)) < _FEWEST_UNLIKE:
        return False
    for naam in momenten:
        tijden = pd.to_datetime(paar[naam], format="mixed", dayfirst=True, errors="coerce", utc=True)
        if paar[naam].str.contains(":").all() and abs(tijden.iloc[0] - tijden.iloc[1]) <= _SOON:
            return True
    return False
