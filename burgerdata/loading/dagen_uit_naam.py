"""First and last day of a wave or a talk as the name of its file tells them: a proposal for the analyst to check."""

from __future__ import annotations

import re
from calendar import monthrange
from contextlib import suppress
from datetime import date
from pathlib import PurePosixPath

from burgerdata.loading.golfvolgorde import read_moment
from burgerdata.settings import Levering

_EXPORT = re.compile(r"export|download|extract|gegenereerd|opgeslagen|backup", re.IGNORECASE)
"""Words beside the day on which a file was made, which says nothing of when people were asked."""


def propose_dagen(levering: Levering) -> dict[str, tuple[date, date]]:
    """Return wave → first and last day, of the waves whose file name has a month and a year; a talk has an empty name.

    A month without a day is the whole month. A survey of one wave proposes nothing: the day in its name is mostly
    that of the export, and so is a day for a talk without its number.

    Examples
    --------
    >>> panel = Levering("p", "klantpanel", metingen={"nul": "panel_nov2025.sav", "een": "panel mei.sav"})
    >>> {naam: tuple(map(str, dagen)) for naam, dagen in propose_dagen(panel).items()}
    {'nul': ('2025-11-01', '2025-11-30')}
    """
    if len(levering.metingen) > 1:
        gevonden = {naam: _read_dagen(bestand) for naam, bestand in levering.metingen.items()}
    elif levering.panel or levering.instrument == "klantpanel":
        gevonden = {"": _read_dagen(levering.bestanden[0])}
    elif levering.instrument == "focusgroep":
        gevonden = {"": _span([_read_dagen(bestand, heel=True) for bestand in levering.bestanden])}
    else:
        return {}
    return {naam: dagen for naam, dagen in gevonden.items() if dagen is not None}


def _read_dagen(bestand: str, *, heel: bool = False) -> tuple[date, date] | None:
    """Return the days that a file name tells; with ``heel`` only where it tells the day itself."""
    naam = PurePosixPath(bestand).stem
    jaar, maand, dag = (
        (0, 0, 0) if _EXPORT.search(naam) else read_moment(PurePosixPath(bestand).name) or (0, 0, 0)
    )
    if not jaar or not maand or (heel and not dag):
        return None
    with suppress(ValueError):  # no such day
        return date(jaar, maand, dag or 1), date(jaar, maand, dag or monthrange(jaar, maand)[1])
    return None


def _span(dagen: list[tuple[date, date] | None]) -> tuple[date, date] | None:
    """Return the first and the last of some days; None where one of them is not known."""
    bekend = [paar for paar in dagen if paar is not None]
    if len(bekend) < len(dagen) or not bekend:
        return None
    return min(begin for begin, _ in bekend), max(eind for _, eind in bekend)
