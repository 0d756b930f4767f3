"""The site of the docs: links that lead to where a page is, an API page of every public name, nothing from elsewhere."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

import pytest
import yaml

import burgerdata as bd
import burgerdata.pseudonyms
import burgerdata.statistics
import burgerdata.text

ROOT = Path(__file__).resolve().parents[1]
BOUW = ROOT / "docs" / "bouw"
DUTCH = (
    "van-map-naar-rapport",
    "hoe-elk-cijfer-ontstaat",
    "galerij",
    "instrumenten",
    "privacy",
    "indicatoren",
)
_FUNCTION = re.compile(
    r"`(?:bd\.)?((?:summarise|compare|count|plot|find|measure|list|check|write|weight|describe|crosstab|krippendorff)_\w+)"
)


def pages_in(part: object) -> set[str]:
    """Return every page that the navigation names."""
    if isinstance(part, str):
        return {part}
    inside = part.values() if isinstance(part, dict) else part if isinstance(part, list) else []
    return {page for deeper in inside for page in pages_in(deeper)}


@pytest.fixture(scope="module")
def api() -> str:
    return str(runpy.run_path(str(BOUW / "api.py"))["write_api"]())


@pytest.mark.parametrize(
    ("text", "place", "there"),
    [
        ("[a](docs/privacy.md#x)", "README.md", "[a](privacy.md#x)"),
        ("[a](../surveys/README.md)", "docs/map-van-een-traject.md", "[a](surveys.md)"),
        ("[a](../CHANGELOG.md)", "docs/architecture.md", "[a](changelog.md)"),
        ("[de licentie](LICENSE)", "README.md", "de licentie"),
        ("[a](#kop) ![b](beelden/x.png)", "docs/galerij.md", "[a](#kop) ![b](beelden/x.png)"),
    ],
)
def test_a_link_leads_to_where_its_page_is_on_the_site(text: str, place: str, there: str) -> None:
    assert runpy.run_path(str(BOUW / "paginas.py"))["relink"](text, place) == there


@pytest.mark.parametrize(
    ("html", "loads"),
    [
        ('<script src="https://cdn.voorbeeld.nl/a.js"></script>', True),
        ('<link rel="stylesheet" href="//fonts.voorbeeld.nl/css">', True),
        ("@font-face { src: url(https://fonts.voorbeeld.nl/a.woff2) }", True),
        ('<img alt="" src=http://voorbeeld.nl/a.png>', True),
        ('<a href="https://voorbeeld.nl">een link die een lezer volgt</a>', False),
        ('<script src="assets/a.js"></script><img src="beelden/x.png">', False),
    ],
)
def test_what_would_be_fetched_from_elsewhere_is_seen(html: str, loads: bool) -> None:
    assert bool(runpy.run_path(str(BOUW / "offline.py"))["find_loads"](html)) is loads


def test_every_page_is_in_the_navigation() -> None:
    class Loader(yaml.SafeLoader):
        """Reads the settings without making the function that they name."""

    Loader.add_multi_constructor("!!python/", lambda loader, suffix, node: None)
    Loader.add_multi_constructor("tag:yaml.org,2002:python/", lambda loader, suffix, node: None)
    nav = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), Loader)["nav"]
    elsewhere = set(runpy.run_path(str(BOUW / "paginas.py"))["ELSEWHERE"].values())
    assert pages_in(nav) == {path.name for path in (ROOT / "docs").glob("*.md")} | elsewhere | {"api.md"}


def test_the_api_page_holds_every_public_name_once(api: str) -> None:
    headings = re.findall(r"^### (\w+) \{: #burgerdata-\w+ \}$", api, re.MULTILINE)
    assert headings == bd.__all__


def test_the_api_page_is_free_of_markup_of_the_docstrings_and_of_addresses(api: str) -> None:
    assert "``" not in api.replace("```", "")
    assert not re.search(r"^-{3,}$", api, re.MULTILINE)
    assert " at 0x" not in api


@pytest.mark.parametrize("name", DUTCH)
def test_a_page_for_analysts_names_only_functions_that_exist(name: str) -> None:
    public = {
        *bd.__all__,
        *burgerdata.statistics.__all__,
        *burgerdata.text.__all__,
        *burgerdata.pseudonyms.__all__,
    }
    text = (ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8")
    assert set(_FUNCTION.findall(text)) <= public


def test_the_margins_on_the_page_are_those_of_the_function() -> None:
    text = (ROOT / "docs" / "hoe-elk-cijfer-ontstaat.md").read_text(encoding="utf-8")
    [printed] = re.findall(r"^\| marge, in punten \| (.+) \|$", text, re.MULTILINE)
    assert [float(cell.replace(",", ".")) for cell in printed.split(" | ")] == [
        round(marge * 100, 1) for marge in bd.measure_steekproef()["marge"]
    ]
