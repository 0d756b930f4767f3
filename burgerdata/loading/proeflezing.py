"""Whether a folder can be read as `nieuw` left it: before it says that a report can be made already."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from burgerdata.errors import BronError, Probleem
from burgerdata.getallen import format_getal
from burgerdata.loading.load import collect_traject


def list_leesproblemen(map_: Path) -> list[Probleem]:
    """Return the problems that `controleer` and `rapporteer` would have with the deliveries of a folder as they are now."""
    try:
        return collect_traject(map_)[1]
    except BronError as fout:
        return [fout.probleem]


def state_leesproblemen(problemen: Sequence[Probleem]) -> list[str]:
    r"""Return the lines with which `nieuw` ends where the files cannot be read yet: how many problems, and the first one.

    Examples
    --------
    >>> print(*state_leesproblemen([Probleem("dit is geen getal", "verbeter het", "e.csv", rij=3)]), sep="\n")
    Een rapport kan nog niet: bij het lezen is 1 probleem gevonden.
      e.csv, rij 3: dit is geen getal; verbeter het
    Is het bestand iets anders dan hierboven staat, verander dan het instrument van die levering in traject.toml.
    """
    aantal = len(problemen)
    geteld = "is 1 probleem" if aantal == 1 else f"zijn {format_getal(aantal)} problemen"
    meer = " Stap 2 noemt ze alle; het eerste is:" if aantal > 1 else ""
    return [
        f"Een rapport kan nog niet: bij het lezen {geteld} gevonden.{meer}",
        f"  {problemen[0]}",
        "Is het bestand iets anders dan hierboven staat, verander dan het instrument van die levering in traject.toml.",
    ]
