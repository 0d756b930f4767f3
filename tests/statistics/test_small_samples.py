"""Intervals for a handful of people against printed ones."""

from __future__ import annotations

import numpy as np
import pytest

from burgerdata.errors import MethodeError
from burgerdata.statistics import interval_mean, interval_success, interval_time


@pytest.mark.parametrize(
    ("method", "low", "high"),
    # R: binom::binom.confint(9, 10): agresti-coull (cut at 1), wilson, exact
    [("agresti", 0.5740, 1.0), ("wilson", 0.5958, 0.9821), ("exact", 0.5550, 0.9975)],
)
def test_nine_of_ten_have_the_interval_of_the_tables(method: str, low: float, high: float) -> None:
    row = interval_success(9, 10, method=method).iloc[0]
    assert row["estimate"] == 0.9
    assert [row["ci_low"], row["ci_high"]] == pytest.approx([low, high], abs=1e-4)


def test_everyone_succeeding_is_no_certainty() -> None:
    for method in ("agresti", "wilson", "exact"):
        row = interval_success(5, 5, method=method).iloc[0]
        assert 0.4 < row["ci_low"] < 0.7
        assert row["ci_high"] == pytest.approx(1)


def test_a_mean_uses_student_and_stays_on_its_scale() -> None:
    row = interval_mean([60.0, 70.0, 80.0, 90.0, None], bounds=(0, 100)).iloc[0]
    # t(0.975, 3) = 3.182446 and s = 12.909944
    assert row["estimate"] - row["ci_low"] == pytest.approx(3.182446 * 12.909944 / 2, rel=1e-6)
    assert row["n"] == 4
    assert interval_mean([95.0, 100.0, 100.0], bounds=(0, 100))["ci_high"].item() == 100
    assert np.isnan(interval_mean([80.0])["ci_low"].item())


def test_a_time_is_the_geometric_mean_with_its_interval_on_the_log_scale() -> None:
    row = interval_time([20.0, 40.0, 80.0]).iloc[0]
    assert row["estimate"] == pytest.approx(40)
    assert row["ci_low"] * row["ci_high"] == pytest.approx(1600)


def test_what_cannot_be_is_refused() -> None:
    with pytest.raises(MethodeError, match="3 van 2"):
        interval_success(3, 2)
    with pytest.raises(MethodeError, match="0 seconden"):
        interval_time([0.0, 3.0])
    with pytest.raises(MethodeError, match="geen getallen"):
        interval_mean([])
    with pytest.raises(MethodeError, match="kies uit agresti"):
        interval_success(1, 2, method="wald")
