"""First and last day of a wave as the name of its file tells its month: a proposal for the analyst to check."""

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
    """Return wave → first and last day, of the waves whose file name has a month and a year; an only wave has an empty name.

    A month without a day is the whole month.

    Examples
    --------
    >>> panel = Levering("p", "klantpanel", metingen={"nul": "panel_nov2025.sav", "een": "panel mei.sav"})
    >>> {naam: tuple(map(str, dagen)) for naam, dagen in propose_dagen(panel).items()}
    {'nul': ('2025-11-01', '2025-11-30')}
    """
    bestanden = levering.metingen if len(levering.metingen) > 1 else {"": levering.bestanden[0]}
    gevonden = {naam: _read_dagen(bestand) for naam, bestand in bestanden.items()}
    return {naam: dagen for naam, dagen in gevonden.items() if dagen is not None}


def names_export(bestand: str) -> bool:
    """Return whether the name of a file says that a day in it is that of the export."""
    return _EXPORT.search(PurePosixPath(bestand).stem) is not None


def _read_dagen(bestand: str) -> tuple[date, date] | None:
    jaar, maand, dag = (
        (0, 0, 0) if names_export(bestand) else read_moment(PurePosixPath(bestand).name) or (0, 0, 0)
    )
    if not jaar or not maand:
        return None
    with suppress(ValueError):  # no such day
        return date(jaar, maand, dag or 1), date(jaar, maand, dag or monthrange(jaar, maand)[1])
    return None
