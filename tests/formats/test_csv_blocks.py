"""Long regular CSV files: read in blocks they give what the careful reader gives, and what is not regular goes to it."""

from __future__ import annotations

import csv
import io
from itertools import accumulate
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from burgerdata import read_bestand
from burgerdata.cellen import spell_out
from burgerdata.errors import BronError
from burgerdata.formats import csv as reader
from burgerdata.formats import csv_blocks, csv_cells
from burgerdata.formats.csv_blocks import read_blocks
from burgerdata.formats.lezing import Ruw
from burgerdata.shapes import Bron, Tabel

_CEL = st.one_of(
    st.text(alphabet='ab;,"\n\r \té€1', max_size=6), st.sampled_from(["NA", "null", "None", "007", "1.5", ""])
)
_RIJ = st.tuples(_CEL, _CEL, _CEL)


def write(rijen: list[tuple[str, ...]], separator: str, quoting: int, einde: str) -> str:
    buffer = io.StringIO(newline="")
    csv.writer(buffer, delimiter=separator, quoting=quoting, lineterminator=einde).writerows(rijen)
    return buffer.getvalue()


def read_or_refuse(data: bytes, long: int, monkeypatch: pytest.MonkeyPatch) -> Ruw | str:
    monkeypatch.setattr(reader, "LONG", long)
    try:
        (ruw,) = reader.read_csv(Bron(Path("e.csv"), "e.csv", data, ""), gecodeerd=True)
    except BronError as fout:
        return str(fout)
    return ruw


def compare(data: bytes) -> None:
    with pytest.MonkeyPatch.context() as monkeypatch:
        traag = read_or_refuse(data, len(data) + 1, monkeypatch)
        monkeypatch.setattr(csv_blocks, "_BLOCK", 16)
        monkeypatch.setattr(csv_blocks, "_LOOK", 5)
        snel = read_or_refuse(data, 0, monkeypatch)
    if isinstance(traag, str) or isinstance(snel, str):
        assert snel == traag
        return
    assert isinstance(traag.vorm, Tabel)
    assert isinstance(snel.vorm, Tabel)
    pd.testing.assert_frame_equal(spell_out(snel.vorm.frame), traag.vorm.frame)
    assert snel.vorm.kolommen == traag.vorm.kolommen
    assert snel.records_in == traag.records_in
    pd.testing.assert_frame_equal(snel.logboek.to_frame(), traag.logboek.to_frame())


@settings(max_examples=150, deadline=None)
@given(
    st.lists(_RIJ, min_size=1, max_size=8),
    st.sampled_from([";", ",", "\t"]),
    st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]),
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from(["utf-8", "utf-8-sig", "cp1252", "utf-16"]),
)
def test_both_ways_of_reading_give_the_same_table_count_and_logboek(
    rijen: list[tuple[str, ...]], separator: str, quoting: int, einde: str, coding: str
) -> None:
    compare(write([("kop een", "kop twee", "kop drie"), *rijen], separator, quoting, einde).encode(coding))


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet='ab;"\n\r1', max_size=40), st.sampled_from(["", "sep=;\r\n", "\ufeff"]))
def test_text_of_any_shape_is_read_alike_or_refused_alike(staart: str, begin: str) -> None:
    compare(f"{begin}kop een;kop twee;kop drie\n1;2;3\n{staart}".encode())


@given(st.lists(st.booleans(), min_size=1, max_size=400), st.sampled_from([0, 1]))
def test_a_byte_lies_within_quotes_after_an_odd_number_of_them(quotes: list[bool], open_: int) -> None:
    wanted = [bool((open_ + aantal) % 2) for aantal in accumulate(quotes)]
    bits = csv_blocks._pack(np.pad(np.array(quotes, dtype=np.bool_), (0, -len(quotes) % 64)))
    binnen = csv_blocks._find_inside(bits, open_).view(np.uint8)
    assert np.unpackbits(binnen, count=len(quotes), bitorder="little").tolist() == wanted


@pytest.mark.parametrize(
    "tekst",
    [
        'a;b\n1;5" buis\n',  # a quote within a cell
        'a;b\n1;"open\n',  # a quote that is not closed
        "a;b\n1;2;3\n",  # a record that is longer
        "a;b\n1\n",  # a record that is shorter
        "a;b\n1;2\n\n3;4\n",  # a blank line
        "a;b\r1;2\r",  # line ends of an old Mac
        'a;b\n1;"x"y\n',  # a quote that is closed too soon
        "a\n1\n2\n",  # one column
        "\r\n\r\n",  # nothing
        "a;b\n",  # a header alone
    ],
)
def test_what_is_not_regular_is_left_to_the_careful_reader(tekst: str) -> None:
    assert read_blocks(tekst.encode(), ";") is None


def test_the_number_of_records_is_told_by_the_line_ends_not_by_the_reader(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read = csv_blocks.read_column
    monkeypatch.setattr(csv_blocks, "read_column", lambda *args: read(*args)[1:])
    assert read_blocks(b"a;b\n1;2\n3;4\n", ";") is None


@settings(deadline=None)
@given(st.lists(st.text(alphabet='ab"\né€', max_size=90), min_size=1, max_size=9), st.integers(1, 9))
def test_columns_that_repeat_themselves_hold_the_same_long_and_short_cells(
    cellen: list[str], keer: int
) -> None:
    rijen = [(cel, cellen[-1]) for cel in cellen * 6 * keer]
    data = write([("een", "twee"), *rijen], ";", csv.QUOTE_ALL, "\n").encode()
    blokken = read_blocks(data, ";")
    assert blokken is not None
    assert spell_out(blokken.frame).to_numpy().tolist() == [list(rij) for rij in rijen]
    assert isinstance(blokken.frame[1].dtype, pd.CategoricalDtype)


def test_two_cells_with_one_hash_are_not_taken_for_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_cells, "_FACTOR", np.uint64(0))
    assert read_blocks(b"a;b\n" + b"ja;ja\nja;ja\n" * 9, ";") is not None
    assert read_blocks(b"a;b\n" + b"ja;nu\nja;ja\n" * 9, ";") is None
    assert read_blocks(b"a;b\n" + b"ja;neen\nja;ja\n" * 9, ";") is None


def test_a_survey_read_in_blocks_is_the_same_survey(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    antwoorden = ["Helemaal eens", "Eens", "Neutraal", "Oneens", "Weet ik niet", ""]
    kop = ["Response ID", "Date submitted", "Last page", "Start language", "s1. Het duurt te lang"]
    kop += [
        "m1[1]. Kanalen [balie]",
        "m1[2]. Kanalen [web]",
        "c1. Welk rapportcijfer geeft u?",
        "o1. Wat kan beter?",
    ]
    rijen = [kop]
    for nummer in range(1, 401):
        af = f"2026-03-{nummer % 28 + 1:02} 10:00:00" if nummer % 7 else ""
        vink = ["Yes" if nummer % 3 else "No", "Yes" if nummer % 2 else "No"]
        tekst = f"bel Fatima op 06-12345678\nof {nummer}" if nummer % 5 == 0 else ""
        rijen.append([str(nummer), af, "5", "nl", antwoorden[nummer % 6], *vink, str(nummer % 10 + 1), tekst])
    pad = tmp_path / "e.csv"
    pad.write_bytes(write([tuple(rij) for rij in rijen], ",", csv.QUOTE_ALL, "\r\n").encode())
    traag = read_bestand(pad, instrument="enquete")
    monkeypatch.setattr(reader, "LONG", 0)
    monkeypatch.setattr(csv_blocks, "_BLOCK", 4096)
    monkeypatch.setattr(csv_blocks, "_LOOK", 4096)
    snel = read_bestand(pad, instrument="enquete")
    assert len(snel.deelnemers) == 400
    for naam, tabel in traag.tabellen.items():
        pd.testing.assert_frame_equal(snel.tabellen[naam], tabel, obj=naam)
