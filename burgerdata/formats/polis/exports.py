"""The files of a Polis export: statements, votes, votes per participant, summary, votes per group, running totals.

Columns are named as in ``headers.py``; moments are seconds since 1970, also where the exporter wrote milliseconds.
A vote is 1 (agree), 0 (pass) or -1 (disagree), as in every export.
"""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from burgerdata.formats.csv import read_csv
from burgerdata.formats.header_rows import keep_columns, rename_columns
from burgerdata.formats.lezing import Ruw
from burgerdata.formats.polis.headers import DEELNEMER, STELLING, TEKST, TIJDSTIP, fold_kop, name_kolom
from burgerdata.intake.logboek import Logboek
from burgerdata.shapes import RIJ, VELDWERK, Bron, Kolom, Tabel

_FROM_MILLISECONDS = 100_000_000_000
"""From here on a moment is in milliseconds: as seconds it would lie after the year 5138."""
_DOUBLE = "datetime"
"""The moment once more, in the local time of whoever exported, under a name of a zone that no computer knows."""


def read_stellingen(bron: Bron, *, blad: str = "") -> list[Ruw]:
    """Return the statements, a row each, with author, moment, moderation and the server's own counts of votes."""
    return [_rename(_read(bron, blad), "polis_stellingen", record=STELLING)]


def read_stemmen(bron: Bron, *, blad: str = "") -> list[Ruw]:
    """Return every vote, changed ones too: who, on which statement, when, and what."""
    return [_rename(_read(bron, blad), "polis_stemmen")]


def read_deelnemers(bron: Bron, *, blad: str = "") -> list[Ruw]:
    """Return a row per participant: the group that Polis gave, counts, and a column per statement with the last vote."""
    return [_rename(_read(bron, blad), "polis_deelnemers")]


def read_samenvatting(bron: Bron, *, blad: str = "") -> list[Ruw]:
    """Return the summary as two columns, ``wat`` and ``waarde``; the file has no header, its first row is a record."""
    ruw = _read(bron, blad)
    tabel = _table_of(ruw)
    oud = [kolom.naam for kolom in tabel.kolommen]
    kop = pd.DataFrame([[1, *(kolom.herkomst for kolom in tabel.kolommen)]], columns=[RIJ, *oud])
    frame = pd.concat([kop.astype(tabel.frame.dtypes.to_dict()), tabel.frame], ignore_index=True)
    namen = ["wat", "waarde", *oud[2:]]
    kolommen = tuple(Kolom(naam, tekst=naam) for naam in namen)
    nieuw = frame.set_axis([RIJ, *namen], axis=1)
    geheel = Tabel(tabel.bestand, "polis_samenvatting", nieuw, kolommen, tabel.blad, record="wat")
    return [Ruw(geheel, ruw.records_in + 1, Logboek(tabel.bestand, tabel.blad))]


def read_groepen(bron: Bron, *, blad: str = "") -> list[Ruw]:
    """Return the votes per statement and group as the server counted them; the text of the statement is let go."""
    ruw = _rename(_read(bron, blad), "polis_groepen", record=STELLING)
    tabel = _table_of(ruw)
    zonder = [kolom for kolom in tabel.kolommen if fold_kop(kolom.naam) != "comment"]
    return [replace(ruw, vorm=keep_columns(tabel, zonder))]


def read_verloop(bron: Bron, *, blad: str = "") -> list[Ruw]:
    """Return the running totals of votes, statements and people."""
    return [_rename(_read(bron, blad), "polis_verloop", record="n-votes")]


def read_seconden(cellen: pd.Series) -> pd.Series:
    """Return moments in whole seconds since 1970 as text, whether they were seconds or milliseconds.

    Examples
    --------
    >>> read_seconden(pd.Series(["1658934589213", "1731527035", ""])).tolist()
    ['1658934589', '1731527035', '']
    """
    getal = pd.to_numeric(cellen, errors="coerce").astype("Float64")
    seconden = getal.mask(getal >= _FROM_MILLISECONDS, getal // 1000).astype("Int64")
    return seconden.astype("str").where(seconden.notna(), "").astype("str")


def describe_kolommen(tabel: Tabel) -> Tabel:
    """Return the table with its moments in seconds, and told what are questions: nothing but the statement's text.

    Statements of which no author is given are nobody's.
    """
    frame = tabel.frame
    if tabel.formaat == "polis_stellingen" and DEELNEMER not in frame:
        frame = frame.assign(**{DEELNEMER: pd.Series("", index=frame.index, dtype="str")})
        tabel = replace(tabel, kolommen=(*tabel.kolommen, Kolom(DEELNEMER)))
    if TIJDSTIP in frame:
        frame = frame.assign(**{TIJDSTIP: read_seconden(frame[TIJDSTIP])})
    kolommen = tuple(
        replace(kolom, soort="" if kolom.naam == TEKST else VELDWERK) for kolom in tabel.kolommen
    )
    return replace(tabel, frame=frame, kolommen=kolommen)


def _read(bron: Bron, blad: str) -> Ruw:
    return read_csv(bron, blad=blad)[0]


def _rename(ruw: Ruw, formaat: str, *, record: str = "") -> Ruw:
    """Return the table under the names of ``headers.py``, with who and what each record is."""
    koppen = [name_kolom(kolom.naam) for kolom in _table_of(ruw).kolommen]
    tabel, logboek = rename_columns(ruw, koppen, formaat=formaat)
    if _DOUBLE in tabel.frame:
        logboek.note("kolom_weggelaten", kolom=_DOUBLE, aantal=max(len(tabel.frame), 1))
        tabel = keep_columns(tabel, [kolom for kolom in tabel.kolommen if kolom.naam != _DOUBLE])
    tabel = describe_kolommen(tabel)
    persoon = DEELNEMER if DEELNEMER in tabel.frame else ""
    return Ruw(replace(tabel, persoon=persoon, record=record), ruw.records_in, logboek)


def _table_of(ruw: Ruw) -> Tabel:
    assert isinstance(ruw.vorm, Tabel)  # read_csv gives tables only
    return ruw.vorm
