"""A traject written to a folder in one of six formats."""

from __future__ import annotations

import difflib
import os
from collections.abc import Callable, Mapping
from pathlib import Path

from burgerdata.errors import BronError, MethodeError
from burgerdata.export.csv import write_csv
from burgerdata.export.datapackage import write_datapackage
from burgerdata.export.parquet import write_parquet
from burgerdata.export.qdpx import write_qdpx
from burgerdata.export.sav import write_sav
from burgerdata.export.uitvoer import Uitvoer
from burgerdata.export.xlsx import write_xlsx
from burgerdata.traject import Traject

FORMATEN: Mapping[str, Callable[[Traject, Path], Uitvoer]] = {
    "parquet": write_parquet,
    "datapackage": write_datapackage,
    "csv": write_csv,
    "xlsx": write_xlsx,
    "sav": write_sav,
    "qdpx": write_qdpx,
}
"""Every format that a traject can be written in; a new one is a file with a writer, a line here and one in docs."""
_CUTS = "weggelaten.csv"


def export_traject(traject: Traject, map_: Path | str, *, formaat: str) -> Uitvoer:
    """Return what was written: the folder, its files, and in ``weggelaten`` what the format could not hold.

    ``formaat`` is parquet or datapackage (the whole traject, which ``load_traject`` of the folder gives back), csv,
    xlsx (a sheet per table and a codebook), sav (SPSS, a file per activity) or qdpx (texts and codings for ATLAS.ti,
    MAXQDA, NVivo, QualCoder). A folder that does not exist is made; files of an earlier export are replaced. What was
    cut is also written to weggelaten.csv. An export holds answers of persons: it is not for publication.

    Raises
    ------
    MethodeError
        For a format that does not exist.
    BronError
        When the folder cannot be written.
    ProgrammaError
        For parquet without the program pyarrow.

    Examples
    --------
    >>> import tempfile
    >>> from burgerdata.traject import empty_traject
    >>> with tempfile.TemporaryDirectory() as map_:
    ...     export_traject(empty_traject(), map_, formaat="datapackage").bestanden[-1]
    'datapackage.json'
    """
    schrijf = FORMATEN.get(formaat)
    if schrijf is None:
        lijkt_op = difflib.get_close_matches(str(formaat), FORMATEN, 1)
        remedie = f"bedoelde u '{lijkt_op[0]}'?" if lijkt_op else f"kies uit {', '.join(FORMATEN)}"
        raise MethodeError(f"het formaat '{formaat}' bestaat niet; {remedie}")
    doel = Path(map_)
    try:
        doel.mkdir(parents=True, exist_ok=True)
        uitvoer = schrijf(traject, doel)
        return _add_cuts(uitvoer, doel)
    except OSError as fout:
        wat, remedie = (
            "in deze map kan niet worden geschreven",
            "kies een andere map of sluit de bestanden erin",
        )
        raise BronError(wat, remedie, bestand=os.fspath(doel.name)) from fout


def _add_cuts(uitvoer: Uitvoer, doel: Path) -> Uitvoer:
    """Return the outcome with weggelaten.csv among its files when anything was cut."""
    pad = doel / _CUTS
    if uitvoer.weggelaten.empty:
        pad.unlink(missing_ok=True)
        return uitvoer
    uitvoer.weggelaten.to_csv(pad, sep=";", index=False, encoding="utf-8-sig", lineterminator="\r\n")
    return Uitvoer(uitvoer.map, uitvoer.formaat, (*uitvoer.bestanden, _CUTS), uitvoer.weggelaten)
