"""The gallery shows every figure once, says that none breaks a rule, and is not part of a report."""

import re
from itertools import pairwise
from pathlib import Path

import nbformat
import pytest

import burgerdata as bd
from burgerdata.report.notebooks import BUITEN_RAPPORT, copy_templates

NOTEBOOKS = Path(__file__).resolve().parents[2] / "notebooks"


@pytest.fixture(scope="module")
def galerij():
    """The cells of the gallery as it was committed."""
    return nbformat.read(NOTEBOOKS / "90_galerij.ipynb", as_version=4).cells


def test_every_public_figure_has_one_cell_that_draws_it_or_says_why_not(galerij):
    koppen = {}
    for kop, cel in pairwise(galerij):
        gevonden = re.match(r"## (plot_\w+):", kop.source)
        if gevonden:
            assert gevonden[1] not in koppen
            koppen[gevonden[1]] = cel
    assert sorted(koppen) == [naam for naam in bd.__all__ if naam.startswith("plot_")]
    for naam, cel in koppen.items():
        teksten = [uitvoer.get("data", {}).get("text/plain", "") for uitvoer in cel.outputs]
        assert any(tekst.startswith(("alt: ", "Niet te tonen: ")) for tekst in teksten), naam


def test_the_last_cell_says_that_no_figure_breaks_a_rule(galerij):
    aantal, fouten = re.search(
        r"(\d+) figuren, (\d+) fouten", galerij[-1].outputs[0]["data"]["text/plain"]
    ).groups()
    assert int(aantal) > 30
    assert int(fouten) == 0


def test_the_gallery_is_copied_to_look_things_up_in_and_not_run_with_a_report(tmp_path):
    gedraaid = [pad.name for pad in copy_templates(tmp_path)]
    gekopieerd = [pad.name for pad in sorted((tmp_path / "werk").glob("*.ipynb"))]
    assert set(gekopieerd) - set(gedraaid) == set(BUITEN_RAPPORT)
    assert "00_begin_hier.ipynb" in gedraaid
