"""The bytes of a workbook that was copied from a file of another program."""

from __future__ import annotations

import io
from typing import Any

_MOST_MERGED = 100_000
_MOST_IN_ALL = 1_000_000
"""Cells of one block, and of all blocks: each gets the value of its first, so that a few bytes could fill the memory."""


def merge_cells(blad: Any, boven: int, links: int, onder: int, rechts: int) -> None:
    """Merge a block of cells, given from 1 on and both ends included; one that spans a sheet is but decoration.

    Only the block is noted: openpyxl would make each cell of it anew, and throw away what stands in it.
    """
    from openpyxl.worksheet.cell_range import CellRange

    if (onder - boven + 1) * (rechts - links + 1) <= _MOST_MERGED:
        blok = CellRange(min_col=links, min_row=boven, max_col=rechts, max_row=onder)
        blad.merged_cells.ranges.add(blok)


def save_workbook(boek: Any) -> bytes:
    """Return the bytes of a workbook; Excel wants a sheet that shows, so one without gets an empty one.

    Raises
    ------
    OverflowError
        When the merged cells are more than a laptop can fill.
    """
    if (
        sum(blok.size["rows"] * blok.size["columns"] for blad in boek for blok in blad.merged_cells)
        > _MOST_IN_ALL
    ):
        raise OverflowError
    if not any(blad.sheet_state == "visible" for blad in boek.worksheets):
        boek.create_sheet()
    uit = io.BytesIO()
    boek.save(uit)
    return uit.getvalue()
