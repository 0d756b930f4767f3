"""A file that was cut off behind a whole row: told by what the fieldwork report says, and by nothing else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from burgerdata.loading import check_traject

from .conftest import ENQUETE, TOML


def test_fewer_people_than_finished_are_told(maak_map: Callable[..., Path]) -> None:
    tekst = check_traject(maak_map(f"{TOML}uitgenodigd = 3000\nafgerond = 1006\n")).tekst
    assert (
        "ruw/enquete.csv: volgens traject.toml rondden 1.006 mensen enquete af, en er zijn er 4 geleverd: 1.002 minder; "
        "vraag het bureau of het bestand heel is, of verbeter 'afgerond' als er mensen zijn uitgehaald"
        in tekst
    )


@pytest.mark.parametrize(
    "telling", ["", "afgerond = 4\n", "afgerond = 3\n", "uitgenodigd = 3000\n", "gestart = 9\n"]
)
def test_nothing_is_said_where_nobody_said_there_are_more(
    maak_map: Callable[..., Path], telling: str
) -> None:
    assert "geleverd" not in check_traject(maak_map(TOML + telling)).tekst


def test_the_largest_wave_of_a_panel_is_what_finished(maak_map: Callable[..., Path]) -> None:
    kort = "\n".join(ENQUETE.splitlines()[:3])
    toml = (
        '[[levering]]\ninstrument = "klantpanel"\npersoon = "respnr"\n'
        'metingen = { 2025 = "ruw/a.csv", 2026 = "ruw/b.csv" }\nafgerond = '
    )
    ruw = {"a.csv": ENQUETE, "b.csv": kort}
    assert "geleverd" not in check_traject(maak_map(f"{toml}4\n", ruw=ruw)).tekst
    assert (
        "5 mensen klantpanel af, en er zijn er 4 geleverd: 1 minder"
        in check_traject(maak_map(f"{toml}5\n", ruw=ruw)).tekst
    )
