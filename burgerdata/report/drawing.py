"""The figures of an answer, drawn from tables that went through the suppression plan."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path

import pandas as pd

from burgerdata import figures
from burgerdata.analysis import Antwoord, Tekening
from burgerdata.errors import MethodeError, PastNietError
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
    suppressed, gives no figure. A figure in parts counts once; one that fits no page is left out (``tell_te_groot``).
    """
    volgorde = sorted(antwoord.tekeningen, key=lambda tekening: not _has_marks(antwoord, tekening))
    koppen = [titel, *[None] * len(volgorde)]
    getekend = islice(_draw(antwoord, zip(volgorde, koppen, strict=False), stijl), meest)
    return tuple(blok for delen in getekend for blok in delen)


def draw_tabel(
    plot: Callable[..., Figuur], tabel: pd.DataFrame | None, bestand: str, *, stijl: str | Path | None = None
) -> tuple[Figuurblok, ...]:
    """Return the figure of this table, or nothing where there is no table or nothing in it can be drawn."""
    try:
        return () if tabel is None else (Figuurblok(plot(tabel, style_path=stijl), bestand),)
    except MethodeError:
        return ()


def tell_te_groot(antwoord: Antwoord, *, stijl: str | Path | None = None) -> tuple[str, ...]:
    """Return a sentence for each figure of this answer that fits no page: which, why, and what makes it smaller."""
    zinnen = []
    for tekening in antwoord.tekeningen:
        try:
            _plot(antwoord, tekening, None, stijl)
        except PastNietError as reden:
            bestand = _name_bestand(antwoord, tekening)
            zinnen.append(f"De figuur {bestand} staat hier niet. {reden} De tabel zegt hetzelfde.")
        except MethodeError:
            continue
    return tuple(zinnen)


def _has_marks(antwoord: Antwoord, tekening: Tekening) -> bool:
    tabel = antwoord.tabellen[tekening.tabel]
    return "verschilt" in tabel and bool(tabel["verschilt"].isin(["▲", "▼"]).any())


def _draw(
    antwoord: Antwoord, volgorde: Iterable[tuple[Tekening, str | None]], stijl: str | Path | None
) -> Iterator[tuple[Figuurblok, ...]]:
    for tekening, titel in volgorde:
        try:
            delen = _plot(antwoord, tekening, titel, stijl)
        except MethodeError:
            continue
        namen = [_name_bestand(antwoord, tekening, nummer) for nummer in range(1, len(delen) + 1)]
        yield tuple(Figuurblok(figuur, naam) for figuur, naam in zip(delen, namen, strict=True))


def _plot(
    antwoord: Antwoord, tekening: Tekening, titel: str | None, stijl: str | Path | None
) -> tuple[Figuur, ...]:
    """Return a figure, in parts where it goes on over pages."""
    tabel = antwoord.tabellen[tekening.tabel]
    if tekening.figuur == "bronnen":
        return figures.split_bronnen(tabel, titel=titel, style_path=stijl)
    plot = getattr(figures, f"plot_{tekening.figuur}")
    return (plot(tabel, titel=titel, style_path=stijl),)


def _name_bestand(antwoord: Antwoord, tekening: Tekening, deel: int = 1) -> str:
    achter = f"_deel{deel}" if deel > 1 else ""
    return cap_naam(f"{antwoord.id}_{tekening.tabel}{achter}")
