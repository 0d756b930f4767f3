"""The example is read once for all notebooks that nbval runs: each kernel finds the loaded traject of this run.

A kernel compares the SHA-256 of every file first, so a changed answer is read again, as ``tests/notebooks`` shows. The
line of notebook 60 that names the versions of programs may differ from machine to machine (``versies.cfg``); nothing else may.
"""

from __future__ import annotations

import os
from contextlib import ExitStack
from pathlib import Path

import pytest

from burgerdata.loading import load_traject
from burgerdata.loading.kopie import OMGEVING, share_traject

VOORBEELD = Path(__file__).resolve().parents[1] / "surveys" / "voorbeeld-digitale-aangifte"
GEDEELD = pytest.StashKey[ExitStack]()


def pytest_configure(config: pytest.Config) -> None:
    """Load the example before workers and kernels start, which inherit where it lies."""
    if not config.getoption("nbval", default=False):
        return
    config.option.nbval_sanitize_with = str(Path(__file__).with_name("versies.cfg"))
    if hasattr(config, "workerinput"):
        return
    config.stash[GEDEELD] = ExitStack()
    omgeving = config.stash[GEDEELD].enter_context(share_traject(load_traject(VOORBEELD), VOORBEELD))
    os.environ[OMGEVING] = omgeving[OMGEVING]


def pytest_unconfigure(config: pytest.Config) -> None:
    """Leave nothing behind."""
    if GEDEELD in config.stash:
        del os.environ[OMGEVING]
        config.stash[GEDEELD].close()
