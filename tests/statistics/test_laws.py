"""Laws that every estimate obeys, whatever the data."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, reject, settings
from hypothesis import strategies as st

from burgerdata.errors import MethodeError
from burgerdata.statistics import Design, adjust_p, rake, trim_weights

NUMBERS = ["estimate", "se", "df", "ci_low", "ci_high", "deff", "n", "n_eff"]


@st.composite
def samples(draw: st.DrawFn) -> pd.DataFrame:
    """A stratified cluster sample with at least two clusters per stratum and holes in every answer."""
    n_strata = draw(st.integers(1, 3))
    rows = []
    for stratum in range(n_strata):
        for cluster in range(draw(st.integers(2, 4))):
            rows += [(stratum, cluster)] * draw(st.integers(1, 4))
    n = len(rows)
    numbers = st.one_of(st.none(), st.floats(-50, 50, allow_nan=False, width=32))
    y = draw(st.lists(numbers, min_size=n, max_size=n))
    answers = st.lists(st.sampled_from([None, "a", "b", "c"]), min_size=n, max_size=n)
    weights = st.lists(st.floats(0.125, 8, width=32), min_size=n, max_size=n)
    frame = pd.DataFrame(rows, columns=["stratum", "cluster"])
    return frame.assign(
        y=pd.Series(y, dtype="float64"),
        v=pd.Categorical(draw(answers), categories=["a", "b", "c"]),
        g=pd.Categorical(draw(answers), categories=["a", "b", "c"]),
        w=draw(weights),
    )


def make(frame: pd.DataFrame, **options: object) -> Design:
    return Design(frame, **({"weight": "w", "strata": "stratum", "cluster": "cluster"} | options))


def all_tables(d: Design) -> pd.DataFrame:
    tables = [
        d.mean("y"),
        d.mean("y", by="g"),
        d.total("y", by="g"),
        d.proportion("v", by="g"),
        d.quantile("y"),
    ]
    return pd.concat([table[NUMBERS] for table in tables], ignore_index=True)


def close(ours: pd.DataFrame, theirs: pd.DataFrame, *, rtol: float = 1e-8, atol: float = 1e-8) -> None:
    np.testing.assert_allclose(
        ours.to_numpy(dtype=float), theirs.to_numpy(dtype=float), rtol=rtol, atol=atol, equal_nan=True
    )


STABLE = ["estimate", "se", "df", "ci_low", "ci_high", "n"]


@settings(deadline=None, max_examples=15)
@given(samples(), st.floats(0.001, 1000))
def test_weights_times_a_constant_change_no_mean_and_no_share(frame: pd.DataFrame, factor: float) -> None:
    scaled = make(frame.assign(w=frame["w"] * factor))
    for ask in (lambda d: d.mean("y", by="g"), lambda d: d.proportion("v")):
        close(ask(make(frame))[STABLE], ask(scaled)[STABLE])


@settings(deadline=None, max_examples=15)
@given(samples())
def test_splitting_a_person_in_two_halves_changes_no_mean(frame: pd.DataFrame) -> None:
    halves = pd.concat([frame.assign(w=frame["w"] / 2)] * 2, ignore_index=True)
    for ask in (lambda d: d.mean("y", by="g"), lambda d: d.proportion("v", by="g"), lambda d: d.total("y")):
        # within clusters: two halves of a person stay in her cluster, so the standard error stays as well
        close(ask(make(frame))[["estimate", "se"]], ask(make(halves))[["estimate", "se"]])


@settings(deadline=None, max_examples=15)
@given(samples(), st.integers(0, 2**32 - 1))
def test_the_order_of_the_rows_changes_nothing(frame: pd.DataFrame, seed: int) -> None:
    other = frame.sample(frac=1, random_state=seed)
    close(all_tables(make(frame))[STABLE], all_tables(make(other))[STABLE])


@settings(deadline=None, max_examples=15)
@given(samples())
def test_a_group_equals_a_subset(frame: pd.DataFrame) -> None:
    d = make(frame)
    for table, ask in (
        (d.mean("y", by="g"), lambda s: s.mean("y")),
        (d.quantile("y", by="g"), lambda s: s.quantile("y")),
        (d.proportion("v", by="g"), lambda s: s.proportion("v")),
    ):
        for group, part in table.groupby("g", observed=True):
            alone = ask(d.subset(frame["g"] == group))
            close(part[["estimate", "se", "n"]], alone[["estimate", "se", "n"]])


@settings(deadline=None, max_examples=15)
@given(samples())
def test_shares_add_up_to_one_and_lie_within_their_interval(frame: pd.DataFrame) -> None:
    for method in ("logit", "beta", "wilson"):
        table = make(frame).proportion("v", by="g", method=method)
        if table.empty:
            continue
        np.testing.assert_allclose(table.groupby("g", observed=True)["estimate"].sum(), 1, rtol=1e-12)
        known = table.dropna(subset=["ci_low", "ci_high"])
        assert (known["ci_low"] <= known["estimate"] + 1e-9).all()
        assert (known["estimate"] <= known["ci_high"] + 1e-9).all()
        assert known["ci_low"].between(0, 1).all()
        assert known["ci_high"].between(0, 1).all()


@settings(deadline=None, max_examples=15)
@given(samples(), st.integers(1, 9))
def test_raked_margins_hold(frame: pd.DataFrame, shift: int) -> None:
    whole = frame.dropna(subset=["v", "g"])
    whole = whole[whole["stratum"].map(whole.groupby("stratum")["cluster"].nunique()) > 1]
    if whole.empty:
        return
    # margins that some weighting of these very persons has, so that raking can reach them
    other = whole["w"] * np.where(whole["v"] == whole["v"].iloc[0], shift, 1)
    marges = pd.concat(
        [
            pd.DataFrame(
                {"variabele": naam, "categorie": part.index.astype("str"), "aandeel": part / other.sum()}
            )
            for naam in ("v", "g")
            for part in [other.groupby(whole[naam], observed=True).sum()]
        ],
        ignore_index=True,
    )
    raked = rake(make(whole), marges)
    for naam in ("v", "g"):
        share = raked.weights.groupby(whole[naam], observed=True).sum() / raked.weights.sum()
        wanted = marges[marges["variabele"] == naam].set_index("categorie")["aandeel"]
        np.testing.assert_allclose(share.to_numpy(), wanted.to_numpy(), rtol=1e-10)
        # a margin that holds has no uncertainty left
        assert raked.proportion(naam, method="mean")["se"].max() < 1e-7


@settings(deadline=None, max_examples=15)
@given(samples())
def test_one_unit_in_a_stratum_raises_unless_the_user_chose(frame: pd.DataFrame) -> None:
    lonely = frame[(frame["stratum"] > 0) | (frame["cluster"] == 0)].assign(y=frame["y"].fillna(1))
    with pytest.raises(MethodeError, match="maar een eenheid"):
        make(lonely).mean("y")
    for choice in ("adjust", "certainty", "remove"):
        assert np.isfinite(make(lonely, lonely_psu=choice).mean("y")["se"]).all()


@settings(deadline=None, max_examples=15)
@given(samples())
def test_complete_enumeration_has_no_uncertainty(frame: pd.DataFrame) -> None:
    sizes = frame.groupby("stratum")["cluster"].transform("nunique")
    census = make(frame.assign(w=1.0, y=frame["y"].fillna(0), N=sizes), fpc="N")
    assert census.mean("y")["se"].item() == pytest.approx(0, abs=1e-9)


@settings(deadline=None, max_examples=15)
@given(samples())
def test_trimmed_weights_keep_their_total_and_their_bounds(frame: pd.DataFrame) -> None:
    try:
        trimmed = trim_weights(make(frame), lower=0.5, upper=2).weights
    except MethodeError:
        reject()  # every weight was cut: there is nobody to give the rest to
    assert trimmed.sum() == pytest.approx(frame["w"].sum())
    assert trimmed.between(0.5 * frame["w"].mean() - 1e-9, 2 * frame["w"].mean() + 1e-9).all()


@settings(deadline=None, max_examples=50)
@given(st.lists(st.floats(0, 1), min_size=1, max_size=30))
def test_an_adjusted_p_is_never_smaller_and_keeps_the_order(p: list[float]) -> None:
    for method in ("holm", "hochberg", "bh"):
        adjusted = adjust_p(p, method)
        assert (adjusted >= np.array(p) - 1e-15).all()
        assert (adjusted <= 1).all()
        order = np.argsort(p, kind="stable")
        assert (np.diff(adjusted[order]) >= 0).all()
    assert (adjust_p(p, "bh") <= adjust_p(p, "hochberg") + 1e-15).all()
    assert (adjust_p(p, "hochberg") <= adjust_p(p, "holm") + 1e-15).all()


@pytest.mark.parametrize("scale", [1, 0.375, 1e-7, 3])
def test_a_group_of_one_person_has_no_rounding_for_a_standard_error(scale: float) -> None:
    frame = pd.DataFrame({"y": [np.nan, 0, 42.5], "g": [None, None, "a"], "w": [scale, scale, 1.625 * scale]})
    assert Design(frame, weight="w").mean("y", by="g")["se"].item() == 0
