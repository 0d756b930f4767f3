"""The files of one delivery read and sealed; where one fails the others are still tried, so that all problems show."""

from __future__ import annotations

from pathlib import Path

from burgerdata.errors import BronError, Probleem, RijError
from burgerdata.formats import Lezing, read, read_all
from burgerdata.formats.bladkeuze import choose_bladen
from burgerdata.formats.csv_repair import blank_rijen
from burgerdata.instruments.onderdelen import ONDERDELEN
from burgerdata.intake import Zegel
from burgerdata.intake.open import open_bron
from burgerdata.settings import Levering
from burgerdata.shapes import Bron


def read_files(
    levering: Levering, map_: Path, zegel: Zegel, problemen: list[Probleem], geopend: dict[Path, Bron]
) -> tuple[tuple[Lezing, ...], tuple[Probleem, ...]]:
    """Return the readings of all files, none where one failed, and the rows that do not fit their header.

    A file with such rows is read without them: what else is wrong in it shows too. Other problems are added to ``problemen``.
    """
    bladen = choose_levering_bladen(levering, map_)
    vragenlijst = map_ / levering.codeboek if levering.codeboek else None
    paden = (geopend.pop(map_ / bestand, map_ / bestand) for bestand in levering.bestanden)
    try:
        return read_all(paden, zegel, blad=bladen, traject_map=map_, vragenlijst=vragenlijst), ()
    except BronError as fout:
        eerste = fout.probleem
    rijfouten: dict[Probleem, None] = {}
    heel: list[Path | Bron] = []
    for bestand, blad in zip(levering.bestanden, bladen, strict=True):
        heel.append(map_ / bestand)
        try:
            read(map_ / bestand, zegel, blad=blad, bestand=bestand, vragenlijst=vragenlijst)
        except RijError as fout:
            rijfouten[fout.probleem] = None
            heel[-1] = blank_rijen(open_bron(map_ / bestand, bestand=bestand), fout.rijen)
        except BronError as fout:
            problemen += [fout.probleem] if fout.probleem not in problemen else []
    if eerste not in (*rijfouten, *problemen):
        problemen.append(eerste)
    if not rijfouten:
        return (), ()
    try:
        lezingen = read_all(heel, zegel, blad=bladen, traject_map=map_, vragenlijst=vragenlijst)
    except BronError as fout:
        problemen += [fout.probleem] if fout.probleem not in problemen else []
        lezingen = ()
    return lezingen, tuple(rijfouten)


def choose_levering_bladen(levering: Levering, map_: Path) -> list[str]:
    """Return the sheet of each file of a delivery."""
    paden = [map_ / bestand for bestand in levering.bestanden]
    return choose_bladen(paden, levering.blad, in_delen=levering.instrument in ONDERDELEN)


def try_read(map_: Path, bestand: str, zegel: Zegel, problemen: list[Probleem]) -> tuple[Lezing, ...]:
    """Return the reading of a file of help; where it cannot be read nothing, with the problem added."""
    try:
        return (read(map_ / bestand, zegel, bestand=bestand),)
    except BronError as fout:
        problemen.append(fout.probleem)
        return ()
