"""How wide the columns of a table are on paper, so that a word stays whole and long cells get the room."""

from __future__ import annotations

import re

import pandas as pd

REGEL = 92
"""Letters on a line of a table, 16 cm wide in 8 points; bold capitals and digits are wider, hence not 100."""
_RAND = 2
"""The room beside the text of a cell, in letters."""
_LANGSTE_WOORD, _LANGSTE_CEL = 26, 60
_BREEK = re.compile(r"[\s_/|\u200b]+")


def measure_columns(tabel: pd.DataFrame) -> tuple[float, ...]:
    """Return the width of each column in percent of the line: at least its longest word, the rest by what cells hold.

    A table that needs less than a line is narrower than one; a column whose words cannot all stay whole shares what
    there is.

    Examples
    --------
    >>> measure_columns(pd.DataFrame({"antwoord": ["eens", "oneens"], "n": ["31", "9"]}))
    (10.9, 4.3)
    """
    delen = [[str(kolom), *tabel.iloc[:, nr].astype("str")] for nr, kolom in enumerate(tabel.columns)]
    minst = [min(max(map(_longest_word, teksten)), _LANGSTE_WOORD) + _RAND for teksten in delen]
    meest = [
        max(laag, min(max(map(len, teksten)), _LANGSTE_CEL) + _RAND)
        for laag, teksten in zip(minst, delen, strict=True)
    ]
    return tuple(round(100 * breedte / REGEL, 1) for breedte in _divide(minst, meest))


def _divide(minst: list[int], meest: list[int]) -> list[float]:
    if sum(meest) <= REGEL:
        return [float(breedte) for breedte in meest]
    if sum(minst) >= REGEL:
        return [breedte * REGEL / sum(minst) for breedte in minst]
    over = (REGEL - sum(minst)) / (sum(meest) - sum(minst))
    return [laag + over * (hoog - laag) for laag, hoog in zip(minst, meest, strict=True)]


def _longest_word(tekst: str) -> int:
    return max(map(len, _BREEK.split(tekst)), default=0)
