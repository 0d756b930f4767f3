"""CSV and TSV: one row per record; every cell stays text, and records are counted apart from the reader.

Dutch Excel writes ``;`` and a decimal comma; a list separator may be announced by ``sep=;``. Nothing is guessed
about types: 0123 stays 0123 and the answer NA stays an answer.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from burgerdata.cellen import is_filled, spell_out
from burgerdata.errors import BronError, RijError, name_rijen
from burgerdata.formats.csv_blocks import read_blocks
from burgerdata.formats.csv_titles import find_below_title, is_source, is_title, splits_decimals
from burgerdata.formats.headers import find_blank_rows, make_kolommen, name_doubles
from burgerdata.formats.lezing import Ruw
from burgerdata.formats.titles import find_drempel, says_procenten
from burgerdata.formats.totals import find_refusals, note_totals
from burgerdata.intake.logboek import Logboek
from burgerdata.intake.open import decode_text, encode_utf8
from burgerdata.shapes import RIJ, Bron, Tabel

_SEPARATORS = (";", ",", "\t", "|")
_SEP_LINE = re.compile(r"sep=(.)[\r\n]+", re.IGNORECASE)
_NEWLINE = re.compile(r"\r\n|\r|\n")
_OPEN_QUOTE = "zet een ontbrekend aanhalingsteken terug, of bewaar het bestand opnieuw vanuit het programma dat het maakte"
_SEMICOLON = "bewaar het bestand opnieuw met een puntkomma tussen de cellen, of als Excel-bestand"
_FIELD_LIMIT = 10_000_000
LONG = 2_000_000
"""From this many bytes on a regular file is read in blocks."""
_HEAD = 500_000
_PEEK = 500_000
"""How many characters of a file are looked at to tell what it is."""
_SAME_WIDTH = 0.8
_FIRST_RECORDS = 100
_WIDE = 6
_ONE_LINE_TELLS = 3
"""In a narrow table a line of an answer may hold as many commas as a row by chance; three lines may not."""


@dataclass(frozen=True)
class _Rechthoek:
    """The records below the header as a frame, the header with its row, and the records counted another way.

    ``boven`` is the number of lines with a title above the header, counted as records, ``onder`` that of lines that say
    below the table where it comes from; ``aangevuld`` are the rows that left out empty cells at their end. ``titels``
    is what stands above the header.
    """

    frame: pd.DataFrame
    koppen: list[str]
    rij: int
    records_in: int
    boven: int = 0
    onder: int = 0
    aangevuld: tuple[int, ...] = ()
    titels: tuple[str, ...] = ()


def read_csv(
    bron: Bron,
    *,
    blad: str = "",
    gecodeerd: bool = False,
    zoek_kop: bool = False,
    sleutels: Collection[str] = (),
) -> list[Ruw]:
    """Return the one table of a CSV file; ``blad`` is not used, a CSV file has no sheets.

    With ``gecodeerd`` the columns of a long file that repeat themselves come as codes (see ``cellen``); with
    ``zoek_kop`` the header may stand below a title, as in a file that a person made. ``sleutels`` are columns that every row
    fills where a tool leaves out the empty cells at the end of a row: one that reaches them is whole.

    Raises
    ------
    BronError
        For a row that is longer or shorter than the header, a quote that is not closed, or a count that differs.
    """
    rechthoek = _read_fast(bron) if len(bron.inhoud) >= LONG else None
    if rechthoek is None or (
        zoek_kop and len(list(filter(str.strip, rechthoek.koppen))) * 2 < len(rechthoek.koppen)
    ):
        rechthoek = _read_carefully(bron, zoek_kop=zoek_kop, sleutels=sleutels)
    logboek = Logboek(bron.bestand, blad)
    for nummer in rechthoek.aangevuld:
        logboek.note("rij_aangevuld", rij=nummer)
    logboek.note("tussenkop", aantal=rechthoek.boven + rechthoek.onder)
    kolommen = make_kolommen(rechthoek.koppen, logboek, rij=rechthoek.rij)
    frame = rechthoek.frame if gecodeerd else spell_out(rechthoek.frame)
    frame = frame.set_axis([kolom.naam for kolom in kolommen], axis=1)
    eerste = rechthoek.rij + 1
    nummers = pd.Series(range(eerste, eerste + len(frame)), dtype="int64", name=RIJ)
    leeg = find_blank_rows(frame)
    logboek.note("lege_rij", aantal=int(leeg.sum()))
    weg = leeg | note_totals(frame, nummers, logboek)
    houden = pd.concat([nummers, frame], axis=1)
    houden = houden[~weg].reset_index(drop=True) if weg.any() else houden
    weigeringen = find_refusals(frame[weg & ~leeg], nummers)
    tabel = Tabel(bron.bestand, "csv", houden, kolommen, blad, weigeringen=weigeringen)
    titels = rechthoek.titels
    tabel = replace(tabel, drempel=find_drempel(titels), procenten=says_procenten(titels))
    return [Ruw(tabel, rechthoek.records_in, logboek)]


def _read_fast(bron: Bron) -> _Rechthoek | None:
    """Return the table of a regular file, None for any other; its records are counted from the bytes."""
    data = encode_utf8(bron.inhoud)
    begin = data[:_HEAD].decode("utf-8", errors="ignore")
    tekst, separator = split_separator_line(begin)
    data = data[len(begin.encode()) - len(tekst.encode()) :] if separator else data
    separator = separator or sniff_separator(tekst)
    blokken = read_blocks(data, separator)
    if blokken is None or (blokken.regeleinden and _holds_rows(blokken.frame, separator)):
        return None
    breedte = len(blokken.kop)
    while (
        breedte > 1
        and not blokken.kop[breedte - 1].strip()
        and not is_filled(blokken.frame[breedte - 1]).any()
    ):
        breedte -= 1
    return _Rechthoek(blokken.frame[list(range(breedte))], blokken.kop[:breedte], 1, blokken.aantal)


def _read_carefully(bron: Bron, *, zoek_kop: bool, sleutels: Collection[str]) -> _Rechthoek:
    tekst, _ = decode_text(bron.inhoud)
    tekst, separator = split_separator_line(tekst)
    separator = separator or sniff_separator(tekst)
    records = _parse(tekst, separator, bron.bestand)
    gevuld = (index for index, record in enumerate(records) if any(cel.strip() for cel in record))
    if (kop_index := next(gevuld, None)) is None:
        raise BronError("dit bestand is leeg", "vraag het opnieuw op bij de afzender", bestand=bron.bestand)
    if zoek_kop and is_title(records[kop_index:_FIRST_RECORDS]):
        kop_index = max(kop_index, find_below_title(records[:_FIRST_RECORDS]))
    onder = 0
    while zoek_kop and len(records) > kop_index + 1 and is_source(records[-1], len(records[kop_index])):
        records.pop()
        onder += 1
    frame, koppen, aangevuld = _make_rectangle(records, kop_index, bron.bestand, sleutels)
    koppen = name_doubles(records[kop_index - 1], koppen) if kop_index else koppen
    boven = sum(any(cel.strip() for cel in record) for record in records[:kop_index])
    aantal = count_records(tekst, separator) - kop_index - 1 + boven
    titels = tuple(cel for record in records[:kop_index] for cel in record)
    return _Rechthoek(frame, koppen, kop_index + 1, aantal, boven, onder, aangevuld, titels)


def split_separator_line(tekst: str) -> tuple[str, str]:
    r"""Return the text without Excel's ``sep=;`` line, and the separator it names (empty where there is none).

    Examples
    --------
    >>> split_separator_line("sep=|\na|b")
    ('a|b', '|')
    """
    match = _SEP_LINE.match(tekst)
    return (tekst[match.end() :], match.group(1)) if match else (tekst, "")


def sniff_separator(tekst: str) -> str:
    r"""Return the separator under which the first records are equally wide, the widest one first.

    A narrower one that fits the header better is the separator: the wider one stands in the answers. A comma that
    always has a space behind it gives way to any other that fits header and rows.

    Examples
    --------
    >>> sniff_separator("naam;cijfer\nA, B;7,5\nC, D;8,0")
    ';'
    """
    scores = {}
    for separator in _SEPARATORS:
        breedtes = _first_widths(tekst, separator)
        breedte = _most_common(breedtes)
        gelijk = sum(b == breedte for b in breedtes) / max(len(breedtes), 1)
        # the header is the first line or, below a title with a comma in it, the second
        kop = [breedte == eerste for eerste in breedtes[1::-1]]
        scores[separator] = (breedte > 1, round(gelijk, 1), breedte, kop)
    beste = max(_SEPARATORS, key=lambda separator: scores[separator])
    in_zin = beste == "," and re.search(r",(?! )", tekst[:_PEEK]) is None
    kop_zonder = _first_widths(tekst, beste, 1) == [1]
    for ander in (s for s in _SEPARATORS if s != beste and scores[s][:2] == scores[beste][:2]):
        past = all(scores[ander][3])
        beter = scores[ander][3] > scores[beste][3] and (ander != "," or (past and kop_zonder))
        if beter or (past and in_zin):
            return ander
    return next((s for s in _SEPARATORS if s not in tekst), beste) if _is_prose(tekst, beste) else beste


def _is_prose(tekst: str, separator: str) -> bool:
    """Return whether the commas of a text stand in sentences: none in the header, then more or fewer, and spaces behind.

    A column of answers that Dutch Excel saved as CSV has no quotes around a comma, for its separator is ``;``.
    """
    if separator != ",":
        return False
    tekst = tekst.lstrip("\ufeff\r\n")
    begin = tekst.find("\n") + 1 or len(tekst)
    if tekst.find(",", 0, begin) >= 0 or re.compile(r',(?! )|"').search(tekst, begin):
        return False
    return len(set(_first_widths(tekst[begin : begin + _PEEK], separator))) > 1


def count_columns(tekst: str) -> int:
    """Return how many columns the first records have when they are nearly all equally wide, else 1."""
    tekst, separator = split_separator_line(tekst)
    breedtes = _first_widths(tekst, separator or sniff_separator(tekst))
    meest = _most_common(breedtes)
    gelijk = sum(breedte == meest for breedte in breedtes)
    return meest if gelijk >= _SAME_WIDTH * len(breedtes) else 1


def _most_common(breedtes: Sequence[int]) -> int:
    """Return the width that most records have, the first of those that are as common; a title may be narrower."""
    return max(dict.fromkeys(breedtes), key=breedtes.count, default=1)


def peek_records(tekst: str, aantal: int = 4) -> list[list[str]]:
    r"""Return the first records that hold anything, for telling which program wrote them.

    Examples
    --------
    >>> peek_records("\n;\nid;cijfer\n1;7\n2;8\n", 2)
    [['id', 'cijfer'], ['1', '7']]
    """
    tekst, separator = split_separator_line(tekst)
    eerste = []
    try:
        for record in read_records(tekst[:_PEEK], separator or sniff_separator(tekst), strict=False):
            if any(cel.strip() for cel in record):
                eerste.append(record)
            if len(eerste) >= aantal:
                break
    except csv.Error:
        return []
    return eerste


def _first_widths(tekst: str, separator: str, aantal: int = 60) -> list[int]:
    breedtes = []
    try:
        for record in read_records(tekst[:_PEEK], separator, strict=False):
            if record:
                breedtes.append(len(record))
            if len(breedtes) >= aantal:
                break
    except csv.Error:
        return []
    return breedtes


def read_records(tekst: str, separator: str, *, strict: bool) -> Iterator[list[str]]:
    """Return the records of a text one by one; ``strict`` refuses a quote in the middle of a cell."""
    csv.field_size_limit(_FIELD_LIMIT)
    return csv.reader(io.StringIO(tekst, newline=""), delimiter=separator, strict=strict)


def _parse(tekst: str, separator: str, bestand: str) -> list[list[str]]:
    """Return all records, blank ones included; a quote in the middle of a cell is borne, one left open is not."""
    records: list[list[str]] = []
    try:
        records.extend(read_records(tekst, separator, strict=True))
    except csv.Error as fout:
        nummer = len(records) + 1
        if "unexpected end" in str(fout):
            raise BronError(
                "een aanhalingsteken wordt niet gesloten", _OPEN_QUOTE, bestand=bestand, rij=nummer
            ) from fout
        records = _parse_loosely(tekst, separator, bestand, nummer)
    while records and not records[-1]:
        records.pop()
    _refuse_swallowed(records, separator, bestand)
    return records


def _parse_loosely(tekst: str, separator: str, bestand: str, nummer: int) -> list[list[str]]:
    records = list(read_records(tekst, separator, strict=False))
    gelijk = len({len(record) for record in records if record}) == 1
    # where a quote stands wrong, one line as wide as the table is enough to know that rows were swallowed
    heel = not any(_count_rows_within(cel, separator, len(records[0])) for r in records for cel in r)
    if gelijk and heel:
        return records
    raise BronError("een aanhalingsteken staat verkeerd", _OPEN_QUOTE, bestand=bestand, rij=nummer)


def _refuse_swallowed(records: Sequence[Sequence[str]], separator: str, bestand: str) -> None:
    """Refuse a cell that holds whole rows: a quote was opened by mistake and closed much later."""
    breedte = max((len(record) for record in records[:1]), default=0)
    for nummer, record in enumerate(records, start=1):
        if any(_is_swallowed(cel, separator, breedte) for cel in record):
            wat = "een cel bevat hele rijen: een aanhalingsteken wordt te laat gesloten"
            raise BronError(wat, _OPEN_QUOTE, bestand=bestand, rij=nummer)


def _is_swallowed(cel: str, separator: str, breedte: int) -> bool:
    """Return whether lines of a cell are as wide as the table."""
    if breedte <= 2:
        return False
    genoeg = _ONE_LINE_TELLS if breedte < _WIDE else 1
    return _count_rows_within(cel, separator, breedte) >= genoeg


def _count_rows_within(cel: str, separator: str, breedte: int) -> int:
    """Return how many lines of a cell, but its first, are as wide as the table."""
    if not ("\n" in cel or "\r" in cel):
        return 0
    return sum(regel.count(separator) == breedte - 1 for regel in cel.splitlines()[1:])


def _holds_rows(frame: pd.DataFrame, separator: str) -> bool:
    breedte = frame.shape[1]
    return any(
        _is_swallowed(cel, separator, breedte) for naam in frame for cel in frame[naam].unique().tolist()
    )


def _make_rectangle(
    records: list[list[str]], kop_index: int, bestand: str, sleutels: Collection[str]
) -> tuple[pd.DataFrame, list[str], tuple[int, ...]]:
    """Return the records below the header as a frame, the header, and the rows that were filled up to its width.

    Empty cells beyond the header are let go.
    """
    kop = records[kop_index]
    body = records[kop_index + 1 :]
    gevuld = [record for record in body if any(cel.strip() for cel in record)]
    breedte = len(kop)
    while breedte > 1 and not kop[breedte - 1].strip() and not any(_cell(r, breedte - 1) for r in gevuld):
        breedte -= 1
    anders = [
        (nummer, record)
        for nummer, record in enumerate(body, start=kop_index + 2)
        if record and any(cel.strip() for cel in record) and not _fits(record, breedte, len(kop))
    ]
    reikt_tot = max((plek for plek, naam in enumerate(kop[:breedte]) if naam in sleutels), default=breedte)
    fout = [
        (nummer, len(record))
        for nummer, record in anders
        if len(record) > breedte or not _cell(record, reikt_tot)
    ]
    if fout and splits_decimals(gevuld):
        wat = "de komma staat hier tussen de cellen en ook in de getallen, dus is niet te zien waar een cel begint"
        raise BronError(wat, _SEMICOLON, bestand=bestand, rij=fout[0][0])
    if fout:
        raise _ragged(fout, breedte, bestand, titel=2 * len(fout) > len(gevuld) and fout[0][1] > breedte)
    rechthoek = [[*record[:breedte], *[""] * (breedte - len(record))] for record in body]
    frame = pd.DataFrame(rechthoek, columns=range(breedte), dtype="str")
    return frame, kop[:breedte], tuple(nummer for nummer, _ in anders)


def _cell(record: Sequence[str], index: int) -> str:
    return record[index].strip() if index < len(record) else ""


def _fits(record: Sequence[str], breedte: int, kop_breedte: int) -> bool:
    return breedte <= len(record) and (len(record) <= kop_breedte or not any(record[kop_breedte:]))


def _ragged(fout: list[tuple[int, int]], breedte: int, bestand: str, *, titel: bool) -> RijError:
    rijen, (_, cellen) = [nummer for nummer, _ in fout], fout[0]
    meer = f" (ook {name_rijen(rijen[1:])})" if len(rijen) > 1 else ""
    wat = f"deze rij heeft {cellen} {'cel' if cellen == 1 else 'cellen'}, de kop {breedte}{meer}"
    remedie = "zoek een scheidingsteken of een regeleinde dat niet tussen aanhalingstekens staat"
    if titel:
        remedie = f"staat er een titel boven de rij met koppen, haal die regel dan weg, en {remedie.replace('zoek', 'zoek anders')}"
    return RijError(wat, remedie, bestand=bestand, rijen=rijen)


def count_records(tekst: str, separator: str) -> int:
    r"""Return the number of records, counted without the reader: quoted cells are blanked, then line ends counted.

    Blank lines count too; blank lines at the end do not.

    Examples
    --------
    >>> count_records('a;b\n1;"x\ny"\n\n2;5" buis\n\n', ";")
    4
    """
    quoted = re.compile(rf'(^|[\r\n{re.escape(separator)}])"(?:[^"]|"")*"')
    return len(_NEWLINE.split(quoted.sub(r"\1x", tekst.rstrip("\r\n"))))
