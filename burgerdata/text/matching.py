"""Where the patterns of themes stand in texts; a word is looked at once, however many answers use it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from burgerdata.text.folding import TOKEN, fold_with_offsets, unfold_span
from burgerdata.text.patterns import Pattern, join_patterns
from burgerdata.text.thema import Thema

Span = tuple[int, int, str]
Hit = tuple[int, str, int, int, str]
_SENTENCE = re.compile(r"[^.!?\n]+[.!?\n]*|[.!?\n]+")


class _Searcher:
    """Patterns as one regular expression that says which of them was found."""

    def __init__(self, patterns: Sequence[Pattern]) -> None:
        self.patterns = tuple(patterns)
        self._regex = join_patterns(self.patterns)

    def find(self, folded: str) -> list[Span]:
        """Return where the patterns stand, without overlap: the first, then the longest as written."""
        return [
            (match.start(), match.end(), self.patterns[int((match.lastgroup or "p0")[1:])].written)
            for match in (self._regex.finditer(folded) if self.patterns else ())
            if match.end() > match.start()
        ]


class Matcher:
    """All patterns of a codebook, made ready to be found in many texts."""

    def __init__(self, themas: Sequence[Thema], niet_geldt: str) -> None:
        used = [thema for thema in themas if thema.wel]
        self._ids = [thema.thema_id for thema in used]
        self._include = [_Searcher(thema.wel) for thema in used]
        self._words = [_Searcher([pattern for pattern in thema.wel if pattern.one_word]) for thema in used]
        self._exclude = [_Searcher(thema.niet) for thema in used]
        self._phrases = [
            (pattern.anchor, nr)
            for nr, thema in enumerate(used)
            for pattern in thema.wel
            if not pattern.one_word
        ]
        self._reach = niet_geldt
        self._seen: dict[str, tuple[tuple[tuple[int, Span], ...], frozenset[int]]] = {}

    def find(self, texts: Sequence[str | None]) -> list[Hit]:
        """Return every hit in the order of the texts, then of the themes, then of the place."""
        hits: list[Hit] = []
        for nr, text in enumerate(texts):
            if isinstance(text, str):
                hits += [(nr, self._ids[theme], *span) for theme, span in self._find_in(text)]
        return hits

    def _find_in(self, text: str) -> list[tuple[int, Span]]:
        folded, offsets = fold_with_offsets(text)
        found, searched = self._by_word(folded)
        for theme in searched:
            found += [(theme, span) for span in self._include[theme].find(folded)]
        if found:
            found = self._without_excluded(found, folded)
        found.sort()
        if offsets is None:
            return found
        return [
            (theme, (*unfold_span(begin, end, offsets, text), written))
            for theme, (begin, end, written) in found
        ]

    def _by_word(self, folded: str) -> tuple[list[tuple[int, Span]], set[int]]:
        """Return the hits within single words, and the themes whose phrases make it needed to search the text."""
        found: list[tuple[int, Span]] = []
        searched: set[int] = set()
        for match in TOKEN.finditer(folded):
            word = match.group()
            hits, phrases = self._seen.get(word) or self._look_at(word)
            place = match.start()
            found += [(theme, (place + begin, place + end, written)) for theme, (begin, end, written) in hits]
            searched |= phrases
        return [hit for hit in found if hit[0] not in searched] if searched else found, searched

    def _look_at(self, word: str) -> tuple[tuple[tuple[int, Span], ...], frozenset[int]]:
        hits = tuple(
            (theme, span) for theme, searcher in enumerate(self._words) for span in searcher.find(word)
        )
        phrases = frozenset(theme for anchor, theme in self._phrases if anchor in word)
        self._seen[word] = (hits, phrases)
        return hits, phrases

    def _without_excluded(self, found: list[tuple[int, Span]], folded: str) -> list[tuple[int, Span]]:
        barred = {theme: self._barred(theme, folded) for theme in {theme for theme, _ in found}}
        return [
            (theme, span)
            for theme, span in found
            if not any(span[0] < end and begin < span[1] for begin, end in barred[theme])
        ]

    def _barred(self, theme: int, folded: str) -> list[tuple[int, int]]:
        spans = [(begin, end) for begin, end, _ in self._exclude[theme].find(folded)]
        if not spans or self._reach == "woord":
            return spans
        if self._reach == "tekst":
            return [(0, len(folded))]
        sentences = [match.span() for match in _SENTENCE.finditer(folded)]
        return [zin for zin in sentences if any(zin[0] <= begin < zin[1] for begin, _ in spans)]
