"""The text of an HTML document as Taguette counts it (bytes of UTF-8, tags not counted), made readable."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from html.parser import HTMLParser

import numpy as np
from numpy.typing import NDArray

_BLOCKS = frozenset(
    [
        "p",
        "div",
        "li",
        "ul",
        "ol",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "table",
        "tr",
        "br",
        "blockquote",
        "pre",
    ]
)
_HIDDEN = frozenset(["script", "style", "head", "title"])


@dataclass(frozen=True)
class Htmltekst:
    """The text with a line end after each block, and for each byte that Taguette counts its character in it."""

    tekst: str
    _plaats: NDArray[np.int64]

    def find(self, begin: int, eind: int) -> tuple[int, int]:
        r"""Return the characters between two byte offsets, (-1, -1) when there are no such bytes.

        Examples
        --------
        >>> html = read_html("<p>Een café</p><p>en thee</p>")
        >>> van, tot = html.find(4, 9)
        >>> html.tekst, html.tekst[van:tot]
        ('Een café\nen thee\n', 'café')
        """
        if not 0 <= begin < eind <= len(self._plaats):
            return -1, -1
        return int(self._plaats[begin]), int(self._plaats[eind - 1]) + 1


class _Lezer(HTMLParser):
    """Collects text as it stands in the source, and line ends where a block ends and the source has none."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.stukken: list[tuple[str, bool]] = []
        self._verborgen = 0

    def handle_data(self, data: str) -> None:
        if not self._verborgen:
            self.stukken.append((data, True))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._verborgen += tag in _HIDDEN
        self._break(tag)

    def handle_endtag(self, tag: str) -> None:
        self._verborgen = max(0, self._verborgen - (tag in _HIDDEN))
        self._break(tag)

    def _break(self, tag: str) -> None:
        if tag in _BLOCKS and self.stukken and not self.stukken[-1][0].endswith("\n"):
            self.stukken.append(("\n", False))


def read_html(html: str, *, from_start: bool = False) -> Htmltekst:
    """Return the text of an HTML document; with ``from_start`` blanks before its first word are counted too."""
    lezer = _Lezer()
    lezer.feed(html)
    lezer.close()
    stukken = lezer.stukken
    if not from_start:
        stukken = list(itertools.dropwhile(lambda stuk: not stuk[0].strip(), stukken))
    tekst = "".join(stuk for stuk, _ in stukken)
    telt = np.repeat([telt for _, telt in stukken], [len(stuk) for stuk, _ in stukken]).astype(np.bool_)
    breedte = np.array([len(teken.encode("utf-8", "surrogatepass")) for teken in tekst], dtype=np.int64)
    plaats = np.repeat(np.arange(len(tekst)), breedte * telt)
    return Htmltekst(tekst, plaats)
