"""Frictionless data package: a CSV per table and datapackage.json; the whole traject, exactly, without a program."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from burgerdata.errors import BronError
from burgerdata.export.beschrijving import (
    VOLLEDIG,
    describe_traject,
    read_json,
    restore_traject,
    write_json,
)
from burgerdata.export.columns import flatten_column
from burgerdata.export.uitvoer import Uitvoer
from burgerdata.schema import TABELLEN, Kolomschema, Tabelschema
from burgerdata.traject import Traject

INHOUD = "datapackage.json"
_DATA = "data"
_EIGEN = "burgerdata"
_TYPES = {
    "id": "string",
    "code": "string",
    "woord": "string",
    "tekst": "string",
    "telling": "integer",
    "getal": "number",
    "datum": "datetime",
    "vlag": "boolean",
}


def write_datapackage(traject: Traject, doel: Path) -> Uitvoer:
    """Write every table and return the outcome; nothing is cut."""
    (doel / _DATA).mkdir(exist_ok=True)
    bestanden = []
    for naam, tabel in traject.tabellen.items():
        _write_table(tabel, doel / _DATA / f"{naam}.csv")
        bestanden.append(f"{_DATA}/{naam}.csv")
    if traject.volledig is not None:
        (doel / VOLLEDIG).mkdir(exist_ok=True)
        geheel = write_datapackage(traject.volledig, doel / VOLLEDIG)
        bestanden += [f"{VOLLEDIG}/{naam}" for naam in geheel.bestanden]
    pakket = {
        "profile": "tabular-data-package",
        "name": "burgerdata-traject",
        "title": traject.instellingen.titel,
        "resources": [
            _describe_table(schema) for naam, schema in TABELLEN.items() if naam in traject.tabellen
        ],
        _EIGEN: describe_traject(traject, doel),
    }
    write_json(pakket, doel / INHOUD)
    return Uitvoer.make(doel, "datapackage", [*bestanden, INHOUD], [])


def read_datapackage(bron: Path) -> Traject:
    """Return the traject of a folder that ``write_datapackage`` wrote.

    Raises
    ------
    BronError
        When a file is missing or damaged.
    """

    def read_table(naam: str, kolommen: Mapping[str, Any]) -> pd.DataFrame:
        try:
            return _read_table(bron / _DATA / f"{naam}.csv", kolommen)
        except (OSError, ValueError, csv.Error) as fout:
            wat = "dit bestand van de export ontbreekt of is beschadigd"
            raise BronError(wat, "maak de export opnieuw", bestand=f"{_DATA}/{naam}.csv") from fout

    pakket = read_json(bron / INHOUD)
    if not isinstance(pakket, dict) or _EIGEN not in pakket:
        wat = "dit datapakket is niet door burgerdata gemaakt"
        raise BronError(wat, "noem de bestanden erin als levering in traject.toml", bestand=INHOUD)
    return restore_traject(pakket[_EIGEN], bron, read_table, read_datapackage)


def _write_table(tabel: pd.DataFrame, pad: Path) -> None:
    kolommen = [_write_cells(flatten_column(tabel[kolom])) for kolom in tabel.columns]
    with pad.open("w", encoding="utf-8", errors="surrogatepass", newline="") as stroom:
        schrijver = csv.writer(stroom, quoting=csv.QUOTE_MINIMAL, lineterminator="\r\n")
        schrijver.writerow(tabel.columns)
        schrijver.writerows(zip(*kolommen, strict=True))


def _write_cells(reeks: pd.Series) -> list[str]:
    """Return the cells as text: numbers so that they come back to the last bit, moments as ISO 8601."""
    if reeks.dtype == "str":
        return [str(cel) for cel in reeks.fillna("").tolist()]
    if pd.api.types.is_datetime64_any_dtype(reeks.dtype):
        return [str(cel) for cel in reeks.dt.strftime("%Y-%m-%dT%H:%M:%S").fillna("")]
    if pd.api.types.is_bool_dtype(reeks.dtype):
        return ["" if cel is pd.NA else str(bool(cel)).lower() for cel in reeks.tolist()]
    return ["" if leeg else repr(cel) for cel, leeg in zip(reeks.tolist(), reeks.isna(), strict=True)]


def _read_table(pad: Path, kolommen: Mapping[str, Any]) -> pd.DataFrame:
    with pad.open(encoding="utf-8", errors="surrogatepass", newline="") as stroom:
        grens = csv.field_size_limit(2**31 - 1)
        try:
            kop, *rijen = csv.reader(stroom, strict=True)
        finally:
            csv.field_size_limit(grens)
    if kop != list(kolommen) or any(len(rij) != len(kop) for rij in rijen):
        raise ValueError("columns do not fit")
    cellen = list(zip(*rijen, strict=True)) if rijen else [()] * len(kop)
    frame = {}
    for naam, waarden in zip(kop, cellen, strict=True):
        reeks = pd.Series(waarden, dtype="str", name=naam)
        # an empty text is a text; an empty cell of any other kind is a missing one
        frame[naam] = reeks if kolommen[naam]["dtype"] == "str" else reeks.where(reeks != "")
    return pd.DataFrame(frame, index=pd.RangeIndex(len(rijen)))


def _describe_table(schema: Tabelschema) -> dict[str, Any]:
    """Return a table as a Frictionless resource, from the contract."""
    tabelschema: dict[str, Any] = {
        "fields": [_describe_field(kolom) for kolom in schema.kolommen],
        "missingValues": [""],
        "foreignKeys": list(filter(None, (_describe_reference(kolom, schema) for kolom in schema.kolommen))),
    }
    if schema.sleutel and "blad" not in schema.sleutel:
        tabelschema["primaryKey"] = list(schema.sleutel)
    return {
        "profile": "tabular-data-resource",
        "name": schema.naam,
        "title": schema.nl,
        "description": schema.en,
        "path": f"{_DATA}/{schema.naam}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "quoteChar": '"', "doubleQuote": True, "lineTerminator": "\r\n"},
        "schema": tabelschema,
    }


def _describe_field(kolom: Kolomschema) -> dict[str, Any]:
    veld: dict[str, Any] = {
        "name": kolom.naam,
        "type": _TYPES[kolom.dtype],
        "title": kolom.nl,
        "description": kolom.en,
    }
    if kolom.dtype == "datum":
        veld["format"] = "%Y-%m-%dT%H:%M:%S"
    eisen: dict[str, Any] = {"enum": list(kolom.woorden)} if kolom.woorden else {}
    if not kolom.leeg and kolom.dtype != "tekst":
        eisen["required"] = True
    return veld | ({"constraints": eisen} if eisen else {})


def _describe_reference(kolom: Kolomschema, schema: Tabelschema) -> dict[str, Any] | None:
    """Return a reference that Frictionless can check: one that is never half empty."""
    if not kolom.verwijst:
        return None
    doel = TABELLEN[kolom.verwijst].sleutel
    eigen = [*doel[:-1], kolom.naam]
    if (kolom.leeg and len(doel) > 1) or not set(eigen) <= set(schema.namen):
        return None
    resource = "" if kolom.verwijst == schema.naam else kolom.verwijst
    return {"fields": eigen, "reference": {"resource": resource, "fields": list(doel)}}
