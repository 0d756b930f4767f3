"""Headers of two rows that no merged cell tells: the lower one fills in what stands below a word for several columns."""

from __future__ import annotations

import re
from collections.abc import Sequence

_HEADER = re.compile(r"(?=.*[^\W\d_]).*|[%€#]", re.DOTALL)
_NUMBER = re.compile(r"[-+<>]?\s*\d[\d.,]*\s*%?")
_FEWEST = 2
"""Cells in a lower row: one may be a remark."""
_LOOKED_AT = 50
_WIDE = 0.6


def find_two_rows(
    rijen: Sequence[Sequence[str]], kop: int, *, zoek: int = 25
) -> tuple[int, list[str]] | None:
    """Return the index of the lower of two header rows and the headers that both make; None where there is one row.

    ``kop`` is the row that looks like the header; where it is too narrow for that, others are tried. The lower row holds
    words only, in columns of numbers, and nothing below the first header: a record has something there.

    Examples
    --------
    >>> rijen = [["nr", "Punt", "Stemmen", "", "aangenomen"], ["", "", "voor", "tegen", ""], ["1", "Bomen", "47", "3", "ja"]]
    >>> find_two_rows(rijen, 0)
    (1, ['nr', 'Punt', 'Stemmen voor', 'Stemmen tegen', 'aangenomen'])
    >>> find_two_rows([["nr", "Punt", "voor", "tegen"], ["1", "Bomen", "47", "3"]], 0) is None
    True
    """
    breedste = max(map(_count, rijen[: zoek * 4]), default=0)
    breed = _count(rijen[kop]) >= _WIDE * breedste
    for boven in [kop] if breed else range(min(zoek, len(rijen))):
        if _are_two_rows(rijen, boven, _WIDE * breedste):
            return boven + 1, _join(rijen[boven], rijen[boven + 1])
    return None


def _are_two_rows(rijen: Sequence[Sequence[str]], boven: int, breedte: float) -> bool:
    if boven + 2 >= len(rijen):
        return False
    hoog, laag, body = rijen[boven], rijen[boven + 1], rijen[boven + 2 : boven + 2 + _LOOKED_AT]
    gevuld = [plek for plek, cel in enumerate(laag) if cel.strip()]
    eerste = next((plek for plek, cel in enumerate(hoog) if cel.strip()), len(hoog))
    if len(gevuld) < _FEWEST or eerste >= gevuld[0] or not _cell(body[0], eerste):
        return False
    samen = {plek for plek, cel in enumerate(hoog) if cel.strip()} | {*gevuld}
    woorden = all(_HEADER.fullmatch(cel.strip()) for cel in (*hoog, *laag) if cel.strip())
    return len(samen) >= breedte and woorden and all(_holds_numbers(body, plek) for plek in gevuld)


def _holds_numbers(body: Sequence[Sequence[str]], plek: int) -> bool:
    """Return whether most cells of a column are numbers, and there is one."""
    cellen = [cel for rij in body if (cel := _cell(rij, plek))]
    return 2 * sum(_NUMBER.fullmatch(cel) is not None for cel in cellen) > len(cellen)


def _join(hoog: Sequence[str], laag: Sequence[str]) -> list[str]:
    """Return the header of each column: what stands above it, and below that what it is of that."""
    koppen, groep = [], ""
    for plek in range(max(len(hoog), len(laag))):
        eigen, onder = _cell(hoog, plek), _cell(laag, plek)
        # a word with nothing below it is of its own column alone
        groep = eigen if eigen and onder else groep if onder else ""
        koppen.append(" ".join(filter(None, [eigen or groep, onder])))
    return koppen


def _cell(rij: Sequence[str], plek: int) -> str:
    return rij[plek].strip() if plek < len(rij) else ""


def _count(rij: Sequence[str]) -> int:
    return sum(bool(cel.strip()) for cel in rij)
