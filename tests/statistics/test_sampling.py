"""Designs that bureaus really draw: pairs of clusters, lonely clusters below the first stage, one stage of persons."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from burgerdata.errors import MethodeError
from burgerdata.statistics import Design


def test_two_clusters_per_stratum_give_the_differences_of_pairs() -> None:
    rng = np.random.default_rng(4)
    frame = pd.DataFrame({"s": np.repeat(np.arange(8), 6), "c": np.tile(np.repeat([0, 1], 3), 8)})
    frame = frame.assign(y=rng.normal(7, 2, 48), w=rng.uniform(1, 4, 48))
    d = Design(frame, weight="w", strata="s", cluster="c")
    sums = (frame["w"] * frame["y"]).groupby([frame["s"], frame["c"]]).sum().unstack()
    # the balanced repeated replication form of the variance of a total: squared differences within pairs
    assert d.total("y")["se"].item() == pytest.approx(np.sqrt(((sums[0] - sums[1]) ** 2).sum()))
    assert d.df == 8


def test_a_simple_random_sample_without_replacement_is_that_of_cochran() -> None:
    frame = pd.DataFrame({"y": [3.0, 5.0, 8.0, 8.0], "N": 10})
    row = Design(frame, fpc="N").mean("y").iloc[0]
    # s^2 = 6, so se = sqrt((1 - 4/10) 6 / 4)
    assert row[["estimate", "se"]].tolist() == pytest.approx([6, np.sqrt(0.9)])
    assert Design(frame, fpc="N").total("y")["estimate"].item() == 60


def make_lonely_second_stage() -> pd.DataFrame:
    rows = [("a", 1, 1), ("a", 1, 2), ("a", 2, 1), ("b", 3, 1), ("b", 3, 2), ("b", 4, 1), ("b", 4, 2)]
    frame = pd.DataFrame(rows, columns=["s", "c", "wijk"])
    twice = pd.concat([frame, frame], ignore_index=True)
    return twice.assign(N1=10, N2=5, y=np.arange(14.0) ** 1.5)


def test_a_lonely_unit_at_the_second_stage_is_refused_by_its_stage() -> None:
    options = {"strata": "s", "cluster": ["c", "wijk"], "fpc": ["N1", "N2"]}
    with pytest.raises(MethodeError, match="op trap 2 maar een eenheid"):
        Design(make_lonely_second_stage(), **options).mean("y")
    certain = Design(make_lonely_second_stage(), **options, lonely_psu="certainty").mean("y")["se"].item()
    average = Design(make_lonely_second_stage(), **options, lonely_psu="average").mean("y")["se"].item()
    assert average > certain


def test_a_unit_that_is_its_whole_stratum_is_not_lonely() -> None:
    frame = pd.DataFrame({"s": ["a", "b", "b"], "N": [1, 9, 9], "y": [4.0, 2.0, 6.0]})
    row = Design(frame, strata="s", fpc="N").mean("y").iloc[0]
    assert row["estimate"] == pytest.approx((4 + 4.5 * 8) / 10)
    # only stratum b varies: N^2 (1 - n/N) s^2 / n over N_total^2
    assert row["se"] == pytest.approx(np.sqrt(81 * (1 - 2 / 9) * 8 / 2) / 10)


def test_later_stages_count_only_when_the_first_has_population_sizes(enquete: pd.DataFrame) -> None:
    one = Design(enquete, weight="gewicht", strata="regio", cluster="gemeente").mean("cijfer1")
    two = Design(enquete, weight="gewicht", strata="regio", cluster=["gemeente", "respondent"]).mean(
        "cijfer1"
    )
    pd.testing.assert_frame_equal(one, two)


def test_degrees_of_freedom_count_the_clusters_where_the_group_lives() -> None:
    frame = pd.DataFrame({"s": list("aabbcc"), "c": range(6), "y": 1.0, "g": list("xxxyxx")})
    d = Design(frame, strata="s", cluster="c")
    assert d.df == 3
    assert d.subset(frame["g"] == "x").df == 5 - 3
    assert d.subset(frame["s"] == "a").df == 1


def test_numbers_words_and_categories_give_the_same_design(enquete: pd.DataFrame) -> None:
    table = Design(enquete, weight="gewicht", strata="regio", cluster="gemeente").mean(
        "cijfer1", by="vertrouwen"
    )
    numbers = enquete.assign(
        regio=enquete["regio"].map({"Noord": 9_000_000_000, "Oost": -5, "West": 3, "Zuid": 12}),
        gemeente=enquete["gemeente"].astype("category"),
        vertrouwen=enquete["vertrouwen"].astype("Int8"),
        cijfer1=enquete["cijfer1"].astype("Float64"),
    )
    other = Design(numbers, weight="gewicht", strata="regio", cluster="gemeente").mean(
        "cijfer1", by="vertrouwen"
    )
    pd.testing.assert_frame_equal(table, other, check_dtype=False, rtol=1e-12)
