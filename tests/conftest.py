"""What all tests share: the example, read and harvested once by each process, and laws looked for without a clock."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import settings

from burgerdata.report.collect import Opbrengst
from burgerdata.traject import Traject

VOORBEELD = Path(__file__).resolve().parents[1] / "surveys" / "voorbeeld-digitale-aangifte"

# a busy machine breaks no law
settings.register_profile("zonder_klok", deadline=None)
settings.load_profile("zonder_klok")


@pytest.fixture(scope="session")
def voorbeeld() -> Traject:
    """Return the synthetic example, read from its files."""
    from burgerdata.loading import load_traject

    return load_traject(VOORBEELD)


@pytest.fixture(scope="session")
def geoogst(voorbeeld: Traject) -> tuple[Mapping[str, pd.DataFrame], Opbrengst]:
    """Return the tables of the example before suppression, and all that its report prints."""
    from burgerdata.report import collect

    ruw: dict[str, pd.DataFrame] = {}
    echt = collect.plan_onderdrukking

    def remember(tabellen, *args, **opties):
        ruw.update(tabellen)
        return echt(tabellen, *args, **opties)

    with pytest.MonkeyPatch.context() as tijdelijk:
        tijdelijk.setattr(collect, "plan_onderdrukking", remember)
        return ruw, collect.collect_opbrengst(voorbeeld, datum=date(2026, 11, 25))
