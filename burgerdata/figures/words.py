"""Small Dutch phrases for labels and alt texts."""

from __future__ import annotations

import math
from itertools import islice

import pandas as pd

from burgerdata.figures.preparation import numbers, texts
from burgerdata.findings.number_words import say_aantal
from burgerdata.getallen import format_procent, join_woorden, round_half_up

KLEIN = 0.05
"""Shares under this are not written beside a bar; the table has them."""


def format_aandeel(aandeel: float) -> str:
    """Return a share as a label: a whole percentage, and under 5% only that it is less.

    Examples
    --------
    >>> format_aandeel(0.184), format_aandeel(0.031), format_aandeel(0.0)
    ('18%', '<5%', '0%')
    """
    if aandeel == 0:
        return "0%"
    return "<5%" if round_half_up(aandeel, 2) < KLEIN else format_procent(aandeel)


def format_grenzen(grenzen: tuple[float, float]) -> str:
    """Return both ends of the interval of a share between brackets, as whole percentages without a sign; empty for none.

    Examples
    --------
    >>> format_grenzen((0.541, 0.62)), format_grenzen((float("nan"), float("nan")))
    ('(54–62)', '')
    """
    if any(math.isnan(grens) for grens in grenzen):
        return ""
    onder, boven = (format_procent(grens).removesuffix("%") for grens in grenzen)
    return f"({onder}–{boven})"


def count_woord(aantal: int) -> str:
    """Return a small number as a word.

    Examples
    --------
    >>> count_woord(4), count_woord(25)
    ('vier', '25')
    """
    return say_aantal(aantal)


def tell_grootste(tabel: pd.DataFrame, *, aantal: int, kolom: str = "label") -> str:
    """Return the largest shares of a table as one sentence; what is suppressed is not among them.

    Examples
    --------
    >>> tell_grootste(pd.DataFrame({"label": ["nee", "ja"], "aandeel": [0.4, 0.6]}), aantal=2)
    'Het vaakst genoemd: ja (60%) en nee (40%).'
    """
    waarden = numbers(tabel, "aandeel").dropna().sort_values(ascending=False, kind="stable")
    namen = texts(tabel, kolom)
    paren = zip(namen[waarden.index], waarden, strict=True)
    grootste = [f"{naam} ({format_aandeel(waarde)})" for naam, waarde in islice(paren, aantal)]
    return f"Het vaakst genoemd: {join_woorden(grootste)}." if grootste else ""
