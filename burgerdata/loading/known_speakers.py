"""Conversations read once more beside their list of participants, so that `nieuw` knows who is who."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from burgerdata.formats import read
from burgerdata.formats.peek import list_headers, list_sprekers
from burgerdata.intake import Zegel
from burgerdata.loading.deliveries import seal_lijst
from burgerdata.loading.herkend import Herkend
from burgerdata.loading.lijst_zonder_groep import place_deelnemers


def know_speakers(herkend: Sequence[Herkend], map_: Path, zegel: Zegel) -> list[Herkend]:
    """Return the files with the speakers of each conversation as the one list of participants calls them.

    With several lists each may be that of other talks: then a label is taken as it is.
    """
    lijsten = [deel for deel in herkend if deel.soort == "deelnemerslijst"]
    if len(lijsten) != 1:
        return list(herkend)
    lijst = lijsten[0]
    koppen = list_headers(map_ / lijst.bestand, bestand=lijst.bestand)
    eigen = seal_lijst(zegel, koppen, lijst.persoon, lijst.groepkolom)
    sprekers = list_sprekers(map_ / lijst.bestand, eigen, bestand=lijst.bestand)
    frame = lijst.tabel.frame if lijst.tabel is not None else None
    groepen = frame[lijst.groepkolom].unique().tolist() if frame is not None and lijst.groepkolom else []
    kent = replace(zegel, sprekers=sprekers, groepen=tuple(naam for naam in groepen if naam.strip()))
    alle = [
        replace(deel, lezing=read(map_ / deel.bestand, kent, bestand=deel.bestand))
        if deel.soort == "gesprek"
        else deel
        for deel in herkend
    ]
    return [_place(deel, alle, kent) if deel is lijst else deel for deel in alle]


def _place(lijst: Herkend, herkend: Sequence[Herkend], zegel: Zegel) -> Herkend:
    """Return the list with its people in the conversations of the folder, also where it has no groups."""
    lezingen = [deel.lezing for deel in herkend if deel.soort == "gesprek" and deel.lezing]
    gesprekken = [gesprek for lezing in lezingen for gesprek in lezing.gesprekken]
    if lijst.lezing is None or not gesprekken:
        return lijst
    return replace(lijst, lezing=place_deelnemers(lijst.lezing, gesprekken, zegel))
