"""Dutch numbers and dates, with `decimal` as the judge of rounding."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Context, Decimal

import numpy as np
import pandas as pd
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from burgerdata.getallen import (
    format_datum,
    format_getal,
    format_periode,
    format_procent,
    format_verschil,
    join_woorden,
    round_half_up,
)

ONTBREEKT = [None, float("nan"), np.nan, pd.NA, float("inf"), -np.inf]
# A number with at most ten digits, as a table holds it: what is written is what is rounded.
TIEN_CIJFERS = st.integers(-(10**10) + 1, 10**10 - 1).flatmap(
    lambda cijfers: st.integers(0, 6).map(lambda komma: Decimal(cijfers).scaleb(-komma))
)


@given(getal=TIEN_CIJFERS, decimalen=st.integers(0, 4))
@example(getal=Decimal("2.5"), decimalen=0)
@example(getal=Decimal("-0.5"), decimalen=0)
@example(getal=Decimal("1.005"), decimalen=2)
@example(getal=Decimal("0.285"), decimalen=2)
def test_rounding_is_that_of_the_number_as_written(getal: Decimal, decimalen: int) -> None:
    stap = Decimal(1).scaleb(-decimalen)
    assert round_half_up(float(getal), decimalen) == float(getal.quantize(stap, rounding=ROUND_HALF_UP))


@given(getal=st.floats(-1e9, 1e9), decimalen=st.integers(0, 6))
def test_rounding_twice_is_rounding_once_and_a_minus_changes_nothing(getal: float, decimalen: int) -> None:
    rond = round_half_up(getal, decimalen)
    assert round_half_up(rond, decimalen) == rond
    assert round_half_up(-getal, decimalen) == -rond


@given(getal=st.floats(min_value=1e-3, max_value=1e9), rest=st.integers(-3, 3))
def test_a_difference_in_the_last_bits_prints_the_same(getal: float, rest: int) -> None:
    tien = float(Context(prec=9).create_decimal(getal))
    buur = tien
    for _ in range(abs(rest)):
        buur = float(np.nextafter(buur, np.inf if rest > 0 else -np.inf))
    assert [format_getal(buur, k) for k in range(4)] == [format_getal(tien, k) for k in range(4)]


@given(getal=st.floats(-1e300, 1e300), decimalen=st.integers(0, 3))
def test_every_finite_number_can_be_printed_and_read_back(getal: float, decimalen: int) -> None:
    tekst = format_getal(getal, decimalen).replace(".", "").replace(",", ".").replace("−", "-")
    assert float(tekst) == pytest.approx(getal, rel=1e-9, abs=0.5 * 10.0**-decimalen * (1 + 1e-9))


@pytest.mark.parametrize(
    ("getal", "decimalen", "tekst"),
    [
        (1483, 0, "1.483"),
        (1234567.891, 2, "1.234.567,89"),
        (6.949999999999999, 1, "7,0"),
        (0.5, 0, "1"),
        (1.5, 0, "2"),
        (2.5, 0, "3"),
        (-0.4, 0, "0"),
        (-1483.25, 1, "−1.483,3"),
        (0, 1, "0,0"),
        (999.5, 0, "1.000"),
    ],
)
def test_a_number_has_a_point_for_thousands_and_a_decimal_comma(
    getal: float, decimalen: int, tekst: str
) -> None:
    assert format_getal(getal, decimalen) == tekst


@pytest.mark.parametrize(
    ("aandeel", "decimalen", "tekst"),
    [
        (0.54, 0, "54%"),
        (0.545, 0, "55%"),
        (0.285, 0, "29%"),
        (1 / 3, 1, "33,3%"),
        (0.9995, 1, "100,0%"),
        (1.0, 0, "100%"),
        (0, 0, "0%"),
        (-0.05, 0, "−5%"),
    ],
)
def test_a_percentage_has_its_sign_without_a_space(aandeel: float, decimalen: int, tekst: str) -> None:
    assert format_procent(aandeel, decimalen) == tekst


@pytest.mark.parametrize(
    ("waarde", "tekst"),
    [(0.5, "+0,5"), (-0.31, "−0,3"), (0.04, "0,0"), (-0.04, "0,0"), (0.05, "+0,1"), (1234.56, "+1.234,6")],
)
def test_a_difference_shows_its_sign_unless_it_rounds_to_nothing(waarde: float, tekst: str) -> None:
    assert format_verschil(waarde) == tekst


@pytest.mark.parametrize("waarde", ONTBREEKT, ids=repr)
@pytest.mark.parametrize("schrijf", [format_getal, format_procent, format_verschil])
def test_what_is_missing_is_a_dash(schrijf, waarde) -> None:
    assert schrijf(waarde) == "–"


@pytest.mark.parametrize("waarde", [np.int32(12), np.float64(12), pd.Series([12], dtype="Int32").iloc[0]])
def test_a_cell_of_a_frame_prints_as_a_plain_number(waarde) -> None:
    assert format_getal(waarde) == "12"


@pytest.mark.parametrize(
    ("begin", "eind", "tekst"),
    [
        (date(2026, 6, 1), date(2026, 6, 21), "1–21 juni 2026"),
        (date(2026, 6, 1), date(2026, 7, 3), "1 juni – 3 juli 2026"),
        (date(2025, 12, 30), date(2026, 1, 2), "30 december 2025 – 2 januari 2026"),
        (date(2026, 3, 5), date(2026, 3, 5), "5 maart 2026"),
        (pd.Timestamp("2026-03-05 09:00"), pd.Timestamp("2026-03-05 17:00"), "5 maart 2026"),
        (pd.Timestamp("2026-03-05"), pd.NaT, "5 maart 2026"),
        (None, date(2026, 3, 5), "5 maart 2026"),
        (None, None, "–"),
    ],
)
def test_a_period_says_nothing_twice_and_knows_what_is_missing(begin, eind, tekst: str) -> None:
    assert format_periode(begin, eind) == tekst


def test_a_missing_day_is_a_dash() -> None:
    assert format_datum(pd.NaT) == format_datum(None) == "–"


@pytest.mark.parametrize(
    ("woorden", "tekst"),
    [([], ""), (["enquête"], "enquête"), (["a", "b"], "a en b"), (["a", "b", "c"], "a, b en c")],
)
def test_words_are_enumerated_as_in_a_sentence(woorden: list[str], tekst: str) -> None:
    assert join_woorden(woorden) == tekst
