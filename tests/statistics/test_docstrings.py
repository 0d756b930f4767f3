"""What a public docstring of the statistics tells: what is refused, where the method comes from, and an example."""

from __future__ import annotations

import inspect
import re

import pytest

from burgerdata import statistics
from burgerdata.statistics import Design, Replicates

BRON = re.compile(r"\(\d{4}|\b(?:19|20)\d{2}[,)]|\bR's\s|\bas (?:rake|``\w+``)", re.IGNORECASE)


def list_public() -> list[str]:
    """Return the functions, and the methods of both classes that answer with a table."""
    functions = [naam for naam in statistics.__all__ if inspect.isfunction(getattr(statistics, naam))]
    methods = [
        f"{soort.__name__}.{naam}"
        for soort in (Design, Replicates)
        for naam, wat in vars(soort).items()
        if inspect.isfunction(wat) and not naam.startswith("_") and naam not in ("with_core", "per_group")
    ]
    return functions + methods


@pytest.mark.parametrize("naam", list_public())
def test_a_docstring_says_what_is_refused_where_it_comes_from_and_shows_it(naam: str) -> None:
    wat = statistics
    for deel in naam.split("."):
        wat = getattr(wat, deel)
    tekst = inspect.getdoc(wat) or ""
    assert "Raises\n------" in tekst
    assert ">>> " in tekst
    assert BRON.search(tekst), "no source"
