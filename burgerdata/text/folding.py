"""Text as a matcher sees it: lower case, without diacritics, with one kind of quote; offsets stay traceable."""

from __future__ import annotations

import re
import unicodedata

_QUOTES = str.maketrans({"\u2019": "'", "\u2018": "'", "`": "'", "\u00b4": "'", "\u02bc": "'"})
_HYPHENS = str.maketrans({"\u2010": "-", "\u2011": "-", "\u2013": "-", "\u2014": "-"})
TOKEN = re.compile(r"\w+(?:['\-]\w+)*")


def _fold_char(char: str) -> str:
    decomposed = unicodedata.normalize("NFKD", char.translate(_QUOTES).translate(_HYPHENS))
    return "".join(part for part in decomposed if not unicodedata.combining(part)).casefold()


def fold(text: str) -> str:
    """Return the text in lower case, without diacritics and with plain quotes and hyphens.

    Examples
    --------
    >>> fold("Café \u2019s Avonds")
    "cafe 's avonds"
    """
    return text.lower() if text.isascii() else "".join(map(_fold_char, text))


def fold_with_offsets(text: str) -> tuple[str, list[int] | None]:
    """Return the folded text and, per folded character, its place in the text; None where both are equally long.

    The list has one more entry than the folded text, so that the end of a match can be looked up too. Combining
    marks of their own and ligatures change the length; a plain accent does not.
    """
    if text.isascii():
        return text.lower(), None
    pieces = [_fold_char(char) for char in text]
    if all(len(piece) == 1 for piece in pieces):
        return "".join(pieces), None
    offsets = [place for place, piece in enumerate(pieces) for _ in piece]
    return "".join(pieces), [*offsets, len(text)]


def unfold_span(begin: int, end: int, offsets: list[int] | None, text: str) -> tuple[int, int]:
    """Return the span in the text itself that belongs to a span in the folded text."""
    if offsets is None:
        return begin, end
    last = offsets[end - 1] + 1
    while last < len(text) and unicodedata.combining(text[last]):
        last += 1
    return offsets[begin], last
