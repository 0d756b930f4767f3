"""Whether a column that says who it is tells namesakes apart: "Mw. Hendriks" may be three people."""

from __future__ import annotations

import re

import pandas as pd

from burgerdata.intake.naamkolommen import holds_titled_names, is_nobody
from burgerdata.pseudonyms.namenlijsten import load_namenlijsten

_NAME_HEADER = re.compile(r"naam|name\b", re.IGNORECASE)
_SELF_CHOSEN = re.compile(r"gebruiker|user|nick|screen|account|alias|pseudo|roep", re.IGNORECASE)
"""Words of a header of names that people chose themselves: those are made to be unlike."""
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_MOSTLY = 0.6


def count_naamgenoten(header: str, cellen: pd.Series) -> int:
    """Return how many cells repeat a name of one word, where a column holds mostly such names; 0 where it does not.

    A title and what stands before a surname are no words of the name.

    Examples
    --------
    >>> count_naamgenoten("Klant", pd.Series(["Mw. Hendriks", "Dhr. van der Laan", "Mw. Hendriks"]))
    1
    >>> count_naamgenoten("Klantnaam", pd.Series(["An Hendriks", "Jo Laan", "An Hendriks"]))
    0
    """
    gevuld = cellen.str.strip()
    gevuld = gevuld[~is_nobody(gevuld)]
    genoemd = bool(_NAME_HEADER.search(header)) and not _SELF_CHOSEN.search(header)
    if not genoemd and not holds_titled_names(header, gevuld):
        return 0
    verschillend = gevuld.drop_duplicates()
    enkel = {cel for cel in verschillend if _is_single(cel)}
    if len(enkel) < max(_MOSTLY * len(verschillend), 1):
        return 0
    eigen = gevuld[gevuld.isin(enkel)]
    return int(eigen.str.casefold().duplicated().sum())


def _is_single(cel: str) -> bool:
    """Return whether a cell is one name with a capital, apart from titles and prefixes, and no code."""
    if any(teken.isdigit() or teken in "_@" for teken in cel):
        return False
    lijsten = load_namenlijsten()
    woorden = [woord for woord in _WORD.findall(cel) if woord.casefold() not in lijsten.tussenvoegsels]
    namen = [woord for woord in woorden if woord.casefold() not in lijsten.aanwijzing_titel]
    return len(namen) == 1 and namen[0][0].isupper() and len(namen[0]) > 1
