"""The pages in docs/: made from the contract where they can be, complete, and without dead links."""

from __future__ import annotations

import ast
import re
import runpy
from dataclasses import fields
from pathlib import Path

import pytest

from burgerdata.loading.analyst_tables import CITATEN_KOLOMMEN
from burgerdata.loading.leveringen import SLEUTELS
from burgerdata.loading.vragenlijst import GROEPEN_KOLOMMEN, VRAGEN_KOLOMMEN
from burgerdata.schema import TABELLEN, vocabularies
from burgerdata.schema.berichtvelden import BERICHTVELDEN, TELVELDEN
from burgerdata.settings import Drempels, Instellingen
from burgerdata.text.thema import KOLOMMEN

ROOT = Path(__file__).resolve().parents[1]
PAGES = [*sorted((ROOT / "docs").glob("*.md")), ROOT / "README.md", ROOT / "surveys" / "README.md"]
DUTCH = (
    "map-van-een-traject.md",
    "ict-afdeling.md",
    "privacy.md",
    "woordenlijst.md",
    "van-map-naar-rapport.md",
    "hoe-elk-cijfer-ontstaat.md",
    "galerij.md",
    "formaten.md",
    "instrumenten.md",
    "indicatoren.md",
    "themas-coderen.md",
    "export.md",
)
ENGLISH = ("architecture.md", "new-format.md", "new-instrument.md", "new-figure.md", "new-report-question.md")
NETWORK = {"socket", "ssl", "urllib", "http", "requests", "httpx", "aiohttp", "ftplib", "smtplib"}
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_NOT_TYPED = {"drempels", "leveringen", "map", "niet_opgegeven"}
"""Fields of Instellingen that no key of traject.toml has under that name."""


def read(naam: str) -> str:
    return (ROOT / "docs" / naam).read_text(encoding="utf-8")


def part(heading: str) -> str:
    """Return the text under one heading of the page about the folder, up to the next of that level."""
    level = heading.split(" ")[0]
    tekst = read("map-van-een-traject.md").split(f"\n{heading}\n", 1)[1]
    return re.split(rf"\n{level} ", tekst)[0]


def anchors_of(page: Path) -> set[str]:
    """Return the anchors that a page has for its headings, as they are made when it is shown."""
    koppen = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", kop.lower()).replace(" ", "-") for kop in koppen}


def dead_links(page: Path) -> list[str]:
    dood = []
    for link in _LINK.findall(page.read_text(encoding="utf-8")):
        pad, _, anker = link.partition("#")
        doel = (page.parent / pad).resolve() if pad else page
        if pad.startswith(("http:", "https:", "mailto:")):
            continue
        if not doel.exists() or (anker and anker not in anchors_of(doel)):
            dood.append(link)
    return dood


def test_the_glossary_is_what_the_contract_makes_of_it() -> None:
    maak = runpy.run_path(str(ROOT / "docs" / "maak_woordenlijst.py"))
    assert maak["write_woordenlijst"]() == read("woordenlijst.md"), "run python docs/maak_woordenlijst.py"


def test_the_glossary_names_every_table_column_and_word() -> None:
    tekst = read("woordenlijst.md")
    kolommen = {kolom.naam for schema in TABELLEN.values() for kolom in schema.kolommen}
    woorden = {w for lijst in vars(vocabularies).values() if isinstance(lijst, tuple) for w in lijst}
    assert [naam for naam in TABELLEN if f"\n### {naam}\n" not in tekst] == []
    assert sorted(naam for naam in kolommen | woorden if f"`{naam}`" not in tekst) == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_link_leads_somewhere(page: Path) -> None:
    assert dead_links(page) == []


def test_a_dead_link_and_a_dead_anchor_are_seen(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# Eén kop\n[x](b.md) [y](#een-kop) [z](#eén-kop)", encoding="utf-8")
    assert dead_links(tmp_path / "a.md") == ["b.md", "#een-kop"]


@pytest.mark.parametrize(
    ("heading", "names"),
    [
        ("### Over het hele traject", {veld.name for veld in fields(Instellingen)} - _NOT_TYPED),
        ("### Per levering", set(SLEUTELS)),
        ("### Grenzen", {veld.name for veld in fields(Drempels)}),
        ("## vragen.xlsx", {*VRAGEN_KOLOMMEN, *GROEPEN_KOLOMMEN}),
        ("### Kolommen van berichten", {*BERICHTVELDEN, *TELVELDEN}),
        ("## themalijst.xlsx", set(KOLOMMEN)),
        ("## marges.xlsx", set(TABELLEN["marges"].namen)),
        ("## doorwerking.xlsx", set(TABELLEN["doorwerking"].namen)),
        ("## citaten.xlsx", set(CITATEN_KOLOMMEN)),
    ],
)
def test_everything_that_an_analyst_can_fill_in_is_explained(heading: str, names: set[str]) -> None:
    assert sorted(naam for naam in names if f"`{naam}`" not in part(heading)) == []


def test_no_setting_is_explained_that_does_not_exist() -> None:
    uitgelegd = set(
        re.findall(
            r"`(\w+)`",
            " ".join(
                regel.split("|")[1]
                for regel in part("### Per levering").splitlines()
                if regel.startswith("| `")
            ),
        )
    )
    assert uitgelegd == set(SLEUTELS)


def test_the_default_thresholds_are_those_of_the_code() -> None:
    for veld in fields(Drempels):
        assert f"| `{veld.name}` | {veld.default} |" in part("### Grenzen")
    grenzen = Drempels()
    privacy = read("privacy.md")
    assert f"minder dan {grenzen.verborgen} personen" in privacy
    assert f"van 1 tot en met {grenzen.drempel - 1} personen" in privacy


@pytest.mark.parametrize("naam", DUTCH)
def test_no_page_calls_the_data_anonymous(naam: str) -> None:
    beweringen = re.findall(r"\b(?:niet\s+)?(?:ge)?anoni\w+", read(naam), flags=re.IGNORECASE)
    assert [bewering for bewering in beweringen if not bewering.startswith("niet")] == []


def test_every_page_is_reachable_from_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [naam for naam in (*DUTCH, *ENGLISH) if f"(docs/{naam})" not in readme] == []
    assert {*DUTCH, *ENGLISH} == {pad.name for pad in (ROOT / "docs").glob("*.md")}


def test_the_readme_says_whose_the_results_are() -> None:
    readme = re.sub(r"\s+", " ", (ROOT / "README.md").read_text(encoding="utf-8"))
    assert (
        "Reports, notebooks and lists of themes (themalijsten) that you make with the kit belong to you"
        in readme
    )


def imports_of(source: str) -> set[str]:
    """Return the first names of the modules that a source imports."""
    namen: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            namen |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            namen.add((node.module or "").split(".")[0])
    return namen


def test_no_module_can_make_a_connection_as_the_page_for_ict_says() -> None:
    assert "geen code die een verbinding naar buiten maakt" in re.sub(r"\s+", " ", read("ict-afdeling.md"))
    modules = (ROOT / "burgerdata").rglob("*.py")
    gevonden = {pad.name: imports_of(pad.read_text(encoding="utf-8")) & NETWORK for pad in modules}
    assert {naam: namen for naam, namen in gevonden.items() if namen} == {}


def test_an_import_of_the_network_is_seen() -> None:
    assert imports_of(
        "def f():\n    from urllib.request import urlopen\n    import http.client"
    ) & NETWORK == {
        "urllib",
        "http",
    }
