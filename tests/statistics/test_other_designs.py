"""Designs, holes and corners that the reference of R does not hold, against slow versions written here.

The slow standard error knows nothing of the kernel: the influence of a person is the derivative of the estimate to her
weight, taken numerically on a plain weighted formula, and its variance is summed stage by stage in loops.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd
import pytest
from numpy.typing import NDArray
from scipy import stats

from burgerdata.errors import MethodeError
from burgerdata.statistics import Design, estimate_correlation, rake

Floats = NDArray[np.float64]
Trap = tuple[str, str, str | None]
"""The stratum (or ""), the unit and its population (or None) of one stage."""
Formula = Callable[[pd.DataFrame, Floats], float]


def vary(z: Floats, frame: pd.DataFrame, stages: list[Trap]) -> float:
    """Return the variance of the sum of z: stage by stage."""
    (stratum, unit, population), *deeper = stages
    total = 0.0
    groups = frame.groupby(stratum).groups.values() if stratum else [frame.index]
    for rows in groups:
        part = frame.loc[rows]
        units = [part.index[part[unit] == naam] for naam in part[unit].unique()]
        n, size = len(units), np.inf if population is None else float(part[population].iloc[0])
        sums = np.array([z[frame.index.get_indexer(rows_of)].sum() for rows_of in units])
        if n > 1:
            total += (1 - n / size) * n / (n - 1) * ((sums - sums.mean()) ** 2).sum()
        if deeper and np.isfinite(size):
            for rows_of in units:
                inner = frame.loc[rows_of]
                total += n / size * vary(z[frame.index.get_indexer(rows_of)], inner, deeper)
    return total


def slow(formula: Formula, d: Design, stages: list[Trap]) -> tuple[float, float]:
    """Return the estimate and its standard error by numerical influence of each weight."""
    frame, w = d.frame.reset_index(drop=True), d.weights.to_numpy(dtype="float64")
    z = np.zeros(len(w))
    for i in range(len(w)):
        step = 1e-5 * max(w[i], 1.0)
        up, down = w.copy(), w.copy()
        up[i] += step
        down[i] -= step
        z[i] = w[i] * (formula(frame, up) - formula(frame, down)) / (2 * step)
    return formula(frame, w), float(np.sqrt(vary(z, frame, stages)))


def mean_of(x: str, inside: Callable[[pd.DataFrame], pd.Series] | None = None) -> Formula:
    def formula(frame: pd.DataFrame, w: Floats) -> float:
        keep = frame[x].notna() if inside is None else frame[x].notna() & inside(frame)
        return float((w * frame[x])[keep].sum() / w[keep.to_numpy()].sum())

    return formula


def ratio_of(a: str, b: str) -> Formula:
    def formula(frame: pd.DataFrame, w: Floats) -> float:
        keep = frame[a].notna() & frame[b].notna()
        return float((w * frame[a])[keep].sum() / (w * frame[b])[keep].sum())

    return formula


def share_of(x: str, label: str, inside: Callable[[pd.DataFrame], pd.Series]) -> Formula:
    def formula(frame: pd.DataFrame, w: Floats) -> float:
        keep = frame[x].notna() & inside(frame)
        return float(w[(keep & frame[x].eq(label)).to_numpy()].sum() / w[keep.to_numpy()].sum())

    return formula


def change_of(first: str, second: str) -> Formula:
    return lambda frame, w: mean_of(second)(frame, w) - mean_of(first)(frame, w)


def correlation_of(x: str, y: str) -> Formula:
    def formula(frame: pd.DataFrame, w: Floats) -> float:
        keep = (frame[x].notna() & frame[y].notna()).to_numpy()
        a, b, v = frame[x].to_numpy()[keep], frame[y].to_numpy()[keep], w[keep]
        da, db = a - np.average(a, weights=v), b - np.average(b, weights=v)
        return float((v * da * db).sum() / np.sqrt((v * da**2).sum() * (v * db**2).sum()))

    return formula


@pytest.fixture(scope="module")
def gaten() -> pd.DataFrame:
    """Persons in wards in towns in provinces, with a hole in every answer and some weights of 0."""
    rng = np.random.default_rng(29)
    rows = [
        (p, f"{p}{t}", f"{p}{t}{w}", f"{p}{t}{w}{i}")
        for p in "NOZ"
        for t in range({"N": 2, "O": 3, "Z": 2}[p])
        for w in range(2 + (p == "O"))
        for i in range(int(rng.integers(2, 5)))
    ]
    frame = pd.DataFrame(rows, columns=["provincie", "gemeente", "wijk", "persoon"])
    n = len(frame)

    def holes(values: Any) -> pd.Series:
        return pd.Series(values).where(rng.random(n) > 0.15)

    y = rng.normal(6.5, 1.5, n)
    return frame.assign(
        N1=frame["provincie"].map({"N": 9, "O": 14, "Z": 6}),
        N2=5 + frame["gemeente"].str[-1].astype(int),
        N3=30,
        w=np.where(rng.random(n) < 0.1, 0.0, rng.uniform(0.5, 3, n)),
        y=holes(y),
        y2=holes(y + rng.normal(0.4, 1, n)),
        a=holes(rng.poisson(3, n).astype(float)),
        b=holes(rng.poisson(5, n) + 1.0),
        v=pd.Categorical(holes(rng.choice(["ja", "nee"], n)), categories=["ja", "nee", "nooit"]),
        g=pd.Categorical(holes(rng.choice(["x", "z"], n)), categories=["leeg", "x", "z"]),
        q=holes(["altijd"] * n),
    )


DESIGNS: dict[str, tuple[dict[str, Any], list[Trap]]] = {
    "clusters with fpc": ({"weight": "w", "cluster": "gemeente", "fpc": "N0"}, [("", "gemeente", "N0")]),
    "strata of two clusters": (
        {"weight": "w", "strata": "provincie", "cluster": "gemeente"},
        [("provincie", "gemeente", None)],
    ),
    "strata and fpc": (
        {"weight": "w", "strata": "provincie", "cluster": "gemeente", "fpc": "N1"},
        [("provincie", "gemeente", "N1")],
    ),
    "two stages with fpc": (
        {"weight": "w", "cluster": ["gemeente", "persoon"], "fpc": ["N0", "M"]},
        [("", "gemeente", "N0"), ("gemeente", "persoon", "M")],
    ),
    "three stages, weights from fpc": (
        {
            "strata": "provincie",
            "cluster": ["gemeente", "wijk", "persoon"],
            "fpc": ["N1", "N2", "N3"],
        },
        [
            ("provincie", "gemeente", "N1"),
            ("gemeente", "wijk", "N2"),
            ("wijk", "persoon", "N3"),
        ],
    ),
    "persons in strata": ({"weight": "w", "strata": "provincie"}, [("provincie", "persoon", None)]),
}


@pytest.mark.parametrize("naam", DESIGNS)
def test_every_estimate_of_a_sample_with_holes_equals_the_slow_one(gaten: pd.DataFrame, naam: str) -> None:
    options, stages = DESIGNS[naam]
    d = Design(gaten.assign(N0=40, M=60), **options)
    in_x = lambda f: f["g"].eq("x")  # noqa: E731
    by_group = d.mean("y", by="g").set_index("g").loc["x"]
    shares = d.proportion("v", by="g", method="mean")
    yes = shares[shares["g"].eq("x") & shares["level"].eq("ja")].iloc[0]
    cases = [
        (d.mean("y").iloc[0], mean_of("y")),
        (by_group, mean_of("y", in_x)),
        (d.subset(gaten["g"].eq("x")).mean("y").iloc[0], mean_of("y", in_x)),
        (d.ratio("a", "b").iloc[0], ratio_of("a", "b")),
        (yes, share_of("v", "ja", in_x)),
        (d.change("y", "y2").iloc[0], change_of("y", "y2")),
        (estimate_correlation(d, "y", "y2").iloc[0], correlation_of("y", "y2")),
    ]
    for row, formula in cases:
        estimate, se = slow(formula, d, stages)
        assert row["estimate"] == pytest.approx(estimate, rel=1e-12)
        assert row["se"] == pytest.approx(se, rel=1e-6)


def test_the_cluster_sample_of_a_textbook() -> None:
    # Lohr, Sampling: Design and Analysis, example 5.2: 5 of 100 suites, all four students of each
    grades = [
        *(3.08, 2.60, 3.44, 3.04),
        *(2.36, 3.04, 3.28, 2.68),
        *(2.00, 2.56, 2.52, 1.88),
        *(3.00, 2.88, 3.44, 3.64),
        *(2.68, 1.92, 3.28, 3.20),
    ]
    frame = pd.DataFrame({"suite": np.repeat(range(5), 4), "gpa": grades, "N": 100})
    d = Design(frame, cluster="suite", fpc="N")
    assert d.total("gpa")["estimate"].item() == pytest.approx(1130.4)
    assert d.mean("gpa")["estimate"].item() == pytest.approx(2.826)
    assert round(d.mean("gpa")["se"].item(), 3) == 0.164
    assert d.total("gpa")["se"].item() == pytest.approx(np.sqrt(100**2 * 0.95 * 2.256 / 5), rel=1e-3)


@pytest.mark.parametrize("naam", ["strata of two clusters", "two stages with fpc", "persons in strata"])
def test_raking_on_three_margins_leaves_the_residuals_of_all_three(gaten: pd.DataFrame, naam: str) -> None:
    options, stages = DESIGNS[naam]
    rng = np.random.default_rng(3)
    n = len(gaten)
    traits = {
        "geslacht": rng.choice(["m", "v"], n),
        "leeftijd": rng.choice(["jong", "midden", "oud"], n),
        "streek": gaten["provincie"].to_numpy(),
    }
    frame = gaten.assign(N0=40, M=60, w=gaten["w"] + 0.5, **traits)
    marges = pd.DataFrame(
        [
            ("geslacht", "m", 0.49),
            ("geslacht", "v", 0.51),
            ("leeftijd", "jong", 0.3),
            ("leeftijd", "midden", 0.45),
            ("leeftijd", "oud", 0.25),
            ("streek", "N", 0.2),
            ("streek", "O", 0.5),
            ("streek", "Z", 0.3),
        ],
        columns=["variabele", "categorie", "aandeel"],
    )
    d = rake(Design(frame, **options), marges)
    w = d.weights.to_numpy()
    for rij in marges.itertuples():
        inside = frame[str(rij.variabele)].eq(rij.categorie).to_numpy()
        assert w[inside].sum() / w.sum() == pytest.approx(rij.aandeel, rel=1e-10)
    known = frame["y"].notna().to_numpy()
    mean = np.average(frame["y"][known], weights=w[known])
    z = np.where(known, frame["y"].fillna(0) - mean, 0) / w[known].sum()
    dummies = pd.get_dummies(frame[list(traits)]).to_numpy(dtype=float)
    root = np.sqrt(frame["w"].to_numpy())
    slopes = np.linalg.lstsq(dummies * root[:, None], z * root, rcond=None)[0]
    residual = w * (z - dummies @ slopes)
    row = d.mean("y").iloc[0]
    assert row["estimate"] == pytest.approx(mean)
    assert row["se"] == pytest.approx(np.sqrt(vary(residual, frame, stages)), rel=1e-8)


def test_a_jackknife_of_pairs_leaves_each_cluster_out_once(gaten: pd.DataFrame) -> None:
    d = Design(gaten, weight="w", strata="provincie", cluster="gemeente")
    total, w = 0.0, gaten["w"].to_numpy()
    drawn = []
    for town in gaten["gemeente"].unique():
        same = gaten["provincie"].eq(town[0])
        n = gaten[same]["gemeente"].nunique()
        left = np.where(gaten["gemeente"].eq(town), 0, np.where(same, n / (n - 1), 1)) * w
        drawn.append(((n - 1) / n, mean_of("y")(gaten, left)))
    centre = np.mean([value for _, value in drawn])
    total = sum(scale * (value - centre) ** 2 for scale, value in drawn)
    assert d.replicates("JKn").mean("y")["se"].item() == pytest.approx(np.sqrt(total))


@pytest.mark.parametrize(("naam", "nu"), [("persons in strata", -3), ("two stages with fpc", 7 - 1)])
def test_independence_is_that_of_the_sample_and_not_of_who_answered(
    gaten: pd.DataFrame, naam: str, nu: int
) -> None:
    # R's svychisq: N = nrow(mm) and nu = units - strata of the design, also those with a missing answer or weight 0
    d = Design(gaten.assign(N0=40, M=60), **DESIGNS[naam][0])
    n = len(gaten)
    nu = nu if nu > 0 else n + nu
    known = gaten.dropna(subset=["v", "g"])
    assert len(known) < 0.9 * n
    share = known.pivot_table("w", "v", "g", aggfunc="sum", observed=True).to_numpy()
    share = share / share.sum()
    expected = np.outer(share.sum(axis=1), share.sum(axis=0))
    row = d.test_independence("v", "g", statistic="Chisq").iloc[0]
    assert row["statistic"] == pytest.approx(n * ((share - expected) ** 2 / expected).sum())
    row = d.test_independence("v", "g").iloc[0]
    assert row["df2"] == pytest.approx(row["df1"] * nu)
    row = d.test_independence("v", "g", statistic="adjWald").iloc[0]
    assert (row["df1"], row["df2"]) == (1, nu)
    assert row["p_value"] == pytest.approx(stats.f.sf(row["statistic"], 1, nu))


def test_independence_in_a_subset_counts_the_subset_unless_the_design_is_calibrated(
    gaten: pd.DataFrame,
) -> None:
    # R drops the rows outside a subset, but of a calibrated design it keeps them
    frame = gaten.assign(w=gaten["w"] + 1, s=gaten["provincie"].eq("O"))
    marges = pd.DataFrame({"variabele": "s", "categorie": [True, False], "aandeel": [0.5, 0.5]})
    plain = Design(frame, weight="w")
    inside = frame["s"]
    for d, n in ((plain, int(inside.sum())), (rake(plain, marges), len(frame))):
        row = d.subset(inside).test_independence("v", "g", statistic="adjWald").iloc[0]
        assert row["df2"] == n - 1


def test_a_jackknife_takes_the_mean_of_the_strata_that_were_not_drawn_whole(gaten: pd.DataFrame) -> None:
    # R's svrVar: colMeans(thetas[rscales > 0, ])
    sizes = gaten["provincie"].map({"N": 2, "O": 14, "Z": 6})
    d = Design(gaten.assign(N1=sizes), weight="w", strata="provincie", cluster="gemeente", fpc="N1")
    w, scales, drawn = gaten["w"].to_numpy(), [], []
    for town in gaten["gemeente"].unique():
        same = gaten["provincie"].eq(town[0])
        n = gaten[same]["gemeente"].nunique()
        left = np.where(gaten["gemeente"].eq(town), 0, np.where(same, n / (n - 1), 1)) * w
        scales.append((n - 1) / n * (1 - n / sizes[same].iloc[0]))
        drawn.append(mean_of("y")(gaten, left))
    scale, value = np.array(scales), np.array(drawn)
    assert (scale == 0).sum() == 2
    centre = value[scale > 0].mean()
    found = d.replicates("JKn").mean("y")["se"].item()
    assert found == pytest.approx(np.sqrt((scale * (value - centre) ** 2).sum()), rel=1e-9)


def test_labels_that_nobody_has_disturb_no_estimate_and_no_test(gaten: pd.DataFrame) -> None:
    bare = gaten.assign(v=gaten["v"].astype("str"), g=gaten["g"].astype("str"))
    wide, narrow = (
        Design(f, weight="w", strata="provincie", cluster="gemeente", fpc="N1") for f in (gaten, bare)
    )
    shares = wide.proportion("v", by="g")
    assert shares[shares["level"].eq("nooit")]["estimate"].eq(0).all()
    kept = shares[shares["level"].ne("nooit")].reset_index(drop=True)
    columns = ["estimate", "se", "df", "ci_low", "ci_high", "deff", "n"]
    pd.testing.assert_frame_equal(kept[columns], narrow.proportion("v", by="g")[columns])
    for statistic in ("F", "Chisq", "adjWald"):
        one, two = (d.test_independence("v", "g", statistic=statistic) for d in (wide, narrow))
        pd.testing.assert_frame_equal(one, two)
    assert wide.ttest("y", by="g")["estimate"].item() == narrow.ttest("y", by="g")["estimate"].item()


def test_a_question_with_one_answer_has_no_uncertainty(gaten: pd.DataFrame) -> None:
    d = Design(gaten, weight="w", strata="provincie", cluster="gemeente")
    row = d.proportion("q").iloc[0]
    assert row[["estimate", "se", "ci_high"]].tolist() == pytest.approx([1, 0, 1], abs=1e-9)
    assert 0 < row["ci_low"] < 1
    with pytest.raises(MethodeError, match="te weinig verschillende antwoorden"):
        d.test_independence("q", "g")


def test_a_domain_without_anyone_gives_no_number_and_no_error(gaten: pd.DataFrame) -> None:
    d = Design(gaten, weight="w", strata="provincie", cluster="gemeente").subset(gaten["y"] > 1e9)
    for table in (d.mean("y"), d.total("y"), d.ratio("a", "b"), d.quantile("y", 0.5)):
        assert table["n"].tolist() == [0]
        assert table[["estimate", "se"]].isna().all(axis=None) or table["estimate"].item() == 0
    assert d.mean("y", by="g").empty
    assert d.proportion("v", by="g").empty
    assert d.change("y", "y2")["n_both"].tolist() == [0]


def test_persons_of_weight_zero_keep_their_cluster_in_the_design(gaten: pd.DataFrame) -> None:
    weightless = gaten.assign(w=np.where(gaten["gemeente"].eq("O1"), 0.0, gaten["w"] + 1))
    d = Design(weightless, weight="w", strata="provincie", cluster="gemeente")
    stages: list[Trap] = [("provincie", "gemeente", None)]
    estimate, se = slow(mean_of("y"), d, stages)
    assert d.mean("y")[["estimate", "se"]].iloc[0].tolist() == pytest.approx([estimate, se], rel=1e-6)
    # the cluster counts in the variance, not in the degrees of freedom: R's subset by weight does the same
    assert d.df == 6 - 3
