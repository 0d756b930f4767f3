"""Many indicators in one pass give what each gives alone."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from burgerdata.statistics import Design
from burgerdata.statistics.indicators import compare_with_rest, estimate_indicators


@pytest.fixture(scope="module")
def frame(enquete: pd.DataFrame) -> pd.DataFrame:
    hoog = enquete["cijfer1"].ge(8).astype("float64").where(enquete["cijfer1"].notna())
    laag = enquete["cijfer1"].le(5).astype("float64").where(enquete["cijfer1"].notna())
    return enquete.assign(hoog=hoog, laag=laag)


@pytest.fixture(scope="module", params=["clusters", "gewogen"])
def design(request: pytest.FixtureRequest, frame: pd.DataFrame) -> Design:
    if request.param == "gewogen":
        return Design(frame, weight="gewicht")
    return Design(frame, weight="gewicht", strata="regio", cluster="gemeente", fpc="fpc1")


def test_a_share_of_ones_is_the_proportion_of_that_column(design: Design) -> None:
    samen = estimate_indicators(design, ["hoog", "laag"], by="opleiding")
    for naam in ("hoog", "laag"):
        alleen = design.proportion(naam, by="opleiding")
        alleen = alleen[alleen["level"].eq(1.0)].drop(columns=["level", "opleiding"])
        eigen = samen[samen["level"].eq(naam)].drop(columns=["level", "opleiding"])
        np.testing.assert_allclose(eigen.to_numpy(), alleen.to_numpy(), rtol=1e-9, atol=1e-12)


def test_each_group_against_the_rest_is_the_t_test_on_its_indicator(design: Design) -> None:
    samen = compare_with_rest(design, ["hoog", "cijfer1"], by="leeftijdsgroep")
    for rij in samen.itertuples():
        eigen = design.frame["leeftijdsgroep"].eq(rij.leeftijdsgroep).map({True: "1", False: "0"})
        apart = Design(
            design.frame.assign(eigen=eigen),
            weight="gewicht",
            strata=design.strata,
            cluster=design.cluster,
            fpc=design.fpc,
        )
        toets = apart.ttest(str(rij.level), by="eigen").iloc[0]
        assert [rij.estimate, rij.se, rij.df, rij.p_value] == pytest.approx(
            [toets["estimate"], toets["se"], toets["df2"], toets["p_value"]], rel=1e-9
        )


def test_an_empty_group_disturbs_no_other(frame: pd.DataFrame) -> None:
    labels = [*sorted(frame["opleiding"].unique()), "niemand"]
    ruim = Design(frame.assign(opleiding=pd.Categorical(frame["opleiding"], labels)), weight="gewicht")
    krap = Design(frame, weight="gewicht")
    een, twee = (compare_with_rest(d, ["hoog"], by="opleiding") for d in (ruim, krap))
    np.testing.assert_allclose(een["se"], twee["se"], rtol=1e-12)
    assert een["opleiding"].astype("str").tolist() == twee["opleiding"].astype("str").tolist()
