"""A key is made once, read back, and gives ids that cannot be confused between scopes."""

from __future__ import annotations

import hashlib
import hmac
from pathlib import Path

import pytest

from burgerdata.errors import BronError
from burgerdata.pseudonyms import Sleutel, create_sleutel, read_sleutel


def test_a_new_key_reads_back_and_is_never_overwritten(tmp_path: Path) -> None:
    pad = tmp_path / "sleutel.txt"
    sleutel = create_sleutel(pad)
    assert read_sleutel(pad) == sleutel
    assert len(sleutel.waarde) == 32
    with pytest.raises(BronError, match=r"sleutel.txt: er is al een sleutel"):
        create_sleutel(pad)
    assert create_sleutel(tmp_path / "ander.txt") != sleutel


def test_an_id_is_the_hmac_of_its_parts_with_their_lengths() -> None:
    sleutel = Sleutel(b"k" * 32)
    expected = hmac.new(b"k" * 32, b"9:deelnemer5:panel2:17", hashlib.sha256).hexdigest()[:16]
    assert sleutel.make_id("deelnemer", "panel", "17") == "d" + expected


def test_parts_that_join_to_the_same_text_get_different_ids() -> None:
    sleutel = Sleutel(b"k" * 32)
    assert sleutel.make_id("fragment", "a", "1", "23") != sleutel.make_id("fragment", "a", "12", "3")


def test_respondent_17_of_one_activity_is_not_respondent_17_of_another() -> None:
    sleutel = Sleutel(b"k" * 32)
    ids = {sleutel.make_id("deelnemer", scope, str(nr)) for scope in ("enquete", "panel") for nr in range(66)}
    assert len(ids) == 132


def test_a_key_never_shows_itself(tmp_path: Path) -> None:
    assert "kkkk" not in repr(Sleutel(b"k" * 32))
    pad = tmp_path / "sleutel.txt"
    pad.write_text("geheim123", encoding="utf-8")
    with pytest.raises(BronError) as fout:
        read_sleutel(pad)
    assert "geheim" not in str(fout.value)
    assert "reservekopie" in str(fout.value)


def test_a_key_saved_by_notepad_with_a_remark_is_read(tmp_path: Path) -> None:
    pad = tmp_path / "sleutel.txt"
    pad.write_bytes("\ufeff# voorbeeld\r\n".encode() + b"AB" * 32 + b"\r\n")
    assert read_sleutel(pad).waarde == b"\xab" * 32


def test_a_missing_key_is_named(tmp_path: Path) -> None:
    with pytest.raises(BronError, match="ontbreekt"):
        read_sleutel(tmp_path / "sleutel.txt")


@pytest.mark.parametrize("waarde", [bytes(32), b"x" * 100])
def test_many_ids_at_once_are_the_ids_one_by_one(waarde: bytes) -> None:
    sleutel = Sleutel(waarde)
    delen = [("17", "0"), ("é", "1"), ("\ud800", ""), ("", "12")]
    wanted = [sleutel.make_id("record", "enquete", "blad", "id", *rij) for rij in delen]
    assert sleutel.make_ids("record", "enquete", *zip(*delen, strict=True), vast=("blad", "id")) == wanted
