"""A whole export read back: the same tables, dtypes, order of categories, settings and weightings."""

from __future__ import annotations

from pathlib import Path

from burgerdata.errors import BronError
from burgerdata.export import datapackage, parquet
from burgerdata.export.datapackage import read_datapackage
from burgerdata.export.parquet import read_parquet
from burgerdata.traject import Traject


def is_export(map_: Path) -> bool:
    """Return whether a folder holds a whole export."""
    return any((map_ / naam).is_file() for naam in (parquet.INHOUD, datapackage.INHOUD))


def read_export(map_: Path | str) -> Traject:
    """Return the Traject that ``export_traject`` wrote to a folder as parquet or datapackage.

    ``load_traject`` of the same folder does the same.

    Raises
    ------
    BronError
        When the folder holds no such export, or a file of it is missing or damaged.
    ProgrammaError
        For Parquet without the program pyarrow.

    Examples
    --------
    >>> import tempfile
    >>> from burgerdata.export import export_traject
    >>> from burgerdata.traject import empty_traject
    >>> with tempfile.TemporaryDirectory() as map_:
    ...     _ = export_traject(empty_traject(), map_, formaat="datapackage")
    ...     read_export(map_)
    Traject 'zonder titel': leeg
    """
    bron = Path(map_)
    if (bron / parquet.INHOUD).is_file():
        return read_parquet(bron)
    if (bron / datapackage.INHOUD).is_file():
        return read_datapackage(bron)
    wat = "in deze map staat geen export die een heel traject bewaart"
    remedie = "maak er een met export_traject(t, map, formaat='datapackage')"
    raise BronError(wat, remedie, bestand=bron.name)
