"""Rows without cells cost nothing, however many: LibreOffice writes them down to the last row of a sheet."""

from __future__ import annotations

import io
import zipfile

import openpyxl
import pytest

from burgerdata.errors import BronError
from burgerdata.intake.guard import guard_bytes

_LAST = 1_048_576


def add_to_sheet(xml: bytes) -> bytes:
    """Return a small workbook with this piece of XML behind its last row."""
    boek, uit = io.BytesIO(), io.BytesIO()
    werkmap = openpyxl.Workbook()
    werkmap.active.append(["type", "name"])
    werkmap.save(boek)
    with zipfile.ZipFile(boek) as bron, zipfile.ZipFile(uit, "w") as doel:
        for naam in bron.namelist():
            inhoud = bron.read(naam)
            doel.writestr(naam, inhoud.replace(b"</sheetData>", xml + b"</sheetData>"))
    return uit.getvalue()


@pytest.mark.parametrize("rij", [b'<row r="%d" ht="12.8" hidden="false"></row>', b'<row r="%d" ht="12.8"/>'])
def test_empty_rows_at_the_end_of_a_sheet_are_no_reason_to_refuse_it(rij: bytes) -> None:
    guard_bytes(add_to_sheet(rij % _LAST), "formulier.xlsx")


@pytest.mark.parametrize("cel", [b'<c r="XFD%d"/>', b'<c r="AMJ%d" s="1"/>'])
def test_one_cell_in_the_farthest_corner_is_refused_still(cel: bytes) -> None:
    with pytest.raises(BronError, match="loopt door tot rij 1048576"):
        guard_bytes(add_to_sheet(b'<row r="%d">%s</row>' % (_LAST, cel % _LAST)), "val.xlsx")
