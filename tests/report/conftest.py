"""The report of the synthetic example, written once for all tests of this folder."""

import zipfile
from datetime import datetime
from pathlib import Path

import pytest

import burgerdata as bd
from burgerdata.report.compose import compose_document

VOORBEELD = Path(__file__).resolve().parents[2] / "surveys" / "voorbeeld-digitale-aangifte"
MOMENT = datetime(2026, 11, 23, 9, 30)


@pytest.fixture(scope="session")
def traject(voorbeeld):
    return voorbeeld


@pytest.fixture(scope="session")
def opbrengst(geoogst):
    return geoogst[1]


@pytest.fixture(scope="session")
def document(opbrengst):
    return compose_document(opbrengst)


@pytest.fixture(scope="session")
def rapport(traject, tmp_path_factory):
    """The report as it is written; all tests that ask for it run in one process."""
    return bd.write_rapport(traject, tmp_path_factory.mktemp("rapport"), moment=MOMENT)


@pytest.fixture(scope="session")
def inhoud(rapport):
    """Everything that a reader can find in the report's files as text, packages opened, by name."""
    teksten = {}
    for pad in rapport.map.rglob("*"):
        if pad.suffix in (".docx", ".xlsx"):
            with zipfile.ZipFile(pad) as pakket:
                for naam in pakket.namelist():
                    if naam.endswith((".xml", ".rels")):
                        teksten[f"{pad.name}:{naam}"] = pakket.read(naam).decode()
        elif pad.suffix in (".html", ".csv", ".json", ".svg"):
            teksten[pad.name] = pad.read_text("utf-8-sig")
    return teksten
