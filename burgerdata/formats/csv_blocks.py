"""Long CSV files that are regular, read in blocks: the bytes are checked before a cell is cut, and nothing is guessed.

A file is regular when every quote opens or closes a cell (or is doubled within one), every record is as wide as the header
and no line is blank. Whatever else a file may hold, this module says nothing about: ``read_blocks`` returns None, and the
careful reader of ``csv`` reads the file, or says what is wrong with it.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, field
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
    """What is carried from block to block of the bytes: an open quote, where cells end and which of them end a record."""

    open: int = 0
    regeleinden: bool = False
    cellen: int = 0
    einden: list[NDArray[np.integer[Any]]] = field(default_factory=list)
    regels: list[NDArray[np.intp]] = field(default_factory=list)


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
    tekens = np.frombuffer(data, np.uint8, _find_end(data))
    gevonden = find_cells(tekens, ord(separator))
    if gevonden is None or len(gevonden[0]) < 2:
        return None
    einden, regeleinden = gevonden
    regels = einden[:, -1] + 1
    (kop,) = csv.reader(io.StringIO(data[: regels[0]].decode(), newline=""), delimiter=separator)
    if not any(cel.strip() for cel in kop):
        return None
    verzameld = [_Kolom() for _ in kop]
    for van, tot in _cut(regels):
        if not _add_all(verzameld, cut_cells(tekens, int(regels[van]), einden[van + 1 : tot + 1])):
            return None
    frame = pd.DataFrame({nummer: kolom.join() for nummer, kolom in enumerate(verzameld)}, copy=False)
    aantal = len(regels) - 1
    return Blokken(kop, frame, aantal, regeleinden) if len(frame) == aantal else None


def _find_end(data: bytes) -> int:
    """Return where the last record ends, without the blank lines below it."""
    einde = len(data)
    while einde and data[einde - 1] in (_LF, _CR):
        einde -= 1
    return einde


def find_cells(tekens: NDArray[np.uint8], separator: int) -> tuple[NDArray[np.integer[Any]], bool] | None:
    """Return where each cell ends (records x columns) and whether cells hold line ends; None when the file is not regular."""
    telling = _Telling()
    for begin in range(0, len(tekens), _LOOK):
        if not _scan(tekens, begin, separator, telling):
            return None
    telling.einden.append(np.array([len(tekens)], dtype=np.min_scalar_type(-len(tekens) - 1)))
    regels = np.concatenate([*telling.regels, [telling.cellen]])
    einden = np.concatenate(telling.einden)
    telling.einden.clear()
    breedte = int(regels[0]) + 1
    if telling.open or breedte < 2 or (np.diff(regels, prepend=-1) != breedte).any():
        return None
    return einden.reshape(-1, breedte), telling.regeleinden


def _scan(tekens: NDArray[np.uint8], begin: int, separator: int, telling: _Telling) -> bool:
    """Note where the cells of one block of bytes end; return whether every quote and line end stands where it may."""
    rand = _take_with_neighbours(tekens, begin)
    quote, scheiding, regel, terug = (rand == teken for teken in (_QUOTE, separator, _LF, _CR))
    binnen = _find_inside(quote[1:-1], telling.open)
    grens = scheiding | regel
    voor = quote | grens
    past = (binnen & voor[:-2]) | (~binnen & (voor | terug)[2:])
    if (quote[1:-1] & ~past).any() or (terug[1:-1] & ~regel[2:]).any():
        return False
    telling.regeleinden |= bool((regel[1:-1] & binnen).any())
    plekken = np.flatnonzero(grens[1:-1] & ~binnen)
    telling.einden.append((plekken + begin).astype(np.min_scalar_type(-len(tekens))))
    telling.regels.append(np.flatnonzero(regel[1:-1][plekken]) + telling.cellen)
    telling.cellen += len(plekken)
    telling.open = int(binnen[-1])
    return True


def _find_inside(quote: NDArray[np.bool_], open_: int) -> NDArray[np.bool_]:
    """Return which bytes follow an odd number of quotes, an opening quote itself too; 64 bytes are a word of bits."""
    woorden = np.packbits(np.pad(quote, (0, -len(quote) % 64)), bitorder="little").view("<u8")
    for stap in (1, 2, 4, 8, 16, 32):
        woorden ^= woorden << np.uint64(stap)
    oneven = woorden >> np.uint64(63)
    woorden ^= np.negative(np.bitwise_xor.accumulate(oneven) ^ oneven ^ np.uint64(open_))
    return np.unpackbits(woorden.view(np.uint8), count=len(quote), bitorder="little").view(np.bool_)


def _take_with_neighbours(tekens: NDArray[np.uint8], begin: int) -> NDArray[np.uint8]:
    """Return a block of bytes with the byte before and after it; the file begins and ends as if between two lines.

    A quote must stand at the edge of a cell or beside another one, a carriage return before a line feed: old files of a
    Mac go another way.
    """
    tot = min(begin + _LOOK, len(tekens))
    rand = np.full(tot - begin + 2, _LF, dtype=np.uint8)
    van, eind = max(begin - 1, 0), min(tot + 1, len(tekens))
    rand[van - begin + 1 : eind - begin + 1] = tekens[van:eind]
    return rand


def _cut(regels: NDArray[np.integer[Any]]) -> Iterator[tuple[int, int]]:
    """Yield the line before and the last line of blocks of about equal size, the header left out."""
    laatste = len(regels) - 1
    nummer = 0
    while nummer < laatste:
        volgend = int(np.searchsorted(regels, int(regels[nummer]) + _BLOCK, side="left"))
        volgend = min(max(volgend, nummer + 1), laatste)
        yield nummer, volgend
        nummer = volgend


def _add_all(verzameld: list[_Kolom], blok: Blok) -> bool:
    """Add the cells of the next block to every column; return whether they could be told apart."""
    gecodeerd = np.array([plek for plek, kolom in enumerate(verzameld) if not kolom.teksten], dtype=np.intp)
    genummerd = number_cells(blok, gecodeerd)
    if genummerd is None:
        return False
    nummers, cellen = genummerd
    for plek, kolom in enumerate(verzameld):
        if kolom.teksten:
            kolom.teksten += read_column(blok, plek)
    for plek, eigen in zip(gecodeerd.tolist(), np.ascontiguousarray(nummers.T), strict=True):
        if not verzameld[plek].add(eigen, cellen):
            verzameld[plek].teksten = read_column(blok, plek)
    return True


class _Kolom:
    """One column while its blocks come in: codes for one that repeats itself, else text."""

    def __init__(self) -> None:
        self.teksten: list[str] = []
        self.codes: list[NDArray[np.signedinteger[Any]]] = []
        self.bekend: dict[str, int] = {}

    def add(self, nummers: NDArray[np.intp], cellen: list[str]) -> bool:
        """Add the cells of the next block, given as numbers; return False for a first block that repeats too little."""
        verschillend = pd.unique(nummers)
        if not self.codes and len(verschillend) >= _REPEATS * len(nummers):
            return False
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
