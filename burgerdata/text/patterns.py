"""The patterns of a codebook: words and phrases with wildcards, made into regular expressions over folded text.

``wacht*`` is every word that begins so, ``*tijd`` that ends so, ``on*lijk`` with anything between; ``lange
wachttijd`` is a phrase. A match is always made of whole words. A hyphen in a pattern stands for a hyphen, a space or
nothing (``e-mail`` also finds "email"), and a space in a phrase may be a hyphen in the text. A wildcard reaches
over hyphens and apostrophes within a word (``thema*`` finds "thema's"), never over a space.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from burgerdata.text.folding import fold

_SEPARATORS = re.compile(r"[;\n\r]+")
_QUOTED = re.compile(r'^["“”„]\s*(.+?)\s*["“”]$')
_WILDCARD = r"(?:\w|['\-](?=\w))*"
_PIECES = re.compile(r"\*+|\s+|-|[^\s*\-]+")


@dataclass(frozen=True)
class Pattern:
    """One pattern as written, its regular expression, and the letters that every match must hold in one word.

    ``one_word`` says that a match never reaches over a space, so that words can be judged one at a time.
    """

    written: str
    regex: str
    anchor: str
    one_word: bool


def split_patterns(cell: str) -> list[str]:
    r"""Return the patterns of a cell, separated by semicolons or line ends, each once and in order.

    Quotation marks around a phrase are left out: they are how people write one, and nobody's answer holds them.

    Examples
    --------
    >>> split_patterns("wacht*; lange  rij;\nwacht*")
    ['wacht*', 'lange rij']
    >>> split_patterns('"duurt te lang"; \'s avonds')
    ['duurt te lang', "'s avonds"]
    """
    parts = (_QUOTED.sub(r"\1", " ".join(part.split())) for part in _SEPARATORS.split(cell))
    return list(dict.fromkeys(part for part in parts if part))


def compile_pattern(written: str) -> Pattern:
    """Return the pattern made ready; raises ValueError where fewer than two letters or digits are left to look for.

    Examples
    --------
    >>> import re
    >>> bool(re.search(compile_pattern("*tijd").regex, "de wachttijd is lang"))
    True
    """
    pieces = [fold(piece) for piece in _PIECES.findall(written.strip())]
    literals = re.findall(r"[^\W_]+", " ".join(pieces))
    if sum(map(len, literals)) < 2:
        raise ValueError(written)
    one_word = re.fullmatch(r"[\w*]+", "".join(pieces)) is not None
    body = "".join(_translate(piece) for piece in pieces)
    # Only where the pattern itself begins or ends with a letter does a boundary make sense: "24/7" yes, "c++" no.
    begin = r"(?<!\w)" if pieces[0][0].isalnum() or pieces[0][0] == "*" else ""
    end = r"(?!\w)" if pieces[-1][-1].isalnum() or pieces[-1][-1] == "*" else ""
    return Pattern(written, begin + body + end, max(literals, key=len), one_word)


def _translate(piece: str) -> str:
    if piece[0] == "*":
        return _WILDCARD
    if piece.isspace():
        return r"(?:\s+|\s*-\s*)"
    return r"(?:-|\s)?" if piece == "-" else re.escape(piece)


def join_patterns(patterns: tuple[Pattern, ...]) -> re.Pattern[str]:
    """Return one regular expression that finds any of the patterns, the longest written first."""
    in_order = sorted(range(len(patterns)), key=lambda place: (-len(patterns[place].written), place))
    return re.compile("|".join(f"(?P<p{place}>{patterns[place].regex})" for place in in_order))
