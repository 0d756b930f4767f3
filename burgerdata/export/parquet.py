"""Parquet: a file per table and traject.json; the whole traject, exactly. Only where pyarrow is installed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from burgerdata.errors import BronError, ProgrammaError
from burgerdata.export.beschrijving import (
    VOLLEDIG,
    describe_traject,
    read_json,
    restore_traject,
    write_json,
)
from burgerdata.export.columns import flatten_column
from burgerdata.export.uitvoer import Uitvoer
from burgerdata.traject import Traject

INHOUD = "traject.json"


def write_parquet(traject: Traject, doel: Path) -> Uitvoer:
    """Write every table and return the outcome; nothing is cut."""
    pa, pq = _import_pyarrow()
    bestanden = []
    for naam, tabel in traject.tabellen.items():
        kolommen = {str(kolom): _to_arrow(tabel[kolom], pa) for kolom in tabel.columns}
        pq.write_table(pa.table(kolommen), doel / f"{naam}.parquet")
        bestanden.append(f"{naam}.parquet")
    if traject.volledig is not None:
        (doel / VOLLEDIG).mkdir(exist_ok=True)
        geheel = write_parquet(traject.volledig, doel / VOLLEDIG)
        bestanden += [f"{VOLLEDIG}/{naam}" for naam in geheel.bestanden]
    write_json(describe_traject(traject, doel), doel / INHOUD)
    return Uitvoer.make(doel, "parquet", [*bestanden, INHOUD], [])


def read_parquet(bron: Path) -> Traject:
    """Return the traject of a folder that ``write_parquet`` wrote.

    Raises
    ------
    BronError
        When a file is missing or damaged.
    ProgrammaError
        When pyarrow is not installed.
    """
    pa, pq = _import_pyarrow()

    def read_table(naam: str, kolommen: Mapping[str, Any]) -> pd.DataFrame:
        try:
            tabel = pq.read_table(bron / f"{naam}.parquet", columns=list(kolommen))
        except (OSError, pa.ArrowException) as fout:
            wat = "dit bestand van de export ontbreekt of is beschadigd"
            raise BronError(wat, "maak de export opnieuw", bestand=f"{naam}.parquet") from fout
        return pd.DataFrame(
            {kolom: _from_arrow(tabel[kolom]).rename(kolom) for kolom in kolommen},
            index=pd.RangeIndex(tabel.num_rows),
        )

    return restore_traject(read_json(bron / INHOUD), bron, read_table, read_parquet)


def _to_arrow(reeks: pd.Series, pa: Any) -> Any:
    plat = flatten_column(reeks)
    if plat.dtype == "str":
        return pa.array(plat.to_numpy(dtype=object), type=pa.large_string(), from_pandas=True)
    return pa.array(plat, from_pandas=True)


def _from_arrow(kolom: Any) -> pd.Series:
    """Return the column in a dtype that keeps every value: text, moments, or a number that may be missing."""
    soort = str(kolom.type)
    if "string" in soort:
        return pd.Series(kolom.to_pylist(), dtype="str")
    if soort.startswith("int"):
        return pd.Series(pd.array(kolom.to_pylist(), dtype="Int64"))
    if soort == "bool":
        return pd.Series(pd.array(kolom.to_pylist(), dtype="boolean"))
    if soort.startswith("timestamp"):
        return pd.Series(kolom.to_numpy())
    return pd.Series(kolom.to_pandas())


def _import_pyarrow() -> tuple[Any, Any]:
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as fout:
        raise ProgrammaError(
            "voor Parquet is het programma pyarrow nodig; installeer burgerdata[schaal] of kies formaat 'datapackage'"
        ) from fout
    return pa, pq
