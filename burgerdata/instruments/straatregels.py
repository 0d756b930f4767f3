"""Rows of vragen.xlsx for street talks: what was ticked or chosen beside what people said, and estimated traits."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from burgerdata.cellen import is_filled
from burgerdata.instruments.kinds import is_technical
from burgerdata.instruments.street_columns import find_traits, is_veldwerk
from burgerdata.instruments.ticks import read_ticks
from burgerdata.instruments.vraagregels import Vraagregel, fold, make_slug
from burgerdata.shapes import Tabel

_FEWEST_TALKS, _MOST_ANSWERS = 10, 5


def draft_ticks(tabel: Tabel, naam: str, bezet: Sequence[str]) -> tuple[Tabel, list[Vraagregel]]:
    """Return the table with its ticks read, and a row for each: columns that stand together are one question."""
    gelezen = read_ticks(tabel, bezet=bezet)
    return gelezen, list_ticks(tabel, gelezen, naam)


def list_ticks(tabel: Tabel, gelezen: Tabel, naam: str) -> list[Vraagregel]:
    """Return a row for each column that was read as ticks, or that a format says is part of a set."""
    nieuw = [
        kolom
        for kolom in gelezen.kolommen
        if kolom.set_naam or not gelezen.frame[kolom.naam].equals(tabel.frame[kolom.naam])
    ]
    return [
        Vraagregel(
            naam,
            kolom.naam,
            tekst=kolom.set_tekst or kolom.tekst or kolom.naam,
            soort="meer_antwoorden" if kolom.set_naam else "een_antwoord",
            rol="inhoud",
            vraag_id=make_slug(kolom.set_naam) if kolom.set_naam else "",
        )
        for kolom in nieuw
    ]


def draft_rest(tabel: Tabel, naam: str, bezet: Sequence[str]) -> list[Vraagregel]:
    """Return a row for each column with a handful of answers that nothing else names: what the interviewer ticked."""
    return [
        Vraagregel(naam, kolom.naam, tekst=kolom.tekst or kolom.naam, soort="een_antwoord", rol="inhoud")
        for kolom in tabel.kolommen
        if kolom.naam not in bezet
        and not is_veldwerk(kolom.naam)
        and not is_technical(kolom, tabel.frame[kolom.naam])
        and repeats_itself(tabel.frame[kolom.naam])
    ]


def repeats_itself(cellen: pd.Series) -> bool:
    """Return whether a column has a handful of answers only."""
    gevuld = cellen[is_filled(cellen)].map(fold)
    return len(gevuld) >= _FEWEST_TALKS and gevuld.nunique() <= _MOST_ANSWERS


def draft_trait(naam: str, kop: str) -> Vraagregel:
    """Return the row of an estimated trait; an age in the usual bands is named so that it compares with other sources."""
    geslacht = bool(find_traits([kop]))
    vraag_id = "geslacht" if geslacht else "leeftijd_geschat"
    kort = "geslacht (geschat)" if geslacht else "leeftijd (geschat)"
    return Vraagregel(naam, kop, tekst=kop, soort="een_antwoord", rol="kenmerk", vraag_id=vraag_id, kort=kort)
