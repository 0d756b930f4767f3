"""Forms that were sent twice: other numbers and moments, and everything that somebody filled in alike."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

import pandas as pd

from burgerdata.shapes import RIJ, VELDWERK, Kolom

MOST_ROWS = 20_000
"""Rows up to which forms are held beside each other."""
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


class Inzending(NamedTuple):
    """The row of a form, and the row of the one before it that it repeats."""

    rij: int
    eerder: int


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
    if not dubbel.any():
        return []
    gelijk = frame[frame.duplicated(inhoud, keep=False)].astype("str")
    eerste = gelijk.groupby(inhoud, observed=True, dropna=False, sort=False)[RIJ].transform("first")
    paren = [(nr, gelijk.index[gelijk[RIJ].eq(eerste[nr])][0]) for nr in gelijk.index[gelijk[RIJ].ne(eerste)]]
    return [
        Inzending(int(gelijk.at[nr, RIJ]), int(gelijk.at[eerder, RIJ]))
        for nr, eerder in paren
        if _says_own(frame, gelijk.loc[nr, inhoud], inhoud)
        or _follows_soon(gelijk, nr, eerder, inhoud, momenten)
    ]


def _holds_moments(cellen: pd.Series) -> bool:
    """Return whether nearly all filled cells are a day, a time or both."""
    gevuld = cellen.astype("str").str.strip()
    gevuld = gevuld[gevuld.ne("")]
    return len(gevuld) > 0 and bool(gevuld.str.fullmatch(_MOMENT).mean() >= _MOSTLY)


def _says_own(frame: pd.DataFrame, rij: pd.Series, inhoud: Sequence[str]) -> bool:
    """Return whether some cell of a row has words of its own: no list of chosen options, and only in rows alike."""
    for naam in inhoud:
        tekst = str(rij[naam])
        if ";" in tekst or len(tekst.split()) < _OWN_WORDS:
            continue
        zelfde = frame.loc[frame[naam].eq(tekst), list(inhoud)].astype("str")
        if not zelfde.ne(rij).any(axis=None):
            return True
    return False


def _follows_soon(
    gelijk: pd.DataFrame, nr: object, eerder: object, inhoud: Sequence[str], momenten: Sequence[str]
) -> bool:
    """Return whether a row with many unlike answers came within minutes of the one that it repeats."""
    gevuld = [cel for cel in gelijk.loc[nr, list(inhoud)] if cel.strip()]
    if len(gevuld) < _FEWEST_ANSWERS or len(set(gevuld)) < _FEWEST_UNLIKE:
        return False
    for naam in momenten:
        tijden = pd.to_datetime(
            gelijk.loc[[nr, eerder], naam], format="mixed", dayfirst=True, errors="coerce", utc=True
        )
        if ":" in str(gelijk.at[nr, naam]) and abs(tijden.iloc[0] - tijden.iloc[1]) <= _SOON:
            return True
    return False
