"""Excel: one workbook with a sheet per table and a codebook; text stays text, nothing is a formula or a link."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import pandas as pd

from burgerdata.export.flat import is_text, list_unsaved, make_codeboek
from burgerdata.export.uitvoer import Uitvoer, Weggelaten
from burgerdata.traject import Traject

BESTAND = "traject.xlsx"
MOST_ROWS = 1_048_575
MOST_SIGNS = 32_767
_EERSTE_DAG = datetime(1900, 3, 1)
_OPTIES = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "constant_memory": True,
}


def write_xlsx(traject: Traject, doel: Path) -> Uitvoer:
    """Write the workbook and return the outcome, with the rows and signs that Excel has no room for."""
    import xlsxwriter

    weg = list_unsaved(traject)
    bladen = {"codeboek": make_codeboek(list(traject.tabellen))} | dict(traject.tabellen)
    with xlsxwriter.Workbook(str(doel / BESTAND), _OPTIES) as boek:
        kop = boek.add_format({"bold": True})
        datum = boek.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"})
        for naam, tabel in bladen.items():
            blad = boek.add_worksheet(naam)
            blad.freeze_panes(1, 0)
            for nummer, kolom in enumerate(tabel.columns):
                blad.write_string(0, nummer, str(kolom), kop)
            weg.append(Weggelaten(naam, "", "rijen voorbij de laatste van Excel", len(tabel) - MOST_ROWS))
            past = tabel.head(MOST_ROWS)
            kolommen = [_make_cells(past[kolom], naam, weg) for kolom in past.columns]
            for rij, cellen in enumerate(zip(*kolommen, strict=True), start=1):
                for nummer, cel in enumerate(cellen):
                    _write_cell(blad, rij, nummer, cel, datum)
    return Uitvoer.make(doel, "xlsx", [BESTAND], [een for een in weg if een.aantal > 0])


def _make_cells(reeks: pd.Series, tabel: str, weg: list[Weggelaten]) -> list[Any]:
    """Return the cells of a column: text, number, truth, moment or None; text is cut where Excel cuts it."""
    if is_text(reeks):
        tekst = reeks.astype("str")
        lang = tekst.str.len().fillna(0).gt(MOST_SIGNS)
        wat = f"tekst afgekapt op {MOST_SIGNS} tekens"
        weg.append(Weggelaten(tabel, str(reeks.name), wat, int(lang.sum())))
        return [
            None if leeg or not cel else cel[:MOST_SIGNS]
            for cel, leeg in zip(tekst, tekst.isna(), strict=True)
        ]
    if pd.api.types.is_datetime64_any_dtype(reeks.dtype):
        return [None if leeg else cel.to_pydatetime() for cel, leeg in zip(reeks, reeks.isna(), strict=True)]
    return [None if leeg else cel for cel, leeg in zip(reeks.tolist(), reeks.isna(), strict=True)]


def _write_cell(blad: Any, rij: int, kolom: int, cel: Any, datum: Any) -> None:
    if cel is None:
        return
    if isinstance(cel, bool):
        blad.write_boolean(rij, kolom, cel)
    elif isinstance(cel, datetime) and cel >= _EERSTE_DAG:
        blad.write_datetime(rij, kolom, cel, datum)
    elif isinstance(cel, (int, float)) and abs(cel) != float("inf"):
        blad.write_number(rij, kolom, cel)
    else:
        blad.write_string(rij, kolom, str(cel))
