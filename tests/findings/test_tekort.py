"""The group that is farthest below its share is found in one place, for the finding and for the summary."""

from __future__ import annotations

import pandas as pd

from burgerdata.findings.populatie import find_tekort


def make(steekproef: list[float], bevolking: list[float]) -> pd.DataFrame:
    return pd.DataFrame(
        {"categorie": ["jong", "midden", "oud"], "steekproef": steekproef, "bevolking": bevolking}
    )


def test_the_group_farthest_below_its_share_is_the_shortfall() -> None:
    rij = find_tekort(make([0.2, 0.5, 0.3], [0.32, 0.2, 0.48]))
    assert rij is not None
    assert (rij["categorie"], round(rij["tekort"], 2)) == ("oud", 0.18)


def test_less_than_ten_points_and_a_hidden_group_are_no_shortfall() -> None:
    assert find_tekort(make([0.25, 0.5, 0.25], [0.33, 0.34, 0.33])) is None
    assert find_tekort(make([float("nan"), 0.5, 0.4], [0.5, 0.1, 0.4])) is None
    assert find_tekort(make([0.2, 0.5, 0.3], [0.2, 0.5, 0.3]).head(0)) is None
