"""The kernel against a slow textbook version, and against itself in other blocks."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from numpy.typing import NDArray

from burgerdata.statistics import Design, poststratify, rake, trim_weights
from burgerdata.statistics.means import ask_mean, ask_total
from burgerdata.statistics.partials import BLOCK, collect, list_blocks, take_block
from burgerdata.statistics.proportions import ask_shares
from burgerdata.statistics.variance import finish_covariance

Floats = NDArray[np.float64]


def slow_variance(z: Floats, stages: list[tuple[pd.Series, pd.Series, pd.Series | float]]) -> float:
    """Return the variance of the sum of z by recursion over (stratum, unit, population) of each stage."""
    (stratum, unit, population), *rest = stages
    total = 0.0
    for _, rows in z_frame(z, stratum, unit).groupby("stratum"):
        n = rows["unit"].nunique()
        size = float("inf") if isinstance(population, float) else float(population.loc[rows.index[0]])
        sums = rows.groupby("unit")["z"].sum()
        total += (1 - n / size) * n * sums.var(ddof=1)
        if rest and np.isfinite(size):
            for _, inner in rows.groupby("unit"):
                at = inner.index
                deeper = [
                    (s.loc[at], u.loc[at], p if isinstance(p, float) else p.loc[at]) for s, u, p in rest
                ]
                total += n / size * slow_variance(inner["z"].to_numpy(), deeper)
    return total


def z_frame(z: Floats, stratum: pd.Series, unit: pd.Series) -> pd.DataFrame:
    return pd.DataFrame({"z": z, "stratum": stratum.to_numpy(), "unit": unit.to_numpy()}, index=stratum.index)


@pytest.fixture(scope="module")
def drietraps() -> pd.DataFrame:
    """Three stages with unequal sizes: strata, municipalities, neighbourhoods, persons."""
    rng = np.random.default_rng(11)
    rows = [
        (s, g, w, p)
        for s in range(3)
        for g in range(3 + s)
        for w in range(2 + (g % 2))
        for p in range(int(rng.integers(2, 6)))
    ]
    frame = pd.DataFrame(rows, columns=["provincie", "gemeente", "wijk", "persoon"])
    return frame.assign(
        N1=12 + 3 * frame["provincie"],
        N2=7 + frame["gemeente"],
        N3=40 + frame["wijk"],
        y=rng.normal(6, 2, len(frame)),
        g=rng.choice(["a", "b", "c"], len(frame)),
        h=rng.choice(["x", "y"], len(frame)),
    )


def as_stages(frame: pd.DataFrame) -> list[tuple[pd.Series, pd.Series, pd.Series]]:
    place = frame["provincie"].astype("str")
    town = place + "-" + frame["gemeente"].astype("str")
    ward = town + "-" + frame["wijk"].astype("str")
    person = ward + "-" + frame["persoon"].astype("str")
    return [(place, town, frame["N1"]), (town, ward, frame["N2"]), (ward, person, frame["N3"])]


OPTIONS = {"strata": "provincie", "cluster": ["gemeente", "wijk", "persoon"], "fpc": ["N1", "N2", "N3"]}


def test_three_stages_equal_the_textbook_recursion(drietraps: pd.DataFrame) -> None:
    d = Design(drietraps, **OPTIONS)
    w = d.weights.to_numpy()
    y = drietraps["y"].to_numpy()
    mean = (w * y).sum() / w.sum()
    assert d.mean("y")["se"].item() == pytest.approx(
        slow_variance(w * (y - mean) / w.sum(), as_stages(drietraps)) ** 0.5
    )
    assert d.total("y")["se"].item() == pytest.approx(slow_variance(w * y, as_stages(drietraps)) ** 0.5)


def test_groups_over_three_stages_equal_the_textbook_recursion(drietraps: pd.DataFrame) -> None:
    d = Design(drietraps, **OPTIONS)
    w, y = d.weights.to_numpy(), drietraps["y"].to_numpy()
    for row in d.mean("y", by="g").itertuples():
        inside = (drietraps["g"] == row.g).to_numpy()
        z = np.where(inside, w * (y - row.estimate) / w[inside].sum(), 0)
        assert row.se == pytest.approx(slow_variance(z, as_stages(drietraps)) ** 0.5)


def test_the_weight_follows_from_the_population_sizes_of_all_stages(drietraps: pd.DataFrame) -> None:
    keys = ["provincie", "gemeente", "wijk"]
    n3 = drietraps.groupby(keys)["persoon"].transform("size")
    n2 = drietraps.groupby(keys[:2])["wijk"].transform("nunique")
    n1 = drietraps.groupby(keys[:1])["gemeente"].transform("nunique")
    wanted = drietraps["N1"] / n1 * drietraps["N2"] / n2 * drietraps["N3"] / n3
    np.testing.assert_allclose(Design(drietraps, **OPTIONS).weights, wanted, rtol=1e-13)


def margins_of(frame: pd.DataFrame, **shares: dict[str, float]) -> pd.DataFrame:
    rows = [(naam, key, share) for naam, part in shares.items() for key, share in part.items()]
    return pd.DataFrame(rows, columns=["variabele", "categorie", "aandeel"])


def slow_residual(frame: pd.DataFrame, names: list[str], base: Floats, z: Floats) -> Floats:
    """Return z minus its weighted regression on the dummies of these columns."""
    dummies = pd.get_dummies(frame[names].astype("str")).to_numpy(dtype=float)
    root = np.sqrt(base)[:, None]
    slopes = np.linalg.lstsq(dummies * root, z * root[:, 0], rcond=None)[0]
    return z - dummies @ slopes


@pytest.mark.parametrize("kind", ["clusters", "rows", "three stages"])
def test_two_calibrations_and_a_trim_equal_residuals_taken_row_by_row(
    drietraps: pd.DataFrame, kind: str
) -> None:
    frame = drietraps.assign(
        w=np.linspace(1, 3, len(drietraps)), town=drietraps["provincie"] * 10 + drietraps["gemeente"]
    )
    stages = as_stages(frame)
    one = pd.Series(np.arange(len(frame)), index=frame.index)
    options, steps = {
        "clusters": (
            {"weight": "w", "strata": "provincie", "cluster": "gemeente"},
            [(*stages[0][:2], float("inf"))],
        ),
        "rows": ({"weight": "w", "strata": "provincie"}, [(stages[0][0], one, float("inf"))]),
        "three stages": (OPTIONS | {"weight": "w"}, stages),
    }[kind]
    first = poststratify(Design(frame, **options), margins_of(frame, g={"a": 0.2, "b": 0.3, "c": 0.5}))
    second = rake(first, margins_of(frame, g={"a": 0.25, "b": 0.25, "c": 0.5}, h={"x": 0.6, "y": 0.4}))
    d = trim_weights(second, lower=0.6, upper=1.5)
    w, y = d.weights.to_numpy(), frame["y"].to_numpy()
    assert not np.allclose(w, second.weights)
    for row in d.mean("y", by="h").itertuples():
        inside = (frame["h"] == row.h).to_numpy()
        z = np.where(inside, w * (y - row.estimate) / w[inside].sum(), 0)
        # R's svyrecvar: what a person adds over the calibrated weight, and the residual times that weight
        for names, before, after in ((["g"], Design(frame, **options), first), (["g", "h"], first, second)):
            given = after.weights.to_numpy()
            z = given * slow_residual(frame, names, before.weights.to_numpy(), z / given)
        assert row.se == pytest.approx(slow_variance(z, steps) ** 0.5, rel=1e-9)


@pytest.mark.parametrize("cluster", ["psu", None])
def test_the_blocks_in_which_rows_are_taken_do_not_matter(groot: pd.DataFrame, cluster: str | None) -> None:
    core = Design(groot, weight="w", strata="stratum", cluster=cluster).core
    _, mean = ask_mean(core, "jaar", "groep")
    _, total = ask_total(core, "jaar", "groep")
    _, _, shares = ask_shares(core, "ja", "groep")
    for question in (mean, total, shares):
        found = []
        for block in (BLOCK, 1_000, 77_777, len(groot)):
            partials = collect(core.sampling, question.cells, core.weights, question.values, block=block)
            shape = (question.cells.n_groups, question.cells.n_levels, len(question.values))
            estimate, coef = question.linearise(partials.totals.reshape(shape))
            found.append((estimate, finish_covariance(core.sampling, partials, coef)))
        for estimate, covariance in found[1:]:
            np.testing.assert_allclose(estimate, found[0][0], rtol=1e-12)
            np.testing.assert_allclose(covariance, found[0][1], rtol=1e-9)


def test_partials_merge_in_any_grouping(groot: pd.DataFrame) -> None:
    core = Design(groot, weight="w", strata="stratum", cluster="psu").core
    _, question = ask_mean(core, "jaar", "groep")
    blocks = list_blocks(len(groot), 60_000)
    parts = [
        take_block(core.sampling, question.cells, core.weights, question.values, rows) for rows in blocks
    ]
    left, right = parts[0], parts[-1]
    for part in parts[1:]:
        left = left.merge(part)
    for part in parts[-2::-1]:
        right = part.merge(right)
    np.testing.assert_array_equal(left.count, right.count)
    np.testing.assert_allclose(left.totals, right.totals, rtol=1e-11, atol=1e-8)


@pytest.mark.parametrize("cluster", ["psu", None])
def test_a_variable_far_from_zero_keeps_its_digits(groot: pd.DataFrame, cluster: str | None) -> None:
    options = {"weight": "w", "strata": "stratum", "cluster": cluster}
    near = groot.assign(jaar=groot["jaar"] - 2026)
    far, close = (
        Design(groot, **options).mean("jaar", by="groep"),
        Design(near, **options).mean("jaar", by="groep"),
    )
    np.testing.assert_allclose(far["se"], close["se"], rtol=1e-12)
    np.testing.assert_allclose(far["estimate"] - 2026, close["estimate"], atol=1e-12)


def test_many_groups_are_taken_in_turns_with_the_same_result(
    groot: pd.DataFrame, monkeypatch: pytest.MonkeyPatch
) -> None:
    d = rake(
        Design(groot.dropna(subset="groep"), weight="w", strata="stratum", cluster="psu"),
        pd.DataFrame({"variabele": "groep", "categorie": list("abcd"), "aandeel": [0.4, 0.3, 0.2, 0.1]}),
    )
    at_once = d.proportion("ja", by=["stratum", "groep"])
    monkeypatch.setattr("burgerdata.statistics.estimate.ROOM", 20_000)
    pd.testing.assert_frame_equal(at_once, d.proportion("ja", by=["stratum", "groep"]), rtol=1e-12)


@pytest.mark.parametrize("x", ["ja", "jaar"])
def test_the_rows_of_a_group_are_those_that_a_crosstab_counts(groot: pd.DataFrame, x: str) -> None:
    vol = groot.dropna()
    for frame in (vol, groot):
        d = Design(frame, weight="w", strata="stratum", cluster="psu")
        for by in ("groep", "stratum", ["stratum", "groep"]):
            asked = d.proportion(x, by=by) if x == "ja" else d.mean(x, by=by)
            wanted = frame.dropna(subset=[x, "groep"] if "groep" in by else [x])
            n = wanted.groupby(by, observed=True, dropna=False).size()
            assert asked["n"].drop_duplicates().sort_values().tolist() == sorted(set(n))
