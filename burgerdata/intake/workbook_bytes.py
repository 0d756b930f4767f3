"""The bytes of a workbook that was copied from a file of another program."""

from __future__ import annotations

import io
from typing import Any


def save_workbook(boek: Any) -> bytes:
    """Return the bytes of a workbook; Excel wants a sheet that shows, so one without gets an empty one."""
    if not any(blad.sheet_state == "visible" for blad in boek.worksheets):
        boek.create_sheet()
    uit = io.BytesIO()
    boek.save(uit)
    return uit.getvalue()
