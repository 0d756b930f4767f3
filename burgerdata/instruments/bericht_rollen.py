"""Whether someone is a citizen, an entrepreneur or an organisation: the words of a column, and of the platform."""

from __future__ import annotations

import pandas as pd

from burgerdata.errors import ContractError, Probleem
from burgerdata.instruments.rollen import read_rol
from burgerdata.instruments.suggestions import suggest
from burgerdata.instruments.vraagregels import fold
from burgerdata.schema import DEELNEMER_ROL
from burgerdata.shapes import ORGANISATIE, PERSOON, RIJ, Tabel

_ONBEKEND = ("onbekend", "unknown")


def read_rollen(tabel: Tabel, kolom: str) -> pd.Series:
    """Return the rol of who wrote each row: burger unless the column or the platform says otherwise.

    Raises
    ------
    ContractError
        For a word in the column that is no rol, with the ones to choose from.
    """
    frame = tabel.frame
    rol = pd.Series("burger", index=frame.index, dtype="str")
    if kolom:
        rol = frame[kolom].map(read_rol).astype("str")
        vreemd = frame[rol.eq("onbekend") & ~frame[kolom].map(fold).isin(_ONBEKEND)]
        if len(vreemd):
            woord = str(vreemd[kolom].iloc[0]).strip()
            wat = f"'{woord}' is geen rol"
            probleem = Probleem(
                wat, suggest(woord, DEELNEMER_ROL), tabel.bestand, tabel.blad, int(vreemd[RIJ].iloc[0]), kolom
            )
            raise ContractError([probleem])
    if ORGANISATIE in frame:
        rol = rol.mask(frame[ORGANISATIE] != "", "organisatie")
    if "gespreksleider" in frame:
        rol = rol.mask(frame["gespreksleider"].astype("bool"), "gespreksleider")
    return rol.mask(frame[PERSOON] == "", "onbekend")
