"""The last line of a transcript: what tells of the report itself is nobody's, and what somebody said stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from burgerdata.formats.text import read_text
from burgerdata.shapes import Bron

GESPREK = "M: Wie begint?\nR1: De brief.\nR2: De balie.\nM: En verder?\nR1: De site.\nR2: De taal.\n"


def read_last(regel: str) -> str:
    (ruw,) = read_text(Bron(Path("fg.txt"), "fg.txt", f"{GESPREK}{regel}\n".encode(), ""))
    return str(ruw.vorm.beurten["tekst"].iloc[-1])


@pytest.mark.parametrize(
    "regel",
    ["Status: dat woord begrijpt niemand", "Versie: die is oud", "Rapportage door Gemeente kwam nooit"],
)
def test_what_somebody_says_with_such_a_word_in_front_stays(regel: str) -> None:
    assert regel in read_last(regel)


@pytest.mark.parametrize(
    "regel", ["Status: definitief, 3 maart 2026", "Versie: concept", "Verslag: bureau Oever, 19 mei 2026"]
)
def test_what_tells_of_the_report_is_nobodys(regel: str) -> None:
    assert read_last(regel) == "De taal."
