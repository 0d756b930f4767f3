"""Columns on paper: words stay whole, a line is never overfull, a small table stays small."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from burgerdata.report.column_widths import REGEL, measure_columns

WOORDEN = st.text("abc -_/", max_size=40)
TABELLEN = st.lists(st.tuples(WOORDEN, WOORDEN, WOORDEN), min_size=1, max_size=5).map(
    lambda rijen: pd.DataFrame(rijen, columns=["een", "twee", "drie"])
)


@given(TABELLEN)
def test_a_line_is_never_overfull_and_no_column_is_without_room(tabel):
    breedtes = measure_columns(tabel)
    assert sum(breedtes) <= 100.5
    assert min(breedtes) > 0


def test_a_long_word_keeps_its_room_beside_a_long_text():
    tabel = pd.DataFrame({"onderwerp": ["dienstverlening"], "toelichting": ["een lange zin " * 20]})
    eerste, tweede = measure_columns(tabel)
    assert eerste * REGEL / 100 >= len("dienstverlening")
    assert tweede > eerste


@pytest.mark.parametrize(("cel", "heel"), [("2026-03", 7), ("eens/oneens", 6)])
def test_a_date_is_not_broken_and_a_slash_is(cel, heel):
    tabel = pd.DataFrame({"van": [cel], **{f"k{nr}": ["lorem ipsum dolor " * 9] for nr in range(6)}})
    assert heel <= measure_columns(tabel)[0] * REGEL / 100 <= heel + 6
