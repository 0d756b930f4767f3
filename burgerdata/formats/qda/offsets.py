"""Offsets of coding software made into characters of the text, and held against the quote that the software gives.

Programs count differently: a line end is one sign or two, a sign outside the basic plane is one or two, a mark at the
begin of a file counts or not. Per document the way of counting is taken under which most quotes agree.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

_AFWIJKT = "codering_wijkt_af"
NIET_VERGELEKEN = "codering_niet_vergeleken"
_LONGEST_LABEL = 60
"""A name this long is what the software quotes, cut off; a shorter one may be a label that somebody typed."""
_SAME = str.maketrans(dict.fromkeys("‘’‚‛`´", "'") | dict.fromkeys("“”„‟«»", '"') | dict.fromkeys("–—", "-"))
_ZERO_WIDTH = re.compile("[\ufeff\u200b\u00ad]")


class Plek(NamedTuple):
    """A span with the quote or name that the software gives it; ``vergeleken`` says whether the text there was verified.

    ``op_grenzen`` tells that words and sentences verified it, for want of a quote.
    """

    begin: int
    eind: int
    citaat: str
    reden: str = ""
    vergeleken: bool = False
    op_grenzen: bool = False


Weger = Callable[[Sequence[Plek]], list[float]]
"""How well each span lies where it is, for want of a quote."""


def place_all(
    tekst: str, plekken: Sequence[Plek], *, is_citaat: bool = False, weeg: Weger | None = None
) -> list[Plek]:
    r"""Return the spans in characters of ``tekst``; one that does not agree with its quote gets a reason.

    With ``is_citaat`` every name is a quote; else a short name that occurs nowhere in the text is a label. Where quotes
    tell no way of counting, ``weeg`` does.

    Examples
    --------
    >>> place_all("Een\r\ntwee drie", [Plek(4, 8, "twee"), Plek(9, 13, "drie")])[0][:2]
    (5, 9)
    >>> place_all("Een twee drie", [Plek(3, 7, "drie")])[0].reden
    'codering_wijkt_af'
    """
    tellingen = [telling for maak in _COUNTS if (telling := maak(tekst)) is not None]
    pogingen = [[_place(tekst, plek, telling) for plek in plekken] for telling in tellingen]

    def score(poging: list[Plek]) -> tuple[int, float]:
        los = [plek for plek in poging if not plek.vergeleken]
        return len(poging) - len(los), sum(weeg(los)) if weeg else 0.0

    beste = max(pogingen, key=score)
    dicht = squeeze(tekst)
    return [_judge(plek, oud, tekst, dicht, is_citaat) for plek, oud in zip(beste, plekken, strict=True)]


def _place(tekst: str, plek: Plek, telling: NDArray[np.int64]) -> Plek:
    """Return the span in characters, -1 where it lies outside the text."""
    if plek.reden or not 0 <= plek.begin < plek.eind < len(telling):
        return plek._replace(begin=-1, eind=-1)
    begin, eind = int(telling[plek.begin]), int(telling[plek.eind])
    return plek._replace(begin=begin, eind=eind, vergeleken=agrees(tekst[begin:eind], plek.citaat))


def agrees(stuk: str, citaat: str) -> bool:
    """Return whether a span is what the software quotes, which may be cut off and have other quotation marks.

    Examples
    --------
    >>> agrees("It’s  fine, really", "It's fine…"), agrees("It’s fine", "fine")
    (True, False)
    """
    kort = squeeze(citaat)
    afgekapt = kort.endswith(("…", "..."))
    kort = kort.rstrip("….") if afgekapt else kort
    dicht = squeeze(stuk)
    begin = afgekapt or len(citaat) >= _LONGEST_LABEL
    return bool(kort) and (dicht == kort or (begin and dicht.startswith(kort)))


def _judge(plek: Plek, oud: Plek, tekst: str, dicht: str, is_citaat: bool) -> Plek:
    if plek.reden or plek.vergeleken:
        return plek
    if plek.begin < 0 or not tekst[plek.begin : plek.eind].strip():
        return plek._replace(begin=-1, eind=-1, reden=_AFWIJKT)
    kort = squeeze(plek.citaat).rstrip("….")
    if is_citaat and not kort:
        return plek._replace(begin=-1, eind=-1, reden=NIET_VERGELEKEN)
    if kort and (
        is_citaat
        or plek.citaat.endswith(("…", "..."))
        or len(plek.citaat) >= _LONGEST_LABEL
        or abs(len(plek.citaat) - (oud.eind - oud.begin)) <= 1
        or kort in dicht
    ):
        return plek._replace(begin=-1, eind=-1, reden=_AFWIJKT)
    return plek


def squeeze(tekst: str) -> str:
    """Return a text without blanks and invisible signs, with one kind of quotation mark."""
    return "".join(_ZERO_WIDTH.sub("", tekst).split()).translate(_SAME)


def _count_characters(tekst: str) -> NDArray[np.int64]:
    return np.arange(len(tekst) + 1)


def _count_lines_once(tekst: str) -> NDArray[np.int64] | None:
    """Return the places when a line end of two signs counts as one."""
    if "\r\n" not in tekst:
        return None
    houden = np.ones(len(tekst) + 1, dtype=np.bool_)
    houden[[match.start() + 1 for match in re.finditer("\r\n", tekst)]] = False
    return np.flatnonzero(houden)


def _count_lines_twice(tekst: str) -> NDArray[np.int64] | None:
    """Return the places when a line end of one sign counts as two."""
    if "\n" not in tekst or "\r" in tekst:
        return None
    return np.repeat(np.arange(len(tekst) + 1), [2 if teken == "\n" else 1 for teken in f"{tekst} "])


def _count_utf16(tekst: str) -> NDArray[np.int64] | None:
    """Return the places when a sign outside the basic plane counts as two."""
    if tekst.isascii() or max(tekst) <= "\uffff":
        return None
    return np.repeat(np.arange(len(tekst) + 1), [2 if teken > "\uffff" else 1 for teken in f"{tekst} "])


def _count_utf16_lines_once(tekst: str) -> NDArray[np.int64] | None:
    wijd, regels = _count_utf16(tekst), _count_lines_once(tekst)
    return None if wijd is None or regels is None else wijd[np.isin(wijd, regels)]


def _count_mark(tekst: str) -> NDArray[np.int64]:
    """Return the places when the mark at the begin of the file counts as a sign."""
    return np.concatenate([[0], np.arange(len(tekst) + 1)])


def _count_lines_once_and_mark(tekst: str) -> NDArray[np.int64] | None:
    regels = _count_lines_once(tekst)
    return None if regels is None else np.concatenate([[0], regels])


_COUNTS: tuple[Callable[[str], NDArray[np.int64] | None], ...] = (
    _count_characters,
    _count_lines_once,
    _count_utf16,
    _count_utf16_lines_once,
    _count_lines_twice,
    _count_mark,
    _count_lines_once_and_mark,
)
"""The ways of counting, the plainest first: it is taken when no quote tells another one."""
