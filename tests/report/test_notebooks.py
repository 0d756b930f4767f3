"""The notebooks of a report run: the kit's own after each other, none seeing what another left."""

import json
import subprocess
import sys

import nbformat
import pytest

PROGRAMMA = """
import json, sys
from pathlib import Path
from burgerdata.report import notebooks
plek = Path(sys.argv[1])
notebooks.template_folder = lambda: plek / "sjablonen"
gemeld = []
paden = notebooks.copy_templates(plek / "traject")
klaar = notebooks.run_notebooks(paden, plek / "uit", tegelijk=1, melding=gemeld.append)
print(json.dumps([{uitvoering.notebook: uitvoering.fout for uitvoering in klaar}, gemeld]))
"""


def write(pad, *cellen):
    boek = nbformat.v4.new_notebook()
    boek.cells = [
        nbformat.v4.new_markdown_cell(cel) if cel.startswith("#") else nbformat.v4.new_code_cell(cel)
        for cel in cellen
    ]
    nbformat.write(boek, pad)


@pytest.fixture(scope="module")
def gedraaid(tmp_path_factory):
    """Five notebooks that ran in one kernel, but for those after a failure and the analyst's own."""
    tmp_path = tmp_path_factory.mktemp("notebooks")
    sjablonen, map_ = tmp_path / "sjablonen", tmp_path / "traject"
    sjablonen.mkdir()
    (map_ / "werk").mkdir(parents=True)
    write(sjablonen / "10_eerst.ipynb", "import math\nx = 1", "x")
    write(sjablonen / "20_daarna.ipynb", "sorted({'x', 'math'} & set(globals()))")
    write(sjablonen / "30_mis.ipynb", "# Begin", "x = 2", "## Het midden", "1 / 0", "x")
    write(sjablonen / "40_verder.ipynb", "sorted({'x', 'math'} & set(globals()))")
    write(map_ / "werk" / "50_eigen.ipynb", "x = 3", "x")
    # in a process of its own: what nbclient leaves open in a thread would be laid at the door of a later test
    uit = subprocess.run(
        [sys.executable, "-c", PROGRAMMA, tmp_path], capture_output=True, text=True, check=True
    )
    fouten, gemeld = json.loads(uit.stdout)
    boeken = {pad.stem: nbformat.read(pad, as_version=4) for pad in (tmp_path / "uit").glob("*.ipynb")}
    return fouten, gemeld, boeken


def show(boek, nummer=0):
    cel = [cel for cel in boek.cells if cel.cell_type == "code"][nummer]
    return cel.outputs[0]["data"]["text/plain"]


def test_a_notebook_sees_nothing_of_the_one_before_it_and_counts_from_one(gedraaid):
    _, _, boeken = gedraaid
    assert show(boeken["10_eerst"], 1) == "1"
    assert show(boeken["20_daarna"]) == show(boeken["40_verder"]) == "[]"
    for boek in boeken.values():
        tellers = [cel.execution_count for cel in boek.cells if cel.cell_type == "code"]
        assert [teller for teller in tellers if teller] == list(range(1, len([*filter(None, tellers)]) + 1))


def test_a_failure_is_told_with_its_heading_and_the_others_still_run(gedraaid):
    fouten, gemeld, boeken = gedraaid
    assert fouten == {
        "10_eerst": "",
        "20_daarna": "",
        "30_mis": "onder 'Het midden': division by zero",
        "40_verder": "",
        "50_eigen": "",
    }
    assert show(boeken["50_eigen"], 1) == "3"
    assert gemeld[-1].startswith("notebook 5 van 5: ")
    assert len(gemeld) == 5
    assert all(
        not uitvoer.get("traceback") for cel in boeken["30_mis"].cells for uitvoer in cel.get("outputs", [])
    )
