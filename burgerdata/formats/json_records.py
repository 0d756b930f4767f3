"""JSON: a list of records, or one on each line, with fields in fields flattened to columns as a CSV would have them."""

from __future__ import annotations

import json
from typing import Any

import pandas as pd

from burgerdata.errors import BronError
from burgerdata.formats.headers import make_kolommen
from burgerdata.formats.lezing import Ruw
from burgerdata.intake.logboek import Logboek
from burgerdata.intake.open import decode_text
from burgerdata.shapes import RIJ, Bron, Tabel


def is_json(tekst: str) -> bool:
    """Return whether the text begins as JSON: a record, or a list of them.

    Examples
    --------
    >>> is_json(' [{"id": 1}]'), is_json('{"id": 1}'), is_json("[Naam] ja"), is_json("{Naam} ja")
    (True, True, False, False)
    """
    return "".join(tekst[:200].split()).startswith(('[{"', '{"', "[{}"))


def peek_json(tekst: str, aantal: int = 4) -> list[list[str]]:
    """Return the names of the fields and the first records, as the rows of a table; nothing when it is no such list."""
    try:
        records = _flatten_all(_load_records(tekst))
    except (json.JSONDecodeError, RecursionError, TypeError):
        return []
    koppen = _list_names(records)
    return [koppen, *([record.get(kop, "") for kop in koppen] for record in records[: aantal - 1])]


def read_json(bron: Bron, *, blad: str = "") -> list[Ruw]:
    """Return the records as one table: a column per field, ``a/b`` for a field in a field, lists joined by ", "; ``blad`` is not used.

    Raises
    ------
    BronError
        When the file is cut short or is no list of records.
    """
    tekst, _ = decode_text(bron.inhoud)
    try:
        ruw = _load_records(tekst)
        records = _flatten_all(ruw)
    except (json.JSONDecodeError, RecursionError, TypeError) as fout:
        wat = "dit JSON-bestand is niet heel, of het is geen lijst van records"
        raise BronError(wat, "exporteer het opnieuw, liefst als CSV", bestand=bron.bestand) from fout
    koppen = _list_names(records)
    logboek = Logboek(bron.bestand)
    kolommen = make_kolommen(koppen, logboek)
    rijen = [[record.get(kop, "") for kop in koppen] for record in records]
    frame = pd.DataFrame(rijen, columns=[kolom.naam for kolom in kolommen], dtype="str")
    nummers = pd.Series(range(1, len(frame) + 1), dtype="int64", name=RIJ)
    tabel = Tabel(bron.bestand, "json", pd.concat([nummers, frame], axis=1), kolommen)
    return [Ruw(tabel, len(ruw), logboek)]


def _load_records(tekst: str) -> Any:
    """Return the records of a list, or of text with one on each line."""
    kaal = tekst.strip()
    if kaal.startswith("{"):
        return [json.loads(regel) for regel in kaal.splitlines() if regel.strip()]
    return json.loads(kaal)


def _flatten_all(records: Any) -> list[dict[str, str]]:
    if not isinstance(records, list) or not all(isinstance(record, dict) for record in records):
        raise TypeError("no list of records")
    return [_flatten(record) for record in records]


def _flatten(record: dict[str, Any], voor: str = "") -> dict[str, str]:
    plat: dict[str, str] = {}
    for naam, waarde in record.items():
        if isinstance(waarde, dict):
            plat |= _flatten(waarde, f"{voor}{naam}/")
        else:
            plat[f"{voor}{naam}"] = _as_text(waarde)
    return plat


def _as_text(waarde: Any) -> str:
    if waarde is None:
        return ""
    if isinstance(waarde, list):
        return ", ".join(_as_text(deel) for deel in waarde)
    if isinstance(waarde, bool):
        return str(waarde).lower()
    return json.dumps(waarde, ensure_ascii=False) if isinstance(waarde, dict) else str(waarde)


def _list_names(records: list[dict[str, str]]) -> list[str]:
    return list(dict.fromkeys(naam for record in records for naam in record))
