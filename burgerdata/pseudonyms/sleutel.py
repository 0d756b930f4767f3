"""The key of a traject (sleutel.txt) and the ids that are made with it: HMAC-SHA256, never a plain hash.

A plain hash of a respondent number can be undone by trying all numbers; a keyed one cannot without the key. Every
id has a scope (a panel or an activity), because respondent 17 of a survey is not respondent 17 of a focus group.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import re
import secrets
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, cast

from burgerdata.errors import BronError

_HEX_LENGTH = 64
_ID_LENGTH = 16
_BLOCK = 64
_PADS = (0x36, 0x5C)
"""HMAC (RFC 2104) hashes the key, padded to a block, inside and outside; both are the same for every id."""


@dataclass(frozen=True)
class Sleutel:
    """The secret of one traject; it never shows itself in a repr."""

    waarde: bytes = field(repr=False)

    def make_id(self, soort: str, scope: str, *delen: str) -> str:
        """Return a keyed id of 16 hex digits for these parts within a scope, with a letter that tells the kind.

        Parts are written with their lengths, so that ("1", "23") and ("12", "3") differ.

        Examples
        --------
        >>> sleutel = Sleutel(bytes(32))
        >>> sleutel.make_id("deelnemer", "enquete", "17") == sleutel.make_id("deelnemer", "panel", "17")
        False
        >>> sleutel.make_id("deelnemer", "enquete", "17")
        'dead3bbca00ee874a'
        """
        return (
            soort[0]
            + hmac.digest(self.waarde, _join_parts((soort, scope, *delen)), "sha256").hex()[:_ID_LENGTH]
        )

    def make_ids(
        self,
        soort: str,
        scope: str,
        *delen: Sequence[str],
        vast: Sequence[str] = (),
        slot: Sequence[str] = (),
    ) -> list[str]:
        """Return the id of each row of parts, the same as ``make_id`` gives one by one, and much faster.

        ``vast`` are the parts that come first and are the same for every row, ``slot`` such parts that come last.

        Examples
        --------
        >>> sleutel = Sleutel(bytes(32))
        >>> sleutel.make_ids("deelnemer", "enquete", ["17"]) == [sleutel.make_id("deelnemer", "enquete", "17")]
        True
        """
        kort = self.waarde if len(self.waarde) <= _BLOCK else hashlib.sha256(self.waarde).digest()
        inner, outer = (
            choose_sha256()(bytes(byte ^ pad for byte in kort.ljust(_BLOCK, b"\0"))) for pad in _PADS
        )
        inner.update(_join_parts((soort, scope, *vast)))
        half, begin, eind = _ID_LENGTH // 2, inner.copy, outer.copy
        samen = bytearray()
        for rij in _encode_rows(delen, slot):
            eerst, daarna = begin(), eind()
            eerst.update(rij)
            daarna.update(eerst.digest())
            samen += daarna.digest()[:half]
        # written and cut all at once
        return (soort[0] + samen.hex(",", half).replace(",", f",{soort[0]}")).split(",") if samen else []


def _encode_rows(delen: Sequence[Sequence[str]], slot: Sequence[str]) -> list[bytes]:
    """Return the parts of each row as ``_join_parts`` writes them, encoded in one go where no part holds the separator."""
    eind = "".join(_measure_parts(slot))
    eerste, *andere = delen
    rijen = [f"{len(deel)}:{deel}{eind}" for deel in eerste] if not andere else _join_rows(delen, eind)
    samen = "\0".join(rijen).encode("utf-8", "surrogatepass").split(b"\0")
    return samen if len(samen) == len(rijen) else [rij.encode("utf-8", "surrogatepass") for rij in rijen]


def _join_rows(delen: Sequence[Sequence[str]], eind: str) -> list[str]:
    gemeten = [_measure_parts(deel) for deel in delen]
    return ["".join(rij) + eind for rij in zip(*gemeten, strict=True)]


@cache
def choose_sha256() -> Callable[[bytes], Any]:
    """Return the SHA-256 that Python itself carries, where it does: of texts this short it takes half OpenSSL's time.

    Looked up once: a Python without the first looks through every folder of packages for it.
    """
    for naam in ("_sha2", "_sha256"):
        with suppress(ImportError):
            return cast("Callable[[bytes], Any]", import_module(naam).sha256)
    return hashlib.sha256


def _measure_parts(delen: Sequence[str]) -> list[str]:
    return [f"{len(deel)}:{deel}" for deel in delen]


def _join_parts(delen: Sequence[str]) -> bytes:
    return "".join(_measure_parts(delen)).encode("utf-8", "surrogatepass")


def create_sleutel(pad: Path) -> Sleutel:
    """Write a new random key to ``pad`` and return it; an existing key is never overwritten.

    Raises
    ------
    BronError
        When there already is a file: a new key would give every person another id.
    """
    waarde = secrets.token_hex(_HEX_LENGTH // 2)
    try:
        descriptor = os.open(pad, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError as fout:
        wat = "er is al een sleutel voor dit traject"
        raise BronError(
            wat, "laat hem staan: met een nieuwe sleutel verandert elk id", bestand=pad.name
        ) from fout
    with os.fdopen(descriptor, "w", encoding="ascii", newline="\n") as bestand:
        bestand.write(waarde + "\n")
    return Sleutel(bytes.fromhex(waarde))


def read_sleutel(pad: Path) -> Sleutel:
    """Return the key in ``pad``: 64 hex digits; lines that start with # are remarks.

    Raises
    ------
    BronError
        When the file is missing or does not hold 64 hex digits. The message never shows what it does hold.
    """
    try:
        tekst = pad.read_text(encoding="utf-8-sig", errors="replace")
    except FileNotFoundError as fout:
        remedie = "maak hem met 'kit.py nieuw' of zet de oude sleutel terug"
        raise BronError("de sleutel van dit traject ontbreekt", remedie, bestand=pad.name) from fout
    regels = [regel.strip() for regel in tekst.splitlines() if not regel.lstrip().startswith("#")]
    waarde = "".join(regels)
    if not re.fullmatch(r"[0-9a-fA-F]{64}", waarde):
        wat = "dit is geen sleutel: verwacht zijn 64 tekens 0-9 en a-f"
        raise BronError(wat, "zet de oude sleutel terug uit uw reservekopie", bestand=pad.name)
    return Sleutel(bytes.fromhex(waarde))
