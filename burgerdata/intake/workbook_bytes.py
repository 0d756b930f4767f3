"""The bytes of a workbook that was copied from a file of another program."""

from __future__ import annotations

import io
from typing import Any

_MOST_MERGED = 100_000


def merge_cells(blad: Any, boven: int, links: int, onder: int, rechts: int) -> None:
    """Merge a block of cells, given from 1 on and both ends included; one that spans a sheet is but decoration."""
    if (onder - boven + 1) * (rechts - links + 1) <= _MOST_MERGED:
        blad.merge_cells(start_row=boven, start_column=links, end_row=onder, end_column=rechts)


def save_workbook(boek: Any) -> bytes:
    """Return the bytes of a workbook; Excel wants a sheet that shows, so one without gets an empty one."""
    if not any(blad.sheet_state == "visible" for blad in boek.worksheets):
        boek.create_sheet()
    uit = io.BytesIO()
    boek.save(uit)
    return uit.getvalue()
