"""Short lists of words that say nothing about a subject; negations are never in them."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

_FILES = {"nl": "stopwoorden.txt", "en": "stopwords_en.txt"}
_NEGATIONS = "niet niets niks geen nooit nergens niemand noch zonder nauwelijks not no never nothing without"
NEGATIONS = frozenset(_NEGATIONS.split())


@cache
def read_stop_words(taal: str = "nl") -> frozenset[str]:
    """Return the stop words of a language ("nl" or "en"); empty for any other language.

    Examples
    --------
    >>> "de" in read_stop_words(), "niet" in read_stop_words()
    (True, False)
    """
    if taal not in _FILES:
        return frozenset()
    lines = files("burgerdata.text").joinpath(_FILES[taal]).read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split()) - NEGATIONS
