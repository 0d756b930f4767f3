"""A table with a row per question or task and a column per person, turned into one with a row per person."""

from __future__ import annotations

import re
from dataclasses import replace

import pandas as pd

from burgerdata.cellen import spell_out
from burgerdata.formats.lezing import Ruw
from burgerdata.formats.person_headers import are_persoonsnamen, list_personen
from burgerdata.intake.logboek import count_explained
from burgerdata.shapes import RIJ, Kolom, Tabel

DEELNEMER = "persoon"
"""The header of the column with what headed the persons."""
_ASKED = re.compile(
    r"(?:vragen|vraag|stelling|item|taak|taken|opdracht|scenario|onderdeel|stap|handeling|kolom 1)(?:en|s)?\b.*",
    re.IGNORECASE,
)
"""What is headed so is asked of people: "R1 | R2" beside a number may be the rows of a grid."""
_FEWEST_PERSONS = 3


def turn_table(ruw: Ruw) -> Ruw:
    """Return the table with a row per person where it plainly has a column for each; else as it is.

    The number of a row is then that of its column in the source.
    """
    tabel = ruw.vorm
    if not isinstance(tabel, Tabel) or not _has_persons_in_columns(tabel):
        return ruw
    wat, *mensen = [kolom.naam for kolom in tabel.kolommen]
    frame = spell_out(tabel.frame)
    gedraaid = frame.set_index(frame[wat].str.strip())[mensen].T
    nummers = pd.Series(range(2, len(mensen) + 2), dtype="int64", name=RIJ)
    rijen = gedraaid.rename_axis(DEELNEMER).reset_index().astype("str").rename_axis(None, axis=1)
    kolommen = tuple(Kolom(str(naam)) for naam in rijen)
    records_in = len(mensen) + count_explained(ruw.logboek.to_frame())
    ruw.logboek.note("tabel_gedraaid")
    nieuw = replace(tabel, frame=pd.concat([nummers, rijen], axis=1), kolommen=kolommen)
    return replace(ruw, vorm=nieuw, records_in=records_in)


def _has_persons_in_columns(tabel: Tabel) -> bool:
    """Return whether the first column names a question or task in each row, and every other one is headed by a person."""
    koppen = [kolom.naam for kolom in tabel.kolommen]
    if len(koppen) <= _FEWEST_PERSONS or not _ASKED.fullmatch(koppen[0].strip()):
        return False
    namen = spell_out(tabel.frame)[koppen[0]].str.strip()
    uniek = namen.ne("").all() and namen.is_unique and DEELNEMER not in set(namen)
    return bool(uniek) and (
        len(list_personen(koppen[1:])) == len(koppen) - 1 or are_persoonsnamen(koppen[1:])
    )
