"""Differences: paired, partly paired, and between groups."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from burgerdata.errors import MethodeError
from burgerdata.statistics import Design, add_p_values, adjust_p, mcnemar


def test_a_change_of_the_same_persons_is_the_mean_of_their_differences(clusters: Design) -> None:
    table = clusters.change("cijfer1", "cijfer2", overlap="both").iloc[0]
    frame = clusters.frame.assign(verschil=clusters.frame["cijfer2"] - clusters.frame["cijfer1"])
    paired = (
        Design(frame, weight="gewicht", strata="regio", cluster="gemeente", fpc="fpc1")
        .mean("verschil")
        .iloc[0]
    )
    for column in ("estimate", "se", "n", "df", "deff"):
        assert table[column] == pytest.approx(paired[column], rel=1e-10)
    assert table["n_both"] == table["n_first"] == table["n_second"] == paired["n"]
    tested = clusters.ttest("cijfer2", paired="cijfer1").iloc[0]
    assert tested["estimate"] == pytest.approx(paired["estimate"])
    assert tested["se"] == pytest.approx(paired["se"])
    assert tested["df"] == paired["df"] - 1


def test_a_paired_test_has_the_degrees_of_freedom_of_the_whole_design() -> None:
    # R's svyttest: degf(design) - 1, with na.rm=TRUE as well; of two groups those of who answered (svyglm)
    frame = pd.DataFrame(
        {"voor": [5.0, 6, 7, 5, None, None], "na": [6.0, 6, 9, 8, 7, None], "g": list("aabbab")}
    )
    d = Design(frame)
    row = d.ttest("na", paired="voor").iloc[0]
    assert (row["n"], row["df"], row["df2"]) == (4, 4, 4)
    assert d.ttest("na")["df"].item() == 4
    assert d.ttest("na", by="g")["df"].item() == 3
    assert d.subset(frame["g"].eq("a")).ttest("na")["df"].item() == 1


def test_a_change_between_strangers_adds_their_variances() -> None:
    rng = np.random.default_rng(5)
    frame = pd.DataFrame(
        {"golf": np.repeat([1, 2], 40), "y": rng.normal(size=80), "w": rng.uniform(1, 2, 80)}
    )
    wide = frame.assign(m1=frame["y"].where(frame["golf"] == 1), m2=frame["y"].where(frame["golf"] == 2))
    d = Design(wide, weight="w", strata="golf")
    one, two, change = d.mean("m1").iloc[0], d.mean("m2").iloc[0], d.change("m1", "m2").iloc[0]
    assert change["estimate"] == pytest.approx(two["estimate"] - one["estimate"])
    assert change["se"] == pytest.approx(np.hypot(one["se"], two["se"]))
    assert change[["n", "n_both", "n_first", "n_second"]].tolist() == [80, 0, 40, 40]


def test_a_partly_paired_change_equals_residuals_taken_by_hand() -> None:
    frame = pd.DataFrame(
        {"w": [1.0, 2.0, 1.0, 3.0, 1.0], "m1": [4.0, 6.0, 5.0, None, 8.0], "m2": [5.0, None, 7.0, 6.0, 9.0]}
    )
    row = Design(frame, weight="w").change("m1", "m2").iloc[0]
    one = (4 + 2 * 6 + 5 + 8) / 5
    two = (5 + 7 + 3 * 6 + 9) / 6
    z = np.array(
        [
            (5 - two) / 6 - (4 - one) / 5,
            -2 * (6 - one) / 5,
            (7 - two) / 6 - (5 - one) / 5,
            3 * (6 - two) / 6,
            (9 - two) / 6 - (8 - one) / 5,
        ]
    )
    assert row["estimate"] == pytest.approx(two - one)
    assert row["se"] == pytest.approx(np.sqrt(5 / 4 * (z**2).sum()))
    assert row[["n", "n_both", "n_first", "n_second"]].tolist() == [5, 3, 4, 4]


def test_knowing_who_answered_twice_makes_a_change_more_precise(enquete: pd.DataFrame) -> None:
    d = Design(enquete, weight="gewicht", strata="regio", cluster="gemeente")
    apart = np.hypot(d.mean("cijfer1")["se"].item(), d.mean("cijfer2")["se"].item())
    assert d.change("cijfer1", "cijfer2")["se"].item() < 0.6 * apart


def test_a_change_of_answers_in_words_is_one_of_shares() -> None:
    waves = pd.CategoricalDtype(["eens", "oneens", "weet niet"], ordered=True)
    frame = pd.DataFrame(
        {
            "m1": pd.Categorical(["eens", "eens", "oneens", None], dtype=waves),
            "m2": pd.Categorical(["oneens", "eens", "oneens", "oneens"], dtype=waves),
            "g": ["a", "b", "a", "b"],
        }
    )
    table = Design(frame).change("m1", "m2")
    assert table["level"].dtype == waves
    assert table["estimate"].tolist() == pytest.approx([1 / 4 - 2 / 3, 3 / 4 - 1 / 3, 0])
    per_group = Design(frame).change("m1", "m2", by="g")
    assert per_group["g"].tolist() == list("aaabbb")
    assert per_group["level"].astype("str").tolist() == ["eens", "oneens", "weet niet"] * 2
    assert per_group.groupby("g")["estimate"].sum().abs().max() < 1e-12


def test_a_test_of_two_groups_takes_the_second_minus_the_first(enquete: pd.DataFrame) -> None:
    d = Design(enquete)
    ours = d.ttest("cijfer1", by="gebruikt").iloc[0]
    means = enquete.groupby("gebruikt")["cijfer1"].mean()
    assert ours["estimate"] == pytest.approx(means["nee"] - means["ja"])
    assert ours["df1"] == 1
    assert ours["df2"] == ours["df"]
    assert ours["statistic"] == pytest.approx(ours["estimate"] / ours["se"])


def test_a_p_value_follows_from_estimate_and_standard_error() -> None:
    table = pd.DataFrame(
        {"estimate": [0.0, 2.0859634, -2.0859634, 1.0], "se": 1.0, "df": [20.0, 20.0, 20.0, 0.0]}
    )
    # t(0.975, 20) from a printed table; without degrees of freedom there is no test
    assert add_p_values(table)["p_value"].tolist()[:3] == pytest.approx([1, 0.05, 0.05], rel=1e-7)
    assert np.isnan(add_p_values(table)["p_value"].iloc[3])


def test_a_missing_p_is_not_a_test() -> None:
    assert adjust_p([0.01, np.nan, 0.02]).tolist()[::2] == pytest.approx([0.02, 0.02])
    assert np.isnan(adjust_p([0.01, np.nan])[1])
    with pytest.raises(MethodeError, match="tussen 0 en 1"):
        adjust_p([1.2])
    with pytest.raises(MethodeError, match="kies uit holm, hochberg, bh"):
        adjust_p([0.2], "sidak")


def test_mcnemar_refuses_what_it_cannot_test() -> None:
    frame = pd.DataFrame({"a": [True, False], "b": [True, False], "c": [1, 2]})
    with pytest.raises(MethodeError, match="niemand"):
        mcnemar(frame, "a", "b")
    with pytest.raises(MethodeError, match="geen ja/nee-kolom"):
        mcnemar(frame, "a", "c")
