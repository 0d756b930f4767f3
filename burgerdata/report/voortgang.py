"""How far a run is: a bar that fills on a terminal, a line per step anywhere else."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from threading import Lock
from typing import Self, TextIO

_BREED = 24
_VOL, _LEEG = "█", "░"


@dataclass
class Voortgang:
    """Tells what is being made and draws how much is done; steps may be told from several threads.

    Examples
    --------
    >>> import sys
    >>> balk = Voortgang(2, sys.stdout)
    >>> balk.tell("bestanden lezen")
      bestanden lezen …
    """

    stappen: int
    stroom: TextIO
    _klaar: int = field(default=-1, init=False)
    _slot: Lock = field(default_factory=Lock, init=False, repr=False)

    def tell(self, tekst: str) -> None:
        """Say which step begins; the one before it is done."""
        with self._slot:
            self._klaar = min(self._klaar + 1, self.stappen)
            if self.stroom.isatty():
                self._draw(f"{tekst} …")
            else:
                self.stroom.write(f"  {tekst} …\n")
                self.stroom.flush()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, soort: type[BaseException] | None, *_: object) -> None:
        """Leave the bar for what is printed next: full, or where it stood when something went wrong."""
        if not self.stroom.isatty() or self._klaar < 0:
            return
        if soort is None:
            self._klaar = self.stappen
            self._draw("klaar")
        self.stroom.write("\n")
        self.stroom.flush()

    def _draw(self, tekst: str) -> None:
        """Draw over the line before; what does not fit the terminal is cut, for a wrapped line cannot be drawn over."""
        vol = round(_BREED * self._klaar / self.stappen) if self.stappen else _BREED
        regel = f"  {_VOL * vol}{_LEEG * (_BREED - vol)} {self._klaar:>2}/{self.stappen}  {tekst}"
        breedte = max(shutil.get_terminal_size().columns - 1, 1)
        self.stroom.write(f"\r{regel[:breedte].ljust(breedte)}")
        self.stroom.flush()
