"""The highlights that Taguette exports as .csv or .xlsx: a row per highlight and tag, without the documents."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from burgerdata.formats.csv import read_csv
from burgerdata.formats.excel import is_workbook, read_excel
from burgerdata.formats.lezing import Ruw
from burgerdata.formats.qda.project import Code, Codering, Document, make_project, name_parents
from burgerdata.shapes import Bron, Tabel

FORMAAT = "taguette_export"
_HEADERS = ("id", "document", "tag", "content")


def recognise_export(rijen: Sequence[Sequence[str]]) -> bool:
    """Return whether these are the headers of a Taguette export.

    Examples
    --------
    >>> recognise_export([["id", "document", "tag", "content"], ["1", "fg1", "prijs", "te duur"]])
    True
    """
    return bool(rijen) and tuple(cel.strip().casefold() for cel in rijen[0] if cel.strip()) == _HEADERS


def read_taguette_export(bron: Bron, *, blad: str = "") -> list[Ruw]:
    """Return the highlights as documents of their own, each coded as a whole; rows of one highlight go together.

    Raises
    ------
    BronError
        When the file is damaged.
    """
    ruwe = read_excel(bron, blad=blad) if is_workbook(bron) else read_csv(bron, blad=blad)
    return [_read_table(bron, ruw, ruw.vorm) for ruw in ruwe if isinstance(ruw.vorm, Tabel)]


def _read_table(bron: Bron, ruw: Ruw, tabel: Tabel) -> Ruw:
    frame = tabel.frame[list(_HEADERS)]
    plekken = frame.drop_duplicates("id")
    documenten = [Document(nummer, naam, tekst) for nummer, naam, _, tekst in _rows(plekken)]
    tags = {tag: f"tag {nummer}" for nummer, tag in enumerate(frame["tag"].unique()) if tag.strip()}
    codes = [Code(nummer, tag) for tag, nummer in tags.items()]
    coderingen = [
        Codering(nummer, tags[tag], "", 0, len(tekst), tekst, f"plek {nummer}")
        for nummer, _, tag, tekst in _rows(frame)
        if tag.strip() and tekst.strip()
    ]
    delen = (documenten, name_parents(codes, "."), coderingen)
    nieuw = make_project(bron, FORMAAT, delen, naam=bron.pad.stem, records_in=ruw.records_in, blad=tabel.blad)
    nieuw.logboek.note("lege_rij", aantal=ruw.records_in - len(coderingen))
    return nieuw


def _rows(frame: pd.DataFrame) -> list[list[str]]:
    rijen: list[list[str]] = frame.to_numpy(dtype=object).tolist()
    return rijen
