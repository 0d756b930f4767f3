"""Exports with more than one header row: the rows are lifted off the table, and its columns are named anew."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from functools import partial

import pandas as pd

from burgerdata.formats.csv import read_csv
from burgerdata.formats.excel import read_excel
from burgerdata.formats.headers import make_kolommen
from burgerdata.formats.json_records import is_json, read_json
from burgerdata.formats.lezing import Ruw
from burgerdata.intake.logboek import Logboek
from burgerdata.intake.open import decode_text
from burgerdata.shapes import RIJ, Bron, Kolom, Tabel


def read_rectangles(
    bron: Bron,
    *,
    blad: str = "",
    kop: int | None = None,
    gecodeerd: bool = False,
    sleutels: Collection[str] = (),
) -> list[Ruw]:
    """Return the tables of a CSV file, a workbook or a JSON list: tools write several, with the same headers.

    ``kop`` is the index of the header row in a sheet, when the tool always writes it there; ``gecodeerd`` and ``sleutels``
    are those of ``read_csv``.
    """
    lees_csv = partial(read_csv, gecodeerd=gecodeerd, sleutels=sleutels)
    return _read_tables(bron, partial(read_excel, kop=kop), lees_csv, blad)


def read_below_titles(bron: Bron, *, blad: str = "") -> list[Ruw]:
    """Return the tables of a file that a person made, in which a title may stand over the headers."""
    return _read_tables(bron, read_excel, partial(read_csv, zoek_kop=True), blad)


def _read_tables(
    bron: Bron, lees_boek: Callable[..., list[Ruw]], lees_csv: Callable[..., list[Ruw]], blad: str
) -> list[Ruw]:
    if bron.inhoud.startswith(b"PK"):
        return lees_boek(bron, blad=blad)
    if is_json(decode_text(bron.inhoud[:1000])[0]):
        return read_json(bron)
    return lees_csv(bron, blad=blad)


def list_header_rows(ruw: Ruw, aantal: int = 3) -> list[list[str]]:
    """Return the header of a table as it stood in the file, and the rows below it: ``aantal`` rows in all."""
    tabel = _table_of(ruw)
    namen = [kolom.naam for kolom in tabel.kolommen]
    onder = tabel.frame[namen].head(aantal - 1).to_numpy().tolist()
    return [[kolom.herkomst for kolom in tabel.kolommen], *onder]


def lift_rows(ruw: Ruw, aantal: int) -> Ruw:
    """Return the table without its first ``aantal`` rows, which are headers and no records."""
    tabel = _table_of(ruw)
    frame = tabel.frame.iloc[aantal:].reset_index(drop=True)
    return Ruw(replace(tabel, frame=frame), ruw.records_in - aantal, ruw.logboek)


def rename_columns(ruw: Ruw, koppen: Sequence[str], *, formaat: str) -> tuple[Tabel, Logboek]:
    """Return the table with these headers, in order, and its logboek without what was noted about the old ones."""
    tabel = _table_of(ruw)
    oud = [kolom.naam for kolom in tabel.kolommen]
    logboek = Logboek(tabel.bestand, tabel.blad)
    for notitie in ruw.logboek.to_frame().to_dict("records"):
        if notitie["reden"] != "cel_gewijzigd" or notitie["kolom"] not in oud:
            rij = None if notitie["rij"] is None or notitie["rij"] != notitie["rij"] else int(notitie["rij"])
            logboek.note(notitie["reden"], aantal=notitie["aantal"], rij=rij, kolom=notitie["kolom"])
    nieuw = make_kolommen(koppen, logboek)
    kolommen = tuple(
        replace(kolom, herkomst=was.herkomst) for kolom, was in zip(nieuw, tabel.kolommen, strict=True)
    )
    namen = dict(zip(oud, (kolom.naam for kolom in kolommen), strict=True))
    return Tabel(tabel.bestand, formaat, tabel.frame.rename(columns=namen), kolommen, tabel.blad), logboek


def keep_columns(tabel: Tabel, kolommen: Sequence[Kolom]) -> Tabel:
    """Return the table with these columns only, in this order, each with what is said about it here."""
    frame = tabel.frame[[RIJ, *(kolom.naam for kolom in kolommen)]]
    return replace(tabel, frame=frame, kolommen=tuple(kolommen))


def _table_of(ruw: Ruw) -> Tabel:
    assert isinstance(ruw.vorm, Tabel)  # read_csv and read_excel give tables only
    return ruw.vorm


def drop_rows(tabel: Tabel, weg: pd.Series, reden: str, logboek: Logboek) -> Tabel:
    """Return the table without the marked rows, each of them noted with its place in the source."""
    for rij in tabel.frame.loc[weg, RIJ]:
        logboek.note(reden, rij=int(rij))
    return replace(tabel, frame=tabel.frame[~weg].reset_index(drop=True))
