"""What all tests share: workbooks, the example read and harvested once, files handed to processes, laws without a clock."""

from __future__ import annotations

import gc
import pickle
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings

if TYPE_CHECKING:  # the process that only deals out tests needs none of it
    import pandas as pd

    from burgerdata.report.collect import Opbrengst
    from burgerdata.traject import Traject

OVER_HET_RAPPORT = (
    "tests/report/",
    "tests/disclosure/test_attack.py",
    "tests/analysis/test_report_questions.py",
)
VOORBEELD = Path(__file__).resolve().parents[1] / "surveys" / "voorbeeld-digitale-aangifte"

# seven thousand collected tests are never garbage: looking through them again and again took a fifth of all time
gc.set_threshold(100_000, 20, 20)

# a busy machine breaks no law
settings.register_profile("zonder_klok", deadline=None)
settings.load_profile("zonder_klok")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put files with slow tests first, so that no process is left alone with one at the end."""
    traag = {item.path for item in items if item.get_closest_marker("traag")}
    items.sort(key=lambda item: (not is_about_rapport(item.nodeid), item.path not in traag))


def pytest_collection_finish() -> None:
    """Keep what was collected out of every later search for garbage."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Hand out files whole, and those about the report of the example to one process, which makes it once."""
    from xdist.scheduler import LoadScopeScheduling

    class PerFile(LoadScopeScheduling):
        def _split_scope(self, nodeid: str) -> str:
            return "rapport" if is_about_rapport(nodeid) else nodeid.split("::")[0]

    return PerFile(config, log) if config.getoption("dist") == "loadfile" else None


def is_about_rapport(nodeid: str) -> bool:
    return nodeid.startswith(OVER_HET_RAPPORT)


Boek = Mapping[str, Sequence[Sequence[object]]]
"""The sheets of a workbook by name, each as rows of cells."""


@pytest.fixture(scope="session")
def schrijf_boek() -> Callable[[Path, Boek], Path]:
    """Return what writes a workbook and returns its path."""
    import openpyxl

    def schrijf(pad: Path, bladen: Boek) -> Path:
        boek = openpyxl.Workbook()
        boek.remove(boek.active)
        for naam, rijen in bladen.items():
            blad = boek.create_sheet(naam)
            for rij in rijen:
                blad.append(rij)
        boek.save(pad)
        return pad

    return schrijf


@pytest.fixture(scope="session")
def voorbeeld(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Traject:
    """Return the synthetic example, read from its files by the first process that is done with that."""
    from burgerdata.loading import load_traject

    if not hasattr(request.config, "workerinput"):
        return load_traject(VOORBEELD)
    gedeeld = tmp_path_factory.getbasetemp().parent / "voorbeeld.pickle"
    if gedeeld.exists():
        gelezen: Traject = pickle.loads(gedeeld.read_bytes())
        return gelezen
    traject = load_traject(VOORBEELD)
    eigen = tmp_path_factory.mktemp("voorbeeld") / "traject.pickle"
    eigen.write_bytes(pickle.dumps(traject))
    with suppress(PermissionError):  # Windows, while another process reads that of a third
        eigen.replace(gedeeld)
    return traject


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
