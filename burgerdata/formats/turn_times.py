"""Times of turns, as transcripts and tables write them."""

from __future__ import annotations

import re

TIME = r"(?P<tijd>\d{1,2}(?:[:.]\d{2}){1,2}(?:[.,]\d{1,3})?)"
_BEHIND_LABEL = re.compile(r"\s*[\[({#]\s*" + TIME + r"\s*[\])}#]\s*")
"""A time between a speaker and the words: "{R1} #00:01:12.0# Ik vond"."""
_TIME_ALONE = re.compile(r"\s*" + TIME + r"\s*(?:\n|$)")
"""A time behind a name in brackets, above the words, as Zoom writes it."""


def parse_seconds(tijd: str) -> float:
    """Return a time stamp in seconds, nan for an empty one; two parts are minutes and seconds.

    Examples
    --------
    >>> parse_seconds("00:01:02.500"), parse_seconds("12.30"), parse_seconds("1:02:03")
    (62.5, 750.0, 3723.0)
    """
    match = re.fullmatch(r"(?:(\d+)[:.])?(\d{1,2})[:.](\d{2})(?:[.,](\d{1,3}))?", tijd.strip())
    if match is None:
        return float("nan")
    uren, minuten, seconden, fractie = match.groups()
    return (
        int(uren or 0) * 3600
        + int(minuten) * 60
        + int(seconden)
        + (float(f"0.{fractie}") if fractie else 0.0)
    )


def find_words(match: re.Match[str], *, alone: bool) -> tuple[str, int]:
    """Return the time between a speaker and the words (``rest``), empty where there is none, and where the words begin.

    With ``alone`` it may stand without brackets, on a line above the words.
    """
    if match.group("rest") is None:
        return "", match.end()
    begin = match.start("rest")
    tijd = _BEHIND_LABEL.match(match.string, begin)
    if tijd is None and alone:
        tijd = _TIME_ALONE.match(match.string, begin)
    return (tijd.group("tijd"), tijd.end()) if tijd else ("", begin)
