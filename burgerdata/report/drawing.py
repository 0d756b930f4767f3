"""The figures of an answer, drawn from tables that went through the suppression plan."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice

import pandas as pd

from burgerdata import figures
from burgerdata.analysis import Antwoord, Tekening
from burgerdata.errors import MethodeError
from burgerdata.figures import Figuur
from burgerdata.report.blocks import Figuurblok


def draw_antwoord(
    antwoord: Antwoord, *, titel: str | None = None, meest: int | None = None
) -> tuple[Figuurblok, ...]:
    """Return the figures of this answer, those with a tested difference first; at most ``meest`` of them.

    ``titel`` replaces the title of the first. A table without anything left to draw, because every cell is
    suppressed, gives no figure.
    """
    volgorde = sorted(antwoord.tekeningen, key=lambda tekening: not _has_marks(antwoord, tekening))
    return tuple(islice(_draw(antwoord, volgorde, titel), meest))


def draw_tabel(
    plot: Callable[..., Figuur], tabel: pd.DataFrame | None, bestand: str
) -> tuple[Figuurblok, ...]:
    """Return the figure of this table, or nothing where there is no table or nothing in it can be drawn."""
    try:
        return () if tabel is None else (Figuurblok(plot(tabel), bestand),)
    except MethodeError:
        return ()


def _has_marks(antwoord: Antwoord, tekening: Tekening) -> bool:
    tabel = antwoord.tabellen[tekening.tabel]
    return "verschilt" in tabel and bool(tabel["verschilt"].isin(["▲", "▼"]).any())


def _draw(antwoord: Antwoord, volgorde: list[Tekening], titel: str | None) -> Iterator[Figuurblok]:
    for nummer, tekening in enumerate(volgorde):
        plot = getattr(figures, f"plot_{tekening.figuur}")
        try:
            figuur: Figuur = plot(antwoord.tabellen[tekening.tabel], titel=titel if nummer == 0 else None)
        except MethodeError:
            continue
        yield Figuurblok(figuur, f"{antwoord.id}_{tekening.tabel}")
