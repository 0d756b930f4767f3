"""A piece of a text that somebody says, by its place."""

from __future__ import annotations

from typing import NamedTuple


class Stuk(NamedTuple):
    """A piece of a text: who speaks (empty where nobody is named) and its place, end exclusive."""

    spreker: str
    begin: int
    eind: int

    def trim(self, tekst: str) -> Stuk:
        """Return the piece of this text without the blanks around it."""
        inhoud = tekst[self.begin : self.eind]
        begin = self.begin + len(inhoud) - len(inhoud.lstrip())
        return self._replace(begin=begin, eind=begin + len(inhoud.strip()))
