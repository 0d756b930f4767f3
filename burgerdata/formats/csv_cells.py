"""The cells of a block of bytes: cut at the places that are known, and each different cell made into a text once.

Cells are compared as words of eight bytes, all at a time: of a column that repeats itself no text is made per row.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

_QUOTE, _CR = 34, 13
_WORD = 8
_MOST_WORDS = 8
"""A cell of more words is compared as bytes, one by one."""
_MASKS = np.array([(1 << 8 * aantal) - 1 for aantal in range(_WORD + 1)], dtype="<u8")
_BITS = 18
"""Of a mark, to number cells by: each number they can make has a place in a list that stays near the processor."""
_FACTOR = np.uint64(0x9E3779B97F4A7C15)
"""An odd number near the golden ratio times 2**64, which spreads what it multiplies over all bits."""

Plekken = NDArray[np.intp]
_Keuze = slice | Plekken


@dataclass(frozen=True)
class Blok:
    """Some records: their bytes with room behind them, and where each cell begins and how long it is, without quotes.

    ``begin`` and ``lengte`` are records x columns; ``inhoud`` is the bytes as text where each byte is a character.
    """

    tekens: NDArray[np.uint8]
    inhoud: str | bytes
    begin: Plekken
    lengte: Plekken


def cut_cells(tekens: NDArray[np.uint8], begin: int, einden: Plekken) -> Blok:
    """Return the records from ``begin`` on; ``einden`` tells where each of their cells ends: records x columns."""
    eind = einden - begin
    eigen = np.zeros(int(eind[-1, -1]) + (_MOST_WORDS + 1) * _WORD, dtype=np.uint8)
    eigen[: eind[-1, -1]] = tekens[begin : begin + int(eind[-1, -1])]
    van = np.concatenate([[0], eind.ravel()[:-1] + 1]).reshape(eind.shape)
    eind[:, -1] -= eigen[eind[:, -1] - 1] == _CR
    quoted = eigen[van] == _QUOTE
    van += quoted
    inhoud = eigen.tobytes()
    return Blok(eigen, inhoud.decode() if inhoud.isascii() else inhoud, van, eind - quoted - van)


def number_cells(blok: Blok, kolommen: Plekken) -> tuple[Plekken, list[str]] | None:
    """Return a number for each cell of these columns, and the cell of each number; None where bytes deceive.

    A number is found by a hash of the words of a cell; every word is then compared, so that equal numbers are equal cells.
    """
    begin, lengte = blok.begin[:, kolommen].ravel(), blok.lengte[:, kolommen].ravel()
    woorden: list[tuple[_Keuze, NDArray[np.uint64]]] = [(slice(None), _take_words(blok, begin, lengte, 0))]
    merk = (((lengte.astype("<u8") + np.uint64(1)) * _FACTOR) ^ woorden[0][1]) * _FACTOR
    for nummer in range(1, _MOST_WORDS):
        plek = np.flatnonzero(lengte > nummer * _WORD)
        if not len(plek):
            break
        woorden.append((plek, _take_words(blok, begin[plek], lengte[plek], nummer)))
        merk[plek] = (merk[plek] ^ woorden[-1][1]) * _FACTOR
    lang = np.flatnonzero(lengte > _MOST_WORDS * _WORD)
    merk[lang] = np.array(_number_bytes(blok, begin[lang], lengte[lang]), dtype="<u8") * _FACTOR
    for nummer_merken in (_number_by_bits, _number_marks):
        codes, plekken = nummer_merken(merk)
        van, maat = begin[plekken], lengte[plekken]
        if (
            (merk[plekken][codes] == merk).all()
            and (maat[codes] == lengte).all()
            and all(
                (_take_words(blok, van, maat, nummer)[codes[plek]] == woord).all()
                for nummer, (plek, woord) in enumerate(woorden)
            )
        ):
            return codes.reshape(len(blok.begin), len(kolommen)), _read_cells(blok, van, maat)
    return None


def _number_by_bits(merk: NDArray[np.uint64]) -> tuple[Plekken, Plekken]:
    """Return a number for each mark by its first bits, and a place of each number; of few marks seldom two have the same."""
    kort = (merk >> np.uint64(64 - _BITS)).astype(np.intp)
    plekken = np.full(1 << _BITS, -1, dtype=np.int32)
    plekken[kort] = np.arange(len(kort), dtype=np.int32)
    bezet = np.flatnonzero(plekken >= 0)
    nummers = np.empty(1 << _BITS, dtype=np.intp)
    nummers[bezet] = np.arange(len(bezet))
    return nummers[kort], plekken[bezet].astype(np.intp)


def _number_marks(merk: NDArray[np.uint64]) -> tuple[Plekken, Plekken]:
    """Return a number for each mark and a place of each number, however many marks there are."""
    codes, verschillend = pd.factorize(merk)
    plekken = np.empty(len(verschillend), dtype=np.intp)
    plekken[codes] = np.arange(len(codes))
    return codes, plekken


def read_column(blok: Blok, kolom: int) -> list[str]:
    """Return the cells of one column as text."""
    return _read_cells(blok, blok.begin[:, kolom], blok.lengte[:, kolom])


def _take_words(blok: Blok, begin: Plekken, lengte: Plekken, nummer: int) -> NDArray[np.uint64]:
    """Return the word of this number of each cell, with zeros behind the last byte of the cell."""
    overal = np.ndarray((len(blok.tekens) - _WORD + 1,), "<u8", blok.tekens, strides=(1,))
    woorden: NDArray[np.uint64] = overal[begin + nummer * _WORD]
    woorden &= _MASKS.take(lengte - nummer * _WORD, mode="clip")
    return woorden


def _number_bytes(blok: Blok, begin: Plekken, lengte: Plekken) -> list[int]:
    bekend: dict[str | bytes, int] = {}
    return [
        bekend.setdefault(blok.inhoud[van : van + maat], len(bekend))
        for van, maat in zip(begin.tolist(), lengte.tolist(), strict=True)
    ]


def _read_cells(blok: Blok, begin: Plekken, lengte: Plekken) -> list[str]:
    """Return cells as text, a doubled quote as one."""
    inhoud = blok.inhoud
    paren = zip(begin.tolist(), (begin + lengte).tolist(), strict=True)
    if isinstance(inhoud, str):
        cellen = [inhoud[van:tot] for van, tot in paren]
    else:
        cellen = [inhoud[van:tot].decode() for van, tot in paren]
    return [cel.replace('""', '"') for cel in cellen] if '"' in "".join(cellen) else cellen
