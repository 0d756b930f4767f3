"""The example folders, the constants that were planted, and their sources read without the package."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pandas as pd
import pyreadstat
import pytest

SURVEYS = Path(__file__).resolve().parents[2] / "surveys"
AANGIFTE = SURVEYS / "voorbeeld-digitale-aangifte"
MAANDAG = SURVEYS / "voorbeeld-maandag"
JUPYTER = SURVEYS / "voorbeeld-echt-jupyter-ux2015"


def sheet(path: Path, name: str | None = None) -> pd.DataFrame:
    """Read one sheet as it lies there: first row is the header, empty cells are empty strings."""
    book = openpyxl.load_workbook(path)
    rows = list((book[name] if name else book.worksheets[0]).values)
    return pd.DataFrame(rows[1:], columns=rows[0]).astype(object).fillna("")


def wave(path: Path) -> pd.DataFrame:
    """Read one panel wave, everything as text."""
    return pd.read_csv(path, sep=";", dtype=str, keep_default_na=False, encoding="cp1252")


def turns(path: Path) -> list[tuple[str, str]]:
    """Read the turns of a transcript as (speaker, text)."""
    found = (paragraph.text.partition(": ") for paragraph in docx.Document(str(path)).paragraphs)
    return [(speaker, text) for speaker, _, text in found if text and len(speaker) <= 2]


@pytest.fixture(scope="session")
def truths() -> dict[str, Any]:
    return runpy.run_path(str(AANGIFTE / "maak" / "waarheden.py"))


@pytest.fixture(scope="session")
def survey() -> tuple[pd.DataFrame, Any]:
    """The survey of the synthetic example with its labels; test rows and broken-off interviews left out."""
    frame, meta = pyreadstat.read_sav(AANGIFTE / "ruw" / "enquete_digitale_aangifte.sav", user_missing=True)
    return frame[frame["status"] == 1], meta


@pytest.fixture(scope="session")
def waves() -> dict[str, pd.DataFrame]:
    return {path.stem[3:]: wave(path) for path in sorted((AANGIFTE / "ruw").glob("kp_*.csv"))}


@pytest.fixture(scope="session")
def street() -> pd.DataFrame:
    return sheet(AANGIFTE / "ruw" / "straat.xlsx")
