"""The report of the synthetic example, written once for all tests of this folder."""

import pickle
import time
import zipfile
from datetime import datetime
from pathlib import Path

import pytest

import burgerdata as bd

VOORBEELD = Path(__file__).resolve().parents[2] / "surveys" / "voorbeeld-digitale-aangifte"
MOMENT = datetime(2026, 11, 23, 9, 30)


@pytest.fixture(scope="session")
def traject(voorbeeld):
    return voorbeeld


@pytest.fixture(scope="session")
def opbrengst(geoogst):
    return geoogst[1]


@pytest.fixture(scope="session")
def rapport(traject, tmp_path_factory, request):
    """The report, written by the first process that asks for it and read by the others."""
    if not hasattr(request.config, "workerinput"):
        return bd.write_rapport(traject, tmp_path_factory.mktemp("rapport"), moment=MOMENT)
    gedeeld = tmp_path_factory.getbasetemp().parent / "rapport"
    klaar = gedeeld / "klaar"
    try:
        gedeeld.mkdir()
    except FileExistsError:
        return _await_rapport(klaar)
    geschreven = None
    try:
        geschreven = bd.write_rapport(traject, gedeeld, moment=MOMENT)
    finally:  # who waits must not wait for a report that failed
        klaar.with_suffix(".deel").write_bytes(pickle.dumps(geschreven))
        klaar.with_suffix(".deel").rename(klaar)
    return geschreven


def _await_rapport(klaar):
    while not klaar.exists():
        time.sleep(0.2)
    geschreven = pickle.loads(klaar.read_bytes())
    assert geschreven is not None, "another process could not write the report"
    return geschreven


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
