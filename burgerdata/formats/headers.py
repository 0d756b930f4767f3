"""Header cells of a table made into column names that are filled and unique, with what the file said kept."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import pandas as pd

from burgerdata.cellen import is_coded, is_filled
from burgerdata.intake.logboek import Logboek
from burgerdata.shapes import Kolom

_CLASS = re.compile(r"\d{1,3} ?[-–] ?\d{1,3}|\d{1,3} ?\+|[<>≤≥] ?\d{1,3}|(?:19|20)\d\d")

_DAY = re.compile(r"(?:19|20)\d\d-\d\d-\d\d|\d{1,2}([-/])\d{1,2}\1(?:20)?\d\d|\d{1,2}/\d{1,2}")
_FEWEST_DAYS = 2


def make_kolommen(koppen: Sequence[str], logboek: Logboek, *, rij: int = 1) -> tuple[Kolom, ...]:
    """Return a column per header cell; a doubled header gets a number, an empty one its place, and a logboek row.

    Examples
    --------
    >>> [kolom.naam for kolom in make_kolommen(["id", "V1", "V1", ""], Logboek("x.csv"))]
    ['id', 'V1', 'V1 (2)', 'kolom 4']
    """
    gezien: Counter[str] = Counter()
    bezet = {" ".join(kop.split()) for kop in koppen}
    kolommen = []
    for nummer, kop in enumerate(koppen, start=1):
        schoon = " ".join(kop.split())
        naam = schoon or f"kolom {nummer}"
        gezien[naam] += 1
        while gezien[naam] > 1 or (not schoon and naam in bezet):
            naam = f"{naam} ({gezien[naam]})" if schoon else f"{naam}_"
            gezien[naam] += 1
        if naam != schoon:
            logboek.note("cel_gewijzigd", rij=rij, kolom=naam)
        kolommen.append(Kolom(naam, tekst=schoon, herkomst=kop))
    return tuple(kolommen)


def find_header_row(rijen: Sequence[Sequence[str]], *, zoek: int = 25) -> int:
    """Return the index of the row that holds the headers: the first that is about as wide as the table below it.

    Titles and remarks above a table fill one or two cells; headers fill nearly all columns and are mostly words.

    Examples
    --------
    >>> find_header_row([["Tabel 1", "", ""], ["Antwoord", "18-34", "35+"], ["goed", "12,5", "14"]])
    1
    >>> find_header_row([["Straatgesprekken", "", ""], ["", "", ""], ["Datum", "Plaats", "Tijd"], ["1-3", "Ede", "10"]])
    2
    """
    breedtes = [sum(bool(cel.strip()) for cel in rij) for rij in rijen[: zoek * 4]]
    breedste = max(breedtes, default=0)
    for index, breedte in enumerate(breedtes[:zoek]):
        if breedte < max(1, 0.6 * breedste):
            continue
        if _are_headers([cel for cel in rijen[index] if cel.strip()]):
            return index
    return next((index for index, breedte in enumerate(breedtes) if breedte), 0)


def name_doubles(boven: Sequence[str], koppen: Sequence[str]) -> list[str]:
    """Return the headers with the one over them before those that come twice, where a row of groups is above them.

    Examples
    --------
    >>> name_doubles(["", "Voor", "", "Na", ""], ["nr", "zorg", "werk", "zorg", "werk"])
    ['nr', 'Voor - zorg', 'Voor - werk', 'Na - zorg', 'Na - werk']
    """
    keren = Counter(koppen)
    groepen: list[str] = []
    for plek in range(len(koppen)):
        eigen = boven[plek].strip() if plek < len(boven) else ""
        groepen.append(eigen or (groepen[-1] if groepen else ""))
    if len(set(filter(None, groepen))) < 2:
        return list(koppen)
    return [
        f"{groep} - {kop}" if groep and kop.strip() and keren[kop] > 1 else kop
        for groep, kop in zip(groepen, koppen, strict=True)
    ]


def _are_headers(cellen: Sequence[str]) -> bool:
    """Return whether cells are mostly words, or words and a day for each of the other columns, as in a list of who was there."""
    woorden = sum(map(_is_words, cellen))
    dagen = {cel.strip() for cel in cellen if _DAY.fullmatch(cel.strip())}
    per_dag = len(dagen) >= _FEWEST_DAYS and woorden + len(dagen) == len(cellen) and _is_words(cellen[0])
    return woorden * 2 >= len(cellen) or per_dag


def _is_words(cel: str) -> bool:
    """Return whether a cell may be a header: words, or a class of ages ("18-34", "55+") or a year, as over outcomes."""
    return any(teken.isalpha() for teken in cel) or _CLASS.fullmatch(cel.strip()) is not None


def find_blank_rows(frame: pd.DataFrame) -> pd.Series:
    """Return which rows hold nothing but spaces."""
    leeg = pd.Series(True, index=frame.index, dtype="bool")
    # columns of codes first: they tell for little that no row is blank
    for _, cellen in sorted(frame.items(), key=lambda paar: not is_coded(paar[1])):
        if not leeg.any():
            break
        leeg &= ~is_filled(cellen)
    return leeg
