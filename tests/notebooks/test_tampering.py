"""nbval sees every number: a damaged copy of a notebook, or of the data under it, fails and names the cell.

As in the run of all notebooks, the kernel finds the example loaded, so long as its files are what they were.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from burgerdata.loading.kopie import OMGEVING, share_traject

WORTEL = Path(__file__).resolve().parents[2]
VOORBEELD = WORTEL / "surveys" / "voorbeeld-digitale-aangifte"
NOTEBOOKS = {
    "20_dienstverlening.ipynb": ("load_traject", "dv4", "dv5", "dv8", "dv10"),
    "50_bronnen_naast_elkaar.ipynb": ("load_traject", "klantpanel"),
}
"""Notebook → what stands in the cells that are kept; all cells run among the notebooks themselves."""

pytestmark = pytest.mark.traag


@pytest.fixture
def copy(tmp_path, voorbeeld, monkeypatch):
    """A copy of the example, loaded for kernels, and of a few cells, in the places where they lie in the checkout."""
    (tmp_path / "notebooks").mkdir()
    for naam, woorden in NOTEBOOKS.items():
        boek = nbformat.read(WORTEL / "notebooks" / naam, as_version=4)
        boek.cells = [
            cel for cel in boek.cells if cel.cell_type == "code" and any(w in cel.source for w in woorden)
        ]
        nbformat.write(boek, tmp_path / "notebooks" / naam)
    shutil.copytree(
        VOORBEELD, tmp_path / "surveys" / VOORBEELD.name, ignore=shutil.ignore_patterns("rapport", "werk")
    )
    with share_traject(voorbeeld, tmp_path / "surveys" / VOORBEELD.name) as omgeving:
        monkeypatch.setenv(OMGEVING, omgeving[OMGEVING])
        yield tmp_path


def _run_nbval(folder, notebook):
    """Return the numbers of the cells that nbval refuses."""
    opdracht = [
        sys.executable,
        "-m",
        "pytest",
        "--nbval",
        "--nbval-current-env",
        "-q",
        "-p",
        "no:cacheprovider",
        notebook,
    ]
    omgeving = {naam: waarde for naam, waarde in os.environ.items() if not naam.startswith("PYTEST_")}
    uit = subprocess.run(
        opdracht, cwd=folder / "notebooks", capture_output=True, text=True, env=omgeving, check=False
    )
    return {int(nummer) for nummer in re.findall(rf"FAILED {notebook}::Cell (\d+)", uit.stdout)}, uit.stdout


def _damage(pad, changes):
    """Change stored outputs of a notebook; return the numbers that nbval gives the damaged code cells."""
    boek = nbformat.read(pad, as_version=4)
    cellen = [cel for cel in boek.cells if cel.cell_type == "code"]
    geraakt = set()
    for nummer, cel in enumerate(cellen):
        for uitvoer in cel.outputs:
            tekst = uitvoer.get("data", {}).get("text/plain", "")
            for oud, nieuw in changes:
                if nummer not in geraakt and re.search(oud, tekst):
                    uitvoer["data"]["text/plain"] = re.sub(oud, nieuw, tekst, count=1)
                    changes = [change for change in changes if change[0] != oud]
                    geraakt.add(nummer)
                    break
    assert not changes, f"niets gevonden om te beschadigen: {changes}"
    nbformat.write(boek, pad)
    return geraakt


def test_a_changed_title_bar_or_table_cell_fails_and_names_its_cell(copy):
    notebook = "20_dienstverlening.ipynb"
    geraakt = _damage(
        copy / "notebooks" / notebook,
        [
            (r"(?m)^titel: .*$", "titel: iets anders"),
            (r"(?m)^( +staaf x 0 tot )\d\.\d+", r"\g<1>9.9999"),
            (r"(?m)^0 .*\d", "0 iets anders"),
        ],
    )
    cellen, uit = _run_nbval(copy, notebook)
    assert len(geraakt) == 3
    assert cellen == geraakt, uit[-3000:]


def test_one_changed_answer_in_the_data_fails_a_cell(copy):
    golf = copy / "surveys" / VOORBEELD.name / "ruw" / "kp_2026-03.csv"
    regels = golf.read_text("cp1252").split("\n")
    kolom = next(nummer for nummer, kop in enumerate(regels[0].split(";")) if "beter" in kop)
    for nummer, regel in enumerate(regels[1:], 1):
        cellen = regel.split(";")
        if len(cellen) > kolom and "terugkoppeling" in cellen[kolom]:
            cellen[kolom] = '"geen idee, het ging wel"'
            regels[nummer] = ";".join(cellen)
            break
    golf.write_text("\n".join(regels), "cp1252")
    cellen, uit = _run_nbval(copy, "50_bronnen_naast_elkaar.ipynb")
    assert cellen, uit[-3000:]
