"""Headers of two rows in a sheet, told by merged cells: one over several columns, beside one that spans both rows."""

from __future__ import annotations

from collections.abc import Sequence

Bereik = tuple[int, int, int, int]
"""First column, first row, last column, last row, from 1."""
_DASH = " - "


def find_lower_row(bereiken: Sequence[Bereik], kop: int) -> int:
    """Return the index of the lower of two header rows, where ``kop`` is the index of either of them.

    Examples
    --------
    >>> find_lower_row([(1, 1, 1, 2), (2, 1, 4, 1)], 0), find_lower_row([(1, 1, 4, 1)], 0)
    (1, 0)
    """
    hoog = any((boven, onder) == (kop + 1, kop + 2) for _, boven, _, onder in bereiken)
    return kop + 1 if hoog and _list_broad(bereiken, kop + 1) else kop


def find_group_texts(bereiken: Sequence[Bereik], rijen: Sequence[Sequence[str]], kop: int) -> dict[int, str]:
    """Return column → its text, where the row above the headers says something of several columns at once.

    One cell over columns may be a title; two of them, or one beside a cell that spans both rows, are headers.

    Examples
    --------
    >>> rijen = [["nr", "Tevreden over", "", ""], ["nr", "Loket", "Post", "Site"]]
    >>> find_group_texts([(1, 1, 1, 2), (2, 1, 4, 1)], rijen, 1)
    {1: 'Tevreden over - Loket', 2: 'Tevreden over - Post', 3: 'Tevreden over - Site'}
    """
    breed = _list_broad(bereiken, kop)
    hoog = any((boven, onder) == (kop, kop + 1) for _, boven, _, onder in bereiken)
    if not breed or (len(breed) == 1 and not hoog):
        return {}
    boven = {plek: rijen[kop - 1][links - 1] for links, rechts in breed for plek in range(links - 1, rechts)}
    paren = {plek: (boven.get(plek, ""), eigen) for plek, eigen in enumerate(rijen[kop])}
    return {
        plek: _DASH.join(" ".join(deel.split()) for deel in paar)
        for plek, paar in paren.items()
        if all(deel.strip() for deel in paar)
    }


def _list_broad(bereiken: Sequence[Bereik], rij: int) -> list[tuple[int, int]]:
    """Return first and last column of the cells in this row that span columns, but for one that begins at the left."""
    return [
        (links, rechts)
        for links, boven, rechts, onder in bereiken
        if boven == onder == rij and 1 < links < rechts
    ]
