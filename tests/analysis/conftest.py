"""The trajecten that several tests of the analysis share."""

from __future__ import annotations

import json
from typing import Any

import pandas as pd
import pytest

from burgerdata.traject import Traject

from .trajecten import ORAKEL, make_bronnen, make_enquete, make_orakel, make_panel


@pytest.fixture(scope="session")
def enquete() -> Traject:
    return make_enquete()


@pytest.fixture(scope="session")
def panel() -> Traject:
    return make_panel()


@pytest.fixture(scope="session")
def bronnen() -> Traject:
    from burgerdata.analysis import code_fragmenten

    lijst = pd.DataFrame({"thema": ["Wachten", "Kosten"], "woorden_wel": ["wachten", "duur"]})
    return code_fragmenten(make_bronnen(), lijst)


@pytest.fixture(scope="session")
def orakel() -> Traject:
    return make_orakel()


@pytest.fixture(scope="session")
def r() -> dict[str, Any]:
    results: dict[str, Any] = json.loads((ORAKEL / "r_survey_4.5.json").read_text(encoding="utf-8"))[
        "results"
    ]
    return results
