"""The progress of a run: a bar on a terminal, plain lines in a log."""

import io
import os
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import pytest

from burgerdata.report.voortgang import Voortgang


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def breedte(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.get_terminal_size", lambda fallback=(80, 24): os.terminal_size((60, 20)))


def test_a_log_gets_a_line_per_step_and_no_bar() -> None:
    log = io.StringIO()
    with Voortgang(2, log) as voortgang:
        voortgang.tell("bestanden lezen")
        voortgang.tell("figuren tekenen")
    assert log.getvalue() == "  bestanden lezen …\n  figuren tekenen …\n"


def test_a_terminal_gets_one_line_that_fills() -> None:
    terminal = Terminal()
    with Voortgang(4, terminal) as voortgang:
        for stap in ("bestanden lezen", "vragen beantwoorden", "figuren tekenen", "docx maken"):
            voortgang.tell(stap)
    regels = terminal.getvalue().split("\r")[1:]
    assert [regel.count("█") for regel in regels] == [0, 6, 12, 18, 24]
    assert "figuren tekenen" in regels[2]
    assert "4/4" in regels[-1]
    assert terminal.getvalue().count("\n") == 1


def test_a_bar_that_stops_short_is_left_as_it_stood() -> None:
    terminal = Terminal()
    with suppress(OSError), Voortgang(4, terminal) as voortgang:
        voortgang.tell("bestanden lezen")
        raise OSError("schijf vol")
    assert terminal.getvalue().endswith("\n")
    assert "klaar" not in terminal.getvalue()


def test_a_long_step_is_cut_before_the_line_wraps_and_a_short_one_wipes_it() -> None:
    terminal = Terminal()
    voortgang = Voortgang(2, terminal)
    voortgang.tell("notebook 3 van 7: een naam die veel te lang is voor dit venster")
    voortgang.tell("klein")
    assert {len(regel) for regel in terminal.getvalue().split("\r")[1:]} == {59}


def test_steps_told_from_threads_are_all_counted() -> None:
    terminal = Terminal()
    voortgang = Voortgang(40, terminal)
    with ThreadPoolExecutor(8) as werkers:
        list(werkers.map(voortgang.tell, [f"stap {nummer}" for nummer in range(40)]))
    assert "39/40" in terminal.getvalue().split("\r")[-1]
