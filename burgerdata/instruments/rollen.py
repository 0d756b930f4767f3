"""Whether someone is a citizen, an entrepreneur or an organisation: the words of a column, and of the platform."""

from __future__ import annotations

import pandas as pd

from burgerdata.errors import ContractError, Probleem
from burgerdata.instruments.suggestions import suggest
from burgerdata.instruments.vraagregels import fold
from burgerdata.schema import DEELNEMER_ROL
from burgerdata.shapes import ORGANISATIE, PERSOON, RIJ, Tabel

_WOORDEN = {
    "burger": "burger burgers inwoner bewoner particulier privépersoon consument klant deelnemer lid gebruiker citizen "
    "resident user member participant",
    "ondernemer": "ondernemer bedrijf winkelier zzp'er zzp mkb horeca business entrepreneur",
    "organisatie": "organisatie vereniging stichting instelling belangenorganisatie maatschappelijk overheid gemeente "
    "ngo organisation organization",
    "gespreksleider": "gespreksleider moderator mod beheerder communitymanager admin administrator facilitator",
    "professional": "professional medewerker ambtenaar uitvoerder deskundige expert staff",
    "waarnemer": "waarnemer observator observer",
    "onbekend": "onbekend unknown",
}
_ROL = {woord: rol for rol, woorden in _WOORDEN.items() for woord in woorden.split()}


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
        woorden = frame[kolom].map(_fold_word)
        vreemd = frame[(woorden != "") & ~woorden.isin(list(_ROL))]
        if len(vreemd):
            woord = str(vreemd[kolom].iloc[0]).strip()
            wat = f"'{woord}' is geen rol"
            probleem = Probleem(
                wat, suggest(woord, DEELNEMER_ROL), tabel.bestand, tabel.blad, int(vreemd[RIJ].iloc[0]), kolom
            )
            raise ContractError([probleem])
        rol = pd.Series([_ROL.get(woord, "burger") for woord in woorden], index=frame.index, dtype="str")
    if ORGANISATIE in frame:
        rol = rol.mask(frame[ORGANISATIE] != "", "organisatie")
    if "gespreksleider" in frame:
        rol = rol.mask(frame["gespreksleider"].astype("bool"), "gespreksleider")
    return rol.mask(frame[PERSOON] == "", "onbekend")


def _fold_word(cel: str) -> str:
    return fold(cel).replace("-", "").replace(" ", "")
