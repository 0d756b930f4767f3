"""One workbook of a coder -> its rows as text, exactly as they were filled in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from burgerdata.codeerwerk.layout import (
    CODEREN,
    INGEVULD,
    KOLOMMEN,
    MERK,
    NIET_TERUG,
    NIEUW,
    NIEUWKOLOMMEN,
    VERBORGEN,
)
from burgerdata.errors import BronError
from burgerdata.formats.excel import read_excel, read_sheets
from burgerdata.formats.lezing import Ruw
from burgerdata.intake import open_bron
from burgerdata.shapes import RIJ, Bron, Tabel

_REGELKOLOMMEN = ("bron", *INGEVULD, *VERBORGEN)


@dataclass(frozen=True)
class Werkboek:
    """One workbook: whose it is, its coded rows, the rows that were lost before, and the themes that were made up.

    ``regels`` and ``niet_terug`` have bron, the filled and the hidden columns and ``_rij``; ``nieuw`` has naam,
    omschrijving and ``_rij``. Everything is text.
    """

    naam: str
    bestand: str
    regels: pd.DataFrame
    niet_terug: pd.DataFrame
    nieuw: pd.DataFrame
    bron: Bron = field(repr=False)


def read_werkboek(pad: Path) -> Werkboek:
    """Return a workbook of codeerwerk/; the coder is named on its hidden sheet, else by the name of the file.

    Raises
    ------
    BronError
        When the file cannot be opened, or the sheet to code on or one of its columns is gone.
    """
    bron = open_bron(pad, bestand=f"codeerwerk/{pad.name}")
    bladen = read_sheets(bron, (CODEREN, MERK, NIET_TERUG, NIEUW), kop=0)
    blad = bladen.get(CODEREN) or read_excel(bron, blad=CODEREN, kop=0)[0]  # which says what is wrong with it
    regels = _pick_columns(blad, _REGELKOLOMMEN, nodig=True)
    merk = _pick_columns(bladen.get(MERK), ("codeur",))
    naam = next((cel.strip() for cel in merk["codeur"] if cel.strip()), pad.stem)
    zonder_id = regels["fragment_id"].eq("") & (regels[list(INGEVULD)] != "").any(axis=1)
    if zonder_id.any():
        raise BronError(
            "bij deze rij ontbreekt het verborgen kenmerk van de tekst",
            "haal de rij weg en voer 'codeer' opnieuw uit",
            bestand=bron.bestand,
            blad=CODEREN,
            rij=int(regels.loc[zonder_id, RIJ].iloc[0]),
        )
    return Werkboek(
        naam,
        bron.bestand,
        regels[regels["fragment_id"].ne("")].reset_index(drop=True),
        _pick_columns(bladen.get(NIET_TERUG), _REGELKOLOMMEN),
        _pick_columns(bladen.get(NIEUW), NIEUWKOLOMMEN),
        bron,
    )


def _pick_columns(ruw: Ruw | None, kolommen: Sequence[str], *, nodig: bool = False) -> pd.DataFrame:
    """Return the columns of one sheet; a sheet that is missing gives no rows."""
    if ruw is None or not isinstance(tabel := ruw.vorm, Tabel):
        return pd.DataFrame(
            {naam: pd.Series(dtype="str") for naam in kolommen} | {RIJ: pd.Series(dtype="int64")}
        )
    koppen = {kolom.naam: kolom.naam.strip().casefold() for kolom in tabel.kolommen}
    frame = tabel.frame.rename(columns=koppen)
    ontbreekt = [naam for naam in kolommen if naam not in frame.columns]
    if ontbreekt and nodig:
        remedie = f"zet in de eerste rij: {' | '.join(KOLOMMEN)}"
        wat = f"de kolom '{ontbreekt[0]}' ontbreekt"
        raise BronError(wat, remedie, bestand=tabel.bestand, blad=tabel.blad)
    frame = frame.assign(**dict.fromkeys(ontbreekt, ""))
    schoon = {naam: frame[naam].astype("str").str.strip() for naam in kolommen}
    return pd.DataFrame(schoon | {RIJ: frame[RIJ].astype("int64")})
