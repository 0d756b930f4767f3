"""Stata files: labels, the missing codes .a to .z, days and moments, old and new releases, damage."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pyreadstat
import pytest

import burgerdata as bd
from burgerdata.errors import BronError
from burgerdata.formats import detect, read
from burgerdata.formats.stata import read_stata
from burgerdata.intake import Zegel
from burgerdata.intake.open import open_bron
from burgerdata.pseudonyms import Sleutel

ZEGEL = Zegel(Sleutel(b"k" * 32), "a")
REAL = Path(__file__).parents[3] / "shared" / "data" / "spss_stata_pyreadstat"


def write(pad: Path, *, version: int = 15) -> Path:
    frame = pd.DataFrame(
        {
            "nr": [1.0, 2.0, 3.0, 4.0],
            "eens": pd.Series([1.0, 5.0, "a", "b"], dtype="object"),
            "cijfer": [7.5, 8.0, None, 10.0],
            "dag": [24181.0, 24182.0, None, 24181.0],
            "toel": ["prima ", "", "één café", "a"],
        }
    )
    pyreadstat.write_dta(
        frame,
        str(pad),
        version=version,
        column_labels={"eens": "De brief was duidelijk", "toel": "Toelichting"},
        variable_value_labels={"eens": {1: "helemaal oneens", 5: "helemaal eens", "a": "weet niet"}},
        missing_user_values={"eens": ["a", "b"]},
        variable_format={"dag": "%td"},
    )
    return pad


@pytest.mark.parametrize("version", [8, 12, 15])
def test_codes_labels_and_days_come_as_text_from_old_and_new_releases(tmp_path: Path, version: int) -> None:
    pad = write(tmp_path / "levering.dat", version=version)
    assert detect(open_bron(pad)) == "stata"
    (ruw,) = read_stata(open_bron(pad))
    frame = ruw.vorm.frame
    assert frame["nr"].tolist() == ["1", "2", "3", "4"]
    assert frame["eens"].tolist() == ["1", "5", ".a", ".b"]
    assert frame["cijfer"].tolist() == ["7.5", "8", "", "10"]
    assert frame["dag"].tolist() == ["2026-03-16", "2026-03-17", "", "2026-03-16"]
    assert frame["toel"].tolist()[2:] == ["één café", "a"]
    kolom = ruw.vorm.kolom("eens")
    assert (kolom.tekst, kolom.missend) == ("De brief was duidelijk", {".a", ".b"})
    assert kolom.labels == {"1": "helemaal oneens", "5": "helemaal eens", ".a": "weet niet", ".b": ".b"}
    assert ruw.records_in == 4


def test_text_of_an_old_release_is_read_in_the_western_code_page_too(tmp_path: Path) -> None:
    pad = tmp_path / "oud.dta"
    pd.DataFrame({"toel": ["één café", "enquête"]}).astype("object").to_stata(
        pad, version=114, write_index=False
    )
    assert "é".encode("cp1252") in pad.read_bytes()
    assert read_stata(open_bron(pad))[0].vorm.frame["toel"].tolist() == ["één café", "enquête"]


def test_a_missing_code_with_the_label_weet_niet_is_that_answer(tmp_path: Path) -> None:
    t = bd.read_bestand(write(tmp_path / "x.dta"))
    assert t.bronnen[["formaat", "records_in", "records_uit"]].to_numpy().tolist() == [["stata", 4, 4]]
    eens = t.antwoorden[t.antwoorden["vraag_id"].astype("str") == "eens"]
    assert eens["status"].astype("str").tolist() == ["gegeven", "gegeven", "weet_niet", "leeg_onbekend"]
    soort = dict(zip(t.vragen["vraag_id"].astype("str"), t.vragen["soort"].astype("str"), strict=True))
    assert (soort["eens"], soort["toel"]) == ("stelling", "open")


def test_a_damaged_file_is_one_sentence(tmp_path: Path) -> None:
    pad = write(tmp_path / "x.dta")
    pad.write_bytes(pad.read_bytes()[:300])
    with pytest.raises(
        BronError, match=r"x\.dta: dit Stata-bestand is beschadigd; open het bestand in Stata"
    ):
        read(pad, ZEGEL)


@pytest.mark.skipif(not REAL.exists(), reason="the real Stata file is not beside this checkout")
def test_the_real_file_has_one_row_nine_columns_and_six_missing_codes() -> None:
    (ruw,) = read_stata(open_bron(REAL / "missing_test.dta"))
    assert (len(ruw.vorm.frame), len(ruw.vorm.kolommen), ruw.records_in) == (1, 9, 1)
    codes = [code for kolom in ruw.vorm.kolommen for code in kolom.missend]
    assert codes == [".a", ".b", ".c", ".x", ".y", ".z"]
    assert ruw.vorm.kolom("var1").labels == {".a": "missing"}
