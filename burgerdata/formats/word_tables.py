"""The tables of a Word file as one table, for a part that is one: a list of decisions is as often written as typed in a sheet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from burgerdata.formats.docx import count_lines, open_document, read_lines
from burgerdata.formats.headers import make_kolommen
from burgerdata.formats.lezing import Ruw
from burgerdata.intake.logboek import Logboek
from burgerdata.shapes import RIJ, Bron, Tabel

Rij = tuple[int, tuple[str, ...]]
"""The number of a line of the document, and its cells."""


def read_word_tables(bron: Bron) -> list[Ruw]:
    """Return the longest table of a Word file, with those under the same headers; nothing where no table has headers and rows.

    A row is numbered as a line of the document; text and tables beside it are counted as headings in the logboek.
    """
    blokken = open_document(bron)
    per_kop: dict[tuple[str, ...], list[Rij]] = {}
    for tabel in _list_tables(blokken):
        if len(tabel) > 1:
            (_, kop), *onder = tabel
            per_kop.setdefault(kop, []).extend(onder)
    if not per_kop:
        return []
    kop, rijen = max(per_kop.items(), key=lambda paar: len(paar[1]))
    logboek = Logboek(bron.bestand)
    gevuld = sum(bool(tekst.strip()) for tekst, _ in read_lines(blokken))
    logboek.note("tussenkop", aantal=gevuld - 1 - len(rijen))
    kolommen = tuple(make_kolommen(kop, logboek, rij=rijen[0][0] - 1))
    frame = pd.DataFrame(
        [cellen for _, cellen in rijen], columns=[kolom.naam for kolom in kolommen], dtype="str"
    )
    nummers = pd.Series([nummer for nummer, _ in rijen], dtype="int64", name=RIJ)
    vorm = Tabel(bron.bestand, "docx", pd.concat([nummers, frame], axis=1), kolommen)
    return [Ruw(vorm, count_lines(bron) - 1, logboek)]


def _list_tables(blokken: Sequence[Any]) -> list[list[Rij]]:
    """Return the filled rows of each table of at least two columns, from its headers on: a title over all columns is none."""
    from docx.table import Table

    tabellen = []
    nummer = 0
    for blok in blokken:
        if not isinstance(blok, Table):
            nummer += 1
            continue
        rijen = [
            (nummer + plek, tuple(" ".join(cel.text.split()) for cel in rij.cells))
            for plek, rij in enumerate(blok.rows, start=1)
        ]
        nummer += len(rijen)
        breedte = max((len(cellen) for _, cellen in rijen), default=0)
        gevuld = [(nr, (*cellen, *[""] * (breedte - len(cellen)))) for nr, cellen in rijen if any(cellen)]
        begin = next((plek for plek, (_, cellen) in enumerate(gevuld) if len({*cellen} - {""}) > 1), None)
        tabellen.append(gevuld[begin:] if begin is not None else [])
    return tabellen
