"""Which sheet of each file of a delivery is read, where its setting names one and only some files have that sheet."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from burgerdata.errors import BronError
from burgerdata.formats.excel import is_workbook, list_sheets, list_visible
from burgerdata.intake.open import open_bron

_LEDEN = re.compile(
    r"(?:(?:overzicht|lijst|namen|samenstelling) (?:van )?(?:de )?)?(?:leden|deelnemers?|panelleden|presentie|aanwezigen|ingelot(?:en)?|screener)"
    r"(?:lijst)?(?: .*)?",
    re.IGNORECASE,
)
"""Names of a sheet with who takes part."""


def is_ledenblad(blad: str) -> bool:
    """Return whether a sheet is called after those who take part.

    Examples
    --------
    >>> is_ledenblad("Leden"), is_ledenblad("deelnemerslijst 2026"), is_ledenblad("stemming")
    (True, True, False)
    """
    return _LEDEN.fullmatch(" ".join(re.sub(r"[_-]", " ", blad).split())) is not None


def find_ledenblad(pad: Path) -> str:
    """Return the one sheet of a workbook that is called after those who take part; empty where none is, or the only sheet."""
    _, zichtbaar = _list_bladen(pad)
    bladen = [blad for blad in zichtbaar if is_ledenblad(blad)]
    return bladen[0] if len(bladen) == 1 and len(zichtbaar) > 1 else ""


def choose_bladen(paden: Sequence[Path], blad: str, *, in_delen: bool) -> list[str]:
    """Return the sheet to read of each file, empty for all of its sheets.

    A file without the sheet is read whole where another file has it, and where that is no guess: it has one sheet only,
    or each file is a part of its own (``in_delen``). Else it keeps the sheet, so that reading it says what is missing.

    Examples
    --------
    >>> choose_bladen([Path("taken.xlsx")], "Ronde 1", in_delen=True)
    ['Ronde 1']
    """
    if not blad or len(set(paden)) < 2:
        return [blad] * len(paden)
    bladen = [_list_bladen(pad) for pad in paden]
    if not any(blad in alle for alle, _ in bladen):
        return [blad] * len(paden)
    return [
        "" if alle and blad not in alle and (in_delen or len(zichtbaar) == 1) else blad
        for alle, zichtbaar in bladen
    ]


def _list_bladen(pad: Path) -> tuple[Sequence[str], Sequence[str]]:
    """Return all sheets of a workbook and those that are not hidden; none of another file, or of one that cannot be read."""
    with suppress(BronError):
        bron = open_bron(pad)
        if is_workbook(bron):
            return list_sheets(bron), list_visible(bron)
    return (), ()
