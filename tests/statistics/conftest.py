"""Designs and frames that several tests of the statistics share."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from burgerdata.statistics import Design

MAP = Path(__file__).parent / "oracle"


@pytest.fixture(scope="session")
def enquete() -> pd.DataFrame:
    return pd.read_csv(MAP / "enquete.csv")


@pytest.fixture(scope="session")
def marges() -> pd.DataFrame:
    return pd.read_csv(MAP / "marges.csv")


@pytest.fixture(scope="session")
def tweetraps(enquete: pd.DataFrame) -> Design:
    return Design(enquete, strata="regio", cluster=["gemeente", "respondent"], fpc=["fpc1", "fpc2"])


@pytest.fixture(scope="session")
def clusters(enquete: pd.DataFrame) -> Design:
    return Design(enquete, weight="gewicht", strata="regio", cluster="gemeente", fpc="fpc1")


@pytest.fixture(scope="session")
def groot() -> pd.DataFrame:
    """More rows than one block of sums holds, with a variable far from 0 and missing answers everywhere."""
    rng = np.random.default_rng(7)
    n = 300_000
    psu = rng.integers(0, 300, n)
    jaar = 2026 + 0.3 * rng.standard_normal(n)
    frame = pd.DataFrame(
        {
            "stratum": psu % 10,
            "psu": psu,
            "w": rng.uniform(0.5, 3, n),
            "groep": pd.Categorical.from_codes(rng.integers(-1, 4, n), list("abcd")),
            "ja": pd.Categorical.from_codes(rng.integers(-1, 3, n), ["ja", "nee", "soms"]),
            "jaar": np.where(rng.random(n) < 0.1, np.nan, jaar),
        }
    )
    return frame.sort_values("stratum", kind="stable", ignore_index=True)
