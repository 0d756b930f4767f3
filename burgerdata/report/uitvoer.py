"""What an analyst asks of the outputs: the house style of the client, figures for slides, and a report that is settled."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from burgerdata.figures.style import use_style
from burgerdata.report.huisstijl import check_huisstijl


@dataclass(frozen=True)
class Uitvoer:
    """How a report comes out.

    ``huisstijl`` is a .docx whose styles the Word files take over, ``stijl`` a .mplstyle for the figures. With ``dia``
    every figure is also laid out for a slide; with ``vaststellen`` the report is no concept any more, if nothing
    stands in the way.

    Raises
    ------
    BronError
        When one of the two files is not what it should be; told before anything is calculated.

    Examples
    --------
    >>> Uitvoer(dia=True).stappen - Uitvoer().stappen
    1
    """

    huisstijl: str | Path | None = None
    stijl: str | Path | None = None
    dia: bool = False
    vaststellen: bool = False

    def __post_init__(self) -> None:
        if self.huisstijl is not None:
            check_huisstijl(Path(self.huisstijl))
        with use_style(self.stijl):
            pass

    @property
    def stappen(self) -> int:
        """Return how many times ``write_in_folder`` tells what it is making, at most."""
        return _STAPPEN + int(self.dia) + _VASTSTELLEN * int(self.vaststellen)


_STAPPEN = 7
_VASTSTELLEN = 5
"""Looking through the files, and two documents as Word and PDF once more."""
