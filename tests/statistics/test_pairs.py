"""Every group against every other, beside the t test of those two groups alone."""

from __future__ import annotations

from itertools import combinations

import pytest

from burgerdata.statistics import Design, adjust_p
from burgerdata.statistics.pairs import compare_pairs


def test_a_pair_is_tested_as_its_two_groups_are_alone(clusters: Design) -> None:
    table = compare_pairs(clusters, ["cijfer1", "meldingen"], by="leeftijdsgroep")
    groups = sorted(clusters.frame["leeftijdsgroep"].unique())
    assert list(zip(table["first"][::2], table["second"][::2], strict=True)) == list(combinations(groups, 2))
    known = clusters.frame[["cijfer1", "meldingen"]].notna().all(axis=1)
    for row in table.itertuples():
        pair = clusters.subset(known & clusters.frame["leeftijdsgroep"].isin([row.first, row.second]))
        alone = pair.ttest(str(row.level), by="leeftijdsgroep").iloc[0]
        # a t test is of the second minus the first
        assert [-row.estimate, row.se, row.df, row.p_value] == pytest.approx(
            [alone["estimate"], alone["se"], alone["df2"], alone["p_value"]], rel=1e-9
        )


def test_one_group_makes_no_pair(clusters: Design) -> None:
    alone = clusters.subset(clusters.frame["regio"] == "Noord")
    assert compare_pairs(alone, ["meldingen"], by="regio").empty
    assert adjust_p(compare_pairs(alone, ["meldingen"], by="regio")["p_value"].to_numpy()).size == 0
