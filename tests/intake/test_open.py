"""Bytes become text by one rule, and the SHA-256 is that of the bytes."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from burgerdata.errors import BronError
from burgerdata.intake.open import decode_text, open_bron

_DUTCH = st.text(alphabet="abcdefghijklmnopqrstuvwxyz ABC;,.éëïöüçà€’\n", min_size=8, max_size=60)


def _is_utf8(inhoud: bytes) -> bool:
    try:
        inhoud.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


@settings(max_examples=60)
@given(_DUTCH, st.sampled_from(["utf-8", "utf-8-sig", "cp1252", "utf-16"]))
def test_dutch_text_comes_back_from_every_encoding_that_programs_write(tekst: str, coding: str) -> None:
    # nobody can tell "ç’’" in Windows' bytes from the one sign that UTF-8 writes with the same bytes
    assume(coding != "cp1252" or tekst.isascii() or not _is_utf8(tekst.encode(coding)))
    assert decode_text(tekst.encode(coding))[0] == tekst


def test_utf16_without_a_mark_is_recognised() -> None:
    assert decode_text("id;cijfer\r\n1;7".encode("utf-16-le")) == ("id;cijfer\r\n1;7", "utf-16-le")
    assert decode_text("id;cijfer\r\n1;7".encode("utf-16-be"))[0] == "id;cijfer\r\n1;7"


def test_a_file_is_its_bytes_and_their_sha256(tmp_path: Path) -> None:
    pad = tmp_path / "map met spaties" / "straat é.csv"
    pad.parent.mkdir()
    pad.write_bytes(b"id;x\n1;2\n")
    bron = open_bron(pad, bestand="ruw/straat é.csv")
    assert bron.sha256 == hashlib.sha256(b"id;x\n1;2\n").hexdigest()
    assert (bron.bestand, bron.inhoud) == ("ruw/straat é.csv", b"id;x\n1;2\n")


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    with pytest.raises(BronError, match=r"weg\.csv: dit bestand bestaat niet"):
        open_bron(tmp_path / "weg.csv")
    with pytest.raises(BronError, match=r"map, geen bestand|kan niet worden geopend"):
        open_bron(tmp_path)
