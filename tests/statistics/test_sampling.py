"""Designs that bureaus really draw: pairs of clusters, lonely clusters below the first stage, one stage of persons."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from burgerdata.errors import MethodeError
from burgerdata.statistics import Design
from burgerdata.statistics.sampling import LonelyPsu


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


def slow_stage(
    z: pd.Series, strata: list[str], units: list[str], sizes: list[str], frame: pd.DataFrame, choice: str
) -> float:
    """Return the variance of the sum of z as R's documentation has it: one stage within each unit of the one above."""
    found, whole = [], z.groupby(frame[units[0]]).sum().mean()
    for _, rows in frame.groupby(strata[0]):
        sums = z[rows.index].groupby(rows[units[0]]).sum()
        n, size = len(sums), rows[sizes[0]].iloc[0]
        left = sums - (whole if n == 1 and choice == "adjust" else sums.mean())
        lonely = n == 1 and choice == "average"
        found.append(np.nan if lonely else (1 - n / size) * n / max(n - 1, 1) * (left**2).sum())
    total = float(np.nansum(found) * len(found) / np.isfinite(found).sum())
    if len(units) == 1:
        return total
    drawn = frame.groupby(strata[0])[units[0]].transform("nunique") / frame[sizes[0]]
    for _, rows in frame.groupby([strata[0], units[0]]):
        total += drawn[rows.index[0]] * slow_stage(
            z[rows.index], strata[1:], units[1:], sizes[1:], rows, choice
        )
    return total


@pytest.mark.parametrize("choice", ["adjust", "average"])
@pytest.mark.parametrize("per_unit", [1, 2])
def test_lonely_units_at_the_second_stage_are_measured_within_their_own_unit(
    choice: LonelyPsu, per_unit: int
) -> None:
    # units of stage 2 per stratum in each of four towns: three towns have a lonely one
    drawn = {("a", 1): [1, 2, 3], ("a", 2): [2, 1], ("b", 3): [3, 1, 1, 2], ("b", 4): [2, 2]}
    rows = [
        (s, c, f"{c}-{h}", f"{c}-{h}-{u}")
        for (s, c), sizes in drawn.items()
        for h, size in enumerate(sizes)
        for u in range(size)
        for _ in range(per_unit)
    ]
    frame = pd.DataFrame(rows, columns=["s", "c", "h", "u"])
    frame = frame.assign(
        N1=np.where(frame["s"] == "a", 5, 9), N2=6, y=np.random.default_rng(2).normal(3, 1, len(frame))
    )
    d = Design(frame, strata=["s", "h"], cluster=["c", "u"], fpc=["N1", "N2"], lonely_psu=choice)
    for table, z in (
        (d.total("y"), d.weights * frame["y"]),
        (d.mean("y"), d.weights * (frame["y"] - d.mean("y")["estimate"].item()) / d.weights.sum()),
    ):
        wanted = slow_stage(z, ["s", "h"], ["c", "u"], ["N1", "N2"], frame, choice)
        assert table["se"].item() == pytest.approx(wanted**0.5, rel=1e-10)


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


def make_one_per_household() -> pd.DataFrame:
    return pd.DataFrame(
        {"hh": range(6), "p": range(6), "N": 600, "M": [1, 2, 3, 4, 5, 1], "x": [1.0, 2, 3, 4, 5, 6]}
    )


def test_one_respondent_per_household_keeps_the_size_of_the_household_in_the_weight() -> None:
    d = Design(make_one_per_household(), cluster=["hh", "p"], fpc=["N", "M"], lonely_psu="certainty")
    assert d.weights.tolist() == [100, 200, 300, 400, 500, 100]
    row = d.mean("x").iloc[0]
    # sum M x / sum M = 61 / 16; scores M (x - 61/16) / 16 over households, their sum 0
    scores = np.array([1, 2, 3, 4, 5, 1]) * (np.arange(1, 7) - 61 / 16) / 16
    assert row["estimate"] == pytest.approx(3.8125)
    assert row["se"] == pytest.approx(np.sqrt(0.99 * 6 / 5 * (scores**2).sum()))


def test_a_lonely_respondent_in_a_household_follows_the_choice() -> None:
    frame = make_one_per_household()
    options = {"weight": "M", "cluster": ["hh", "p"], "fpc": ["N", "M"]}
    with pytest.raises(MethodeError, match="in 4 van de 6 strata is op trap 2 maar een eenheid"):
        Design(frame, **options).mean("x")
    scores = np.array([1, 2, 3, 4, 5, 1]) * (np.arange(1, 7) - 61 / 16) / 16
    first = 0.99 * 6 / 5 * (scores**2).sum()
    # with "adjust" it is compared with the mean of its own household, as R does: that is itself
    for choice, variance in (("remove", first), ("certainty", first), ("adjust", first)):
        assert Design(frame, **options, lonely_psu=choice).mean("x")["se"].item() == pytest.approx(
            np.sqrt(variance), rel=1e-12
        )


def test_a_household_of_one_is_not_lonely() -> None:
    frame = make_one_per_household().assign(M=1)
    row = Design(frame, cluster=["hh", "p"], fpc=["N", "M"]).mean("x").iloc[0]
    # a simple random sample of 6 of 600: s^2 = 3.5
    assert row[["estimate", "se"]].tolist() == pytest.approx([3.5, np.sqrt(0.99 * 3.5 / 6)])
