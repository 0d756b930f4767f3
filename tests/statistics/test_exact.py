"""Differences in which nothing varies, against scipy's exact tests and all orders written out."""

from __future__ import annotations

from itertools import permutations

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from burgerdata.statistics import Design, compare_samples
from burgerdata.statistics.exact import Alike, judge_apart, judge_line, judge_moved
from burgerdata.statistics.indicators import compare_with_rest
from burgerdata.statistics.pairs import compare_pairs


@pytest.mark.parametrize(("n", "m"), [(2, 2), (2, 3), (5, 4), (6, 6), (1, 9), (30, 40)])
def test_two_groups_of_one_mind_each_are_tested_as_fisher_does(n: int, m: int) -> None:
    theirs = stats.fisher_exact([[n, 0], [0, m]]).pvalue
    assert judge_apart(Alike(1.0, n), Alike(0.0, m)) == pytest.approx(theirs, rel=1e-9)
    assert np.isnan(judge_apart(Alike(1.0, n), Alike(1.0, m)))
    assert np.isnan(judge_apart(Alike(1.0, n), Alike(float("nan"), m)))


@pytest.mark.parametrize("n", [1, 2, 6, 31])
def test_the_same_people_who_all_rose_are_tested_by_their_signs(n: int) -> None:
    theirs = stats.binomtest(n, n, 0.5).pvalue
    assert judge_moved(Alike(1.0, n)) == judge_moved(Alike(-0.5, n)) == pytest.approx(theirs, rel=1e-12)
    assert np.isnan(judge_moved(Alike(0.0, n)))


@pytest.mark.parametrize(
    "y", [[1, 2, 3, 4, 5], [1, 1, 1, 1, 2], [1, 1, 2, 2, 3], [1, 1, 2, 3, 3], [0, 0, 0, 1, 1]]
)
def test_a_correlation_of_one_is_tested_against_all_orders(y: list[int]) -> None:
    orders = [abs(np.corrcoef(y, order)[0, 1]) for order in permutations(y)]
    assert judge_line(np.array(y, dtype=float)) == pytest.approx(np.mean(np.array(orders) > 1 - 1e-9))


def make_pair(n: int, m: int) -> pd.DataFrame:
    return pd.DataFrame({"x": [1.0] * n + [0.0] * m, "g": ["a"] * n + ["b"] * m})


def test_groups_without_any_spread_are_tested_in_every_table_of_groups() -> None:
    frame = make_pair(30, 20)
    theirs = stats.fisher_exact([[30, 0], [0, 20]]).pvalue
    for weights in (np.ones(50), np.linspace(0.3, 3, 50)):
        d = Design(frame.assign(w=weights), weight="w")
        assert compare_pairs(d, ["x"], by="g")["p_value"].tolist() == pytest.approx([theirs])
        assert compare_with_rest(d, ["x"], by="g")["p_value"].tolist() == pytest.approx([theirs] * 2)
    # a person of weight 0 counts in nothing, and two groups of one and the same mind differ in nothing
    d = Design(frame.assign(w=np.where(np.arange(50) < 10, 0.0, 1.0)), weight="w")
    fewer = stats.fisher_exact([[20, 0], [0, 20]]).pvalue
    assert compare_pairs(d, ["x"], by="g")["p_value"].item() == pytest.approx(fewer)
    assert compare_pairs(Design(frame.assign(x=7.3)), ["x"], by="g")["p_value"].isna().all()


def test_clusters_are_what_is_counted_where_they_were_drawn() -> None:
    frame = make_pair(30, 20).assign(k=np.repeat(np.arange(10), 5))
    found = compare_pairs(Design(frame, cluster="k"), ["x"], by="g")["p_value"].item()
    assert found == pytest.approx(stats.fisher_exact([[6, 0], [0, 4]]).pvalue)


def test_a_census_whose_groups_vary_is_not_tested() -> None:
    # everyone was asked: the standard error is 0, and nothing was left to chance
    frame = pd.DataFrame({"x": [1.0, 2, 3, 5], "g": list("aabb"), "N": 4})
    table = compare_pairs(Design(frame, fpc="N"), ["x"], by="g")
    assert table["se"].item() == 0
    assert table["p_value"].isna().all()


def test_two_samples_without_any_spread_are_tested_by_who_is_in_them() -> None:
    def sample(start: int, n: int, x: float) -> Design:
        return Design(pd.DataFrame({"wie": np.arange(start, start + n), "x": x}))

    first = sample(0, 8, 5.0)
    strangers = compare_samples(first, sample(100, 6, 6.0), ["x"], person="wie")
    assert strangers["p_value"].item() == pytest.approx(stats.fisher_exact([[8, 0], [0, 6]]).pvalue)
    # two people are in both, and count once
    some = compare_samples(first, sample(6, 7, 6.0), ["x"], person="wie")
    assert some["p_value"].item() == pytest.approx(stats.fisher_exact([[8, 0], [0, 5]]).pvalue)
    same = compare_samples(first, sample(0, 8, 6.0), ["x"], person="wie")
    assert same["p_value"].item() == pytest.approx(2 * 0.5**8)
    rose = [Design(pd.DataFrame({"wie": range(8), "x": np.arange(8.0) + rise})) for rise in (0, 1)]
    assert compare_samples(*rose, ["x"], person="wie")["p_value"].item() == pytest.approx(2 * 0.5**8)
    assert compare_samples(first, sample(0, 8, 5.0), ["x"], person="wie")["p_value"].isna().all()
