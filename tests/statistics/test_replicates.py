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
