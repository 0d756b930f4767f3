"""Weights fitted to the population, what they cost, and what is refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import numpy as np
import pandas as pd
import pytest
from sklearn.linear_model import LogisticRegression

from burgerdata.errors import MethodeError
from burgerdata.statistics import (
    Design,
    calibrate,
    compare_composition,
    measure_dissimilarity,
    poststratify,
    rake,
    rake_within,
    report_weights,
    trim_weights,
    weight_attrition,
)


def make_margin(variabele: str, **numbers: float) -> pd.DataFrame:
    return pd.DataFrame(
        {"variabele": variabele, "categorie": list(numbers), "aantal": list(numbers.values())}
    )


FRAME = pd.DataFrame(
    {
        "g": list("mmvvvm"),
        "h": list("aababb"),
        "y": [1.0, 2.0, 3.0, 4.0, 5.0, 7.0],
        "w": [1.0, 1.0, 2.0, 1.0, 1.0, 1.0],
    }
)


def test_raked_weights_respect_the_base_weights() -> None:
    d = rake(Design(FRAME, weight="w"), make_margin("g", m=50, v=50))
    np.testing.assert_allclose(d.weights, [50 / 3, 50 / 3, 25, 12.5, 12.5, 50 / 3])


def test_shares_and_numbers_give_the_same_means() -> None:
    numbers = pd.concat([make_margin("g", m=40, v=60), make_margin("h", a=70, b=30)])
    shares = numbers.assign(aandeel=numbers["aantal"] / 100).drop(columns="aantal")
    one, two = rake(Design(FRAME, weight="w"), numbers), rake(Design(FRAME, weight="w"), shares)
    pd.testing.assert_frame_equal(one.mean("y")[["estimate", "se"]], two.mean("y")[["estimate", "se"]])
    assert two.weights.sum() == pytest.approx(7)


@pytest.mark.parametrize("variance", ["greg", "rake"])
def test_who_has_weight_0_changes_no_raked_standard_error(variance: Literal["greg", "rake"]) -> None:
    rng = np.random.default_rng(5)
    frame = pd.DataFrame(
        {"g": rng.choice(list("mv"), 60), "h": rng.choice(list("ab"), 60), "y": rng.normal(size=60)}
    )
    frame = frame.assign(c=np.arange(60) % 12, w=rng.uniform(1, 3, 60))
    # people who left: they lie in clusters that are there anyway, and nearly all in one category
    left = frame.iloc[:30].assign(w=0.0, g="v", y=9.0)
    marges = pd.concat([make_margin("g", m=40, v=60), make_margin("h", a=70, b=30)])
    with_them, without = (
        rake(Design(part, weight="w", cluster="c"), marges, variance=variance).mean("y")
        for part in (pd.concat([frame, left], ignore_index=True), frame)
    )
    pd.testing.assert_frame_equal(with_them, without, rtol=1e-9)


def make_half_known() -> tuple[pd.DataFrame, Callable[[pd.DataFrame], pd.DataFrame]]:
    """Return 400 people of whom some have no known trait, and the margins of a part of them."""
    rng = np.random.default_rng(8)
    frame = pd.DataFrame(
        {
            "g": rng.choice(["m", "v", "?"], 400, p=[0.36, 0.44, 0.2]),
            "h": rng.choice(["a", "b", "?"], 400, p=[0.3, 0.5, 0.2]),
        }
    )
    frame = frame.assign(
        y=rng.normal(size=400) + (frame["g"] == "m") - 2.0 * (frame["g"] == "?") + (frame["h"] == "a")
    )

    def lay(part: pd.DataFrame) -> pd.DataFrame:
        rows = []
        for naam, known in (("g", {"m": 0.4, "v": 0.6}), ("h", {"a": 0.35, "b": 0.65})):
            rest = float((part[naam] == "?").mean())
            rows += [(naam, wat, aandeel * (1 - rest), False) for wat, aandeel in known.items()]
            rows.append((naam, "?", rest, True))
        return pd.DataFrame(rows, columns=["variabele", "categorie", "aandeel", "geschat"])

    return frame, lay


@pytest.mark.parametrize("variance", ["greg", "rake"])
def test_a_share_that_the_sample_gave_keeps_its_standard_error(variance: Literal["greg", "rake"]) -> None:
    frame, lay = make_half_known()
    d = rake(Design(frame), lay(frame), variance=variance)
    for naam in "gh":
        share, row = (frame[naam] == "?").mean(), d.proportion(naam).set_index("level").loc["?"]
        assert row["estimate"] == pytest.approx(share)
        # as that of a plain share; residuals count with the calibrated weights, which vary among the known ones
        assert row["se"] == pytest.approx(np.sqrt(share * (1 - share) / 399), rel=0.02)
    # what is known of the known ones is their shares among each other
    m = d.proportion("g").set_index("level").loc["m"]
    assert m["se"] == pytest.approx(0.4 * d.proportion("g").set_index("level").loc["?", "se"], rel=1e-6)


def test_a_mean_beside_a_share_of_the_sample_has_the_error_of_the_jackknife() -> None:
    frame, lay = make_half_known()
    d = rake(Design(frame), lay(frame))
    left_out = [frame.drop(index=nr).reset_index(drop=True) for nr in frame.index]
    drawn = [rake(Design(part), lay(part)) for part in left_out]
    for naam, by in (("y", None), ("y", "h")):
        means = np.array([one.mean(naam, by=by)["estimate"] for one in drawn])
        jackknife = np.sqrt(399 / 400 * ((means - means.mean(axis=0)) ** 2).sum(axis=0))
        np.testing.assert_allclose(d.mean(naam, by=by)["se"], jackknife, rtol=0.05)


def test_one_margin_gives_the_same_whichever_way_it_is_fitted() -> None:
    margin = make_margin("g", m=40, v=60)
    d = Design(FRAME, weight="w")
    tables = [fit(d, margin).mean("y", by="h") for fit in (rake, poststratify, calibrate)]
    pd.testing.assert_frame_equal(tables[0], tables[1], rtol=1e-10)
    pd.testing.assert_frame_equal(tables[0], tables[2], rtol=1e-10)


def test_raking_a_raked_design_again_changes_nothing(clusters: Design, marges: pd.DataFrame) -> None:
    once = rake(clusters, marges)
    twice = rake(once, marges)
    np.testing.assert_allclose(once.weights, twice.weights, rtol=1e-9)
    # the second residuals are taken with other weights on what the margins no longer explain
    np.testing.assert_allclose(once.mean("cijfer1")["se"], twice.mean("cijfer1")["se"], rtol=0.01)


def test_a_raked_standard_error_is_smaller_than_that_of_fixed_weights(
    clusters: Design, marges: pd.DataFrame
) -> None:
    raked = rake(clusters, marges)
    fixed = Design(
        clusters.frame.assign(vast=raked.weights),
        weight="vast",
        strata="regio",
        cluster="gemeente",
        fpc="fpc1",
    )
    assert raked.total("meldingen")["estimate"].item() == pytest.approx(
        fixed.total("meldingen")["estimate"].item()
    )
    assert raked.total("meldingen")["se"].item() < 0.95 * fixed.total("meldingen")["se"].item()


def test_every_category_without_a_partner_is_named_at_once() -> None:
    margins = pd.concat([make_margin("g", man=50, v=50), make_margin("h", a=50, b=40, c=10)])
    with pytest.raises(MethodeError) as caught:
        rake(Design(FRAME), margins)
    text = str(caught.value)
    for part in (
        "'g': categorie 'm' staat niet in de marges",
        "'g': categorie 'man' komt bij de deelnemers niet voor",
        "'h': categorie 'c' komt bij de deelnemers niet voor",
    ):
        assert part in text


def test_whole_numbers_match_the_text_of_a_margins_file() -> None:
    frame = pd.DataFrame({"klasse": [1.0, 1.0, 2.0]})
    margins = pd.DataFrame({"variabele": "klasse", "categorie": ["1", "2"], "aandeel": [0.5, 0.5]})
    assert rake(Design(frame), margins).weights.tolist() == [0.75, 0.75, 1.5]


@pytest.mark.parametrize(
    ("margins", "message"),
    [
        (make_margin("G", m=1, v=1), "kolom 'G' bestaat niet"),
        (
            make_margin("g", m=1, v=1).drop(columns="aantal"),
            "geen volledig gevulde kolom 'aantal' of 'aandeel'",
        ),
        (make_margin("g", m=1, v=1).drop(columns="categorie"), "kolom 'categorie' bestaat niet"),
        (make_margin("g", m=1, v=1).head(0), "de marges zijn leeg"),
        (make_margin("g", m=-1, v=1), "negatief aantal"),
        (make_margin("g", m=0, v=1), "'m' heeft marge 0 maar komt wel voor"),
        (pd.concat([make_margin("g", m=1, v=1)] * 2), "staat meer dan eens in de marges"),
        (
            pd.concat([make_margin("g", m=50, v=50), make_margin("h", a=60, b=60)]),
            "tellen op tot 120 en niet tot 100",
        ),
        (make_margin("g", m=1, v=1).rename(columns={"aantal": "aandeel"}), "tellen op tot 2 en niet tot 1"),
    ],
)
def test_margins_that_cannot_be_used_are_refused_with_the_reason(margins: pd.DataFrame, message: str) -> None:
    with pytest.raises(MethodeError, match=message):
        rake(Design(FRAME), margins)


def test_missing_traits_are_counted_and_not_guessed() -> None:
    with pytest.raises(MethodeError, match="'g' is bij 1 deelnemers leeg"):
        rake(Design(FRAME.assign(g=["m", None, "v", "v", "v", "m"])), make_margin("g", m=1, v=1))


def test_margins_that_cannot_hold_together_are_refused() -> None:
    frame = pd.DataFrame({"g": ["m", "v"], "h": ["a", "b"]})
    margins = pd.concat([make_margin("g", m=50, v=50), make_margin("h", a=60, b=40)])
    with pytest.raises(MethodeError, match="niet allemaal tegelijk"):
        rake(Design(frame), margins)
    with pytest.raises(MethodeError, match="niet allemaal tegelijk"):
        calibrate(Design(frame), margins)


def test_a_subset_and_a_second_variable_are_refused() -> None:
    d = Design(FRAME)
    with pytest.raises(MethodeError, match="weeg eerst, en filter daarna"):
        rake(d.subset(FRAME["h"] == "a"), make_margin("g", m=1, v=1))
    with pytest.raises(MethodeError, match="poststratify weegt op een variabele"):
        poststratify(d, pd.concat([make_margin("g", m=1, v=1), make_margin("h", a=1, b=1)]))
    with pytest.raises(MethodeError, match="alleen personen met gewicht 0"):
        rake(Design(FRAME.assign(w=[0, 0, 1, 1, 1, 0]), weight="w"), make_margin("g", m=1, v=1))
    with pytest.raises(MethodeError, match="liggen rond het gemiddelde"):
        trim_weights(d, lower=2)


def test_trimming_spreads_what_is_cut_over_the_weights_not_yet_cut() -> None:
    d = Design(pd.DataFrame({"w": [10.0, 5.0, 4.0, 1.0]}), weight="w")
    # bounds 2.5 and 6: 10 and 1 are cut, 4 - 1.5 is left over, 1.25 for each of the others, 5 becomes 6.25 and is cut
    np.testing.assert_allclose(trim_weights(d, lower=0.5, upper=1.2).weights, [6, 6, 5.5, 2.5])
    with pytest.raises(MethodeError, match="kies ruimere grenzen"):
        trim_weights(Design(pd.DataFrame({"w": [1.0, 9.0]}), weight="w"), lower=0.5, upper=1.2)


def test_trimming_leaves_who_has_no_weight_without() -> None:
    # the four that count have mean 4, so bounds 2 and 8: what 9 gives up is what 1 takes
    frame = pd.DataFrame({"w": [0.0, 1.0, 3.0, 3.0, 9.0, 0.0]})
    trimmed = trim_weights(Design(frame, weight="w"), lower=0.5, upper=2).weights
    assert trimmed.tolist() == pytest.approx([0, 2, 3, 3, 8, 0])


def test_trimming_after_attrition_does_not_bring_back_who_left() -> None:
    frame = pd.DataFrame({"k": list("aaaaaabbbb"), "bleef": [True] * 5 + [False] + [True] * 2 + [False] * 2})
    # 5 of 6 and 2 of 4 stayed: weights 1.2 and 2, their mean 10 / 7, within the bounds 0.3 and 3 of it
    trimmed = trim_weights(weight_attrition(Design(frame), "bleef", "k")).weights
    assert trimmed.tolist() == pytest.approx([1.2] * 5 + [0] + [2.0] * 2 + [0] * 2)


def test_the_report_on_weights_is_that_of_kish() -> None:
    row = report_weights(Design(FRAME, weight="w")).iloc[0]
    assert row[["n", "total"]].tolist() == [6, 7]
    assert row["deff"] == pytest.approx(6 * 9 / 49)
    assert row["n_eff"] == pytest.approx(49 / 9)
    assert row[["min", "max"]].tolist() == pytest.approx([6 / 7, 12 / 7])


def test_the_composition_shows_sample_weighting_and_population(
    clusters: Design, marges: pd.DataFrame
) -> None:
    table = compare_composition(rake(clusters, marges), marges)
    np.testing.assert_allclose(table["after"], table["population"], rtol=1e-9)
    assert table["dissimilarity_after"].max() < 1e-9
    before = compare_composition(clusters, marges)
    np.testing.assert_allclose(before["before"], table["before"])
    regio = clusters.frame.groupby("regio")["gewicht"].sum() / clusters.frame["gewicht"].sum()
    np.testing.assert_allclose(table.loc[table["variabele"] == "regio", "before"], regio)


def test_dissimilarity_is_0_for_equals_and_1_for_strangers() -> None:
    assert measure_dissimilarity(np.array([2.0, 6.0]), np.array([25.0, 75.0])) == 0
    assert measure_dissimilarity(np.array([1.0, 0.0]), np.array([0.0, 3.0])) == 1
    with pytest.raises(MethodeError, match="dezelfde categorieën"):
        measure_dissimilarity(np.array([1.0]), np.array([1.0, 2.0]))


def make_panel() -> pd.DataFrame:
    rng = np.random.default_rng(8)
    n = 2000
    age, region = rng.normal(45, 15, n), rng.choice(["n", "o", "z"], n)
    chance = 1 / (1 + np.exp(-(0.3 + 0.03 * (age - 45) - 0.8 * (region == "z"))))
    frame = pd.DataFrame({"leeftijd": age, "regio": region, "w": rng.uniform(0.5, 2, n)})
    return frame.assign(bleef=rng.random(n) < chance)


def test_the_chance_of_staying_equals_that_of_scikit_learn() -> None:
    panel = make_panel()
    d = weight_attrition(Design(panel, weight="w"), "bleef", ["leeftijd", "regio"])
    x = pd.get_dummies(panel["regio"]).assign(leeftijd=(panel["leeftijd"] - 45) / 15).to_numpy(dtype=float)
    model = LogisticRegression(C=np.inf, tol=1e-10, max_iter=10_000, fit_intercept=False)
    chance = model.fit(x, panel["bleef"], sample_weight=panel["w"]).predict_proba(x)[:, 1]
    stayed = panel["bleef"].to_numpy()
    np.testing.assert_allclose(d.weights[stayed], (panel["w"] / chance)[stayed], rtol=1e-4)
    assert (d.weights[~stayed] == 0).all()


def test_attrition_weights_mend_the_mean_of_what_drives_leaving() -> None:
    panel = make_panel()
    d = Design(panel, weight="w")
    whole = d.mean("leeftijd")["estimate"].item()
    stayers = d.subset(panel["bleef"]).mean("leeftijd")["estimate"].item()
    weighted = weight_attrition(d, "bleef", ["leeftijd", "regio"])
    assert abs(stayers - whole) > 1.5
    assert abs(weighted.mean("leeftijd")["estimate"].item() - whole) < 0.5
    assert weighted.mean("leeftijd")["n"].item() == panel["bleef"].sum()


def test_attrition_weights_can_be_raked_afterwards() -> None:
    panel = make_panel()
    weighted = weight_attrition(Design(panel, weight="w"), "bleef", "regio")
    raked = rake(weighted, make_margin("regio", n=100, o=200, z=300))
    totals = raked.weights.groupby(panel["regio"]).sum()
    np.testing.assert_allclose(totals, [100, 200, 300])
    assert (raked.weights[~panel["bleef"]] == 0).all()


def test_attrition_without_anyone_to_stand_for_a_group_is_refused() -> None:
    frame = pd.DataFrame({"g": list("aabb"), "bleef": [True, True, False, False], "x": [1.0, None, 2.0, 3.0]})
    with pytest.raises(MethodeError, match="niemand voor hen kan staan"):
        weight_attrition(Design(frame), "bleef", "g")
    with pytest.raises(MethodeError, match="iedereen of niemand"):
        weight_attrition(Design(frame.assign(bleef=True)), "bleef", "g")
    with pytest.raises(MethodeError, match="niet voor iedereen waar of onwaar"):
        weight_attrition(Design(frame), "g", "x")
    with pytest.raises(MethodeError, match="niet overal gevuld"):
        weight_attrition(Design(frame.assign(bleef=[True, False, True, False])), "bleef", "x")


def test_weights_within_bounds_meet_the_margins_and_keep_the_residuals() -> None:
    rng = np.random.default_rng(8)
    frame = pd.DataFrame({"g": ["a"] * 340 + ["b"] * 60, "w": rng.uniform(0.5, 1.5, 400)})
    frame = frame.assign(y=np.where(frame["g"] == "a", 4.0, 8.0) + rng.normal(0, 0.1, 400))
    margins = pd.DataFrame({"variabele": "g", "categorie": ["a", "b"], "aandeel": [0.7, 0.3]})
    d = rake_within(Design(frame, weight="w"), margins, lower=0.4, upper=2.4)
    share = d.weights / d.weights.mean()
    assert share.between(0.4 - 1e-9, 2.4 + 1e-9).all()
    assert rake(Design(frame, weight="w"), margins).weights.max() / d.weights.mean() > 2.4
    row = d.mean("y").iloc[0]
    assert row["estimate"] == pytest.approx(0.7 * 4 + 0.3 * 8, abs=0.05)
    # What is left varies by 0.1 per person, not by the 1.4 between the groups.
    assert row["se"] < 0.01


def test_bounds_that_leave_a_margin_off_are_refused() -> None:
    frame = pd.DataFrame({"g": ["a"] * 90 + ["b"] * 10})
    margins = pd.DataFrame({"variabele": "g", "categorie": ["a", "b"], "aandeel": [0.5, 0.5]})
    with pytest.raises(MethodeError, match="kies ruimere grenzen"):
        rake_within(Design(frame), margins, lower=0.3, upper=3)
