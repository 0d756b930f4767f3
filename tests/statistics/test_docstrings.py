"""What a public docstring of the statistics tells: what is refused, where the method comes from, and an example."""

from __future__ import annotations

import inspect
import re
from functools import reduce
from importlib import import_module

import pytest

from burgerdata import statistics
from burgerdata.statistics import Design, Replicates

BRON = re.compile(r"\(\d{4}|\b(?:19|20)\d{2}[,)]|\bR's\s|\bas (?:rake|``\w+``)", re.IGNORECASE)


EENHEID = re.compile(r"\bunits?\b|0 to 1|\bshares?\b|\bpersons?\b|\bseconds\b|\bscale\b")
ZONDER_VOORBEELD = ("Design.weights", "Design.df", "Design.with_core", "Replicates.n")
"""What answers with no table; the examples of what does show these."""
DIEPER = [
    "indicators.estimate_indicators",
    "indicators.compare_with_rest",
    "opinion_groups.find_opinion_groups",
    "representative.compare_votes",
]
"""What the analysis calls without its being in ``__all__``."""


def list_public() -> list[str]:
    """Return the functions, and the methods and properties of both classes."""
    functions = [naam for naam in statistics.__all__ if inspect.isfunction(getattr(statistics, naam))]
    methods = [
        f"{soort.__name__}.{naam}"
        for soort in (Design, Replicates)
        for naam, wat in vars(soort).items()
        if (inspect.isfunction(wat) or isinstance(wat, property)) and not naam.startswith("_")
    ]
    return functions + methods + DIEPER


def read_docstring(naam: str) -> str:
    if naam in DIEPER:
        module, functie = naam.split(".")
        return inspect.getdoc(getattr(import_module(f"burgerdata.statistics.{module}"), functie)) or ""
    return inspect.getdoc(reduce(getattr, naam.split("."), statistics)) or ""


@pytest.mark.parametrize("naam", list_public())
def test_a_docstring_says_what_is_refused_where_it_comes_from_and_shows_it(naam: str) -> None:
    tekst = read_docstring(naam)
    assert "Raises\n------" in tekst
    assert ">>> " in tekst or naam in ZONDER_VOORBEELD
    assert BRON.search(tekst), "no source"


@pytest.mark.parametrize("naam", ["calibrate", "poststratify", "mcnemar", "weight_attrition"])
def test_a_docstring_says_in_what_unit_the_answer_is(naam: str) -> None:
    assert EENHEID.search(read_docstring(naam))
