"""A document cut in pieces with their places: turns when it reads as a transcript, else its paragraphs."""

from __future__ import annotations

import re

from burgerdata.formats.speakers import find_turns
from burgerdata.formats.stuk import Stuk
from burgerdata.formats.text import is_transcript

_PARAGRAPH = re.compile(r"[^\s][^\r\n]*")


def split_document(tekst: str) -> list[Stuk]:
    r"""Return the pieces of a document in order; ``tekst[begin:eind]`` is a piece without blanks around it.

    Examples
    --------
    >>> [(stuk.spreker, stuk.begin, stuk.eind) for stuk in split_document("M: Welkom.\nR1: Dank u.\nM: Wie?")]
    [('M', 3, 10), ('R1', 15, 22), ('M', 26, 30)]
    >>> [stuk.begin for stuk in split_document("Een zin.\n\nNog een.")]
    [0, 10]
    """
    if is_transcript(tekst) and (beurten := find_turns(tekst)):
        return beurten
    return [
        Stuk("", match.start(), match.start() + len(match.group().rstrip()))
        for match in _PARAGRAPH.finditer(tekst)
    ]
