"""A table that the analyst fills (.xlsx, or .csv from Dutch Excel) -> its filled rows as text, checked by header."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from pathlib import Path

import pandas as pd

from burgerdata.errors import BronError, Probleem
from burgerdata.formats import READERS, detect
from burgerdata.formats.excel import is_workbook, list_visible, read_sheets
from burgerdata.formats.lezing import Ruw
from burgerdata.instruments.suggestions import suggest
from burgerdata.intake import open_bron
from burgerdata.shapes import RIJ, Bron, Tabel


@dataclass(frozen=True)
class Invultabel:
    """The rows of one sheet as text, with RIJ; ``problemen`` says what keeps it from being used."""

    bestand: str
    blad: str
    frame: pd.DataFrame
    problemen: tuple[Probleem, ...] = ()
    bron: Bron | None = field(default=None, repr=False)

    def report(self, wat: str, remedie: str = "", *, rij: int | None = None, kolom: str = "") -> Probleem:
        """Return a problem at a place in this table."""
        return Probleem(wat, remedie, self.bestand, self.blad, rij, kolom)


def find_invulbestand(map_: Path, naam: str) -> Path | None:
    """Return the .xlsx or .csv with this name in the folder of the traject, or None."""
    return next((pad for soort in (".xlsx", ".csv") if (pad := map_ / f"{naam}{soort}").is_file()), None)


def read_invultabel(
    pad: Path, *, blad: str, kolommen: Sequence[str], nodig: Sequence[str] = ()
) -> Invultabel:
    """Return one sheet of a table that the analyst fills; a .csv stands for the first sheet.

    Headers are compared without case and spaces. A header that does not exist, and a needed one that is missing, are
    problems with a suggestion.
    """
    try:
        bron = open_bron(pad)
        tabel = _read(pad.name, bron.inhoud, blad, tuple(kolommen), tuple(nodig))
    except BronError as fout:
        return Invultabel(pad.name, "", _make_empty(tuple(kolommen)), (fout.probleem,))
    return replace(tabel, bron=bron)


@lru_cache(maxsize=16)
def _read(
    bestand: str, inhoud: bytes, blad: str, kolommen: tuple[str, ...], nodig: tuple[str, ...]
) -> Invultabel:
    """Return the sheet that these bytes hold; a check reads each file twice, and `nieuw` writes many that are the same."""
    tabel = _find_sheet(Bron(Path(bestand), bestand, inhoud, ""), blad)
    if tabel is None:
        return Invultabel(bestand, "", _make_empty(kolommen))
    koppen = {kolom.naam: kolom.naam.strip().casefold().replace(" ", "_") for kolom in tabel.kolommen}
    gevuld = {naam for naam in koppen if (tabel.frame[naam].str.strip() != "").any()}
    problemen = [
        Probleem(f"de kolom '{naam}' bestaat niet", suggest(kop, kolommen), bestand, tabel.blad)
        for naam, kop in koppen.items()
        if kop not in kolommen and not (naam.startswith("kolom ") and naam not in gevuld)
    ]
    problemen += [
        Probleem(f"de kolom '{naam}' ontbreekt", "voeg haar toe in de eerste rij", bestand, tabel.blad)
        for naam in nodig
        if naam not in koppen.values()
    ]
    if tabel.frame.empty:
        return Invultabel(bestand, tabel.blad, _make_empty(kolommen), tuple(problemen))
    frame = tabel.frame.rename(columns=koppen)
    frame = frame.assign(**{naam: "" for naam in kolommen if naam not in frame})
    schoon = frame[list(kolommen)].apply(lambda reeks: reeks.astype("str").str.strip())
    return Invultabel(bestand, tabel.blad, schoon.assign(**{RIJ: frame[RIJ]}), tuple(problemen))


@cache
def _make_empty(kolommen: tuple[str, ...]) -> pd.DataFrame:
    return pd.DataFrame({naam: pd.Series(dtype="str") for naam in kolommen} | {RIJ: pd.Series(dtype="int64")})


def _find_sheet(bron: Bron, blad: str) -> Tabel | None:
    """Return the sheet with this name, else the only or first one when it is the main sheet of its file."""
    if is_workbook(bron):
        genoemd = [naam for naam in list_visible(bron) if naam.strip().casefold() == blad.casefold()]
        if gelezen := read_sheets(bron, genoemd[:1]):
            return _as_tabel(gelezen[genoemd[0]])
    if Path(bron.bestand).stem.casefold() != blad.casefold():
        return None
    # A .csv has no sheets: the file is named after its main one.
    ruw = READERS[detect(bron, beurtentabel=False)](bron)
    return next((tabel for een in ruw if (tabel := _as_tabel(een)) is not None), None)


def _as_tabel(ruw: Ruw) -> Tabel | None:
    return ruw.vorm if isinstance(ruw.vorm, Tabel) else None
