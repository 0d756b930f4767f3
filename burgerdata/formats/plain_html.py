"""Text of a web editor as plain text: paragraphs and list items become lines, tags and entities go."""

from __future__ import annotations

import html
import re

import pandas as pd

_BREAK = re.compile(r"<(?:br|/p|/li|/h\d|/div|/tr)\b[^>]*>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_SCRIPT = re.compile(r"<(script|style)\b.*?</\1>", re.IGNORECASE | re.DOTALL)


def strip_html(tekst: str) -> str:
    r"""Return the text as a reader sees it; a text without tags keeps its signs, so that "a < b" stays what it is.

    Examples
    --------
    >>> strip_html("<p>Meer <b>groen</b> &amp; banken</p><ul><li>in de wijk</li></ul>")
    'Meer groen & banken\nin de wijk'
    >>> strip_html("3 < 4 & 5 > 2")
    '3 < 4 & 5 > 2'
    """
    if not _TAG.search(tekst):
        return html.unescape(tekst)
    kaal = html.unescape(_TAG.sub("", _BREAK.sub("\n", _SCRIPT.sub("", tekst))))
    return "\n".join(regel for deel in kaal.splitlines() if (regel := " ".join(deel.split())))


def strip_column(cellen: pd.Series) -> pd.Series:
    """Return the column without tags; each different cell is looked at once."""
    return cellen.map({cel: strip_html(cel) for cel in cellen.unique()}).astype("str")
