"""The planted personal data are real enough to be found, and lie only in the raw files."""

import csv
import re
from pathlib import Path

import openpyxl
import phonenumbers
import pandas as pd
import pyreadstat
import pytest
from stdnum import iban
from stdnum.nl import bsn

from burgerdata.traject import Traject

from .conftest import AANGIFTE, MAANDAG, sheet, turns

Planted = dict[str, str]


def planted(folder: Path) -> list[Planted]:
    with (folder / "geplant.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter=";"))


def text_of(path: Path) -> str:
    """Return all text of a raw file."""
    if path.suffix == ".sav":
        return "\n".join(map(str, pyreadstat.read_sav(path)[0].to_numpy().ravel()))
    if path.suffix == ".docx":
        return "\n".join(text for _, text in turns(path))
    if path.suffix == ".xlsx":
        names = openpyxl.load_workbook(path).sheetnames
        return "\n".join(str(cell) for name in names for cell in sheet(path, name).to_numpy().ravel())
    return path.read_text(encoding="cp1252")


@pytest.mark.parametrize("folder", [AANGIFTE, MAANDAG], ids=["aangifte", "maandag"])
def test_every_planted_item_lies_in_its_raw_file(folder: Path) -> None:
    texts = {item["bestand"]: text_of(folder / item["bestand"]) for item in planted(folder)}
    for item in planted(folder):
        assert re.search(
            rf"(?<!\w){re.escape(item['waarde'])}(?!\w)", texts[item["bestand"]], re.IGNORECASE
        ), item


@pytest.mark.parametrize("folder", [AANGIFTE, MAANDAG], ids=["aangifte", "maandag"])
def test_planted_numbers_pass_the_checks_of_their_kind(folder: Path) -> None:
    checks = {
        "bsn": bsn.is_valid,
        "iban": lambda value: iban.is_valid(value, check_country=False),
        "telefoon": lambda value: phonenumbers.is_possible_number(phonenumbers.parse(value, "NL")),
        "e-mail": re.compile(r"[\w.]+@example\.(com|nl|org)").fullmatch,
    }
    for item in planted(folder):
        assert item["soort"] not in checks or checks[item["soort"]](item["waarde"]), item


def test_every_kind_of_personal_data_is_planted() -> None:
    kinds = {item["soort"] for item in planted(AANGIFTE)}
    assert kinds == {"bsn", "iban", "e-mail", "telefoon", "postcode met huisnummer", "kenteken", "naam"}


def test_no_planted_item_stands_in_a_prepared_file() -> None:
    prepared = "\n".join(text_of(path) for path in AANGIFTE.glob("*.xlsx"))
    prepared += (AANGIFTE / "teksten" / "bevindingen.md").read_text(encoding="utf-8")
    for item in planted(AANGIFTE):
        assert not re.search(rf"(?<!\w){re.escape(item['waarde'])}(?!\w)", prepared, re.IGNORECASE), item[
            "soort"
        ]


def test_no_planted_item_is_left_in_any_table_of_the_loaded_example(voorbeeld: Traject) -> None:
    text = "\n".join(
        "\n".join(voorbeeld.tabellen[table][column].dropna().astype(str).unique())
        for table in voorbeeld.tabellen
        for column in voorbeeld.tabellen[table]
        if not pd.api.types.is_numeric_dtype(voorbeeld.tabellen[table][column])
    )
    left = [
        item["soort"]
        for item in planted(AANGIFTE)
        if re.search(rf"(?<!\w){re.escape(item['waarde'])}(?!\w)", text, re.IGNORECASE)
    ]
    assert left == []
