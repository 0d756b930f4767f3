"""Cells that name languages: "Frans" between Nederlands and Engels is no person."""

from __future__ import annotations

import re
from importlib import resources

import pandas as pd

from burgerdata.cellen import list_cells

_BOTH = frozenset(["frans"])
"""Languages that are the name of a person as well."""
_LANGUAGES = _BOTH | frozenset(
    (resources.files("burgerdata.intake") / "talen.txt").read_text(encoding="utf-8").split()
)
_FEWEST = 2
"""Other languages that a column names before one that is a name too is believed."""
_PIECES = re.compile(r"\s*(?:[;,/&+]|\ben\b)\s*")


def find_languages(cellen: pd.Series) -> frozenset[str]:
    """Return the cells that name nothing but languages, of a column that names several; none of any other column.

    Examples
    --------
    >>> sorted(find_languages(pd.Series(["Nederlands;Frans", "Engels", "Frans", "Frans de Wit"])))
    ['Engels', 'Frans', 'Nederlands;Frans']
    >>> find_languages(pd.Series(["Frans", "Kees"]))
    frozenset()
    """
    talen = {cel: deel for cel in list_cells(cellen) if (deel := _split(cel)) and deel <= _LANGUAGES}
    genoemd = {deel for delen in talen.values() for deel in delen}
    return frozenset(talen) if genoemd & _BOTH and len(genoemd - _BOTH) >= _FEWEST else frozenset()


def _split(cel: str) -> set[str]:
    return {deel for deel in _PIECES.split(cel.strip().casefold()) if deel}
