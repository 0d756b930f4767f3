"""Intake: a file is checked before it is opened, its bytes are fixed, and what comes out of it is sealed."""

from __future__ import annotations

from burgerdata.intake.guard import guard_bytes
from burgerdata.intake.logboek import Logboek, check_balance, count_explained
from burgerdata.intake.open import decode_text, open_bron
from burgerdata.intake.seal import Zegel
from burgerdata.intake.seal_vorm import read_names, seal_vorm

__all__ = [
    "Logboek",
    "Zegel",
    "check_balance",
    "count_explained",
    "decode_text",
    "guard_bytes",
    "open_bron",
    "read_names",
    "seal_vorm",
]
