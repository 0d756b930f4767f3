"""What happens to a table before it is drawn: suppressed figures go for good, and what cannot be drawn is refused."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from burgerdata.errors import MethodeError
from burgerdata.getallen import as_floats
from burgerdata.toelichting import annotate, read_toelichting

ONDERDRUKT = "onderdrukt"
KANTEN = ("kant", "kant_onder", "kant_boven")
"""Of answers taken together: what a figure of statements judges by the side, not by the row."""
TE_WEINIG = "te weinig antwoorden"
GEEN_GEGEVENS = "geen gegevens"
_BLIJFT = (
    "basis",
    "bevolking",
    "drempel",
    "gemist",
    "volgorde",
    "groepen_totaal",
    "gevraagd",
    "laatste",
    "kwalitatief",
    "indicatief",
    ONDERDRUKT,
)


def prepare_tabel(table: pd.DataFrame, *, nodig: Iterable[str], figuur: str) -> pd.DataFrame:
    """Return a fresh copy of the table with the figures of suppressed rows emptied, numbered from 0.

    Whatever a caller left in a suppressed row, no drawing, digest, alt text or data file can tell it.

    Raises
    ------
    MethodeError
        When the table is empty, when every row is suppressed, or when a column that the figure needs is missing.

    Examples
    --------
    >>> tabel = pd.DataFrame({"label": ["ja", "nee"], "aandeel": [0.9, 0.1], "onderdrukt": [False, True]})
    >>> prepare_tabel(tabel, nodig=["label", "aandeel"], figuur="verdeling")["aandeel"].tolist()
    [0.9, nan]
    """
    ontbreekt = [kolom for kolom in nodig if kolom not in table.columns]
    if ontbreekt:
        raise MethodeError(
            f"Deze tabel is niet als {figuur} te tekenen, want de kolom '{ontbreekt[0]}' ontbreekt; "
            "kies de figuur die bij de tabel hoort."
        )
    if not len(table):
        raise MethodeError(
            "Er is niets te tekenen, want de tabel heeft geen rijen; kies een vraag met antwoorden."
        )
    weg = is_onderdrukt(table)
    if weg.all():
        raise MethodeError(
            "Er is niets te tekenen, want alle rijen hebben te weinig antwoorden; voeg antwoorden of groepen samen."
        )
    kolommen = [
        kolom
        for kolom in table.columns
        if kolom not in (*_BLIJFT, *KANTEN) and pd.api.types.is_numeric_dtype(table[kolom].dtype)
    ]
    leeg: dict[str, pd.Series] = {kolom: table[kolom].mask(weg) for kolom in kolommen}
    for kolom in ("tekst", "verschilt"):
        if kolom in table:
            leeg[kolom] = table[kolom].astype("str").fillna("").mask(weg, "")
    schoon = table.assign(**leeg).reset_index(drop=True)
    return annotate(schoon, read_toelichting(table))


def is_onderdrukt(table: pd.DataFrame) -> pd.Series:
    """Return True for every row that the disclosure plan emptied; without the column nothing is suppressed."""
    if ONDERDRUKT not in table:
        return pd.Series(False, index=table.index, dtype="bool")
    return flag(table, ONDERDRUKT)


def flag(table: pd.DataFrame, kolom: str) -> pd.Series:
    """Return a column of yes and no as plain booleans; missing column or value is no."""
    if kolom not in table:
        return pd.Series(False, index=table.index, dtype="bool")
    return table[kolom].astype("boolean").fillna(False).astype("bool")


def numbers(table: pd.DataFrame, kolom: str) -> pd.Series:
    """Return a column as float64; a missing column or value is NaN."""
    if kolom not in table:
        return pd.Series(float("nan"), index=table.index, dtype="float64")
    return as_floats(table[kolom])


def texts(table: pd.DataFrame, kolom: str) -> pd.Series:
    """Return a column as str; a missing column or value is empty."""
    if kolom not in table:
        return pd.Series("", index=table.index, dtype="str")
    tekst = table[kolom].astype("str")
    return tekst.fillna("") if tekst.hasnans else tekst


def refuse_kwalitatief(table: pd.DataFrame, figuur: str) -> None:
    """Refuse to draw percentages of a few recruited people.

    Raises
    ------
    MethodeError
        When the table says that its source is qualitative, or that it holds reports.
    """
    if read_toelichting(table).gemeld:
        raise MethodeError(
            f"Een {figuur} tekent percentages en wie iets meldt is geen steekproef; "
            "toon aantallen melders, met een figuur van thema's of een tabel."
        )
    if read_toelichting(table).kwalitatief or ("kwalitatief" in table and flag(table, "kwalitatief").all()):
        raise MethodeError(
            f"Een {figuur} tekent percentages en deze bron is kwalitatief; "
            "toon aantallen mensen, met een figuur van thema's of een tabel."
        )
