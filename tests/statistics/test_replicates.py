"""Replicate weights against the linearised standard errors and against published multipliers."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from burgerdata.errors import MethodeError
from burgerdata.statistics import Design, rake


def test_a_jackknife_of_one_stratum_is_the_standard_error_of_the_mean() -> None:
    y = np.array([2.0, 4.0, 4.0, 5.0, 9.0])
    row = Design(pd.DataFrame({"y": y})).replicates("JKn").mean("y").iloc[0]
    assert row["se"] == pytest.approx(y.std(ddof=1) / np.sqrt(5))
    assert row["deff"] == pytest.approx(1)


def test_a_jackknife_of_a_total_equals_the_linearised_one(clusters: Design) -> None:
    # a total is linear, so both are the same, fpc included
    for by in (None, "opleiding"):
        ours = clusters.replicates("JKn").total("meldingen", by=by)
        pd.testing.assert_frame_equal(ours, clusters.total("meldingen", by=by), rtol=1e-9)


def test_the_bootstrap_comes_near_the_linearised_standard_error(enquete: pd.DataFrame) -> None:
    d = Design(enquete, weight="gewicht", strata="regio", cluster="gemeente", fpc="fpc1")
    drawn = d.replicates("bootstrap", n=4000, seed=2)
    for ask in (
        lambda x: x.mean("cijfer1"),
        lambda x: x.ratio("afgehandeld", "meldingen"),
        lambda x: x.proportion("gebruikt"),
    ):
        linear, boot = ask(d), ask(drawn)
        np.testing.assert_allclose(boot["estimate"], linear["estimate"], rtol=1e-12)
        np.testing.assert_allclose(boot["se"], linear["se"], rtol=0.1)


def test_the_bootstrap_is_the_same_for_the_same_seed(clusters: Design) -> None:
    one, same, other = (
        clusters.replicates(n=50, seed=seed).mean("cijfer1")["se"].item() for seed in (1, 1, 2)
    )
    assert one == same
    assert one != other


def test_bootstrap_multipliers_average_one_and_keep_each_stratum(clusters: Design) -> None:
    drawn = clusters.replicates("bootstrap", n=300, seed=1)
    stratum = clusters.core.sampling.stages[0].stratum_of_unit
    for h in range(4):
        # every replicate weighs a stratum as the sample does, and none weighs below 0
        np.testing.assert_allclose(drawn.multipliers[stratum == h].mean(axis=0), 1, rtol=1e-12)
    assert drawn.multipliers.min() >= 0


def make_certainty() -> Design:
    frame = pd.DataFrame({"s": list("aabbc"), "N": [5, 5, 6, 6, 1], "x": [1.0, 2, 3, 5, 9]})
    return Design(frame, strata="s", fpc="N")


def test_a_stratum_that_is_one_certain_unit_adds_no_variance() -> None:
    # sum N^2 (1 - n/N) s^2 / n over a and b: 25 x 0.6 x 0.5 / 2 and 36 x 2/3 x 2 / 2
    variance = 25 * 0.6 * 0.5 / 2 + 36 * (2 / 3) * 2 / 2
    row = make_certainty().replicates("JKn").total("x").iloc[0]
    assert row[["estimate", "se"]].tolist() == pytest.approx([7.5 + 24 + 9, np.sqrt(variance)])
    # the shares of the strata are fixed, so the mean is that total over the 12 of the population
    for kind, near in (("JKn", 1e-9), ("bootstrap", 0.1)):
        drawn = make_certainty().replicates(kind, n=4000, seed=3).mean("x")["se"].item()
        assert drawn == pytest.approx(np.sqrt(variance) / 12, rel=near)


def test_draws_in_which_a_group_is_empty_are_left_out_of_its_standard_error() -> None:
    frame = pd.DataFrame({"x": np.arange(30.0), "g": ["a"] * 28 + ["b"] * 2})
    drawn = Design(frame).replicates("bootstrap", n=4000, seed=2)
    low, high = drawn.multipliers[28], drawn.multipliers[29]
    seen = (low + high) > 0
    assert 0 < (~seen).sum() < 4000
    # each draw gives 28 + the share of the last person; the spread of the draws that have one of both
    means = 28 + high[seen] / (low + high)[seen]
    table = drawn.mean("x", by="g").set_index("g")
    assert table.loc["b", "se"] == pytest.approx(means.std(ddof=1))
    assert np.isfinite(table.loc["a", "se"])


def test_a_group_of_one_person_has_no_spread_in_a_jackknife() -> None:
    frame = pd.DataFrame({"x": np.arange(30.0), "g": ["a"] * 29 + ["b"]})
    table = Design(frame).replicates("JKn").mean("x", by="g").set_index("g")
    assert table.loc["b", ["estimate", "se"]].tolist() == [29, 0]


def test_what_cannot_be_replicated_is_refused(
    enquete: pd.DataFrame, marges: pd.DataFrame, clusters: Design
) -> None:
    with pytest.raises(MethodeError, match="gekalibreerd"):
        rake(clusters, marges[marges["variabele"] == "geslacht"]).replicates()
    lonely = pd.DataFrame({"s": ["a", "b", "b"], "y": [1.0, 2.0, 3.0]})
    with pytest.raises(MethodeError, match="enkele getrokken eenheid"):
        Design(lonely, strata="s", lonely_psu="adjust").replicates()
    with pytest.raises(MethodeError, match="passen niet"):
        Design(enquete).replicates(n=1)


def test_a_second_stage_that_carries_variance_cannot_be_drawn_anew(tweetraps: Design) -> None:
    with pytest.raises(MethodeError, match="alleen de eerste trap opnieuw"):
        tweetraps.replicates("JKn")
