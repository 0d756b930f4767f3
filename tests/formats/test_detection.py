"""Detection: every real file beside this checkout and every example is taken for what it is, whatever its name."""

from __future__ import annotations

import csv
import importlib
from pathlib import Path

import pytest

from burgerdata.errors import BronError
from burgerdata.formats import detect
from burgerdata.formats.tools import TOOLS
from burgerdata.intake.open import open_bron
from burgerdata.shapes import Bron

ROOT = Path(__file__).parents[2]
REAL = ROOT.parent / "shared" / "data"
TOOL_FOLDERS = {
    "qualtrics": "qualtrics_sample",
    "surveymonkey": "surveymonkey_538",
    "googleforms": "googleforms_rstudio_es2018",
}
EXPECTED = Path(__file__).with_name("expected_formats.csv")
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


def list_data_files() -> set[str]:
    """Return every real file that is data, by its path."""
    alle = (pad for pad in REAL.rglob("*") if pad.is_file() and pad.name != "PROVENANCE.md")
    return {pad.relative_to(REAL).as_posix() for pad in alle if "LICEN" not in pad.name.upper()}


def detect_or_refuse(pad: Path) -> str:
    try:
        return detect(open_bron(pad))
    except BronError as fout:
        return "geweigerd" if fout.probleem.remedie else "geweigerd zonder remedie"


@pytest.mark.skipif(not REAL.exists(), reason="the real sets are not beside this checkout")
def test_every_real_file_is_taken_for_what_it_is() -> None:
    # expected_formats.csv: a row per file; "csv|polis" is for a format that another reader may take over
    with EXPECTED.open(encoding="utf-8", newline="") as stroom:
        verwacht = {rij["pad"]: rij["formaat"].split("|") for rij in csv.DictReader(stroom, delimiter=";")}
    assert set(verwacht) == list_data_files()
    gevonden = {pad: detect_or_refuse(REAL / pad) for pad in verwacht}
    assert {pad: formaat for pad, formaat in gevonden.items() if formaat not in verwacht[pad]} == {}


@pytest.mark.skipif(not REAL.exists(), reason="the real sets are not beside this checkout")
def test_a_name_that_lies_changes_nothing(tmp_path: Path) -> None:
    for nummer, bron in enumerate(("platform_consul_de/all_comments.csv", "qualtrics_sample/sample.csv")):
        kopie = tmp_path / f"verslag{nummer}.txt"
        kopie.write_bytes((REAL / bron).read_bytes())
        assert detect(open_bron(kopie)) == detect(open_bron(REAL / bron))


def test_a_long_text_is_told_by_its_first_lines_in_any_encoding_and_json_by_all_of_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tabel = "Enquête;cijfer\r\n" + "één;7\r\n" * 40
    stemmen = '[{"pid": 1, "tid": 2, "vote": 1},\n' + '{"pid": 2, "tid": 2, "vote": -1},\n' * 40
    stemmen += '{"pid": 3, "tid": 2, "vote": 0}]'
    heel = [tabel.encode(code) for code in ("utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le")]
    kort = [detect(Bron(Path("x.dat"), "x.dat", data, "")) for data in (*heel, stemmen.encode())]
    monkeypatch.setattr(importlib.import_module("burgerdata.formats.detect"), "_LOOK", 64)
    lang = [detect(Bron(Path("x.dat"), "x.dat", data, "")) for data in (*heel, stemmen.encode())]
    assert kort == lang == ["csv"] * 5 + ["polis_api"]


CUE = "00:00:01.000 --> 00:00:04.000\nAnna: te laat\n"


@pytest.mark.parametrize(
    ("tekst", "formaat"),
    [
        (f'nr;opmerking\n1;prima\n2;"uit het verslag:\n{CUE}"\n3;goed\n', "csv"),
        (f'nr,opmerking\n1,prima\n2,"\n{CUE}"\n3,goed\n', "csv"),
        (f'opmerking\n"\n{CUE}"\nprima\n', "csv"),
        (f"nr;opmerking\n1;prima\n{CUE}", "csv"),
        (f"4b0a-guid\n{CUE}\n{CUE}", "webvtt"),
        (f"Titel; deel 1\n{CUE}", "webvtt"),
        (f'NOTE duration:"00:10:11", language:nl;x\n\nNOTE Confidence: 0,9\n\n4b0a-guid\n{CUE}', "webvtt"),
        (f"Kind: captions\nLanguage: nl\n\n1\n{CUE}", "webvtt"),
    ],
)
def test_a_cue_in_a_cell_makes_no_conversation_of_a_table(tekst: str, formaat: str) -> None:
    assert detect(Bron(Path("x.csv"), "x.csv", tekst.encode(), "")) == formaat
