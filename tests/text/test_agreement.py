"""Alpha and kappa give the published values of their textbook examples."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import cohen_kappa_score

from burgerdata.errors import MethodeError
from burgerdata.text import cohen_kappa, krippendorff_alpha, krippendorff_alpha_per_thema


def as_ratings(*coders: str) -> pd.DataFrame:
    return pd.DataFrame(
        {str(nr): [None if c == "." else c for c in coder.split()] for nr, coder in enumerate(coders)}
    )


# Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), sections A, B and C.
BINARY = as_ratings("0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0")
TWO_CODERS = as_ratings("a a b b d c c c e d d a", "b a b b b c c c e d d d")
FOUR_CODERS = as_ratings(
    "1 2 3 3 2 1 4 1 2 . . .", "1 2 3 3 2 2 4 1 2 5 . 3", ". 3 3 3 2 3 4 2 2 5 1 .", "1 2 3 3 2 4 4 1 2 5 1 ."
)


@pytest.mark.parametrize(
    ("ratings", "alpha"),
    [(BINARY, 0.095), (TWO_CODERS, 0.692), (FOUR_CODERS, 0.743)],
    ids=["binary", "two", "four"],
)
def test_alpha_equals_the_published_value(ratings: pd.DataFrame, alpha: float) -> None:
    found = krippendorff_alpha(ratings, n_bootstrap=200)
    assert round(found["alpha"].item(), 3) == alpha
    assert found["onder"].item() < alpha < found["boven"].item() <= 1


def test_a_unit_with_one_code_counts_for_nothing() -> None:
    found = krippendorff_alpha(FOUR_CODERS, n_bootstrap=0)
    assert found["n_eenheden"].item() == 11
    assert math.isnan(found["onder"].item())


def test_alpha_is_missing_where_every_code_is_the_same() -> None:
    assert math.isnan(krippendorff_alpha(as_ratings("a a a", "a a a"))["alpha"].item())


def test_the_interval_is_the_same_for_the_same_seed_only() -> None:
    one, same, other = (krippendorff_alpha(TWO_CODERS, n_bootstrap=50, seed=seed) for seed in (1, 1, 2))
    pd.testing.assert_frame_equal(one, same)
    assert one["onder"].item() != other["onder"].item()


def test_several_themes_on_a_fragment_are_judged_per_theme_among_those_who_saw_it() -> None:
    # prijs: A says yes yes no, B yes no no, and f4 was seen by A only. 2x2 counts 1, 1, 0, 1 over three units:
    # observed disagreement 1/3, expected 1 - (3*2 + 3*2)/(6*5) = 0.6, alpha = 1 - (1/3)/0.6.
    rows = "f1 A prijs|f1 A tijd|f2 A prijs|f3 A geen_thema|f4 A prijs|f1 B prijs|f2 B tijd|f3 B geen_thema"
    codings = pd.DataFrame(
        [row.split() for row in rows.split("|")], columns=["fragment_id", "codeur", "thema_id"]
    )
    found = krippendorff_alpha_per_thema(codings, n_bootstrap=0).set_index("thema_id")
    assert found["n_eenheden"].tolist() == [3, 3]
    assert found.loc["prijs", "alpha"] == pytest.approx(1 - (1 / 3) / 0.6)
    assert found.loc["prijs", "overeenstemming"] == pytest.approx(2 / 3)


def from_table(table: list[list[int]]) -> tuple[list[int], list[int]]:
    pairs = [(i, j) for i, row in enumerate(table) for j, n in enumerate(row) for _ in range(n)]
    return [i for i, _ in pairs], [j for _, j in pairs]


@pytest.mark.parametrize(
    ("table", "kappa"),
    # Fleiss, Cohen and Everitt (1969), n = 200; and the 50 grants of the usual example.
    [([[106, 10, 4], [22, 28, 10], [2, 12, 6]], 0.429), ([[20, 5], [10, 15]], 0.400)],
)
def test_kappa_equals_the_published_value(table: list[list[int]], kappa: float) -> None:
    assert round(cohen_kappa(*from_table(table)), 3) == kappa


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), min_size=4, max_size=40))
def test_kappa_equals_that_of_scikit_learn(pairs: list[tuple[str, str]]) -> None:
    first, second = [a for a, _ in pairs], [b for _, b in pairs]
    if len(set(first) | set(second)) > 1:
        expected = cohen_kappa_score(first, second)
        assert cohen_kappa(first, second) == pytest.approx(expected, nan_ok=True)


def test_units_that_one_coder_skipped_are_left_out_of_kappa() -> None:
    assert cohen_kappa(["a", "b", None, "a"], ["a", "b", "b", None]) == 1.0
    assert math.isnan(cohen_kappa(["a", "a"], ["a", "a"]))


def test_what_cannot_be_compared_is_refused_in_dutch() -> None:
    for call in (
        lambda: krippendorff_alpha(pd.DataFrame({"a": ["x"]})),
        lambda: krippendorff_alpha(as_ratings("a .", ". a")),
        lambda: cohen_kappa(["a"], ["a", "b"]),
        lambda: cohen_kappa([None], ["a"]),
    ):
        with pytest.raises(MethodeError, match="codeur"):
            call()


@given(st.integers(2, 4), st.integers(0, 1000))
def test_alpha_is_one_where_coders_agree_and_does_not_depend_on_their_order(n_coders: int, seed: int) -> None:
    codes = np.random.default_rng(seed).integers(0, 3, (12, n_coders))
    ratings = pd.DataFrame(codes, columns=[f"c{nr}" for nr in range(n_coders)])
    turned = krippendorff_alpha(ratings[ratings.columns[::-1]], n_bootstrap=0)
    pd.testing.assert_frame_equal(krippendorff_alpha(ratings, n_bootstrap=0), turned)
    same = pd.DataFrame(dict.fromkeys(ratings.columns, ratings["c0"]))
    if same["c0"].nunique() > 1:
        assert krippendorff_alpha(same, n_bootstrap=0)["alpha"].item() == 1.0
