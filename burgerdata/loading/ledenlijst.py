"""The sheet of a workbook about a meeting that tells who its members are: a list of participants, and no answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from burgerdata.formats.bladkeuze import is_ledenblad
from burgerdata.loading.bevraging import asks_questions
from burgerdata.loading.deliveries import find_screener_columns
from burgerdata.loading.herkend import Herkend

LEDENLIJST = "ledenlijst"
"""What such a sheet is recognised as; a list of participants of conversations is a deelnemerslijst."""
_MEETINGS = ("burgerberaad", "burgerdialoog")
_MAY_BE = ("enquete", "deelnemerslijst", "tekst")


def mark_leden(los: Sequence[Herkend]) -> list[Herkend]:
    """Return the sheets of a workbook, with the one called after members as their list where another is of a meeting.

    It has a column that tells who each row is, and asks nothing.
    """
    lijsten = [deel for deel in los if is_ledenblad(deel.blad)]
    if len(lijsten) != 1 or not any(deel.soort in _MEETINGS for deel in los):
        return list(los)
    return [
        replace(deel, soort=LEDENLIJST, reden="") if deel is lijsten[0] and _lists_people(deel) else deel
        for deel in los
    ]


def _lists_people(deel: Herkend) -> bool:
    if deel.soort not in _MAY_BE or deel.tabel is None or deel.lezing is None:
        return False
    logboek = deel.lezing.logboek
    weg = logboek.loc[logboek["reden"].eq("kolom_persoonsgegeven"), "kolom"].astype("str").tolist()
    koppen = [*weg, *(kolom.naam for kolom in deel.tabel.kolommen), *filter(None, [deel.persoon])]
    spreker, groep = find_screener_columns(koppen)
    return bool(spreker) and not asks_questions(deel.tabel, spreker, groep)
