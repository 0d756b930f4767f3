"""What LibreOffice wrote as .xls and .ods: every kind of cell, merged cells, a failed formula, a hidden sheet."""

from __future__ import annotations

from pathlib import Path

import pytest

from burgerdata.errors import BronError
from burgerdata.formats.excel import read_excel
from burgerdata.intake.open import open_bron
from burgerdata.shapes import Tabel

HIER = Path(__file__).parent
_REAL = Path(__file__).resolve().parents[3] / "shared" / "data" / "xlsform_pyxform"


@pytest.mark.parametrize(
    ("naam", "ja", "nee"),
    # LibreOffice itself made numbers of yes and no on their way to .ods
    [("oud.xls", "WAAR", "ONWAAR"), ("oud.ods", "1", "0")],
)
def test_a_workbook_of_another_program_reads_as_the_xlsx_that_it_was_made_of(
    naam: str, ja: str, nee: str
) -> None:
    (ruw,) = read_excel(open_bron(HIER / naam))
    assert isinstance(ruw.vorm, Tabel)
    frame = ruw.vorm.frame.drop(columns="_rij")
    assert [list(frame), *frame.to_numpy().tolist()] == [
        ["wijk", "dag", "moment", "tijd", "cijfer", "ja", "woord", "fout"],
        ["Oost", "2026-03-01", "2026-03-01 14:05:00", "14:05", "7.5", ja, "te ver", ""],
        ["Oost", "2026-03-02", "2026-03-02 09:00:00", "09:00", "8", nee, "=1+1", "ok"],
    ]
    assert ruw.vorm.blad == "Antwoorden"


def test_hours_beyond_a_day_are_a_duration_and_a_cell_that_excel_cannot_show_as_a_date_is_emptied_alone() -> (
    None
):
    """30:16, 0:45 and 2:00 hours are 108960, 2700 and 7200 seconds; -3 and 20260312 are no dates."""
    (ruw,) = read_excel(open_bron(HIER / "duren.xls"))
    assert isinstance(ruw.vorm, Tabel)
    assert ruw.vorm.frame.drop(columns="_rij").to_numpy().tolist() == [
        ["1", "108960", "2026-03-12", "12:00"],
        ["2", "2700", "", "12:00"],
        ["3", "7200", "", "12:00"],
    ]
    assert ruw.logboek.to_frame()[["rij", "kolom", "reden"]].to_numpy().tolist() == [
        [3, "C", "cel_gewijzigd"],
        [4, "C", "cel_gewijzigd"],
    ]


@pytest.mark.parametrize("lengte", [700, 3000, 5000])
def test_an_old_workbook_that_was_cut_short_is_refused_in_one_sentence(tmp_path: Path, lengte: int) -> None:
    inhoud = (HIER / "oud.xls").read_bytes()
    einde = inhoud[-700:] if b"W\0o\0r\0k\0b\0o\0o\0k\0" not in inhoud[:lengte] else b""
    (tmp_path / "a.xls").write_bytes(inhoud[:lengte] + einde)
    with pytest.raises(BronError, match="oud"):
        open_bron(tmp_path / "a.xls")


@pytest.mark.skipif(not _REAL.is_dir(), reason="no real workbooks here")
def test_the_sheets_of_a_real_old_workbook_have_the_rows_of_their_provenance() -> None:
    rijen = {ruw.vorm.blad: ruw.records_in for ruw in read_excel(open_bron(_REAL / "widgets.xls"), kop=0)}
    assert {blad: rijen[blad] for blad in ("survey", "choices")} == {"survey": 40, "choices": 23}
