"""The figures of an answer, drawn from tables that went through the suppression plan."""

from __future__ import annotations

from collections.abc import Iterator

from burgerdata import figures
from burgerdata.analysis import Antwoord
from burgerdata.errors import MethodeError
from burgerdata.figures import Figuur
from burgerdata.report.blocks import Figuurblok


def draw_antwoord(antwoord: Antwoord, *, titel: str | None = None) -> tuple[Figuurblok, ...]:
    """Return the figures of this answer in their order; ``titel`` replaces the title of the first.

    A table without anything left to draw, because every cell is suppressed, gives no figure.
    """
    return tuple(_draw(antwoord, titel))


def _draw(antwoord: Antwoord, titel: str | None) -> Iterator[Figuurblok]:
    for nummer, tekening in enumerate(antwoord.tekeningen):
        plot = getattr(figures, f"plot_{tekening.figuur}")
        try:
            figuur: Figuur = plot(antwoord.tabellen[tekening.tabel], titel=titel if nummer == 0 else None)
        except MethodeError:
            continue
        yield Figuurblok(figuur, f"{antwoord.id}_{tekening.tabel}")
