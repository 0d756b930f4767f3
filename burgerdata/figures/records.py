"""The rows of a prepared table as plain values: a figure asks for one cell at a time, for which pandas is slow."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from burgerdata.figures.preparation import flag, is_onderdrukt, numbers, texts
from burgerdata.toelichting import read_toelichting


@dataclass(frozen=True)
class Rij:
    """One row: numbers are NaN and texts empty where the table has none; ``gevraagd`` is true unless told otherwise."""

    n: float
    basis: float
    aandeel: float
    onder: float
    boven: float
    verschilt: str
    tekst: str
    onderdrukt: bool
    kwalitatief: bool
    gevraagd: bool


def read_rijen(tabel: pd.DataFrame, sleutel: str) -> dict[str, Rij]:
    """Return the rows by the text of one column; of two rows with the same text the first counts.

    Examples
    --------
    >>> read_rijen(pd.DataFrame({"label": ["ja", "nee"], "aandeel": [0.6, 0.4]}), "label")["nee"].aandeel
    0.4
    """
    altijd = pd.Series(True, index=tabel.index)
    kolommen = [
        *(numbers(tabel, naam) for naam in ("n", "basis", "aandeel", "onder", "boven")),
        texts(tabel, "verschilt").str.strip(),
        texts(tabel, "tekst"),
        is_onderdrukt(tabel),
        is_kwalitatief(tabel),
        flag(tabel, "gevraagd") if "gevraagd" in tabel else altijd,
    ]
    rijen: dict[str, Rij] = {}
    for naam, *waarden in zip(
        texts(tabel, sleutel).tolist(), *(kolom.tolist() for kolom in kolommen), strict=True
    ):
        rijen.setdefault(naam, Rij(*waarden))
    return rijen


def is_kwalitatief(tabel: pd.DataFrame) -> pd.Series:
    """Return True for each row of a qualitative source, by the column or else by the annotation.

    Signals are counted however many there are: who complains came forward, so that a share of them says nothing.
    """
    if "kwalitatief" in tabel:
        return flag(tabel, "kwalitatief") | texts(tabel, "instrument").eq("signaal")
    return pd.Series(read_toelichting(tabel).kwalitatief, index=tabel.index, dtype="bool")
