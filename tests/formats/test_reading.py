"""The one entrance: the format is told from the contents, records balance, and nothing unsealed comes out."""

from __future__ import annotations

import csv
from pathlib import Path

import openpyxl
import pytest

from burgerdata.errors import BronError
from burgerdata.formats import READERS, detect, read, read_all
from burgerdata.intake import Zegel
from burgerdata.pseudonyms import Sleutel
from burgerdata.shapes import PERSOON, Bron

ZEGEL = Zegel(Sleutel(b"k" * 32), "a")
ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "surveys" / "voorbeeld-digitale-aangifte"
REAL = ROOT.parent / "shared" / "data"


@pytest.mark.parametrize(
    ("inhoud", "formaat"),
    [
        (b"id;cijfer\n1;7\n2;8", "csv"),
        (b"\xef\xbb\xbfid\tq\n1\t7", "csv"),
        (b"WEBVTT\n\n00:01.000 --> 00:02.000\nhallo", "webvtt"),
        (b"\xef\xbb\xbfWEBVTT - titel\n", "webvtt"),
        (b"M: Welkom, allemaal\nR1: Dank, u\nM: Goed", "tekst"),
        (b"$FL2@(#) SPSS", "spss"),
    ],
)
def test_the_format_is_told_from_the_contents_and_not_from_the_name(inhoud: bytes, formaat: str) -> None:
    assert detect(Bron(Path("naam.dat"), "naam.dat", inhoud, "")) == formaat
    assert formaat in READERS


def test_a_file_comes_out_sealed_with_its_source_row_and_its_balance(tmp_path: Path) -> None:
    pad = tmp_path / "enquête 1.csv"
    pad.write_bytes("id;naam;open\r\n1;Gijs;ik ben gijs\r\n;;\r\n2;Noa;prima\r\n".encode("cp1252"))
    lezing = read(pad, ZEGEL, bestand="ruw/enquête 1.csv")
    assert lezing.tabellen[0].frame["open"].tolist() == ["ik ben [naam]", "prima"]
    bron = lezing.bronnen.iloc[0]
    assert (bron["records_in"], bron["records_uit"], bron["records_verklaard"]) == (3, 2, 1)
    assert bron["bestand"] == "ruw/enquête 1.csv"
    assert len(bron["sha256"]) == 64


def test_names_of_one_file_are_masked_in_the_others_of_the_activity(tmp_path: Path) -> None:
    (tmp_path / "fg1.txt").write_text("M: Welkom\nR1: dat zei qing ook\nM: Ja", encoding="utf-8")
    book = openpyxl.Workbook()
    for rij in (["spreker", "groep", "naam"], ["R1", "fg1", "Qing Overduin"]):
        book.active.append(rij)
    book.save(tmp_path / "screener.xlsx")
    zegel = Zegel(ZEGEL.sleutel, "fg", persoon="spreker", groepkolom="groep")
    gesprek, lijst = read_all([tmp_path / "fg1.txt", tmp_path / "screener.xlsx"], zegel)
    assert gesprek.gesprekken[0].beurten["tekst"].tolist()[1] == "dat zei [naam] ook"
    assert lijst.tabellen[0].frame[PERSOON][0] == gesprek.gesprekken[0].beurten[PERSOON][1]


def test_hidden_sheets_are_seen_and_not_used(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for rij in (["id", "q"], [1, 2]):
        book.active.append(rij)
    book.create_sheet("verborgen").sheet_state = "hidden"
    book.save(tmp_path / "x.xlsx")
    lezing = read(tmp_path / "x.xlsx", ZEGEL)
    assert lezing.bronnen[["blad", "gebruikt"]].to_numpy().tolist() == [["Sheet", True], ["verborgen", False]]


def test_a_photo_named_csv_is_refused(tmp_path: Path) -> None:
    pad = tmp_path / "straat.csv"
    pad.write_bytes(b"\xff\xd8\xff\xe0rest")
    with pytest.raises(BronError, match=r"straat\.csv: dit is een foto"):
        read(pad, ZEGEL)


def test_planted_personal_data_of_the_example_is_nowhere_in_what_comes_out() -> None:
    with (EXAMPLE / "geplant.csv").open(encoding="utf-8-sig", newline="") as bestand:
        geplant = [rij["waarde"].casefold() for rij in csv.DictReader(bestand, delimiter=";")]
    uit = []
    for patroon in ("*.sav", "kp_*.csv", "straat.xlsx"):
        for lezing in read_all(sorted((EXAMPLE / "ruw").glob(patroon)), ZEGEL):
            uit += [tabel.frame.to_csv().casefold() for tabel in lezing.tabellen]
    focusgroep = [*sorted((EXAMPLE / "ruw").glob("fg*.docx")), EXAMPLE / "ruw" / "screener.xlsx"]
    for lezing in read_all(focusgroep, Zegel(ZEGEL.sleutel, "fg", persoon="spreker", groepkolom="groep")):
        uit += [tabel.frame.to_csv().casefold() for tabel in lezing.tabellen]
        uit += [gesprek.beurten.to_csv().casefold() for gesprek in lezing.gesprekken]
    alles = "\n".join(uit)
    assert len(geplant) > 50
    assert [waarde for waarde in geplant if waarde in alles] == []


@pytest.mark.skipif(not REAL.exists(), reason="the real sets are not beside this checkout")
@pytest.mark.parametrize(
    ("pad", "rijen"),
    [
        ("surveymonkey_538/thanksgiving-2015-poll-data.csv", 1058),
        ("limesurvey_rse_nl2017/public_data.csv", 77),
        ("usability_jupyterlab2018/jupyterlab-ux-data.csv", 1581),
        # a form: five colours and "other" for the first question, five for the second
        ("xlsform_pyxform/or_other.xlsx", 6 + 5),
    ],
)
def test_real_exports_keep_all_their_records(pad: str, rijen: int) -> None:
    lezing = read(REAL / pad, ZEGEL)
    assert lezing.bronnen["records_uit"].iloc[0] == rijen
