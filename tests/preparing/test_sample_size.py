"""Margins of error: the published table, the textbook formula backwards, and when it may not be called one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import norm

import burgerdata as bd
from burgerdata.errors import MethodeError


def test_the_margins_are_those_that_bureaus_publish() -> None:
    tabel = bd.measure_steekproef()
    punten = dict(zip(tabel["n"], (tabel["marge"] * 100).round(1), strict=True))
    assert punten == {30: 17.9, 50: 13.9, 100: 9.8, 200: 6.9, 500: 4.4, 1000: 3.1, 2000: 2.2}


@pytest.mark.parametrize(("marge", "n"), [(0.05, 385), (0.03, 1068), (0.1, 97)])
def test_the_numbers_of_people_are_those_of_the_textbooks(marge: float, n: int) -> None:
    assert bd.measure_steekproef(marge=marge)["n"].tolist() == [n]


@given(
    marge=st.floats(0.005, 0.4),
    aandeel=st.floats(0.05, 0.95),
    deff=st.floats(0.5, 5),
)
def test_the_number_is_the_smallest_that_keeps_the_margin(marge: float, aandeel: float, deff: float) -> None:
    n = int(bd.measure_steekproef(marge=marge, aandeel=aandeel, deff=deff)["n"].iloc[0])

    def margin(aantal: int) -> float:
        return float(norm.ppf(0.975) * (deff * aandeel * (1 - aandeel) / aantal) ** 0.5)

    assert margin(n) <= marge * (1 + 1e-9)
    assert n == 1 or margin(n - 1) > marge * (1 - 1e-9)


def test_a_design_effect_takes_its_root_from_the_precision() -> None:
    een, vier = (bd.measure_steekproef(n=1000, deff=deff) for deff in (1, 4))
    assert vier["marge"].iloc[0] == pytest.approx(2 * een["marge"].iloc[0])
    assert vier["n_effectief"].iloc[0] == 250


@pytest.mark.parametrize(
    ("werving", "foutmarge"),
    [("steekproef", True), ("loting", True), ("panel", False), ("open_link", False), ("netwerk", False)],
)
def test_only_a_probability_sample_has_a_margin_of_error(werving: str, foutmarge: bool) -> None:
    rij = bd.measure_steekproef(n=1000, werving=werving).iloc[0]
    assert (rij["soort"] == "foutmarge") is foutmarge
    assert (rij["waarschuwing"] == "") is foutmarge


@pytest.mark.parametrize(
    ("opties", "zegt"),
    [
        ({"marge": 0.05, "n": 100}, "niet allebei"),
        ({"marge": 5}, "0.05 voor 5 procentpunt"),
        ({"n": 0}, "minstens één deelnemer"),
        ({"aandeel": 0}, "0.5 als u het niet weet"),
        ({"deff": 0}, "1 als u het niet weet"),
        ({"werving": "paneel"}, "bedoelde u 'panel'"),
    ],
)
def test_an_impossible_number_is_refused_with_its_remedy(opties: dict[str, float], zegt: str) -> None:
    with pytest.raises(MethodeError, match=zegt):
        bd.measure_steekproef(**opties)  # type: ignore[arg-type]
