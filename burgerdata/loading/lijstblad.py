"""The sheet with the members of a meeting in the workbook of its parts: read as their list, and as none of the parts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from burgerdata.formats import Lezing
from burgerdata.formats.bladkeuze import find_ledenblad
from burgerdata.instruments.onderdelen import ONDERDELEN, recognise_onderdeel
from burgerdata.settings import Levering


def find_lijstblad(levering: Levering, lezingen: Sequence[Lezing], map_: Path) -> str:
    """Return the sheet of members among the readings of a delivery in parts; empty where it has none, or it is a part too.

    A sheet "presentie" tells who the members are and when they were there.
    """
    bestand = levering.deelnemerslijst
    if not bestand or bestand not in levering.bestanden or levering.blad:
        return ""
    blad = find_ledenblad(map_ / bestand)
    tabellen = [tabel for lezing in lezingen if lezing.bestand == bestand for tabel in lezing.tabellen]
    koppen = [kolom.naam for tabel in tabellen if tabel.blad == blad for kolom in tabel.kolommen]
    return "" if recognise_onderdeel(koppen, ONDERDELEN[levering.instrument], levering.kolommen) else blad
