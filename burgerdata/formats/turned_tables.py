"""A table with a row per question or task and a column per person, turned into one with a row per person."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from burgerdata.cellen import is_filled, spell_out
from burgerdata.formats.lezing import Ruw
from burgerdata.formats.person_headers import are_full_names, are_persoonsnamen, list_personen, sums_up
from burgerdata.intake.logboek import Logboek, count_explained
from burgerdata.intake.nummerkoppen import is_person_header
from burgerdata.shapes import RIJ, Kolom, Tabel

DEELNEMER = "persoon"
"""The header of the column with what headed the persons."""
_ASKED = re.compile(
    r"(?:vragen|vraag|stelling|item|taak|taken|opdracht|scenario|onderdeel|stap|handeling|kolom 1)(?:en|s)?\b.*",
    re.IGNORECASE,
)
"""What is headed so is asked of people: "R1 | R2" beside a number may be the rows of a grid."""
_FEWEST_PERSONS = 3
"""Persons by code; two names are enough, for a name must never stand as a header."""
_NUMBER = re.compile(r"-?\d+(?:[.,]\d+)?\s*%?")
_HIGHEST = 10
"""The end of the longest scale on which people give a figure; what is counted goes further."""
_DAY = re.compile(r"d[ ._-]?\d+", re.IGNORECASE)
"""Codes of a person that may as well be a day."""
_TOTAL = re.compile(r".*tota+l.*|som|sum", re.IGNORECASE)


def turn_table(ruw: Ruw) -> Ruw:
    """Return the table with a row per person where it plainly has a column for each; else as it is.

    The number of a row is then that of its column in the source. A column that sums up the others is left out.
    """
    tabel = ruw.vorm
    mensen = _find_mensen(tabel) if isinstance(tabel, Tabel) else []
    if not isinstance(tabel, Tabel) or not mensen:
        return ruw
    wat, *koppen = [kolom.naam for kolom in tabel.kolommen]
    frame = spell_out(tabel.frame)
    gedraaid = frame.set_index(frame[wat].str.strip())[mensen].T
    plekken = [plek for plek, kop in enumerate(koppen, start=2) if kop in mensen]
    nummers = pd.Series(plekken, dtype="int64", name=RIJ)
    rijen = gedraaid.rename_axis(DEELNEMER).reset_index().astype("str").rename_axis(None, axis=1)
    kolommen = tuple(Kolom(str(naam)) for naam in rijen)
    logboek = _forget_headers(ruw.logboek, koppen)
    records_in = len(mensen) + count_explained(logboek.to_frame())
    for kop in koppen:
        if kop not in mensen:
            logboek.note("kolom_weggelaten", kolom=kop, aantal=max(int(is_filled(frame[kop]).sum()), 1))
    logboek.note("tabel_gedraaid")
    nieuw = replace(tabel, frame=pd.concat([nummers, rijen], axis=1), kolommen=kolommen, persoon=DEELNEMER)
    return replace(ruw, vorm=nieuw, records_in=records_in, logboek=logboek)


def _forget_headers(logboek: Logboek, koppen: Sequence[str]) -> Logboek:
    """Return the ledger without the headers of persons, which may be names."""
    nieuw = Logboek(logboek.bestand, logboek.blad)
    for rij in logboek.to_frame().to_dict("records"):
        nummer = None if pd.isna(rij["rij"]) else int(rij["rij"])
        kolom = "" if rij["kolom"] in koppen else str(rij["kolom"])
        nieuw.note(str(rij["reden"]), aantal=int(rij["aantal"]), rij=nummer, kolom=kolom)
    return nieuw


def _find_mensen(tabel: Tabel) -> list[str]:
    """Return the headers of persons where the first column names a question or task in each row; none for other tables.

    Below full names it may be headed otherwise ("Aspect"), where what people say stands beside words.
    """
    wat, *koppen = [kolom.naam for kolom in tabel.kolommen] or [""]
    mensen = [kop for kop in koppen if not sums_up(kop)]
    gevraagd = _ASKED.fullmatch(wat.strip()) is not None
    if not (_are_mensen(mensen) if gevraagd else are_full_names(mensen)):
        return []
    frame = spell_out(tabel.frame)
    namen = frame[wat].str.strip()
    if not gevraagd and not (
        _names_things(wat, namen) and _hold_answers(frame[mensen], mensen, counted=False)
    ):
        return []
    uniek = namen.ne("").all() and namen.is_unique and DEELNEMER not in set(namen)
    counted = any(_TOTAL.fullmatch(kop.strip()) for kop in koppen)
    eigen = are_full_names(mensen) or _hold_answers(frame[mensen], mensen, counted=counted)
    return mensen if uniek and eigen else []


def _names_things(kop: str, cellen: pd.Series) -> bool:
    """Return whether a column names what was asked by a word in each row: no number, day or person that a row is of."""
    waarden = [str(cel) for cel in cellen]
    woorden = [cel for cel in waarden if not any(teken.isdigit() for teken in cel)]
    van_mensen = is_person_header(kop) or are_persoonsnamen(waarden)
    return bool(waarden) and 2 * len(woorden) > len(waarden) and not van_mensen


def _are_mensen(koppen: Sequence[str]) -> bool:
    codes = len(koppen) >= _FEWEST_PERSONS and len(list_personen(koppen)) == len(koppen)
    return codes or are_persoonsnamen(koppen)


def _hold_answers(frame: pd.DataFrame, koppen: Sequence[str], *, counted: bool) -> bool:
    """Return whether below headers that may be of streets or days stands what people say: words, or figures on a scale.

    With a column of totals (``counted``), and below a letter that says little, only words tell it.
    """
    rijen = [[cel for cel in map(str.strip, rij) if cel] for rij in frame.astype("str").to_numpy().tolist()]
    cijfers = [rij for rij in rijen if rij and all(map(_NUMBER.fullmatch, rij))]
    if any(cel.endswith("%") for rij in cijfers for cel in rij):
        return False
    if len(cijfers) < sum(map(bool, rijen)):
        return True
    passen = sum(all(0 <= float(cel.replace(",", ".")) <= _HIGHEST for cel in rij) for rij in cijfers)
    zwijgt = all(_DAY.fullmatch(kop.strip()) for kop in koppen)
    return not counted and not zwijgt and 2 * passen >= len(cijfers) > 0
