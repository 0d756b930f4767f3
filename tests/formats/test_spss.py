"""SPSS files: labels, user-missing, sets and dates; a damaged file does not take the session along."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pandas as pd
import pyreadstat
import pytest

from burgerdata.errors import BronError
from burgerdata.formats.spss import read_spss
from burgerdata.intake.open import open_bron

REAL = Path(__file__).parents[3] / "shared" / "data" / "spss_stata_pyreadstat"


def write(pad: Path) -> Path:
    frame = pd.DataFrame(
        {
            "nr": [1.0, 2.0, 3.0],
            "q1": [1.0, 99.0, None],
            "cijfer": [7.5, 8.0, 10.0],
            "datum": [date(2026, 3, 1), date(2026, 3, 15), None],
            "open": ["prima ", "", "één café"],
        }
    )
    pyreadstat.write_sav(
        frame,
        str(pad),
        column_labels={"q1": "Gebruikt u <b>DigiD</b>?"},
        variable_value_labels={"q1": {1.0: "ja", 2.0: "nee", 99.0: "weet niet"}},
        missing_ranges={"q1": [99]},
    )
    return pad


def test_codes_labels_and_missing_codes_come_as_text(tmp_path: Path) -> None:
    (ruw,) = read_spss(open_bron(write(tmp_path / "e.sav")))
    frame = ruw.vorm.frame
    assert frame["nr"].tolist() == ["1", "2", "3"]
    assert frame["q1"].tolist() == ["1", "99", ""]
    assert frame["cijfer"].tolist() == ["7.5", "8", "10"]
    assert frame["datum"].tolist() == ["2026-03-01", "2026-03-15", ""]
    assert frame["open"].tolist() == ["prima", "", "één café"]
    kolom = ruw.vorm.kolom("q1")
    assert kolom.tekst == "Gebruikt u DigiD ?"
    assert kolom.labels == {"1": "ja", "2": "nee", "99": "weet niet"}
    assert kolom.missend == {"99"}
    assert ruw.records_in == 3


def test_a_damaged_file_is_one_sentence(tmp_path: Path) -> None:
    pad = write(tmp_path / "e.sav")
    pad.write_bytes(pad.read_bytes()[:400])
    with pytest.raises(BronError, match=r"e\.sav: dit SPSS-bestand is beschadigd; open het bestand in SPSS"):
        read_spss(open_bron(pad))


def test_a_file_that_changes_while_it_is_read_is_refused(tmp_path: Path) -> None:
    pad = write(tmp_path / "e.sav")
    bron = open_bron(pad)
    pyreadstat.write_sav(pd.DataFrame({"x": [1.0]}), str(pad))
    with pytest.raises(BronError, match="veranderde tijdens het lezen"):
        read_spss(bron)


@pytest.mark.skipif(not REAL.exists(), reason="the real SPSS files are not beside this checkout")
def test_real_files_read_whole() -> None:
    (ruw,) = read_spss(open_bron(REAL / "sample_missing.sav"))
    expected = pd.read_csv(REAL / "sample_missing_user.csv", dtype="str", keep_default_na=False)
    assert len(ruw.vorm.frame) == len(expected) == ruw.records_in
    assert any(kolom.missend for kolom in ruw.vorm.kolommen)
    (zipped,) = read_spss(open_bron(REAL / "sample.zsav"))
    assert zipped.records_in == len(zipped.vorm.frame) == 5


def test_a_multiple_response_set_of_the_example_is_known() -> None:
    pad = Path(__file__).parents[2] / "surveys/voorbeeld-digitale-aangifte/ruw/enquete_digitale_aangifte.sav"
    (ruw,) = read_spss(open_bron(pad))
    leden = [kolom for kolom in ruw.vorm.kolommen if kolom.set_naam == "q_kanalen"]
    assert len(leden) == 6
    assert {kolom.set_code for kolom in leden} == {"1"}
    assert len(ruw.vorm.frame) == 1203
