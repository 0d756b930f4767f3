"""Totals at the bottom of a table made by hand: sums of what stands above, and no record."""

from __future__ import annotations

import re

import pandas as pd

from burgerdata.formats.headers import find_blank_rows
from burgerdata.intake.logboek import Logboek

_WORD = re.compile(
    r"(?:eind|sub|alge(?:heel|mene)[ -])?totaal(?:[ :].{0,30})?|(?:grand )?total|totalen|som|gemiddelde?|gem\.?|average|sum"
    r"|gesamt|summe",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\s*[-+]?\d[\d.,]*\s*%?\s*")
_NOTE = re.compile(
    r"(?:bron|noot|voetnoot|nb|n\.b\.|let op|peildatum|source|note)\s*:.*|\*.*", re.IGNORECASE | re.DOTALL
)
_MOST = 3
_WIDE = 3
"""In a narrower table a remark may be someone's answer."""


def find_totals(frame: pd.DataFrame) -> pd.Series:
    """Return which rows are totals: at the bottom, beginning with a word for it and holding numbers otherwise.

    A remark under the table ("Bron: …"), alone in its row, goes with them.

    Examples
    --------
    >>> tabel = pd.DataFrame({"plaats": ["Ede", "Ede", "", "Totaal"], "n": ["3", "4", "", "7"]})
    >>> find_totals(tabel).tolist()
    [False, False, False, True]
    """
    gevuld = frame.index[~find_blank_rows(frame)]
    totaal = []
    for plek in reversed(gevuld[1:][-_MOST:]):
        cellen = [cel.strip() for cel in frame.loc[plek] if cel.strip()]
        if frame.shape[1] >= _WIDE and len(cellen) == 1 and _NOTE.fullmatch(cellen[0]):
            totaal.append(plek)
            continue
        if not _WORD.fullmatch(cellen[0].rstrip(": ")) or not all(
            _NUMBER.fullmatch(cel) for cel in cellen[1:]
        ):
            break
        totaal.append(plek)
    return pd.Series(frame.index.isin(totaal), index=frame.index, dtype="bool")


def note_totals(frame: pd.DataFrame, nummers: pd.Series, logboek: Logboek) -> pd.Series:
    """Return which rows are totals, after a row in the logboek for each with its number in the source."""
    totaal = find_totals(frame)
    for rij in nummers[totaal]:
        logboek.note("totaalrij", rij=int(rij))
    return totaal
