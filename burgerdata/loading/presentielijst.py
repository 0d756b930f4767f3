"""A list of who was there, with a day above each session: the attendance of the meeting that lies beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from burgerdata.instruments.aanwezigheid import is_aanwezig
from burgerdata.instruments.sessiekoppen import find_sessies
from burgerdata.intake import Zegel
from burgerdata.loading.herkend import Herkend
from burgerdata.loading.recognise import read_deel

_MEETINGS = ("burgerberaad", "burgerdialoog")
_MAY_BE = ("enquete", "deelnemerslijst")
_FEWEST_SESSIES = 2
_MOST_MARKS = 6
"""Different marks in a list: there, not there, excused, ill, online, left early."""


def recognise_presentie(herkend: Sequence[Herkend], map_: Path, zegel: Zegel) -> list[Herkend]:
    """Return the files with a list of people and days as a part of the meeting beside it; without a meeting as they were.

    Days above columns are in many tables, so only marks of who was there make them sessions.
    """
    soorten = {deel.soort for deel in herkend}
    avond = next((naam for naam in _MEETINGS if naam in soorten), "")
    if not avond:
        return list(herkend)
    return [
        replace(read_deel(deel, avond, map_ / deel.bestand, zegel), blad=deel.blad)
        if _is_presentie(deel)
        else deel
        for deel in herkend
    ]


def _is_presentie(deel: Herkend) -> bool:
    """Return whether a file has people in its rows, and marks of who was there below two sessions or more."""
    if deel.soort not in _MAY_BE or deel.tabel is None or deel.lezing is None:
        return False
    sessies = list(find_sessies([kolom.naam for kolom in deel.tabel.kolommen]))
    mensen = bool(deel.persoon) or deel.lezing.logboek["reden"].eq("kolom_persoonsgegeven").any()
    if len(sessies) < _FEWEST_SESSIES or not mensen:
        return False
    gevuld = [cel for naam in sessies for cel in deel.tabel.frame[naam].astype("str") if cel.strip()]
    tekens = {cel.strip().casefold() for cel in gevuld}
    er = sum(map(is_aanwezig, gevuld))
    return 0 < len(tekens) <= _MOST_MARKS and 2 * er >= len(gevuld)
