"""What stands under a table made by hand and is no record: totals of what is above, remarks, a legend."""

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
_FEWEST = 5
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


def find_appendix(frame: pd.DataFrame) -> pd.Series:
    """Return which rows are another table under this one, such as a legend: below a blank row, and of another make.

    Above the blank row the first column numbers the records; below it stands something else there, in rows that fill
    half of the columns at most.

    Examples
    --------
    >>> rijen = [[str(nummer), "7", "ja"] for nummer in range(1, 6)] + [["", "", ""], ["Legenda", "", ""]]
    >>> find_appendix(pd.DataFrame(rijen)).tolist()
    [False, False, False, False, False, False, True]
    """
    niets = pd.Series(False, index=frame.index, dtype="bool")
    leeg = find_blank_rows(frame)
    if not leeg.any() or frame.shape[1] < _WIDE:
        return niets
    eerste = frame[frame.columns[0]].astype("str").str.strip()
    los = ~eerste.str.fullmatch(r"\d+") & ~leeg & ~eerste.str.rstrip(": ").str.fullmatch(_WORD)
    begin = int(leeg.to_numpy().argmax())
    boven, onder = frame.iloc[:begin], frame.iloc[begin + 1 :][~leeg.iloc[begin + 1 :]]
    genummerd = not los.iloc[:begin].any() and eerste.iloc[:begin].is_unique
    if len(boven) < _FEWEST or not genummerd or not len(onder) or len(onder) > len(boven):
        return niets
    gevuld = (onder.astype("str").apply(lambda kolom: kolom.str.strip()) != "").sum(axis=1)
    anders = bool(los.loc[onder.index].any()) and bool((gevuld * 2 <= frame.shape[1]).all())
    return pd.Series(frame.index.isin(onder.index), index=frame.index, dtype="bool") if anders else niets


def note_totals(frame: pd.DataFrame, nummers: pd.Series, logboek: Logboek) -> pd.Series:
    """Return which rows are totals or another table, after a row in the logboek for each with its number in the source."""
    bijlage = find_appendix(frame)
    totaal = find_totals(frame[~bijlage]).reindex(frame.index, fill_value=False)
    for reden, weg in (("totaalrij", totaal), ("tussenkop", bijlage)):
        for rij in nummers[weg]:
            logboek.note(reden, rij=int(rij))
    return totaal | bijlage
