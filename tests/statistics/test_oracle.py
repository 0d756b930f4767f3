"""Every stored result of R survey 4.5, reproduced from the same data."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from burgerdata.statistics import Design, adjust_p, calibrate, mcnemar, poststratify, rake, trim_weights

MAP = Path(__file__).parent / "oracle"
RESULTS: dict[str, dict[str, Any]] = json.loads((MAP / "r_survey_4.5.json").read_text("utf-8"))["results"]
DESIGNS: dict[str, dict[str, Any]] = {
    "srs": {},
    "gewogen": {"weight": "gewicht"},
    "strat": {"weight": "gewicht", "strata": "regio"},
    "clus": {"weight": "gewicht", "strata": "regio", "cluster": "gemeente"},
    "clus_fpc": {"weight": "gewicht", "strata": "regio", "cluster": "gemeente", "fpc": "fpc1"},
    "twostage": {"strata": "regio", "cluster": ["gemeente", "respondent"], "fpc": ["fpc1", "fpc2"]},
}
RAKED = {"rake2": ["opleiding", "geslacht"], "rake4": ["opleiding", "geslacht", "leeftijdsgroep", "regio"]}


@cache
def enquete() -> pd.DataFrame:
    return pd.read_csv(MAP / "enquete.csv")


@cache
def design(name: str) -> Design:
    return Design(enquete(), **DESIGNS[name])


def marges(*variabelen: str) -> pd.DataFrame:
    frame = pd.read_csv(MAP / "marges.csv")
    return pd.concat([frame[frame["variabele"] == naam] for naam in variabelen])


@cache
def calibrated(name: str, how: str) -> Design:
    if how == "ps":
        return poststratify(design(name), marges("opleiding"))
    if how == "calibrate_linear":
        return calibrate(design(name), marges(*RAKED["rake2"]))
    if how == "calibrate_raking":
        return rake(design(name), marges(*RAKED["rake2"]))
    if how.endswith("trim_0.3_3"):
        return trim_weights(rake(design(name), marges(*RAKED["rake4"]), variance="rake"), lower=0.3, upper=3)
    return rake(design(name), marges(*RAKED[how]), variance="rake")


def same(ours: Any, theirs: Any) -> None:
    if theirs is None:
        assert np.isnan(ours)
        return
    np.testing.assert_allclose(np.ravel(ours), np.ravel(theirs), rtol=1e-8, atol=1e-12)


def check_estimates(table: pd.DataFrame, entry: dict[str, Any]) -> None:
    """Compare every field of an estimate that R gives; each must be known here."""
    fields = {
        "est": "estimate",
        "se": "se",
        "degf": "df",
        "ci95_t_lo": "ci_low",
        "ci95_t_hi": "ci_high",
        "ci95_lo": "ci_low",
        "ci95_hi": "ci_high",
        "probs": "prob",
        "deff": "deff",
    }
    known = {"design", "call", "names"}
    assert set(entry) <= set(fields) | known
    for field, column in fields.items():
        if field == "degf" and field in entry:
            assert (table["df"] == entry["degf"]).all()
        elif entry.get(field) is not None:
            same(table[column], entry[field])


def ask(d: Design, statistic: str) -> pd.DataFrame:
    """Return what this library answers to one of the estimates of the reference."""
    kind, *rest = statistic.split(".")
    asked: dict[str, Callable[[], pd.DataFrame]] = {
        "mean": lambda: d.mean(rest[0]),
        "total": lambda: d.total(rest[0]),
        "prop": lambda: d.proportion(rest[0], method="mean"),
        "ratio": lambda: d.ratio(*rest[0].split("_")),
        "subset": lambda: d.subset(lambda f: f["opleiding"] == rest[0]).mean(rest[1]),
        "quantile": lambda: d.quantile(rest[0], [0.25, 0.5, 0.75], rule=rest[1]),
    }
    if statistic == "by.gebruikt_opleiding":
        table = d.proportion("gebruikt", by="opleiding", method="mean")
        return table.sort_values(["level", "opleiding"], ascending=[False, True])
    if kind == "by":
        x, by = rest[0].split("_")
        return d.mean(x, by=by)
    if kind == "ciprop":
        x, method = rest
        table = d.proportion(x, method=method)
        return table[table["level"].astype("str").isin(["ja", "1"])]
    return asked[kind]()


def check_test(d: Design, statistic: str, entry: dict[str, Any]) -> None:
    _, pair, kind = statistic.split(".")
    row = d.test_independence(*pair.split("_"), statistic=kind).iloc[0]
    same(row["statistic"], entry["statistic"])
    same(row["p_value"], entry["p_value"])
    same([row["df1"], row["df2"]][: np.size(entry["parameter"])], entry["parameter"])


def check_table(d: Design, statistic: str, entry: dict[str, Any]) -> None:
    rij, kolom = statistic.split(".")[1].split("_")
    counts = d.total(by=[rij, kolom]).pivot(index=rij, columns=kolom, values="estimate")
    assert [str(label) for label in counts.index] == entry["rows"]
    assert [str(label) for label in counts.columns] == entry["cols"]
    same(counts.to_numpy(), entry["gewogen_aantallen"])
    shares = d.crosstab(rij, kolom, share="totaal").pivot(index="level", columns=kolom, values="estimate")
    same(shares.to_numpy(), np.array(entry["gewogen_aantallen"]) / np.sum(entry["gewogen_aantallen"]))


def check_ttest(d: Design, statistic: str, entry: dict[str, Any]) -> None:
    one, two = statistic.split(".")[1].split("_")
    # R was asked without na.rm for the paired test: a missing answer makes it missing
    paired = statistic.startswith("ttest_paired")
    row = (d.ttest(one, paired=two, dropna=False) if paired else d.ttest(one, by=two)).iloc[0]
    fields = {"diff": "estimate", "t": "statistic", "df": "df", "p_value": "p_value"}
    fields |= {"ci95_lo": "ci_low", "ci95_hi": "ci_high"}
    for field, column in fields.items():
        same(row[column], entry[field])


def check_weights(d: Design, entry: dict[str, Any]) -> None:
    weights = d.weights
    same(weights, entry["weights"])
    for field in ("sum", "min", "max"):
        same(getattr(weights, field)(), entry[field])
    if "kish_deff" in entry:
        same(len(weights) * (weights**2).sum() / weights.sum() ** 2, entry["kish_deff"])


def check_base(statistic: str, entry: dict[str, Any]) -> None:
    if statistic.startswith("p_adjust"):
        same(adjust_p(entry["p"], statistic.split(".")[1]), entry["adjusted"])
        return
    x = enquete()
    seen = x["cijfer1"].notna() & x["cijfer2"].notna()
    frame = pd.DataFrame({"voor": x["cijfer1"][seen] >= 7, "na": x["cijfer2"][seen] >= 7})
    row = mcnemar(frame, "voor", "na", exact=statistic == "mcnemar_exact").iloc[0]
    same(row["p_value"], entry["p_value"])
    if "statistic" in entry:
        same(row["statistic"], entry["statistic"])


def check_lonely(statistic: str, entry: dict[str, Any]) -> None:
    choice, kind, y = statistic.split(".")
    frame = pd.read_csv(MAP / "lonely_psu.csv")
    d = Design(frame, weight="w", strata="s", cluster="p", lonely_psu=choice)
    check_estimates(getattr(d, kind)(y), entry)


def check(name: str, statistic: str, entry: dict[str, Any]) -> None:
    if name == "base":
        return check_base(statistic, entry)
    if name == "lonely":
        return check_lonely(statistic, entry)
    d = design(name)
    kind = statistic.split(".")[0]
    if statistic == "degf":
        assert d.df == entry["est"]
        return None
    if statistic.endswith(".weights"):
        return check_weights(calibrated(name, statistic.removesuffix(".weights")), entry)
    if kind in {"ps", "rake2", "rake4", "calibrate_linear", "calibrate_raking"}:
        return check_estimates(ask(calibrated(name, kind), statistic.removeprefix(f"{kind}.")), entry)
    if kind == "JKn":
        return check_estimates(d.replicates("JKn").mean(statistic.split(".")[2]), entry)
    checks = {"chisq": check_test, "table": check_table, "ttest": check_ttest, "ttest_paired": check_ttest}
    if kind in checks:
        return checks[kind](d, statistic, entry)
    return check_estimates(ask(d, statistic), entry)


@pytest.mark.parametrize("key", sorted(RESULTS))
def test_a_result_of_r_survey_is_reproduced(key: str) -> None:
    name, statistic = key.split(".", 1)
    check(name, statistic, RESULTS[key])


def test_the_reference_holds_all_273_results() -> None:
    assert len(RESULTS) == 273
