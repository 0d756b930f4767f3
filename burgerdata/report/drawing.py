"""The figures of an answer, drawn from tables that went through the suppression plan."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path

import pandas as pd

from burgerdata import figures
from burgerdata.analysis import Antwoord, Tekening
from burgerdata.errors import MethodeError
from burgerdata.figures import Figuur
from burgerdata.report.blocks import Figuurblok
from burgerdata.report.file_names import cap_naam


def draw_antwoord(
    antwoord: Antwoord,
    *,
    titel: str | None = None,
    meest: int | None = None,
    stijl: str | Path | None = None,
) -> tuple[Figuurblok, ...]:
    """Return the figures of this answer, those with a tested difference first; at most ``meest`` of them.

    ``titel`` replaces the title of the first; ``stijl`` is a style file of matplotlib. A table without anything left to draw, because every cell is
    suppressed, gives no figure.
    """
    volgorde = sorted(antwoord.tekeningen, key=lambda tekening: not _has_marks(antwoord, tekening))
    koppen = [titel, *[None] * len(volgorde)]
    return tuple(islice(_draw(antwoord, zip(volgorde, koppen, strict=False), stijl), meest))


def draw_tabel(
    plot: Callable[..., Figuur], tabel: pd.DataFrame | None, bestand: str, *, stijl: str | Path | None = None
) -> tuple[Figuurblok, ...]:
    """Return the figure of this table, or nothing where there is no table or nothing in it can be drawn."""
    try:
        return () if tabel is None else (Figuurblok(plot(tabel, style_path=stijl), bestand),)
    except MethodeError:
        return ()


def _has_marks(antwoord: Antwoord, tekening: Tekening) -> bool:
    tabel = antwoord.tabellen[tekening.tabel]
    return "verschilt" in tabel and bool(tabel["verschilt"].isin(["▲", "▼"]).any())


def _draw(
    antwoord: Antwoord, volgorde: Iterable[tuple[Tekening, str | None]], stijl: str | Path | None
) -> Iterator[Figuurblok]:
    for tekening, titel in volgorde:
        plot = getattr(figures, f"plot_{tekening.figuur}")
        try:
            figuur: Figuur = plot(antwoord.tabellen[tekening.tabel], titel=titel, style_path=stijl)
        except MethodeError:
            continue
        yield Figuurblok(figuur, cap_naam(f"{antwoord.id}_{tekening.tabel}"))
