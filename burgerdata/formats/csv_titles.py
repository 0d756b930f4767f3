"""Lines above and below the table of a CSV file that are no rows of it: a title, two rows of headers, a source."""

from __future__ import annotations

import re
from collections.abc import Sequence

from burgerdata.formats.headers import find_header_row

_SOURCE = re.compile(r"(?:bron|source)\s*:.*|(?:©|\(c\)).*", re.IGNORECASE)
_TITLE_SHARE = 0.5


def find_below_title(records: Sequence[Sequence[str]]) -> int:
    """Return the header below a title: of two rows of headers, as StatLine has them, the lower one; 0 where none is told.

    A first column without a header is no sign of one where it stays open below it: the sheet of a form in ODK's CSV is named
    above rows that leave it open.
    """
    gevonden = find_header_row(records)
    kop = records[gevonden]
    if kop[0].strip():
        return gevonden
    onder = [record for record in records[gevonden + 1 :] if len(record) == len(kop)]
    if onder and _is_second_header(kop, onder[0], onder[1:]):
        return gevonden + 1
    return gevonden if onder and all(record[0].strip() for record in onder) else 0


def _is_second_header(boven: Sequence[str], rij: Sequence[str], onder: Sequence[Sequence[str]]) -> bool:
    """Return whether a row goes on with the header: under words that come again, and above figures, which it has none of.

    A row like those below it is the first respondent.
    """
    gevuld = [cel.strip() for cel in boven if cel.strip()]
    if len(set(gevuld)) == len(gevuld) or not all(any(map(str.isalpha, cel)) for cel in rij):
        return False
    kolommen = zip(*onder, strict=True)
    return any(not any(any(map(str.isalpha, cel)) for cel in cellen) for cellen in kolommen)


def is_source(record: Sequence[str], breedte: int) -> bool:
    """Return whether a line below the table says whose figures these are, as StatLine does; it is no row of the table."""
    return len(record) == 1 < breedte and _SOURCE.fullmatch(record[0].strip()) is not None


def is_title(records: Sequence[Sequence[str]]) -> bool:
    """Return whether the first line stands over the table and not over its columns: it fills few of the cells below it."""
    breedtes = [sum(bool(cel.strip()) for cel in record) for record in records]
    return breedtes[0] < _TITLE_SHARE * max(breedtes)


def splits_decimals(records: Sequence[Sequence[str]]) -> bool:
    """Return whether most rows are a word and pairs of whole numbers: figures with a decimal comma, cut at that comma.

    Examples
    --------
    >>> splits_decimals([["goed", "12", "5", "14", "1"], ["matig", "41", "2", "40", "0"], ["n", "120", "140"]])
    True
    """
    gesplitst = [
        record
        for record in records
        if len(record) % 2
        and len(record) > 2
        and any(map(str.isalpha, record[0]))
        and all(cel.strip().isdecimal() for cel in record[1:])
    ]
    return 2 * len(gesplitst) > len(records)
