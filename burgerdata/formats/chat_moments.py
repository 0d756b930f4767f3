"""Moments of a chat as WhatsApp writes them in the language of the phone, with the day first and a clock of 24 hours."""

from __future__ import annotations

import re
from collections.abc import Sequence

_CLOCK = re.compile(r"(\d{1,2})(:.*?)\s*([ap])\.?m\.?", re.IGNORECASE)
_MONTHS = 12
_CENTURY = "20"


def write_tijdstippen(momenten: Sequence[tuple[str, str]]) -> list[str]:
    """Return each day and time as one text, "14-3-2026 14:05"; a moment without a day is empty.

    The month is first where the days of the file say so, or where none does and the phone is American: PM, and two
    digits for the year.

    Examples
    --------
    >>> write_tijdstippen([("12-03-2026", "14:05"), ("3-4-26", "9:30:11")])
    ['12-03-2026 14:05', '3-4-2026 09:30:11']
    >>> write_tijdstippen([("3/4/26", "2:05 PM"), ("3/5/26", "12:10 AM")]), write_tijdstippen([("3/4/2026", "2:05 pm")])
    (['4-3-2026 14:05', '5-3-2026 00:10'], ['3-4-2026 14:05'])
    """
    delen = [re.split(r"[-/.]", dag) if dag else [] for dag, _ in momenten]
    gevuld = [deel for deel in delen if deel]
    eerste, tweede = ({int(deel[plek]) for deel in gevuld} for plek in (0, 1))
    amerikaans = any(map(_CLOCK.fullmatch, (tijd for _, tijd in momenten))) and any(
        len(deel[2]) < len("2026") for deel in gevuld
    )
    maand_eerst = max(eerste, default=0) <= _MONTHS and (max(tweede, default=0) > _MONTHS or amerikaans)
    return [
        _write(deel, tijd, maand_eerst=maand_eerst) if deel else ""
        for deel, (_, tijd) in zip(delen, momenten, strict=True)
    ]


def _write(deel: Sequence[str], tijd: str, *, maand_eerst: bool) -> str:
    dag, maand = (deel[1], deel[0]) if maand_eerst else (deel[0], deel[1])
    jaar = deel[2] if len(deel[2]) == len("2026") else _CENTURY + deel[2][-2:]
    if klok := _CLOCK.fullmatch(tijd):
        uur = int(klok[1]) % _MONTHS + (_MONTHS if klok[3] in "pP" else 0)
        tijd = f"{uur:02}{klok[2]}"
    return f"{dag}-{maand}-{jaar} {'0' * (tijd[1] == ':')}{tijd}"
