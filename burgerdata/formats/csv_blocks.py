"""Long CSV files that are regular, read in blocks: the bytes are checked apart from the reader, and nothing is guessed.

A file is regular when every quote opens or closes a cell (or is doubled within one), every record is as wide as the header
and no line is blank. Whatever else a file may hold, this module says nothing about: ``read_blocks`` returns None, and the
careful reader of ``csv`` reads the file, or says what is wrong with it.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from burgerdata.cellen import make_coded

_QUOTE, _LF, _CR = 34, 10, 13
_BLOCK = 1 << 21
_LOOK = 1 << 17
"""Bytes that are looked at together: few enough for what is made of them to stay near the processor."""
_REPEATS = 0.2
"""A column of which the first block has fewer different cells than this share of its rows is kept as codes."""


@dataclass(frozen=True)
class Blokken:
    """A regular file: the cells of its first record, the records below it, their number as the bytes tell it.

    ``regeleinden`` says whether there are line ends within cells.
    """

    kop: list[str]
    frame: pd.DataFrame
    aantal: int
    regeleinden: bool


@dataclass
class _Telling:
    """What is carried from block to block of the bytes: an open quote, the separators of a record that is not complete."""

    open: int = 0
    velden: int = 0
    regeleinden: bool = False
    einden: list[NDArray[np.int64]] = field(default_factory=list)


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
    einde = _find_end(data)
    if len(separator.encode()) != 1 or separator in '"\r\n':
        return None
    gevonden = find_records(data, ord(separator), einde)
    if gevonden is None or len(gevonden[0]) < 2:
        return None
    einden, regeleinden = gevonden
    (kop,) = csv.reader(io.StringIO(data[: einden[0]].decode(), newline=""), delimiter=separator)
    if not any(cel.strip() for cel in kop):
        return None
    verzameld = [_Kolom() for _ in kop]
    for begin, tot, aantal in _cut(einden):
        blok = _parse(data[begin:tot], separator, len(kop))
        if len(blok) != aantal:
            return None
        for nummer, kolom in enumerate(verzameld):
            kolom.add(blok[nummer])
    frame = pd.DataFrame({nummer: kolom.join() for nummer, kolom in enumerate(verzameld)})
    return Blokken(kop, frame, len(einden) - 1, regeleinden)


def _find_end(data: bytes) -> int:
    """Return where the last record ends, without the blank lines below it."""
    einde = len(data)
    while einde and data[einde - 1] in (_LF, _CR):
        einde -= 1
    return einde


def find_records(data: bytes, separator: int, einde: int) -> tuple[NDArray[np.int64], bool] | None:
    """Return where each record ends and whether cells hold line ends; None when the file is not regular."""
    tekens = np.frombuffer(data, np.uint8, einde)
    telling = _Telling()
    breedte = -1
    for begin in range(0, einde, _LOOK):
        breedte = _scan(tekens, begin, separator, telling, breedte)
        if breedte < -1:
            return None
    if telling.open or telling.velden != (telling.velden if breedte == -1 else breedte) or not telling.velden:
        return None
    return np.concatenate([*telling.einden, np.array([einde], dtype="int64")]), telling.regeleinden


def _scan(tekens: NDArray[np.uint8], begin: int, separator: int, telling: _Telling, breedte: int) -> int:
    """Count the records of one block of bytes; return how many separators a record has, -2 when they differ."""
    rand = _take_with_neighbours(tekens, begin)
    quote, scheiding, regel, terug = (rand == teken for teken in (_QUOTE, separator, _LF, _CR))
    binnen = _find_inside(quote[1:-1], telling.open)
    voor = quote | scheiding | regel
    past = (binnen & voor[:-2]) | (~binnen & (voor | terug)[2:])
    if (quote[1:-1] & ~past).any() or (terug[1:-1] & ~regel[2:]).any():
        return -2
    telling.regeleinden |= bool((regel[1:-1] & binnen).any())
    scheidingen = np.flatnonzero(scheiding[1:-1] & ~binnen)
    regels = np.flatnonzero(regel[1:-1] & ~binnen)
    lopend = np.searchsorted(scheidingen, regels) + telling.velden
    velden = np.diff(lopend, prepend=0)
    if len(velden):
        breedte = int(velden[0]) if breedte == -1 else breedte
        if not breedte or (velden != breedte).any():
            return -2
        telling.einden.append(regels + begin + 1)
    telling.velden += len(scheidingen) - (int(lopend[-1]) if len(lopend) else 0)
    telling.open = int(binnen[-1])
    return breedte


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


def _cut(einden: NDArray[np.int64]) -> Iterator[tuple[int, int, int]]:
    """Yield begin, end and number of records of blocks of about equal size, the header left out."""
    laatste = len(einden) - 1
    nummer = 0
    while nummer < laatste:
        volgend = int(np.searchsorted(einden, einden[nummer] + _BLOCK, side="left"))
        volgend = min(max(volgend, nummer + 1), laatste)
        yield int(einden[nummer]), int(einden[volgend]), volgend - nummer
        nummer = volgend


def _parse(data: bytes, separator: str, breedte: int) -> pd.DataFrame:
    return pd.read_csv(
        io.BytesIO(data),
        sep=separator,
        header=None,
        names=range(breedte),
        index_col=False,
        dtype="str",
        na_filter=False,
        skip_blank_lines=False,
        engine="c",
        low_memory=False,
        encoding="utf-8",
    )


class _Kolom:
    """One column while its blocks come in: codes for one that repeats itself, else text."""

    def __init__(self) -> None:
        self.delen: list[pd.Series] = []
        self.codes: list[NDArray[np.int32]] = []
        self.bekend: dict[str, int] | None = None

    def add(self, cellen: pd.Series) -> None:
        """Add the cells of the next block."""
        begint = not self.delen and not self.codes
        if self.bekend is None and not begint:
            self.delen.append(cellen)
            return
        codes, verschillend = pd.factorize(cellen.to_numpy())
        if begint and len(verschillend) >= _REPEATS * len(cellen):
            self.delen.append(cellen)
            return
        self.bekend = self.bekend or {}
        nieuw = [self.bekend.setdefault(cel, len(self.bekend)) for cel in verschillend.tolist()]
        kort = np.min_scalar_type(-len(self.bekend) - 1)
        self.codes.append(np.array(nieuw, dtype=kort)[codes])

    def join(self) -> pd.Series:
        """Return the whole column."""
        if self.bekend is None:
            return pd.concat(self.delen, ignore_index=True)
        return pd.Series(make_coded(np.concatenate(self.codes), pd.Index(list(self.bekend), dtype="str")))
