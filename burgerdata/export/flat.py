"""Tables for spreadsheets: cells that a program shows as they are, never as a formula, and the codebook beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pandas as pd

from burgerdata.export.uitvoer import Weggelaten
from burgerdata.schema import TABELLEN
from burgerdata.traject import Traject

FORMULE = re.compile(r"^[=+\-@\t\r]")
_SOORT = {
    "id": "id",
    "code": "code",
    "woord": "vaste lijst",
    "tekst": "tekst",
    "telling": "heel getal",
    "getal": "getal",
    "datum": "tijdstip",
    "vlag": "ja of nee",
}
_ONBEWAARD = "instellingen en wegingen niet in dit formaat"


def make_codeboek(tabellen: Sequence[str]) -> pd.DataFrame:
    """Return a row per column of these tables: tabel, kolom, soort, betekenis, lijst, verwijst_naar.

    Examples
    --------
    >>> make_codeboek(["themas"])[["kolom", "soort"]].head(2).values.tolist()
    [['thema_id', 'id'], ['lijst', 'code']]
    """
    rijen = [
        (naam, kolom.naam, _SOORT[kolom.dtype], kolom.nl, ", ".join(kolom.woorden), kolom.verwijst)
        for naam in tabellen
        if naam in TABELLEN
        for kolom in TABELLEN[naam].kolommen
    ]
    namen = ["tabel", "kolom", "soort", "betekenis", "lijst", "verwijst_naar"]
    return pd.DataFrame(rijen, columns=namen).astype("str")


def is_text(reeks: pd.Series) -> bool:
    """Return whether a column holds words."""
    return isinstance(reeks.dtype, pd.CategoricalDtype) or reeks.dtype == "str"


def list_unsaved(traject: Traject) -> list[Weggelaten]:
    """Return what no spreadsheet holds: settings, weightings, and the whole that this traject is a part of."""
    return [
        Weggelaten("", "", _ONBEWAARD, 1),
        Weggelaten("", "", "het hele traject waar dit een deel van is", int(traject.volledig is not None)),
    ]
