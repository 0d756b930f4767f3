"""Answers that answer nothing: "nvt", "-", "geen", "weet niet", "zie boven"."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from burgerdata.text.folding import fold

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
_KEYBOARD = re.compile(r"([^\d])\1*|asdf\w*|qwert\w*|(?:bla)+|[bcdfghjklmnpqrstvwxz]{4,}")
_CODE = re.compile(r"-(?:1|[789]{1,4})|9{2,5}")
"""What a file of numbers writes where there is no answer: 999, -1. Nobody writes that of himself."""
_MOST_WORDS = 9
_LONGEST = 200
_FILLER_WORDS = """
    ik i het dat er hier zo even nu echt nog verder verdere eigenlijk hoor sorry helaas dank u je bedankt op dit
    moment meer precies aan toe te over mee om heb voorlopig daar hiervan hierover overige bijzondere me zelf mij
    meteen direct zou'k ook gewoon
"""
_FILLERS = frozenset(_FILLER_WORDS.split())


@cache
def _phrases() -> frozenset[str]:
    lines = files("burgerdata.text").joinpath("geen_antwoord.txt").read_text("utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


def is_non_answer(text: str | None) -> bool:
    """Return whether a text is empty of content: nothing, signs only, or a phrase such as "nvt" or "weet niet".

    An answer that says more is an answer: "geen parkeerplaats" and "niet goed" stay. So does "geen klachten", which
    is an opinion. Numbers stay too, since a grade or a year may be what was asked, but for the codes of a missing answer.

    Examples
    --------
    >>> [is_non_answer(text) for text in ("n.v.t.", "-", "Ik zou het niet weten", "Geen", "geen parkeerplaats")]
    [True, True, True, True, False]
    >>> [is_non_answer(text) for text in ("999", "-99", "2019", "7", "999 keer gebeld")]
    [True, True, False, False, False]
    """
    if not isinstance(text, str) or not text.strip() or _CODE.fullmatch(text.strip()):
        return True
    words = _WORD.findall(fold(text) if len(text) <= _LONGEST else text)
    if len(words) > _MOST_WORDS:
        return False
    if not words or all(map(_KEYBOARD.fullmatch, words)):
        return True
    phrases = _phrases()
    rest = [word for word in words if word not in _FILLERS]
    # "Nee, geen opmerkingen" says no more than "geen opmerkingen".
    rest = rest[1:] if len(rest) > 1 and rest[0] in ("nee", "neen") else rest
    return " ".join(words) in phrases or " ".join(rest) in phrases
