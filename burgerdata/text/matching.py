"""Where the patterns of themes stand in texts; a text is searched only for themes whose letters it holds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from burgerdata.text.folding import WORD, fold_with_offsets, unfold_span
from burgerdata.text.patterns import Pattern, join_patterns
from burgerdata.text.thema import Thema

Hit = tuple[int, str, int, int, str]
Span = tuple[int, int, str]
_SENTENCE = re.compile(r"[^.!?\n]*[.!?\n]*")


class _Searcher:
    """The patterns of one column of one theme, as one regular expression."""

    def __init__(self, patterns: tuple[Pattern, ...]) -> None:
        self._patterns = patterns
        self._regex = join_patterns(patterns)

    def find(self, folded: str) -> Iterator[Span]:
        for match in self._regex.finditer(folded):
            if match.end() > match.start():
                place = int((match.lastgroup or "p0")[1:])
                yield match.start(), match.end(), self._patterns[place].written


class Matcher:
    """All patterns of a codebook, made ready to be found in many texts."""

    def __init__(self, themas: Sequence[Thema], niet_geldt: str) -> None:
        used = [thema for thema in themas if thema.wel]
        self._ids = [thema.thema_id for thema in used]
        self._include = [_Searcher(thema.wel) for thema in used]
        self._exclude = [_Searcher(thema.niet) if thema.niet else None for thema in used]
        self._anchors = [(pattern.anchor, nr) for nr, thema in enumerate(used) for pattern in thema.wel]
        self._reach = niet_geldt
        # A word is looked at once, however many answers use it: which themes have a pattern with its letters.
        self._by_word: dict[str, tuple[int, ...]] = {}

    def find(self, texts: Sequence[str | None]) -> list[Hit]:
        """Return every hit in the order of the texts, then of the themes, then of the place."""
        known: dict[str, list[tuple[int, Span]]] = {}
        hits: list[Hit] = []
        for nr, text in enumerate(texts):
            if not isinstance(text, str):
                continue
            if text not in known:
                known[text] = self._find_in(text)
            hits += [(nr, self._ids[theme], *span) for theme, span in known[text]]
        return hits

    def _find_in(self, text: str) -> list[tuple[int, Span]]:
        folded, offsets = fold_with_offsets(text)
        found = []
        for theme in sorted({theme for word in WORD.findall(folded) for theme in self._themes_of(word)}):
            for begin, end, written in self._kept(theme, folded):
                found.append((theme, (*unfold_span(begin, end, offsets, text), written)))
        return found

    def _themes_of(self, word: str) -> tuple[int, ...]:
        if word not in self._by_word:
            self._by_word[word] = tuple({nr for anchor, nr in self._anchors if anchor in word})
        return self._by_word[word]

    def _kept(self, theme: int, folded: str) -> list[Span]:
        hits = list(self._include[theme].find(folded))
        excluder = self._exclude[theme]
        if not hits or excluder is None:
            return hits
        barred = [(begin, end) for begin, end, _ in excluder.find(folded)]
        if barred and self._reach == "tekst":
            return []
        if self._reach == "zin":
            sentences = [match.span() for match in _SENTENCE.finditer(folded)]
            barred = [zin for zin in sentences if any(zin[0] <= begin < zin[1] for begin, _ in barred)]
        return [hit for hit in hits if not any(hit[0] < end and begin < hit[1] for begin, end in barred)]
