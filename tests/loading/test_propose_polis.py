"""`nieuw` on the files of Polis: one delivery per conversation, with a row per statement to give a short name."""

import shutil
import tomllib

import openpyxl
import pytest

from burgerdata.loading import propose_traject

from ..polis_dumps import LONDON


@pytest.fixture(scope="module")
def voorstel(tmp_path_factory):
    map_ = tmp_path_factory.mktemp("map")
    (map_ / "ruw").mkdir()
    for pad in LONDON.glob("*.csv"):
        shutil.copy(pad, map_ / "ruw" / pad.name)
    for naam in ("comments", "votes"):
        # a blank line more: a file with the same bytes would be a copy
        ander = (LONDON / f"{naam}.csv").read_bytes() + b"\n"
        (map_ / "ruw" / f"2025-08-29-7btr-{naam}.csv").write_bytes(ander)
    return propose_traject(map_)


def test_the_files_of_a_conversation_are_one_delivery(voorstel):
    regels = voorstel.bestanden.to_dict("records")
    assert [regel["herkend_als"] for regel in regels] == ["stemronde (Polis), 36 stellingen"] * 2
    assert [(regel["rijen"], regel["mensen"], regel["periode"]) for regel in regels] == [
        (640, 26, "27 juli 2022")
    ] * 2
    leveringen = tomllib.loads((voorstel.map / "traject.toml").read_text("utf-8"))["levering"]
    assert [levering["instrument"] for levering in leveringen] == ["community"] * 2
    assert sorted(len(levering["bestand"]) for levering in leveringen) == [2, 5]


def test_each_statement_that_was_not_rejected_waits_for_a_short_name(voorstel):
    blad = openpyxl.load_workbook(voorstel.map / "vragen.xlsx")["vragen"]
    rijen = [
        dict(zip([c.value for c in blad[1]], [c.value for c in rij], strict=True))
        for rij in blad.iter_rows(min_row=2)
    ]
    eigen = [rij for rij in rijen if rij["levering"] == "community1"]
    assert len(eigen) == 36
    assert (str(eigen[0]["kolom"]), eigen[0]["soort"]) == ("1", "stelling")
