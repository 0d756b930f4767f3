"""What a Design refuses, and what its tables look like."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from burgerdata.errors import BurgerdataError, MethodeError
from burgerdata.statistics import Design, rake

COLUMNS = ["estimate", "se", "df", "ci_low", "ci_high", "deff", "n", "n_eff"]


def test_every_table_has_the_same_columns(clusters: Design) -> None:
    assert list(clusters.mean("cijfer1")) == COLUMNS
    assert list(clusters.total("meldingen", by="regio")) == ["regio", *COLUMNS]
    assert list(clusters.ratio("afgehandeld", "meldingen", by=["regio", "geslacht"])) == [
        "regio",
        "geslacht",
        *COLUMNS,
    ]
    assert list(clusters.proportion("vertrouwen", by="regio")) == ["regio", "level", *COLUMNS]
    assert list(clusters.quantile("cijfer1", 0.5, by="regio")) == ["regio", "prob", *COLUMNS]
    assert list(clusters.crosstab("gebruikt", "opleiding")) == ["opleiding", "level", *COLUMNS]
    assert list(clusters.change("cijfer1", "cijfer2")) == [*COLUMNS, "n_both", "n_first", "n_second"]
    assert list(clusters.test_independence("gebruikt", "opleiding")) == [
        "statistic",
        "df1",
        "df2",
        "p_value",
        "method",
    ]
    assert {"statistic", "df1", "df2", "p_value", "method"} <= set(clusters.ttest("cijfer1", by="gebruikt"))


def test_no_table_has_an_object_column(clusters: Design) -> None:
    tables = [
        clusters.proportion("gebruikt", by=["regio", "vertrouwen"]),
        clusters.crosstab("gebruikt", "opleiding", share="totaal"),
        clusters.test_independence("gebruikt", "opleiding"),
        clusters.ttest("cijfer1", by="gebruikt"),
        clusters.change("gebruikt", "gebruikt", by="regio"),
    ]
    for table in tables:
        assert "object" not in [str(kind) for kind in table.dtypes]
        assert table["n"].dtype == np.int64 if "n" in table else True


def test_a_category_nobody_chose_is_a_row_with_share_zero() -> None:
    answers = pd.Categorical(["ja", "ja", "nee", None], categories=["ja", "nee", "soms"], ordered=True)
    table = Design(pd.DataFrame({"v": answers})).proportion("v")
    assert table["level"].tolist() == ["ja", "nee", "soms"]
    assert table["level"].dtype == answers.dtype
    assert table["estimate"].tolist() == pytest.approx([2 / 3, 1 / 3, 0])
    assert table["n"].tolist() == [3, 3, 3]
    # nobody of 3: the exact one-sided bound of Clopper and Pearson, 1 - 0.025^(1/3)
    assert table["ci_low"].iloc[2] == 0
    assert table["ci_high"].iloc[2] == pytest.approx(1 - 0.025 ** (1 / 3))


def test_a_missing_answer_is_a_domain_and_not_a_smaller_sample(enquete: pd.DataFrame) -> None:
    d = Design(enquete, weight="gewicht", strata="regio", cluster="gemeente")
    known = d.subset(enquete["cijfer1"].notna())
    assert d.mean("cijfer1")["se"].item() == pytest.approx(known.mean("cijfer1")["se"].item(), rel=1e-13)
    assert d.mean("cijfer1")["n"].item() == enquete["cijfer1"].notna().sum()


def test_missing_values_in_every_column_leave_the_groups_that_are_known(groot: pd.DataFrame) -> None:
    d = Design(groot, weight="w", strata="stratum", cluster="psu")
    table = d.proportion("ja", by="groep")
    assert table["groep"].cat.categories.tolist() == list("abcd")
    known = groot.dropna(subset=["ja", "groep"])
    wanted = (
        known.groupby(["groep", "ja"], observed=True)["w"].sum()
        / known.groupby("groep", observed=True)["w"].sum()
    )
    np.testing.assert_allclose(table["estimate"], wanted.to_numpy(), rtol=1e-12)
    assert table["n"].tolist() == np.repeat(known.groupby("groep", observed=True).size(), 3).tolist()


def test_a_question_without_answers_gives_an_empty_or_missing_row() -> None:
    d = Design(pd.DataFrame({"y": [np.nan, np.nan], "g": ["a", "b"]}))
    assert d.mean("y", by="g").empty
    row = d.mean("y").iloc[0]
    assert row["n"] == 0
    assert np.isnan(row["estimate"])


def test_a_person_of_weight_zero_is_not_counted() -> None:
    d = Design(pd.DataFrame({"y": [1.0, 2.0, 9.0], "w": [1.0, 1.0, 0.0]}), weight="w")
    assert d.mean("y")[["estimate", "n"]].iloc[0].tolist() == [1.5, 2]


def test_the_frame_of_the_caller_is_not_touched_and_not_followed() -> None:
    frame = pd.DataFrame({"y": [1.0, 2.0, 3.0]})
    d = Design(frame)
    d.proportion("y", by="y")
    frame["y"] = 0.0
    assert d.mean("y")["estimate"].item() == 2.0


def test_clusters_of_the_same_name_in_two_strata_are_two_clusters() -> None:
    frame = pd.DataFrame({"s": list("aabb"), "c": [1, 2, 1, 2], "y": [1.0, 2.0, 3.0, 5.0]})
    assert Design(frame, strata="s", cluster="c").df == 2


def test_the_interval_of_a_mean_uses_student_with_the_df_shown(clusters: Design) -> None:
    row = clusters.mean("cijfer1").iloc[0]
    assert row["df"] == 20
    # t(0.975, 20) from a printed table
    assert (row["ci_high"] - row["estimate"]) / row["se"] == pytest.approx(2.0859634, rel=1e-7)


def test_a_simple_random_sample_has_design_effect_one() -> None:
    rng = np.random.default_rng(3)
    frame = pd.DataFrame({"y": rng.normal(size=50), "v": rng.choice(["a", "b"], 50), "N": 400})
    with_replacement, without = Design(frame), Design(frame, fpc="N")
    for d in (with_replacement, without):
        assert d.mean("y")["deff"].item() == pytest.approx(1)
        assert d.total("y")["deff"].item() == pytest.approx(1)
        np.testing.assert_allclose(d.proportion("v")["deff"], 1)
        np.testing.assert_allclose(d.mean("y")["n_eff"], 50)


def test_scaled_weights_have_the_design_effect_of_expanding_ones(enquete: pd.DataFrame) -> None:
    scaled = enquete.assign(g=enquete["gewicht"] / enquete["gewicht"].mean())
    by_hand = Design(scaled, weight="g", strata="regio", cluster="gemeente").mean("cijfer1", by="regio")
    expanded = Design(enquete, weight="gewicht", strata="regio", cluster="gemeente").mean(
        "cijfer1", by="regio"
    )
    # the expanding weights know the sampling fraction, about 5%
    np.testing.assert_allclose(by_hand["deff"], expanded["deff"], rtol=0.1)


@pytest.mark.parametrize("scale", [0.01, 1.0, 1.49, 1.51, 1e5])
def test_the_effective_sample_does_not_depend_on_the_scale_of_the_weights(scale: float) -> None:
    frame = pd.DataFrame(
        {"y": [1.0, 5.0, 3.0, 4.0, 2.0, 2.0, 5.0, 1.0], "w": np.resize([0.8, 1.2], 8) * scale}
    )
    w, left = np.resize([0.8, 1.2], 8), frame["y"] - np.average(frame["y"], weights=frame["w"])
    effective = 8 * (w * left**2).sum() / (w**2 * left**2).sum()
    assert Design(frame, weight="w").mean("y")["n_eff"].item() == pytest.approx(effective)


def test_population_sizes_make_the_effective_sample_one_without_replacement() -> None:
    frame = pd.DataFrame({"y": [1.0, 2.0, 4.0, 8.0, 3.0, 5.0], "s": list("aaabbb"), "N": [9] * 3 + [6] * 3})
    row = Design(frame, strata="s", fpc="N").mean("y").iloc[0]
    # 6 of 15: strata weigh 9/15 and 6/15, (1 - 3/9) and (1 - 3/6) are left of each variance
    means, variances = frame.groupby("s")["y"].mean(), frame.groupby("s")["y"].var()
    share = np.array([0.6, 0.4])
    variance = (share**2 * np.array([2 / 3, 1 / 2]) * variances / 3).sum()
    within = sum(share[i] * ((frame["y"][3 * i : 3 * i + 3] - share @ means) ** 2).mean() for i in (0, 1))
    assert row["n_eff"] == pytest.approx(within * 6 / 5 * (1 - 6 / 15) / variance)


@pytest.mark.parametrize("soort", ["bool", "boolean", "object"])
def test_a_filter_is_of_true_and_false_and_missing_is_out(soort: str) -> None:
    y = pd.Series([1.0, 2.0, 6.0])
    mask = pd.Series([True, False if soort == "bool" else None, True], dtype=soort)
    row = Design(pd.DataFrame({"y": y})).subset(mask).mean("y").iloc[0]
    assert (row["estimate"], row["n"]) == (3.5, 2)


def test_a_number_of_persons_has_the_design_effect_of_a_share_times_everyone(clusters: Design) -> None:
    srs = Design(pd.DataFrame({"g": list("aaabb") * 4}))
    table = srs.total(by="g")
    # a simple random sample of 20, weights 1: N^2 p (1 - p) / (n - 1)
    np.testing.assert_allclose(table["se"], np.sqrt(400 * 0.24 / 19))
    np.testing.assert_allclose(table["deff"], 1)
    np.testing.assert_allclose(table["n_eff"], [12, 8])
    np.testing.assert_allclose(srs.replicates("JKn").total(by="g")["deff"], 1)
    table, w = clusters.total(by="opleiding"), clusters.weights
    p = table["estimate"] / w.sum()
    simple = w.sum() ** 2 * p * (1 - p) / (len(w) - 1) * (1 - len(w) / w.sum())
    np.testing.assert_allclose(table["deff"], table["se"] ** 2 / simple)


def test_nobody_in_any_group_is_a_table_without_rows() -> None:
    frame = pd.DataFrame(
        {"y": [1.0, 2.0, 3.0], "g": pd.Categorical([None, None, None], categories=["a", "b"])}
    )
    for d in (Design(frame), Design(frame).per_group()):
        assert d.mean("y", by="g").empty
        assert d.proportion("y", by="g").empty


@pytest.mark.parametrize("cluster", ["gemeente", None])
def test_a_group_can_have_the_interval_of_its_people_alone(
    enquete: pd.DataFrame, cluster: str | None
) -> None:
    d = Design(enquete, weight="gewicht", strata="regio", cluster=cluster)
    for naam in ("opleiding", "leeftijdsgroep"):
        tables = {
            "mean": d.per_group().mean("cijfer1", by=naam),
            "total": d.per_group().total(by=naam),
            "share": d.per_group().proportion("gebruikt", by=naam, method="beta"),
            "change": d.per_group().change("cijfer1", "cijfer2", by=naam),
        }
        for label in enquete[naam].dropna().unique():
            alone = d.subset(enquete[naam] == label)
            asked = {
                "mean": alone.mean("cijfer1"),
                "total": alone.total(),
                "share": alone.proportion("gebruikt", method="beta"),
                "change": alone.change("cijfer1", "cijfer2"),
            }
            inside = enquete[enquete[naam] == label]
            units = len(inside) if cluster is None else inside[["regio", cluster]].drop_duplicates().shape[0]
            for what, table in tables.items():
                ours = table[table[naam] == label].drop(columns=naam).reset_index(drop=True)
                pd.testing.assert_frame_equal(ours, asked[what], rtol=1e-12)
                assert (ours["df"] == units - inside["regio"].nunique()).all()


def test_what_the_design_fixes_has_no_error_at_all() -> None:
    rng = np.random.default_rng(0)
    frame = pd.DataFrame({naam: rng.choice(list("abc"), 40, p=[0.5, 0.3, 0.2]) for naam in "gho"})
    frame = frame.assign(w=rng.uniform(0.2, 5, 40), c=np.arange(40) % 10)
    shares = pd.DataFrame({"categorie": list("abc"), "aandeel": [0.4, 0.35, 0.25]})
    marges = pd.concat([shares.assign(variabele=naam) for naam in "gho"])
    for options in ({}, {"cluster": "c"}):
        table = rake(Design(frame, weight="w", **options), marges).proportion("g")
        assert table["se"].tolist() == [0, 0, 0]
        assert table["n_eff"].tolist() == [40, 40, 40]
    # two strata that differ and nothing within them: the mean is 0 and certain
    fixed = pd.DataFrame({"s": ["a"] * 3 + ["b"] * 3, "y": [-0.1] * 3 + [0.1] * 3})
    assert Design(fixed, strata="s").mean("y")["se"].item() == 0
    # one of a million is not rounding
    rare = pd.DataFrame({"y": np.arange(1_000_000) == 7})
    assert Design(rare).mean("y")["se"].item() == pytest.approx(1e-6)


@pytest.mark.parametrize("scale", [0.3, 1 / 6, 1e-7, 0.1, 1.0, 1e6])
def test_quantiles_do_not_depend_on_the_scale_of_the_weights(scale: float) -> None:
    frame = pd.DataFrame({"x": np.arange(1.0, 11), "w": scale})
    # of ten persons the k-th is the first with a share of k / 10 at or below it
    found = Design(frame, weight="w").quantile("x", [k / 10 for k in range(1, 10)])
    assert found["estimate"].tolist() == [1, 2, 3, 4, 5, 6, 7, 8, 9]


def test_quantiles_of_whole_weights_equal_those_of_repeated_persons() -> None:
    values, times = np.array([1.0, 2.0, 4.0, 8.0]), np.array([1, 3, 2, 4])
    repeated = np.repeat(values, times)
    frame = pd.DataFrame({"y": values, "w": times.astype(float)})
    probs = [0.05, 0.1, 0.25, 0.4, 0.5, 0.6, 0.75, 0.99]
    found = Design(frame, weight="w").quantile("y", probs)["estimate"]
    np.testing.assert_array_equal(found, np.quantile(repeated, probs, method="inverted_cdf"))
    alone = Design(pd.DataFrame({"y": repeated})).quantile("y", probs, rule="hf7")["estimate"]
    np.testing.assert_allclose(alone, np.quantile(repeated, probs, method="linear"))


def test_crosstab_shares_add_up_the_way_that_was_asked(clusters: Design) -> None:
    by_column = clusters.crosstab("gebruikt", "opleiding")
    by_row = clusters.crosstab("gebruikt", "opleiding", share="rij")
    whole = clusters.crosstab("gebruikt", "opleiding", share="totaal")
    np.testing.assert_allclose(by_column.groupby("opleiding")["estimate"].sum(), 1)
    np.testing.assert_allclose(by_row.groupby("gebruikt")["estimate"].sum(), 1)
    assert whole["estimate"].sum() == pytest.approx(1)
    assert len(by_column) == len(by_row) == len(whole) == 6


FRAME = pd.DataFrame(
    {"y": [1.0, 2.0, 3.0, 4.0], "s": ["a", "a", "b", "b"], "w": [1.0, 2.0, 1.0, 1.0], "t": list("xyxy")}
)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"weight": "gewigt"}, "kolom 'gewigt' bestaat niet; kies"),
        ({"strata": "S"}, "kolom 'S' bestaat niet"),
        ({"weight": "t"}, "kolom 't' bevat geen getallen"),
        ({"lonely_psu": "kies"}, "lonely_psu 'kies' bestaat niet; kies uit fail, adjust"),
        ({"cluster": "s", "fpc": ["w", "y"]}, "meer strata of fpc-kolommen dan trekkingstrappen"),
        ({"strata": "s", "fpc": "w"}, "verschilt binnen een stratum"),
    ],
)
def test_a_design_that_cannot_be_is_refused_with_its_remedy(options: dict[str, object], message: str) -> None:
    with pytest.raises(MethodeError, match=message):
        Design(FRAME, **options)


@pytest.mark.parametrize(
    ("column", "values", "option", "message"),
    [
        ("w", [1.0, np.nan, 1.0, 1.0], "weight", "bij 1 personen leeg"),
        ("w", [1.0, -2.0, 1.0, 1.0], "weight", "bij 1 personen negatief"),
        ("w", [0.0, 0.0, 0.0, 0.0], "weight", "overal 0"),
        ("s", ["a", None, "b", "b"], "strata", "in 1 rijen leeg"),
        ("N", [0.5, 0.5, 0.5, 0.5], "fpc", "kleiner dan het aantal"),
        ("N", [9.0, np.nan, 9.0, 9.0], "fpc", "niet overal gevuld"),
    ],
)
def test_an_empty_or_wrong_design_column_is_refused(
    column: str, values: list[object], option: str, message: str
) -> None:
    with pytest.raises(MethodeError, match=message):
        Design(FRAME.assign(**{column: values}), **{option: column})


def test_a_mistyped_question_is_refused_with_the_nearest_name() -> None:
    with pytest.raises(BurgerdataError, match="bedoelde u 'cijfer'"):
        Design(pd.DataFrame({"cijfer": [1.0]})).mean("cijver")


@pytest.mark.parametrize(
    ("ask", "message"),
    [
        (lambda d: d.mean("t"), "bevat geen getallen"),
        (lambda d: d.mean("y", confidence=95), "tussen 0 en 1"),
        (lambda d: d.proportion("t", method="wald"), "kies uit logit, beta, wilson, mean"),
        (lambda d: d.quantile("y", 50), "ligt tussen 0 en 1"),
        (lambda d: d.quantile("y", rule="hf9"), "kies uit math, hf7"),
        (lambda d: d.crosstab("t", "s", share="cel"), "kies uit kolom, rij, totaal"),
        (lambda d: d.test_independence("t", "s", statistic="G"), "kies uit F, Chisq, adjWald"),
        (
            lambda d: d.subset(d.frame["s"] == "a").test_independence("t", "s"),
            "te weinig verschillende antwoorden",
        ),
        (lambda d: d.ttest("y", by="y"), "een t-toets vergelijkt er twee"),
        (lambda d: d.ttest("y", by="s", paired="w"), "kies tussen"),
        (lambda d: d.change("y", "w", overlap="geen"), "kies uit all, both"),
        (lambda d: d.subset(np.array([True])), "het filter heeft 1 rijen"),
        (lambda d: d.subset(d.frame["y"]), "geen reeks van waar en onwaar, maar van soort"),
        (lambda d: d.subset(np.array([1, 0, 1, 0])), "geen reeks van waar en onwaar, maar van soort int64"),
        (lambda d: d.subset(d.frame["s"]), "geen reeks van waar en onwaar, maar van soort str"),
        (lambda d: d.subset(pd.Series([True] * 4, index=list("abcd"))), "andere index"),
        (lambda d: d.replicates("BRR"), "kies uit bootstrap, JKn"),
    ],
)
def test_a_question_that_cannot_be_answered_is_refused_with_its_remedy(ask: object, message: str) -> None:
    with pytest.raises(MethodeError, match=message):
        ask(Design(FRAME))


def test_an_empty_frame_is_refused() -> None:
    with pytest.raises(MethodeError, match="geen rijen"):
        Design(pd.DataFrame({"y": []}))


def test_an_average_for_lonely_units_needs_one_stratum_that_is_not() -> None:
    frame = pd.DataFrame({"s": ["a", "b"], "y": [1.0, 2.0]})
    assert np.isnan(Design(frame, strata="s", lonely_psu="average").mean("y")["se"]).all()


@pytest.mark.parametrize("naam", ["estimate", "se", "n", "n_eff", "level", "prob", "n_both"])
def test_groups_named_as_a_column_of_the_result_ask_for_another_name(naam: str) -> None:
    frame = pd.DataFrame({"x": [1.0, 2.0, 3.0, 5.0], "v": list("jnjn"), naam: list("aabb")})
    d = Design(frame.assign(y=frame["x"] + 1, w=frame["v"]))
    ask = {
        "level": [
            lambda: d.proportion("v", by=naam),
            lambda: d.crosstab("v", naam, share="totaal"),
            lambda: d.change("v", "w", by=naam),
        ],
        "prob": [lambda: d.quantile("x", by=naam)],
        "n_both": [lambda: d.change("x", "y", by=naam)],
    }
    for call in ask.get(naam, [lambda: d.mean("x", by=naam), lambda: d.crosstab("v", naam, share="totaal")]):
        with pytest.raises(MethodeError, match=f"kolom '{naam}' heet als een kolom van de uitkomst; hernoem"):
            call()
    if naam in ask:
        assert d.mean("x", by=naam)["estimate"].tolist() == [1.5, 4.0]


def test_a_ratio_to_nothing_is_missing() -> None:
    frame = pd.DataFrame({"af": range(1, 8), "in": [0.0] * 4 + [2.0, 5.0, 11.0], "g": list("aaaabbb")})
    # sums are measured from the mean of the column, 18 / 7, so that with uneven weights 0 comes out as rounding
    for weight in (1.0, [0.1, 0.2, 0.3, 0.7, 1, 1, 1], [1 / 3, 1.1, 2.7, 0.9, 1, 1, 1]):
        table = Design(frame.assign(w=weight), weight="w").ratio("af", "in", by="g")
        assert table["estimate"].isna().tolist() == [True, False]
        assert table.loc[0, ["se", "ci_low", "ci_high"]].isna().all()
        assert table.loc[1, "estimate"] == pytest.approx(1)


@pytest.mark.parametrize("statistic", ["F", "Chisq", "adjWald"])
@pytest.mark.parametrize("answers", ["xxxyyy", "xxyyzz"])
def test_an_answer_that_follows_from_the_other_cannot_be_tested(statistic: str, answers: str) -> None:
    # R: solve() finds the covariance singular, or returns a statistic of 1e32
    frame = pd.DataFrame({"a": list(answers), "b": list(answers.replace("x", "u").replace("y", "v"))})
    with pytest.raises(MethodeError, match=r"geen steekproefonzekerheid|te veel lege cellen"):
        Design(pd.concat([frame] * 5, ignore_index=True)).test_independence("a", "b", statistic=statistic)


def test_questions_about_answers_are_the_same_with_rows_in_any_order(enquete: pd.DataFrame) -> None:
    margins = pd.DataFrame({"variabele": "geslacht", "categorie": ["man", "vrouw"], "aandeel": [0.4, 0.6]})
    tables = []
    for frame in (enquete.sort_values(["regio", "gemeente"]), enquete.sample(frac=1, random_state=3)):
        d = Design(frame, weight="gewicht", strata="regio", cluster="gemeente", fpc="fpc1")
        d = rake(d, margins).subset(lambda f: f["leeftijd"] > 30)
        d.proportion("gebruikt")
        tables.append(
            [
                d.proportion("gebruikt", by=["opleiding", "regio"]),
                d.crosstab("gebruikt", "opleiding", share="totaal"),
                d.test_independence("gebruikt", "opleiding"),
            ]
        )
    assert d.core.sampling.order is not None
    for sorted_rows, mixed in zip(*tables, strict=True):
        pd.testing.assert_frame_equal(sorted_rows, mixed, rtol=1e-9)


def test_a_column_changed_in_the_frame_afterwards_changes_no_estimate() -> None:
    d = Design(pd.DataFrame({"b": ["p"] * 4 + ["q"] * 4, "x": [1.0] * 8}))
    d.proportion("b")
    d.frame["b"] = ["p"] * 2 + ["q"] * 6
    assert d.proportion("b")["estimate"].tolist() == [0.5, 0.5]
    assert d.mean("x", by="b")["n"].tolist() == [4, 4]
