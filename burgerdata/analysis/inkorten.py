"""A text that is too long for its place."""

from __future__ import annotations


def shorten(tekst: str, lengte: int) -> str:
    """Return the text cut at a word boundary, with an ellipsis.

    Examples
    --------
    >>> shorten("Een lange zin", 9)
    'Een…'
    """
    if len(tekst) <= lengte:
        return tekst
    kort = tekst[: lengte - 1]
    return f"{(kort.rsplit(' ', 1)[0] if ' ' in kort else kort).rstrip(' ,;:')}…"
