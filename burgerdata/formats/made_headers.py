"""Headers that people made: two rows of them, codes with their questions, the same row again halfway, or none at all."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from burgerdata.cellen import is_filled
from burgerdata.errors import BronError
from burgerdata.formats.header_rows import drop_rows, lift_rows, list_header_rows, rename_columns
from burgerdata.formats.lezing import Ruw
from burgerdata.intake.logboek import Logboek
from burgerdata.shapes import RIJ, Tabel

_NUMBER = re.compile(r"\s*\d{1,4}\s*")
_AMOUNT = re.compile(r"\s*-?\d+(?:[.,]\d+)?\s*")
_LOOKED_AT = 2000
_FEWEST = 2
_FIRST = 2
"""Where the first record stands when the header is the first row."""
_DASH = " - "


def read_made_headers(ruw: Ruw) -> Ruw:
    """Return the table with two header rows joined to one, and without rows that repeat the header.

    The name of a column is the lower header, with the upper one before it where the lower one comes twice; its text
    is both.

    Raises
    ------
    BronError
        When the first row holds an answer and no headers: one person would be lost without a word.
    """
    if not isinstance(ruw.vorm, Tabel) or not len(ruw.vorm.frame):
        return ruw
    koppen, onder = list_header_rows(ruw, 2)
    tabel = _drop_repeated(ruw.vorm, koppen, ruw.logboek)
    ruw = replace(ruw, vorm=tabel)
    _refuse_answers(tabel, koppen)
    if _is_double(tabel, koppen, onder):
        return _join_rows(ruw, tabel.formaat, koppen, onder)
    return _lift_texts(ruw, onder) if _is_text_row(tabel, onder) else ruw


def _drop_repeated(tabel: Tabel, koppen: Sequence[str], logboek: Logboek) -> Tabel:
    """Return the table without rows that are the header again, as where sheets were put under each other."""
    kop = pd.Series(True, index=tabel.frame.index, dtype="bool")
    for kolom, cel in zip(tabel.kolommen, koppen, strict=True):
        if kop.any():
            kop &= tabel.frame[kolom.naam] == cel
    if not kop.any() or not any(cel.strip() for cel in koppen):
        return tabel
    return drop_rows(tabel, kop, "tussenkop", logboek)


def _refuse_answers(tabel: Tabel, koppen: Sequence[str]) -> None:
    """Refuse a table of which the headers come back as answers among others in their own columns.

    Headers below a title are headers. A column of ticks may hold its own header and nothing else, and questions may be numbered 1, 2, 3.
    """
    if int(tabel.frame[RIJ].iloc[0]) > _FIRST:
        return
    nummers = sorted(int(cel) for cel in koppen if _NUMBER.fullmatch(cel))
    geteld = nummers == list(range(nummers[0], nummers[0] + len(nummers))) if nummers else True
    terug = woorden = getallen = 0
    for kolom, cel in zip(tabel.kolommen, koppen, strict=True):
        is_getal = _NUMBER.fullmatch(cel) is not None
        if not cel.strip() or (is_getal and geteld):
            continue
        waarden = {str(waarde).strip() for waarde in tabel.frame[kolom.naam].head(_LOOKED_AT).unique()} - {""}
        keert_terug = cel.strip() in waarden and len(waarden) > 1
        terug += keert_terug
        woorden += keert_terug and not is_getal
        getallen += is_getal and all(map(_NUMBER.fullmatch, waarden))
    if terug >= _FEWEST or (woorden and getallen):
        wat = "boven de kolommen staan geen koppen maar een antwoord"
        remedie = "zet in het bestand een rij met koppen boven de antwoorden"
        raise BronError(
            wat, remedie, bestand=tabel.bestand, blad=tabel.blad, rij=int(tabel.frame[RIJ].iloc[0]) - 1
        )


def _is_double(tabel: Tabel, koppen: Sequence[str], onder: Sequence[str]) -> bool:
    """Return whether the first row goes on with the header: words under its gaps that never come back below them.

    One gap is enough only where other headers have nothing under them.
    """
    gaten = [plek for plek, cel in enumerate(koppen) if not cel.strip()]
    gevuld = [plek for plek, cel in enumerate(onder) if cel.strip()]
    leeg_onder = any(koppen[plek].strip() and not onder[plek].strip() for plek in range(len(koppen)))
    if not gaten or gaten[0] == 0 or (len(gaten) < _FEWEST and not leeg_onder):
        return False
    if not set(gaten) <= set(gevuld) or not all(_is_words(onder[plek]) for plek in gevuld):
        return False
    rest = tabel.frame.iloc[1:]
    namen = [kolom.naam for kolom in tabel.kolommen]
    eenmalig = all(
        not (rest[namen[plek]].astype("str").str.strip() == onder[plek].strip()).any() for plek in gevuld
    )
    return eenmalig and any(is_filled(rest[namen[plek]]).any() for plek in gaten)


def _is_words(cel: str) -> bool:
    return any(teken.isalpha() for teken in cel)


def _is_text_row(tabel: Tabel, onder: Sequence[str]) -> bool:
    """Return whether the first row says in words what columns of numbers are: the questions under their codes."""
    namen = [kolom.naam for kolom in tabel.kolommen]
    if not all(_is_words(cel) for cel in onder) or len(set(onder)) < len(onder):
        return False
    rest = tabel.frame.iloc[1:_LOOKED_AT]
    getallen = 0
    for naam in namen:
        cellen = [str(cel) for cel in rest[naam].unique() if str(cel).strip()]
        getallen += bool(cellen) and all(_AMOUNT.fullmatch(cel) for cel in cellen)
    return getallen >= _FEWEST


def _lift_texts(ruw: Ruw, onder: Sequence[str]) -> Ruw:
    """Return the table without its first row, which holds the texts of the questions."""
    zonder = lift_rows(ruw, 1)
    assert isinstance(zonder.vorm, Tabel)  # only tables have headers
    teksten = [" ".join(cel.split()) for cel in onder]
    kolommen = tuple(
        replace(kolom, tekst=tekst) for kolom, tekst in zip(zonder.vorm.kolommen, teksten, strict=True)
    )
    return replace(zonder, vorm=replace(zonder.vorm, kolommen=kolommen))


def _join_rows(ruw: Ruw, formaat: str, koppen: Sequence[str], onder: Sequence[str]) -> Ruw:
    boven: list[str] = []
    for kop, cel in zip(koppen, onder, strict=True):
        boven.append(kop.strip() or (boven[-1] if cel.strip() else ""))
    eigen = [" ".join((cel.strip() or kop).split()) for kop, cel in zip(boven, onder, strict=True)]
    teksten = [
        kop if kop in ("", cel) else f"{kop}{_DASH}{cel}" for kop, cel in zip(boven, eigen, strict=True)
    ]
    keren = Counter(eigen)
    namen = [cel if keren[cel] == 1 else tekst for cel, tekst in zip(eigen, teksten, strict=True)]
    tabel, logboek = rename_columns(lift_rows(ruw, 1), namen, formaat=formaat)
    kolommen = tuple(
        replace(kolom, tekst=tekst or kolom.tekst)
        for kolom, tekst in zip(tabel.kolommen, teksten, strict=True)
    )
    return replace(
        ruw, vorm=replace(tabel, kolommen=kolommen), records_in=ruw.records_in - 1, logboek=logboek
    )
