"""Detection: every real file beside this checkout and every example is taken for what it is, whatever its name."""

from __future__ import annotations

from pathlib import Path

import pytest

from burgerdata.errors import BronError
from burgerdata.formats import detect
from burgerdata.formats.tools import TOOLS
from burgerdata.intake.open import open_bron

ROOT = Path(__file__).parents[2]
REAL = ROOT.parent / "shared" / "data"
TOOL_FOLDERS = {
    "qualtrics": "qualtrics_sample",
    "surveymonkey": "surveymonkey_538",
    "googleforms": "googleforms_rstudio_es2018",
}
TABLES = (".csv", ".tsv", ".tab", ".xlsx", ".xlsm", ".txt")


def detect_all(folder: Path) -> dict[str, str]:
    """Return path -> format of every table below a folder that can be opened."""
    found = {}
    for pad in sorted(folder.rglob("*")):
        if pad.is_file() and pad.suffix.lower() in TABLES:
            try:
                found[pad.relative_to(folder).as_posix()] = detect(open_bron(pad))
            except BronError:
                continue
    return found


@pytest.mark.skipif(not REAL.exists(), reason="the real sets are not beside this checkout")
def test_no_real_file_is_taken_for_an_export_of_another_tool() -> None:
    namen = {naam for naam, _ in TOOLS}
    mine = {naam: map_ for naam, map_ in TOOL_FOLDERS.items() if naam in namen}
    gevonden = {pad: formaat for pad, formaat in detect_all(REAL).items() if formaat in {*mine, "msforms"}}
    assert set(gevonden.values()) == set(mine)
    verkeerd = {
        pad: formaat for pad, formaat in gevonden.items() if not pad.startswith(mine.get(formaat, "-"))
    }
    assert verkeerd == {}


def test_no_file_of_the_examples_is_taken_for_an_export_of_a_survey_tool() -> None:
    namen = {naam for naam, _ in TOOLS}
    gevonden = detect_all(ROOT / "surveys")
    assert len(gevonden) > 5
    assert {
        pad: formaat for pad, formaat in gevonden.items() if formaat in namen & {*TOOL_FOLDERS, "msforms"}
    } == {}
