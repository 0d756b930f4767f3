"""Times of turns, as transcripts and tables write them."""

from __future__ import annotations

import re


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
