"""What tells two files apart from two versions of one: the answers themselves, row beside row, whatever columns are called.

A version is often renamed (headers become labels), recoded (1 becomes "man"), sorted anew or some rows longer. So rows are
paired by the person, by their order, or by what is unique in both; then columns are held beside each other. A second
wave has the same people with other answers, a refreshment other people: neither is a version.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product
from pathlib import PurePosixPath

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from burgerdata.cellen import factorize_cells
from burgerdata.instruments.values import parse_getal
from burgerdata.instruments.vraagregels import fold
from burgerdata.intake.seal_tabel import MOST_NUMBERED
from burgerdata.loading.gelijke_kolommen import (
    Kolom,
    are_asked_again,
    are_banded,
    number_column,
    weigh_agreement,
)
from burgerdata.shapes import PERSOON, Gesprek, Tabel

_COMPARED = 1_000
"""Rows that are held beside each other: enough to tell, in a file of any length."""
_FEWEST_ROWS = 4
_FEWEST_TURNS = 6
_FEWEST_COLUMNS = 2
_SHARE_ROWS = 0.8
_SHARE_COLUMNS = 0.8
_SAME_CELLS = 0.9
_SHARE_PAIRED = 0.5
"""Rows that must be laid beside one of the other print; of the rest others have the same answers too."""
_MANY_COLUMNS = 12
"""More columns than tell who people are: so many that agree are answers too."""
_FEWEST_BITS = 20.0
"""Below this, rows may well be alike by chance: two columns of yes and no over eight people hold sixteen."""
_FEW_PAIRS = 12
_SHORTEST_TURN = 20
_MIDNIGHT = re.compile(r"(\d{4}-\d\d-\d\d)[t ]00:00(?::00(?:\.0+)?)?")
_DAY = re.compile(r"(?<!\d)(?:(?:19|20)\d\d[-_. ]?\d\d[-_. ]?\d\d|\d\d?[-_.]\d\d?[-_.](?:20)?\d\d)(?!\d)")
_MARKS = re.compile(
    r"(?:v|versie|version|rev)[ ._-]?\d+(?:[._]\d+)*|def(?:initief)?|final|concept|draft|kopie|copy|nieuw|oud|labels?|codes?|\(\d+\)"
)
Rijen = NDArray[np.int64]


@dataclass(frozen=True)
class Afdruk:
    """The answers of one sheet or talk: per column a number for each cell, with the texts behind the numbers.

    ``waarden`` are labels, ``codes`` the codes behind them; ``personen`` can be compared with those of another print of
    the same ``scope``. ``nummers`` are ids of the rows by the numbers of the source: they tell which row is which.
    """

    bestand: str
    waarden: tuple[tuple[str, ...], ...]
    codes: tuple[tuple[str, ...], ...]
    personen: tuple[str, ...]
    scope: str = ""
    nummers: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True)
class Gelijkenis:
    """How many rows of the shorter of two prints are in the other one.

    ``zeker`` is False where a column differs and too few agree to tell a version with a new column from the same
    people asked something else.
    """

    gelijk: int
    rijen: int
    zeker: bool = True


def keep_head(vorm: Tabel | Gesprek) -> Tabel | Gesprek:
    """Return a long table cut to the rows that are compared, so that the whole of it need not be kept."""
    if isinstance(vorm, Gesprek) or len(vorm.frame) <= MOST_NUMBERED:
        return vorm
    return replace(vorm, frame=vorm.frame.head(MOST_NUMBERED).copy())


def make_afdruk(vorm: Tabel | Gesprek, scope: str = "") -> Afdruk:
    """Return the print of a shape; of a long one its first rows."""
    if isinstance(vorm, Gesprek):
        teksten = vorm.beurten["tekst"].head(MOST_NUMBERED).astype("str")
        lang = teksten[teksten.str.len() >= _SHORTEST_TURN]
        kolom = tuple(map(_fold_cell, lang))
        return Afdruk(vorm.bestand, (kolom,), (kolom,), ("",) * len(lang), scope)
    frame = vorm.frame.head(MOST_NUMBERED)
    ruw = {kolom.naam: _fold_column(frame[kolom.naam]) for kolom in vorm.kolommen}
    labels = {
        kolom.naam: {_fold_cell(code): _fold_cell(label) for code, label in kolom.labels.items()}
        for kolom in vorm.kolommen
    }
    houden = [naam for naam, cellen in ruw.items() if not _is_counter(cellen)]
    personen = tuple(frame[PERSOON].astype("str")) if PERSOON in frame else ("",) * len(frame)
    return Afdruk(
        vorm.bestand,
        tuple(tuple(labels[naam].get(cel, cel) for cel in ruw[naam]) for naam in houden),
        tuple(ruw[naam] for naam in houden),
        personen,
        scope,
        (vorm.nummers,) if len(vorm.nummers) == len(frame) else (),
    )


def compare_afdrukken(een: Afdruk, ander: Afdruk) -> Gelijkenis | None:
    """Return how much of the shorter print is in the other one, None when they do not hold the same answers.

    Examples
    --------
    >>> from burgerdata.shapes import Kolom
    >>> def tabel(**kolommen):
    ...     return Tabel("", "", pd.DataFrame(kolommen), tuple(map(Kolom, kolommen)))
    >>> cijfers = [str(nummer * nummer % 11) for nummer in range(20)]
    >>> een = tabel(q1=["m", "v"] * 10, q2=cijfers)
    >>> ander = tabel(Geslacht=["1", "2"] * 10, Cijfer=cijfers)
    >>> compare_afdrukken(make_afdruk(een), make_afdruk(ander))
    Gelijkenis(gelijk=20, rijen=20, zeker=True)
    >>> compare_afdrukken(make_afdruk(een), make_afdruk(tabel(q1=["m", "v"] * 10, q2=cijfers[::-1]))) is None
    True
    """
    kort, lang = sorted((een, ander), key=lambda afdruk: len(afdruk.personen))
    rijen = len(kort.personen)
    if rijen < _FEWEST_ROWS or not kort.waarden or not lang.waarden:
        return None
    if gelijk := _count_same_texts(kort, lang):
        return Gelijkenis(gelijk, rijen)
    twijfel = None
    for links, rechts in _pair_rows(kort, lang):
        if len(links) < max(_SHARE_PAIRED * rijen, _FEWEST_ROWS):
            continue
        zeker = _are_same(kort, lang, links[:_COMPARED], rechts[:_COMPARED])
        if zeker:
            return Gelijkenis(len(links), rijen)
        if zeker is not None:
            twijfel = twijfel or Gelijkenis(len(links), rijen, zeker=False)
    return twijfel


def strip_marks(bestand: str, *, days: bool = True) -> str:
    """Return the name of a file without its folder, its extension and what tells a version and, of export, a day.

    Examples
    --------
    >>> strip_marks("ruw/BOA data_def_v3.sav"), strip_marks("export/boa-data-2026-03-15 (1).xlsx")
    ('boadata', 'boadata')
    """
    naam = PurePosixPath(bestand).stem.casefold()
    naam = _DAY.sub(" ", naam) if days else naam
    delen = [deel for deel in re.split(r"[ _]+|-(?=\D)", naam) if deel and not _MARKS.fullmatch(deel)]
    return re.sub(r"[\W_]", "", "".join(delen))


def _count_same_texts(kort: Afdruk, lang: Afdruk) -> int:
    """Return how many texts of one column, as turns of a talk, are in the other one; 0 when they are not nearly all.

    Only long ones that occur once say themselves who is who: "ja" and a sentence to tick do not.
    """
    if len(kort.waarden) != 1 or len(lang.waarden) != 1:
        return 0
    eigen, ander = (
        tuple(cel for cel in afdruk.waarden[0] if len(cel) >= _SHORTEST_TURN) for afdruk in (kort, lang)
    )
    gelijk = len(_join(eigen, ander)[0])
    return gelijk if gelijk >= max(_SHARE_ROWS * len(kort.waarden[0]), _FEWEST_TURNS) else 0


def _fold_column(cellen: pd.Series) -> tuple[str, ...]:
    nummers, verschillend = factorize_cells(cellen)
    gevouwen = [*(_fold_cell(str(cel)) for cel in verschillend), ""]
    return tuple(gevouwen[nummer] for nummer in nummers)


def _fold_cell(cel: str) -> str:
    """Return a cell as all formats would write it: 7,0 and 7.0 are 7, and a day has no midnight."""
    tekst = fold(cel)
    getal = parse_getal(tekst) if tekst[:1].isdigit() or tekst[:1] in "-+.," else float("nan")
    return _MIDNIGHT.sub(r"\1", tekst) if math.isnan(getal) else f"{getal:.10g}"


def _is_counter(cellen: tuple[str, ...]) -> bool:
    """Return whether a column numbers the rows, or says the same everywhere: alike in files that have nothing in common."""
    uniek = set(cellen)
    return len(uniek) < _FEWEST_COLUMNS or (len(uniek) == len(cellen) and all(map(str.isdecimal, uniek)))


def _pair_rows(kort: Afdruk, lang: Afdruk) -> Iterator[tuple[Rijen, Rijen]]:
    """Yield ways to lay rows of the shorter print beside rows of the longer one."""
    if kort.scope == lang.scope and all(kort.personen) and all(lang.personen):
        yield _join(kort.personen, lang.personen)
    if len(kort.personen) == len(lang.personen):
        alle = np.arange(len(kort.personen))
        yield alle, alle
    for nummer, ander in product(kort.nummers, lang.nummers):
        yield _join(nummer, ander)
    paren = _match_by_values(kort, lang)
    zonder_een = [paren[:plek] + paren[plek + 1 :] for plek in range(len(paren))]
    # a column that was recoded may look like the old one; left out, the others still tell the rows
    for deel in (paren, *(zonder_een if len(paren) <= _FEW_PAIRS else ())):
        if len(deel) >= _FEWEST_COLUMNS:
            yield _join(*(_spell_rows(kant, deel, plek) for plek, kant in enumerate((kort, lang))))


def _spell_rows(afdruk: Afdruk, paren: Sequence[tuple[int, int]], plek: int) -> tuple[str, ...]:
    kolommen = (afdruk.waarden[paar[plek]] for paar in paren)
    return tuple(" | ".join(cellen) for cellen in zip(*kolommen, strict=True))


def _join(links: tuple[str, ...], rechts: tuple[str, ...]) -> tuple[Rijen, Rijen]:
    """Return the rows whose key occurs once in both, in order of the first; none when most of its keys are not in both."""
    telling_links, telling_rechts = Counter(links), Counter(rechts)
    if (telling_links & telling_rechts).total() < _SHARE_ROWS * len(links):
        return np.empty(0, "int64"), np.empty(0, "int64")
    plek = {cel: nummer for nummer, cel in enumerate(rechts) if telling_rechts[cel] == 1}
    paren = [
        (nummer, plek[cel]) for nummer, cel in enumerate(links) if telling_links[cel] == 1 and cel in plek
    ]
    tabel = np.array(paren, dtype="int64").reshape(-1, 2)
    return tabel[:, 0], tabel[:, 1]


def _match_by_values(kort: Afdruk, lang: Afdruk) -> list[tuple[int, int]]:
    """Return the columns that hold the same cells in other order: most of those of the shorter are in the longer."""
    tellingen = [Counter(cellen) for cellen in lang.waarden]
    vrij = list(range(len(tellingen)))
    paren = []
    for nummer, cellen in enumerate(kort.waarden):
        eigen = Counter(cellen)
        vaakst = max(eigen, key=eigen.__getitem__)
        genoeg = _SAME_CELLS * len(cellen)
        passend = (
            plek for plek in vrij if vaakst in tellingen[plek] and (eigen & tellingen[plek]).total() >= genoeg
        )
        if (eerste := next(passend, None)) is not None:
            paren.append((nummer, eerste))
            vrij.remove(eerste)
    return paren


def _are_same(kort: Afdruk, lang: Afdruk, links: Rijen, rechts: Rijen) -> bool | None:
    """Return True for rows that give the same answers, False where that is in doubt, None for other answers.

    Nearly all columns of the narrower print must agree with one of the other. Where some do not, they may be new, or
    asked of the same people at another time; of the few columns that tell who people are, that cannot be said.
    """
    nummers: dict[str, int] = {}
    smal, breed = sorted((_number(kort, links, nummers), _number(lang, rechts, nummers)), key=len)
    te_missen = (1 - _SHARE_COLUMNS) * len(smal) + 1e-9
    bits, anders, vrij = 0.0, [], list(breed)
    for kolom in smal:
        gewogen = ((weigh_agreement(kolom, ander), ander) for ander in breed)
        eigen, paar = next((deel for deel in gewogen if deel[0]), (0.0, None))
        bits += eigen
        vrij = [ander for ander in vrij if ander is not paar]
        anders += [kolom] if paar is None else []
        if len(anders) > te_missen:  # two surveys that have nothing in common are told by their first columns
            return None
    een_kolom = len(kort.waarden) == len(lang.waarden) == 1
    if bits < _FEWEST_BITS or (len(smal) < _FEWEST_COLUMNS and not een_kolom):
        return None
    anders = [kolom for kolom in anders if not any(are_banded(kolom, ander) for ander in vrij)]
    opnieuw = any(are_asked_again(kolom, ander) for kolom in anders for ander in vrij)
    veel = len(smal) - len(anders) >= _MANY_COLUMNS
    return None if opnieuw and not veel else not anders or (veel and not opnieuw)


def _number(afdruk: Afdruk, rijen: Rijen, nummers: dict[str, int]) -> list[Kolom]:
    """Return the columns in these rows, without those that say one thing there."""
    alle = (number_column(*paar, rijen, nummers) for paar in zip(afdruk.waarden, afdruk.codes, strict=True))
    return [kolom for kolom in alle if kolom is not None]
