"""The change between two samples, each with its own design."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from burgerdata.errors import MethodeError
from burgerdata.statistics import Design, compare_samples, rake

GEWONE: dict[str, dict[str, object]] = {
    "gewichten": {"weight": "gewicht"},
    "clusters": {"weight": "gewicht", "strata": "regio", "cluster": "gemeente"},
    "clusters uit weinig": {"weight": "gewicht", "strata": "regio", "cluster": "gemeente", "fpc": "fpc1"},
    "twee trappen": {"strata": "regio", "cluster": ["gemeente", "respondent"], "fpc": ["fpc1", "fpc2"]},
    "fracties per stratum": {"weight": "gewicht", "strata": "regio", "fpc": "klein"},
    "een enkele eenheid": {"weight": "gewicht", "strata": "alleen", "lonely_psu": "adjust"},
    "het gemiddelde stratum": {"weight": "gewicht", "strata": "alleen", "lonely_psu": "average"},
}
MARGES = pd.DataFrame({"variabele": "geslacht", "categorie": ["man", "vrouw"], "aandeel": [0.4, 0.6]})


def split(enquete: pd.DataFrame, first: str, second: str, **soort: object) -> tuple[Design, Design]:
    """Return the same sample as two waves that asked the question under one name."""
    soort = soort or GEWONE["clusters uit weinig"]
    one, two = (Design(enquete.assign(y=enquete[naam]), **soort) for naam in (first, second))  # type: ignore[arg-type]
    return one, two


@pytest.mark.parametrize("gekalibreerd", [False, True])
@pytest.mark.parametrize("soort", GEWONE)
def test_the_same_people_in_both_samples_equal_a_change_within_one_design(
    enquete: pd.DataFrame, soort: str, gekalibreerd: bool
) -> None:
    whole = enquete[enquete["cijfer1"].notna() & enquete["cijfer2"].notna()]
    grootte = whole.groupby("regio")["regio"].transform("size")
    whole = whole.assign(
        klein=grootte * whole["regio"].map({"Noord": 1, "Oost": 2}).fillna(30),
        alleen=whole["regio"].where(whole["respondent"].ne(whole["respondent"].min()), "Zee"),
    )
    first, second = split(whole, "cijfer1", "cijfer2", **GEWONE[soort])
    design = Design(whole, **GEWONE[soort])  # type: ignore[arg-type]
    if gekalibreerd:
        first, second, design = (rake(d, MARGES) for d in (first, second, design))
    found = compare_samples(first, second, ["y"], person="respondent").iloc[0]
    wanted = design.change("cijfer1", "cijfer2").iloc[0]
    assert [found["estimate"], found["se"]] == pytest.approx([wanted["estimate"], wanted["se"]], rel=1e-9)
    assert found["df"] == wanted["df"]


def test_people_in_a_stratum_are_held_against_the_mean_of_their_own_sample() -> None:
    # Stratum means 4 and 8 that swap in the second wave; one person of each stratum is in both.
    noise = np.tile([-1.0, 1.0], 50)
    first = pd.DataFrame({"wie": [f"p{nr}" for nr in range(100)], "s": ["a"] * 50 + ["b"] * 50})
    first = first.assign(y=noise + np.repeat([4.0, 8.0], 50))
    wie = ["p0", *(f"q{nr}" for nr in range(49)), "p50", *(f"r{nr}" for nr in range(49))]
    second = first.assign(wie=wie, y=noise + np.repeat([8.0, 4.0], 50))
    found = compare_samples(Design(first, strata="s"), Design(second, strata="s"), ["y"], person="wie").iloc[
        0
    ]
    alone = 2 * 0.25 * (50 / 49) / 50 * 2
    # p0 and p50 lie 1 under the mean of their stratum in both waves: 2 x 2 x (1/100)^2 x 50/49.
    assert found["se"] == pytest.approx(np.sqrt(alone - 2 * 2 * 1e-4 * 50 / 49), rel=1e-9)


def test_strangers_add_the_variances_of_their_own_designs(enquete: pd.DataFrame) -> None:
    first, second = split(enquete, "cijfer1", "cijfer2")
    renamed = second.frame.assign(gemeente="nieuw " + second.frame["gemeente"].astype("str"))
    second = Design(renamed, weight="gewicht", strata="regio", cluster="gemeente", fpc="fpc1")
    found = compare_samples(first, second, ["y"], person="respondent").iloc[0]
    one, two = (d.mean("y").iloc[0] for d in (first, second))
    assert found["se"] == pytest.approx(np.hypot(one["se"], two["se"]), rel=1e-12)
    v1, v2 = one["se"] ** 2, two["se"] ** 2
    assert found["df"] == pytest.approx((v1 + v2) ** 2 / (v1**2 / one["df"] + v2**2 / two["df"]))
    assert [found["n_first"], found["n_second"]] == [one["n"], two["n"]]


def test_a_few_people_in_common_count_by_their_covariance() -> None:
    first = pd.DataFrame({"wie": list("abcd"), "y": [4.0, 6.0, 5.0, 9.0]})
    second = pd.DataFrame({"wie": list("cdef"), "y": [5.0, 8.0, 7.0, 4.0]})
    found = compare_samples(Design(first), Design(second), ["y"], person="wie")["se"].item()
    z1, z2 = first["y"] - 6, second["y"] - 6
    covariance = (z1[2] * z2[0] + z1[3] * z2[1]) / 3 / 4
    assert found == pytest.approx(np.sqrt(z1.var() / 4 + z2.var() / 4 - 2 * covariance), rel=1e-12)


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


def test_a_rise_that_is_the_same_for_all_has_no_error() -> None:
    rng = np.random.default_rng(4)
    first = pd.DataFrame({"wie": range(50), "y": rng.normal(6, 1, 50), "w": rng.uniform(1, 3, 50)})
    second = first.assign(wie=first["wie"].astype("float64"), y=first["y"] + 0.1)
    row = compare_samples(Design(first, weight="w"), Design(second, weight="w"), ["y"], person="wie").iloc[0]
    assert row["estimate"] == pytest.approx(0.1)
    assert row["se"] == 0


def test_the_same_people_drawn_in_other_ways_are_refused() -> None:
    frame = pd.DataFrame({"wie": list("abcd"), "s": list("xxyy"), "y": [1.0, 2.0, 3.0, 5.0]})
    with pytest.raises(MethodeError, match="niet naar dezelfde strata en clusters getrokken"):
        compare_samples(Design(frame), Design(frame, strata="s"), ["y"], person="wie")


def test_one_column_alone_or_in_a_list_is_the_same_way_of_drawing() -> None:
    frame = pd.DataFrame({"wie": list("abcd"), "s": list("xxyy"), "y": [1.0, 2.0, 3.0, 5.0]})
    row = compare_samples(Design(frame, strata="s"), Design(frame, strata=["s"]), ["y"], person="wie").iloc[0]
    assert row["se"] == 0


@pytest.mark.parametrize(
    ("naar", "woorden"),
    [
        ({"wie": ["a", "a", "b"]}, "twee keer in dezelfde steekproef"),
        ({"wie": ["a", None, "b"]}, "kolom 'wie' is in 1 rijen leeg"),
        ({"wie": ["a", "b", "c"], "g": [1, 2, 3]}, "van een andere soort"),
    ],
)
def test_what_cannot_be_matched_is_refused(naar: dict[str, list[object]], woorden: str) -> None:
    first = pd.DataFrame({"wie": ["a", "b", "c"], "g": ["1", "2", "3"], "y": [1.0, 2.0, 3.0]})
    with pytest.raises(MethodeError, match=woorden):
        compare_samples(Design(first), Design(first.assign(**naar)), ["y"], person="wie", by="g")


def test_the_index_of_the_rows_does_not_matter() -> None:
    first = pd.DataFrame({"wie": list("abcd"), "y": [1.0, 2.0, 4.0, 9.0]}, index=[0, 0, 1, 1])
    second = first.assign(y=[2.0, 2.0, 6.0, 5.0])
    tables = [
        compare_samples(Design(a).subset(lambda f: f["y"] < 8), Design(b), ["y"], person="wie")
        for a, b in ((first, second), (first.reset_index(drop=True), second.reset_index(drop=True)))
    ]
    pd.testing.assert_frame_equal(*tables)
