"""What is added to a registry is whole: its docs row, its example and its test are there, or these tests are red."""

from __future__ import annotations

import ast
import json
import re
import runpy
from functools import cache
from pathlib import Path

import pytest

import burgerdata as bd
from burgerdata import figures
from burgerdata.analysis.rapportvragen.vragen import RAPPORTVRAGEN, Rapportvraag
from burgerdata.formats.reading import READERS
from burgerdata.instruments import INSTRUMENTEN
from burgerdata.preparing.bijlage import OPGAVEN
from burgerdata.preparing.kaarten import KAARTEN
from burgerdata.schema import FASE, INSTRUMENT
from burgerdata.schema.labels import INSTRUMENT_LABEL
from burgerdata.traject import Traject

ROOT = Path(__file__).resolve().parents[1]
PLOTS = [name for name in figures.__all__ if name.startswith("plot_")]
OVER_ALL_PHASES = ("ev1", "ev7", "ev8", "ev9", "ev10")
"""Questions about the traject as a whole: they look at every phase."""
EXAMPLES = {
    "csv": ("test_csv.py", "read"),
    "excel": ("test_excel.py", "xlsx"),
    "spss": ("test_spss.py", "sav"),
    "stata": ("test_stata.py", "dta"),
    "docx": ("test_transcripts.py", ".docx"),
    "tekst": ("test_transcripts.py", ".txt"),
    "webvtt": ("test_transcripts.py", ".vtt"),
    "beurtentabel": ("test_turn_tables.py", "Spreker"),
    "limesurvey": ("test_limesurvey.py", "make_csv"),
    "limesurvey_vv": ("test_limesurvey.py", "make_vv"),
    "limesurvey_archief": ("test_limesurvey.py", "make_lsa"),
    "limesurvey_antwoorden": ("test_limesurvey.py", "make_lsr"),
    "limesurvey_vragenlijst": ("test_limesurvey.py", "make_lss"),
    "kobo": ("test_kobo.py", "_uuid"),
    "xlsform": ("test_kobo.py", "xlsform"),
    "msforms": ("test_msforms.py", "msforms"),
    "qualtrics": ("test_qualtrics.py", "ImportId"),
    "surveymonkey": ("test_surveymonkey.py", "Respondent ID"),
    "googleforms": ("test_googleforms.py", "Timestamp"),
    "polis_stellingen": ("test_polis.py", "comments.csv"),
    "polis_stemmen": ("test_polis.py", "votes.csv"),
    "polis_deelnemers": ("test_polis.py", "participants-votes.csv"),
    "polis_samenvatting": ("test_polis.py", "summary.csv"),
    "polis_groepen": ("test_polis.py", "recognise_groepen"),
    "polis_verloop": ("test_polis.py", "stats-history.csv"),
    "polis_api": ("test_polis.py", "json"),
    "decidim": ("test_decidim.py", "decidim"),
    "decidim_enquete": ("test_decidim.py", "decidim_enquete"),
    "consul": ("test_consul.py", "consul"),
    "govocal": ("test_govocal.py", "govocal"),
    "pabulib": ("test_pabulib.py", "pabulib"),
    "json": ("test_decidim.py", "json"),
    "refi_qda": ("test_qda.py", "qdpx"),
    "qualcoder": ("test_qda.py", "qda"),
    "taguette": ("test_qda.py", "sqlite3"),
    "taguette_export": ("test_qda.py", "tag"),
    "chat": ("test_chatlog.py", "chat"),
    "segmententabel": ("test_coded_segments.py", "segmententabel"),
}
"""Format → the file of its tests, and the example that is named there."""


@cache
def page(name: str) -> str:
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


def rows_of(name: str) -> list[str]:
    return [line for line in page(name).splitlines() if line.startswith("| ")]


@cache
def names_in(folder: str) -> frozenset[str]:
    """Return every name that the tests of a folder use."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in (ROOT / folder).glob("*.py")]
    nodes = [node for tree in trees for node in ast.walk(tree)]
    names = {node.id for node in nodes if isinstance(node, ast.Name)}
    return frozenset(names | {node.attr for node in nodes if isinstance(node, ast.Attribute)})


@pytest.mark.parametrize("formaat", READERS)
def test_a_format_has_a_row_in_the_docs_and_an_example_in_a_test(formaat: str) -> None:
    assert any(f"`{formaat}`" in row for row in rows_of("formaten.md")), "add a row to docs/formaten.md"
    assert formaat in EXAMPLES, f"write tests/formats/test_{formaat}.py and name its example in EXAMPLES"
    test, example = EXAMPLES[formaat]
    assert example in (ROOT / "tests" / "formats" / test).read_text(encoding="utf-8")


@pytest.mark.parametrize("instrument", INSTRUMENTEN)
def test_an_instrument_has_a_row_in_the_docs_and_a_test(instrument: str) -> None:
    assert any(row.startswith(f"| `{instrument}` |") for row in rows_of("instrumenten.md"))
    folders = ("instruments", "loading", "surveys")
    tests = [path for folder in folders for path in (ROOT / "tests" / folder).glob("test_*.py")]
    named = [
        path
        for path in tests
        if re.search(rf"\b{instrument}\b", path.stem + path.read_text(encoding="utf-8"))
    ]
    assert named, f"write tests/instruments/test_{instrument}.py"


def test_every_instrument_can_be_compared_and_asked_of_a_bureau() -> None:
    assert tuple(KAARTEN) == tuple(OPGAVEN) == tuple(INSTRUMENT_LABEL) == INSTRUMENT
    assert set(INSTRUMENTEN) <= set(INSTRUMENT)


@pytest.mark.parametrize("plot", PLOTS)
def test_a_figure_is_in_the_gallery_and_among_the_examples_of_the_tests(plot: str) -> None:
    maak = runpy.run_path(str(ROOT / "docs" / "maak_beelden.py"))
    parts = dict(
        re.findall(r"^## (plot_\w+)\n(.*?)(?=^## |\Z)", page("galerij.md"), re.MULTILINE | re.DOTALL)
    )
    assert plot in parts, "add a section to docs/galerij.md"
    assert f"bd.{plot}(" in parts[plot]
    assert any(
        pad == f"beelden/{plot}.png" for _, _, pad in maak["find_beelden"](ROOT / "docs" / "galerij.md")
    )
    assert plot in names_in("tests/figures"), "add an example to tests/figures/figuren.py"


@pytest.mark.parametrize("name", ["galerij.md", "van-map-naar-rapport.md"])
def test_every_picture_of_a_page_was_drawn_and_is_said_in_words(name: str) -> None:
    maak = runpy.run_path(str(ROOT / "docs" / "maak_beelden.py"))
    found = list(maak["find_beelden"](ROOT / "docs" / name))
    assert len(found) == page(name).count("](beelden/"), "a picture does not follow the code that draws it"
    for _, alt, pad in found:
        assert (ROOT / "docs" / pad).read_bytes().startswith(b"\x89PNG"), "run python docs/maak_beelden.py"
        assert len(alt) > 20


@pytest.fixture(scope="module")
def without(voorbeeld: Traject) -> dict[str, Traject]:
    """Return the example without the material of each phase."""
    return {fase: voorbeeld.only(fase=[andere for andere in FASE if andere != fase]) for fase in FASE}


@pytest.mark.parametrize("vraag", RAPPORTVRAGEN, ids=lambda vraag: vraag.id)
def test_a_report_question_is_not_measured_without_the_material_of_its_phase(
    vraag: Rapportvraag, without: dict[str, Traject]
) -> None:
    antwoord = bd.beantwoord(without[vraag.fase], vraag.id)
    assert (antwoord.status != "niet_gemeten") is (vraag.id in OVER_ALL_PHASES)
    assert antwoord.tabellen or antwoord.ontbreekt.endswith(".")


@pytest.mark.parametrize("vraag", RAPPORTVRAGEN, ids=lambda vraag: vraag.id)
def test_a_report_question_has_its_heading_and_its_cell_in_the_notebook_of_its_phase(
    vraag: Rapportvraag,
) -> None:
    [pad] = (ROOT / "notebooks").glob(f"*_{vraag.fase}.ipynb")
    cells = json.loads(pad.read_text(encoding="utf-8"))["cells"]
    sources = ["".join(cell["source"]) for cell in cells]
    heading = next(
        nr for nr, source in enumerate(sources) if source.startswith(f"## {vraag.id} {vraag.vraag}")
    )
    assert f'"{vraag.id}"' in sources[heading + 1]
