"""Google Forms (CSV, TSV, .xlsx of the sheet): one row per response, a moment first, grids as "question [row]"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

import pandas as pd

from burgerdata.formats.choice_columns import read_comma_column
from burgerdata.formats.column_groups import Groep, describe_group
from burgerdata.formats.header_rows import keep_columns, list_header_rows, read_rectangles, rename_columns
from burgerdata.formats.lezing import Ruw
from burgerdata.formats.moments import MOMENT, write_moments
from burgerdata.intake.identifying import classify_header, fold_header
from burgerdata.intake.logboek import Logboek
from burgerdata.shapes import VELDWERK, Bron, Kolom, Tabel

_STAMP = frozenset(
    ["timestamp", "tijdstempel", "zeitstempel", "horodateur", "marcatemporal", "informazionicronologiche"]
)
_GRID = re.compile(r"(?P<vraag>.*\S)\s*\[(?P<rij>[^\[\]]+)\]\s*", re.DOTALL)
_SCORE = frozenset(["score", "puntuación", "punktzahl", "totalscore"])
_OF = re.compile(r"\s*\d+(?:[.,]\d+)?\s*/\s*\d+\s*")


def recognise_googleforms(rijen: Sequence[Sequence[str]]) -> bool:
    """Return whether the first column is Google's moment of sending, with the time of day in it.

    Examples
    --------
    >>> recognise_googleforms([["Tijdstempel", "Wat vindt u?"], ["1-3-2026 10:20:30", "Goed"]])
    True
    >>> recognise_googleforms([["timestamp", "vote"], ["1488211200000", "1"]])
    False
    """
    if len(rijen) < 2 or len(rijen[0]) < 2 or fold_header(rijen[0][0]) not in _STAMP:
        return False
    return all(MOMENT.fullmatch(rij[0]) is not None for rij in rijen[1:] if rij and rij[0].strip())


def read_googleforms(bron: Bron, *, blad: str = "") -> list[Ruw]:
    """Return the responses; choices joined by a comma are one question, rows of a grid a reeks.

    The moment of sending becomes yyyy-mm-dd hh:mm:ss when the column tells day from month.

    Raises
    ------
    BronError
        When the file cannot be read as a table.
    """
    return [
        _read_responses(ruw) if recognise_googleforms(list_header_rows(ruw)) else ruw
        for ruw in read_rectangles(bron, blad=blad)
    ]


def _read_responses(ruw: Ruw) -> Ruw:
    koppen = list_header_rows(ruw, 1)[0]
    tabel, logboek = rename_columns(ruw, koppen, formaat="googleforms")
    tabel = write_moments(tabel, tabel.kolommen[0].naam, logboek)
    tabel = _drop_empty(tabel, logboek)
    kolommen: list[Kolom] = []
    data: dict[str, pd.Series] = {}
    for vraag, leden in groupby(tabel.kolommen, key=_grid_of):
        groep = list(leden)
        nieuw, cellen = _describe_grid(vraag, groep, tabel) if vraag else _describe_columns(groep, tabel)
        kolommen += nieuw
        data |= cellen
    frame = tabel.frame.assign(**data)
    return Ruw(keep_columns(replace(tabel, frame=frame), kolommen), ruw.records_in, logboek)


def _grid_of(kolom: Kolom) -> str:
    match = _GRID.fullmatch(kolom.tekst)
    return match["vraag"] if match else ""


def _describe_grid(
    vraag: str, kolommen: Sequence[Kolom], tabel: Tabel
) -> tuple[Sequence[Kolom], dict[str, pd.Series]]:
    """Return the rows of a grid: each a question on one scale, or each with several answers."""
    rijen = [match["rij"].strip() for kolom in kolommen if (match := _GRID.fullmatch(kolom.tekst))]
    losse, data = _describe_columns(kolommen, tabel)
    if data:
        return losse, data
    groep = Groep(vraag, vraag, tuple(kolommen), tuple(rijen))
    return describe_group(groep, tabel.frame) if len(kolommen) > 1 else (kolommen, {})


def _describe_columns(
    kolommen: Sequence[Kolom], tabel: Tabel
) -> tuple[Sequence[Kolom], dict[str, pd.Series]]:
    nieuw: list[Kolom] = []
    data: dict[str, pd.Series] = {}
    for kolom in kolommen:
        cellen = tabel.frame[kolom.naam]
        if _is_fieldwork(kolom, cellen):
            nieuw.append(replace(kolom, soort=VELDWERK))
        elif classify_header(kolom.naam):
            nieuw.append(kolom)
        else:
            erbij, gelezen = read_comma_column(kolom, cellen)
            nieuw += erbij
            data |= gelezen
    return nieuw, data


def _is_fieldwork(kolom: Kolom, cellen: pd.Series) -> bool:
    """Return whether a column is the moment of sending, or the score of a quiz ("7 / 10")."""
    kop = fold_header(kolom.naam)
    gevuld = cellen[cellen.str.strip() != ""]
    return kop in _STAMP or (kop in _SCORE and bool(gevuld.str.fullmatch(_OF.pattern).all()))


def _drop_empty(tabel: Tabel, logboek: Logboek) -> Tabel:
    """Return the table without columns that have no header and no cell: a question that was taken out of the form."""
    houden = []
    for kolom in tabel.kolommen:
        if kolom.herkomst.strip() or (tabel.frame[kolom.naam].str.strip() != "").any():
            houden.append(kolom)
        else:
            logboek.note("kolom_weggelaten", kolom=kolom.naam)
    return keep_columns(tabel, houden)
