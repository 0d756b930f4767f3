"""The parts of Dutch compounds: "wachttijd" is also about "wachten" and "tijd"."""

from __future__ import annotations

from functools import lru_cache

_SHORTEST = 4
_SHORTEST_WHOLE = 7
_LINKS = ("s", "en", "", "e", "n")
# Endings that look like words but make no compound ("betaalbaarheid" is not about a "heid"), and short last words
# that do ("fietspad").
_ENDINGS = (
    "heid baar loos achtig lijk schap ende ingen eren ster atie elen erig zaam erij iteit isch aard rouwen"
)
_SHORT_LAST = "pad weg dag app uur bus wet eis kas zaal les arts plek site huis raad"
_BEGINNINGS = "over onder door achter voor tegen tussen daar waar hier elke mede terug samen gemeen vert"
_NOT_LAST = frozenset(_ENDINGS.split())
_NOT_FIRST = frozenset(_BEGINNINGS.split())
_LAST_WORDS = frozenset(_SHORT_LAST.split())


@lru_cache(maxsize=65536)
def split_compound(word: str) -> tuple[str, ...]:
    """Return the parts of a compound as lemmas, or nothing where a word is not seen to be one.

    A part is looked up like any other word, so that it counts with it ("wacht" and "wachten" are one lemma).
    Chosen is the split into two known words of at least four letters, with or without a linking sound, whose shorter part is
    longest; the parts may be split again. A word with a hyphen falls apart at the hyphen.

    Examples
    --------
    >>> split_compound("wachttijd"), split_compound("aangifteformulier"), split_compound("betaalbaarheid")
    (('wachten', 'tijd'), ('aangifte', 'formulier'), ())
    """
    if "-" in word:
        return tuple(part for part in word.split("-") if len(part) > 1)
    if len(word) < _SHORTEST_WHOLE or not word.isalpha():
        return ()
    best = _best_split(word)
    if best is None:
        return ()
    return tuple(piece for part in best for piece in (split_compound(part) or (_lemma(part),)))


def _best_split(word: str) -> tuple[str, str] | None:
    found: list[tuple[int, str, str]] = []
    for place in range(_SHORTEST, len(word) - 2):
        last = word[place:]
        first = _first_part(word[:place]) if _may_end(last) else None
        if first is not None:
            found.append((-min(len(first), len(last)), first, last))
    return min(found)[1:] if found else None


def _may_end(last: str) -> bool:
    return last in _LAST_WORDS or (len(last) >= _SHORTEST and last not in _NOT_LAST and _is_word(last))


def _first_part(begin: str) -> str | None:
    for link in _LINKS:
        first = begin.removesuffix(link)
        linked = first + link == begin
        if linked and len(first) >= _SHORTEST and first not in _NOT_FIRST and _is_word(first):
            return first
    return None


def _is_word(part: str) -> bool:
    import simplemma

    return bool(simplemma.is_known(part, lang="nl"))


def _lemma(part: str) -> str:
    import simplemma

    return str(simplemma.lemmatize(part, lang="nl")).lower().replace("_", "")
