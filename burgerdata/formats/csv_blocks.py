"""Long CSV files that are regular, read in blocks: the bytes are checked before a cell is cut, and nothing is guessed.

A file is regular when every quote opens or closes a cell (or is doubled within one), every record is as wide as the header
and no line is blank. Whatever else a file may hold, this module says nothing about: ``read_blocks`` returns None, and the
careful reader of ``csv`` reads the file, or says what is wrong with it.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from burgerdata.cellen import make_coded
from burgerdata.formats.csv_cells import Blok, cut_cells, number_cells, read_column

_QUOTE, _LF, _CR = 34, 10, 13
_BLOCK = 1 << 21
_LOOK = 1 << 18
"""Bytes that are looked at together: few enough for what is made of them to stay near the processor."""
_ROOM = 1 << 24
"""Memory that is asked for and let go first: the C library of Linux then keeps blocks of that size at hand for the next
block of bytes, where it would give them back to the system and ask for them anew each time."""
_REPEATS = 0.2
"""A column of which the first block has fewer different cells than this share of its rows is kept as codes."""


@dataclass(frozen=True)
class Blokken:
    """A regular file: the cells of its first record, the records below it, their number as the line ends tell it.

    ``regeleinden`` says whether there are line ends within cells.
    """

    kop: list[str]
    frame: pd.DataFrame
    aantal: int
    regeleinden: bool


@dataclass
class _Telling:
    """What is carried from block to block of the bytes: an open quote, and whether cells hold line ends."""

    open: int = 0
    regeleinden: bool = False


class _IrregularError(Exception):
    """The file is not regular; the careful reader reads it."""


def read_blocks(data: bytes, separator: str) -> Blokken | None:
    r"""Return the records of a file in UTF-8 when it is regular, else None; every cell is text, just as it stands there.

    Examples
    --------
    >>> blokken = read_blocks(b'id;tekst\n01;"a;b"\n02;NA\n', ";")
    >>> blokken.kop, blokken.frame.to_numpy().tolist(), blokken.aantal
    (['id', 'tekst'], [['01', 'a;b'], ['02', 'NA']], 2)
    >>> read_blocks(b'id;tekst\n1;5" buis\n', ";") is None
    True
    """
    if len(separator.encode()) != 1 or separator in '"\r\n':
        return None
    try:
        return _read_regular(data, separator)
    except _IrregularError:
        return None


def _read_regular(data: bytes, separator: str) -> Blokken | None:
    np.empty(_ROOM, np.uint8)  # given back at once
    tekens = np.frombuffer(data, np.uint8, _find_end(data))
    if not len(tekens):
        raise _IrregularError
    telling = _Telling()
    kop: list[str] = []
    verzameld: list[_Kolom] = []
    begin = aantal = 0
    for einden in find_cells(tekens, ord(separator), telling):
        if not kop:
            begin, einden = int(einden[0, -1]) + 1, einden[1:]
            (kop,) = csv.reader(io.StringIO(data[:begin].decode(), newline=""), delimiter=separator)
            if not any(cel.strip() for cel in kop):
                raise _IrregularError
            verzameld = [_Kolom() for _ in kop]
        if len(einden):
            _add_all(verzameld, cut_cells(tekens, begin, einden))
            begin, aantal = int(einden[-1, -1]) + 1, aantal + len(einden)
    frame = pd.DataFrame({nummer: kolom.join() for nummer, kolom in enumerate(verzameld)}, copy=False)
    return Blokken(kop, frame, aantal, telling.regeleinden) if len(frame) == aantal > 0 else None


def _find_end(data: bytes) -> int:
    """Return where the last record ends, without the blank lines below it."""
    einde = len(data)
    while einde and data[einde - 1] in (_LF, _CR):
        einde -= 1
    return einde


def find_cells(tekens: NDArray[np.uint8], separator: int, telling: _Telling) -> Iterator[NDArray[np.intp]]:
    """Yield where each cell ends (records x columns), some records at a time; every record is as wide as the first."""
    breedte, over = 0, np.empty(0, dtype=np.intp)
    for nieuw in _scan_all(tekens, separator, telling):
        einden = np.concatenate([over, nieuw])
        regel = tekens.take(einden, mode="clip") == _LF
        regel[-1:] |= einden[-1:] == len(tekens)
        if not breedte and regel.any():
            breedte = int(regel.argmax()) + 1
        if not breedte:
            over = einden
            continue
        aantal = len(einden) // breedte
        if breedte < 2 or np.count_nonzero(regel) != aantal or not regel[breedte - 1 :: breedte].all():
            raise _IrregularError
        over = einden[aantal * breedte :]
        if aantal:
            yield einden[: aantal * breedte].reshape(aantal, breedte)
    if telling.open or len(over):
        raise _IrregularError


def _scan_all(tekens: NDArray[np.uint8], separator: int, telling: _Telling) -> Iterator[NDArray[np.intp]]:
    """Yield where cells end, of blocks of about equal size; the last one ends where the file does."""
    gezien: list[NDArray[np.intp]] = []
    van = 0
    for begin in range(0, len(tekens), _LOOK):
        gezien.append(_scan(tekens, begin, separator, telling))
        if begin - van >= _BLOCK:
            yield np.concatenate(gezien)
            gezien, van = [], begin
    yield np.concatenate([*gezien, [len(tekens)]])


def _scan(tekens: NDArray[np.uint8], begin: int, separator: int, telling: _Telling) -> NDArray[np.intp]:
    """Return where the cells of one block of bytes end; every quote and line end must stand where it may.

    Each byte is a bit, 64 of them a word: bit 1 is the first byte of the block, bit 0 the one before it.
    """
    rand, aantal = _take_with_neighbours(tekens, begin)
    quote, scheiding, regel, terug = (_pack(rand == teken) for teken in (_QUOTE, separator, _LF, _CR))
    eigen = np.full(len(quote), ~np.uint64(0))
    for buur in (0, aantal + 1):
        eigen[buur // 64] &= ~(np.uint64(1) << np.uint64(buur % 64))
    binnen = _find_inside(quote & eigen, telling.open)
    grens = scheiding | regel
    voor = quote | grens
    past = (binnen & _look_back(voor)) | (~binnen & _look_ahead(voor | terug))
    if (((quote & ~past) | (terug & ~_look_ahead(regel))) & eigen).any():
        raise _IrregularError
    telling.regeleinden |= bool((regel & binnen & eigen).any())
    telling.open = int(binnen[aantal // 64] >> np.uint64(aantal % 64)) & 1
    return _list_bits(grens & ~binnen & eigen) + (begin - 1)


def _pack(waar: NDArray[np.bool_]) -> NDArray[np.uint64]:
    return np.packbits(waar, bitorder="little").view("<u8")


def _look_back(woorden: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Return the bit before each bit."""
    eerder = woorden << np.uint64(1)
    eerder[1:] |= woorden[:-1] >> np.uint64(63)
    return eerder


def _look_ahead(woorden: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Return the bit behind each bit."""
    later = woorden >> np.uint64(1)
    later[:-1] |= woorden[1:] << np.uint64(63)
    return later


def _list_bits(woorden: NDArray[np.uint64]) -> NDArray[np.intp]:
    """Return the places of the bits that are set.

    An eighth of the words, all set, goes behind them: numpy takes twice as long for places of which fewer than one in
    ten is set.
    """
    vol = np.full(-(-len(woorden) // 8), ~np.uint64(0))
    bits = np.unpackbits(np.concatenate([woorden, vol]).view(np.uint8), bitorder="little")
    return np.flatnonzero(bits.view(np.bool_))[: -64 * len(vol)]


def _find_inside(quote: NDArray[np.uint64], open_: int) -> NDArray[np.uint64]:
    """Return which bits follow an odd number of quotes, an opening quote itself too."""
    woorden = quote.copy()
    for stap in (1, 2, 4, 8, 16, 32):
        woorden ^= woorden << np.uint64(stap)
    oneven = woorden >> np.uint64(63)
    woorden ^= np.negative(np.bitwise_xor.accumulate(oneven) ^ oneven ^ np.uint64(open_))
    return woorden


def _take_with_neighbours(tekens: NDArray[np.uint8], begin: int) -> tuple[NDArray[np.uint8], int]:
    """Return a block of bytes with the byte before and after it and its own length, filled up to whole words.

    The file begins and ends as if between two lines. A quote must stand at the edge of a cell or beside another one, a
    carriage return before a line feed: old files of a Mac go another way.
    """
    eigen = tekens[max(begin - 1, 0) : begin + _LOOK + 1]
    aantal = min(_LOOK, len(tekens) - begin)
    rand = np.zeros(-(-(aantal + 2) // 64) * 64, dtype=np.uint8)
    rand[[0, aantal + 1]] = _LF
    van = int(begin == 0)
    rand[van : van + len(eigen)] = eigen
    return rand, aantal


def _add_all(verzameld: list[_Kolom], blok: Blok) -> None:
    """Add the cells of the next block to every column."""
    gecodeerd = np.array([plek for plek, kolom in enumerate(verzameld) if not kolom.teksten], dtype=np.intp)
    genummerd = number_cells(blok, gecodeerd)
    if genummerd is None:
        raise _IrregularError
    nummers, cellen = genummerd
    for plek, kolom in enumerate(verzameld):
        if kolom.teksten:
            kolom.teksten += read_column(blok, plek)
    for plek, eigen in zip(gecodeerd.tolist(), np.ascontiguousarray(nummers.T), strict=True):
        if not verzameld[plek].add(eigen, cellen):
            verzameld[plek].teksten = read_column(blok, plek)


class _Kolom:
    """One column while its blocks come in: codes for one that repeats itself, else text."""

    def __init__(self) -> None:
        self.teksten: list[str] = []
        self.codes: list[NDArray[np.signedinteger[Any]]] = []
        self.bekend: dict[str, int] = {}

    def add(self, nummers: NDArray[np.intp], cellen: list[str]) -> bool:
        """Add the cells of the next block, given as numbers; return False for a first block that repeats too little."""
        gezien = np.zeros(len(cellen), dtype=np.bool_)
        gezien[nummers] = True
        verschillend = np.flatnonzero(gezien)
        if not self.codes and len(verschillend) >= _REPEATS * len(nummers):
            return False
        if not all(cellen[nr] in self.bekend for nr in verschillend.tolist()):
            verschillend = pd.unique(nummers)  # new cells in order of appearance
        nieuw = [self.bekend.setdefault(cellen[nr], len(self.bekend)) for nr in verschillend.tolist()]
        eigen = np.zeros(len(cellen), dtype=np.min_scalar_type(-len(self.bekend) - 1))
        eigen[verschillend] = nieuw
        self.codes.append(eigen[nummers])
        return True

    def join(self) -> pd.Series:
        """Return the whole column."""
        if not self.codes:
            return pd.Series(self.teksten, dtype="str")
        return pd.Series(make_coded(np.concatenate(self.codes), pd.Index(list(self.bekend), dtype="str")))
