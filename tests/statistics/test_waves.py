"""The change between two samples, each with its own design."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from burgerdata.errors import MethodeError
from burgerdata.statistics import Design, compare_samples, rake


def split(enquete: pd.DataFrame, first: str, second: str) -> tuple[Design, Design]:
    """Return the same sample as two waves that asked the question under one name."""
    waves = (enquete.assign(y=enquete[naam]) for naam in (first, second))
    one, two = (
        Design(frame, weight="gewicht", strata="regio", cluster="gemeente", fpc="fpc1") for frame in waves
    )
    return one, two


def test_the_same_people_in_both_samples_equal_a_change_within_one_design(enquete: pd.DataFrame) -> None:
    whole = enquete[enquete["cijfer1"].notna() & enquete["cijfer2"].notna()]
    first, second = split(whole, "cijfer1", "cijfer2")
    found = compare_samples(first, second, ["y"], person="respondent").iloc[0]
    design = Design(whole, weight="gewicht", strata="regio", cluster="gemeente", fpc="fpc1")
    wanted = design.change("cijfer1", "cijfer2").iloc[0]
    assert found["estimate"] == pytest.approx(wanted["estimate"], rel=1e-10)
    assert found["df"] == wanted["df"]
    # The correlation leaves the fractions drawn per stratum out; both variances have them.
    assert found["se"] == pytest.approx(wanted["se"], rel=0.01)
    free = Design(whole, weight="gewicht", strata="regio", cluster="gemeente")
    bare = [Design(d.frame, weight="gewicht", strata="regio", cluster="gemeente") for d in (first, second)]
    exact = compare_samples(bare[0], bare[1], ["y"], person="respondent")["se"].item()
    assert exact == pytest.approx(free.change("cijfer1", "cijfer2")["se"].item(), rel=1e-10)


def test_strangers_add_the_variances_of_their_own_designs(enquete: pd.DataFrame) -> None:
    first, second = split(enquete, "cijfer1", "cijfer2")
    renamed = second.frame.assign(gemeente="nieuw " + second.frame["gemeente"].astype("str"))
    second = Design(renamed, weight="gewicht", strata="regio", cluster="gemeente", fpc="fpc1")
    found = compare_samples(first, second, ["y"], person="respondent").iloc[0]
    one, two = (d.mean("y").iloc[0] for d in (first, second))
    assert found["se"] == pytest.approx(np.hypot(one["se"], two["se"]), rel=1e-12)
    assert found["df"] == one["df"] + two["df"]
    assert [found["n_first"], found["n_second"]] == [one["n"], two["n"]]


def test_a_few_people_in_common_count_by_their_covariance() -> None:
    first = pd.DataFrame({"wie": list("abcd"), "y": [4.0, 6.0, 5.0, 9.0]})
    second = pd.DataFrame({"wie": list("cdef"), "y": [5.0, 8.0, 7.0, 4.0]})
    found = compare_samples(Design(first), Design(second), ["y"], person="wie")["se"].item()
    # Six people in all; c and d are in both, and the 6/5 of the stacked design falls out of the correlation.
    z1, z2 = first["y"] - 6, second["y"] - 6
    shared = z1[2] * z2[0] + z1[3] * z2[1]
    r = shared / np.sqrt((z1**2).sum() * (z2**2).sum())
    v1, v2 = z1.var() / 4, z2.var() / 4
    assert found == pytest.approx(np.sqrt(v1 + v2 - 2 * r * np.sqrt(v1 * v2)), rel=1e-12)


def test_a_margin_that_explains_the_answer_leaves_no_error_of_that_sample() -> None:
    rng = np.random.default_rng(3)
    frame = pd.DataFrame({"wie": [f"p{nr}" for nr in range(60)], "groep": ["a", "b", "b"] * 20})
    first = Design(frame.assign(y=np.where(frame["groep"] == "a", 4.0, 8.0)))
    margins = pd.DataFrame({"variabele": "groep", "categorie": ["a", "b"], "aandeel": [0.5, 0.5]})
    second = Design(frame.assign(wie="q" + frame["wie"], y=rng.normal(7, 1, 60)))
    row = compare_samples(rake(first, margins), second, ["y"], person="wie").iloc[0]
    assert row["first"] == pytest.approx(6)
    assert row["se"] == pytest.approx(second.mean("y")["se"].item(), rel=1e-9)


def test_a_group_of_one_sample_alone_has_no_change() -> None:
    first = pd.DataFrame({"wie": list("abcd"), "g": list("xxyy"), "y": [1.0, 2.0, 3.0, 5.0]})
    second = pd.DataFrame({"wie": list("aefg"), "g": list("xxzz"), "y": [1.0, 4.0, 3.0, 5.0]})
    table = compare_samples(Design(first), Design(second), ["y"], person="wie", by="g").set_index("g")
    assert table["estimate"].isna().to_dict() == {"x": False, "y": True, "z": True}
    assert table[["n_first", "n_second"]].to_numpy().tolist() == [[2, 2], [2, 0], [0, 2]]


def test_the_order_of_rows_changes_nothing(enquete: pd.DataFrame) -> None:
    first, second = split(enquete, "cijfer1", "cijfer2")
    mixed = Design(
        second.frame.sample(frac=1, random_state=1),
        weight="gewicht",
        strata="regio",
        cluster="gemeente",
        fpc="fpc1",
    )
    a, b = (
        compare_samples(first, d, ["y"], person="respondent", by="leeftijdsgroep") for d in (second, mixed)
    )
    pd.testing.assert_frame_equal(a, b, rtol=1e-10)


def test_who_is_outside_the_domain_of_a_sample_is_not_counted() -> None:
    first = Design(pd.DataFrame({"wie": list("abcd"), "y": [1.0, 2.0, 4.0, 90.0]}))
    inside = first.subset(lambda f: f["y"] < 50)
    second = Design(pd.DataFrame({"wie": list("abcd"), "y": [2.0, 2.0, 6.0, 5.0]}))
    row = compare_samples(inside, second, ["y"], person="wie").iloc[0]
    assert [row["n_first"], row["n_second"]] == [3, 4]
    assert row["first"] == pytest.approx(7 / 3)


def test_a_group_named_as_a_column_of_the_result_is_refused() -> None:
    d = Design(pd.DataFrame({"wie": ["a", "b"], "first": ["x", "y"], "y": [1.0, 2.0]}))
    with pytest.raises(MethodeError, match="kolom 'first' heet als een kolom van de uitkomst"):
        compare_samples(d, d, ["y"], person="wie", by="first")
