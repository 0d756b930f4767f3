"""The pages in a real browser: no violation of WCAG 2.1 A and AA, readable on a telephone and on paper, no request."""

import json
from importlib.util import find_spec
from pathlib import Path

import pytest

from burgerdata.report.html import render_html
from burgerdata.report.terugkoppeling import compose_terugkoppeling

from .browser import find_chromium, open_browser

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(find_chromium() is None, reason="er is geen Chromium op deze machine"),
]
_REGELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]


@pytest.fixture(scope="module")
def axe():
    """The program of axe-core, as its wheel carries it."""
    pakket = find_spec("axe_core_python")
    if pakket is None:
        pytest.skip("axe-core-python is niet geïnstalleerd (onderdeel dev)")
    return (Path(pakket.submodule_search_locations[0]) / "axe.min.js").read_text("utf-8")


@pytest.fixture(scope="module")
def pagina():
    with open_browser() as tab:
        yield tab


@pytest.fixture(scope="module")
def adressen(rapport, opbrengst, tmp_path_factory):
    brief = tmp_path_factory.mktemp("brief") / "terugkoppeling.html"
    document = compose_terugkoppeling(opbrengst.traject, opbrengst.datum)
    brief.write_text(render_html(document, {}), encoding="utf-8")
    paden = {naam: rapport.map / f"{naam}_CONCEPT.html" for naam in ("rapport", "projectkaart")}
    return {naam: pad.as_uri() for naam, pad in {**paden, "terugkoppeling": brief}.items()}


def list_overtredingen(pagina, axe):
    pagina.run(axe + "; true")
    opties = json.dumps({"runOnly": {"type": "tag", "values": _REGELS}, "resultTypes": ["violations"]})
    uit = json.loads(pagina.run(f"axe.run(document, {opties}).then(uit => JSON.stringify(uit))"))
    assert uit["passes"]
    return [f"{fout['id']}: {punt['html'][:120]}" for fout in uit["violations"] for punt in fout["nodes"]]


@pytest.mark.parametrize("naam", ["rapport", "projectkaart", "terugkoppeling"])
@pytest.mark.parametrize("breedte", [1200, 320])
def test_axe_finds_no_violation(pagina, axe, adressen, naam, breedte):
    pagina.resize(breedte)
    pagina.open(adressen[naam])
    assert list_overtredingen(pagina, axe) == []


def test_axe_sees_what_is_wrong(pagina, axe, tmp_path):
    (tmp_path / "fout.html").write_text(
        '<!doctype html><title>x</title><img src="data:,"><p style="color:#bbb">bleek</p>', encoding="utf-8"
    )
    pagina.open((tmp_path / "fout.html").as_uri())
    soorten = {fout.split(":")[0] for fout in list_overtredingen(pagina, axe)}
    assert {"image-alt", "html-has-lang", "color-contrast"} <= soorten


@pytest.mark.parametrize("naam", ["rapport", "projectkaart", "terugkoppeling"])
def test_a_telephone_shows_the_page_without_scrolling_sideways(pagina, adressen, naam):
    pagina.resize(320)
    pagina.open(adressen[naam])
    assert pagina.run("document.documentElement.scrollWidth") <= 320


def test_a_telephone_says_that_a_figure_goes_on_to_the_side(pagina, adressen):
    """A figure keeps the width at which its letters can be read, and scrolls inside its own frame."""
    pagina.resize(360)
    pagina.open(adressen["rapport"])
    kader = "[...document.querySelectorAll('.beeld')]"
    breder = pagina.run(f"{kader}.filter(e => e.scrollWidth > e.clientWidth).length")
    gezegd = pagina.run(
        f"{kader}.filter(e => getComputedStyle(e, '::before').content.includes('Schuif opzij')).length"
    )
    assert breder == gezegd > 0
    pagina.resize(1200)
    assert pagina.run(f"{kader}.filter(e => getComputedStyle(e, '::before').content !== 'none').length") == 0


def test_the_page_asks_for_nothing_but_itself(pagina, adressen):
    pagina.verzoeken.clear()
    pagina.open(adressen["rapport"])
    assert [adres for adres in pagina.verzoeken if not adres.startswith(("data:", adressen["rapport"]))] == []


def test_on_paper_there_is_no_navigation_and_every_table_is_whole(pagina, adressen):
    pagina.resize(1200)
    pagina.open(adressen["rapport"])
    pagina.call("Emulation.setEmulatedMedia", media="print")
    try:
        assert pagina.run("getComputedStyle(document.querySelector('nav')).display") == "none"
        pagina.resize(640)  # the width of A4 within its margins, in points that a browser calls pixels
        te_breed = (
            "[...document.querySelectorAll('main table, main img')].filter(d => d.scrollWidth > 640).length"
        )
        assert pagina.run(te_breed) == 0
    finally:
        pagina.call("Emulation.setEmulatedMedia", media="")


def test_the_margin_of_a_printed_page_says_concept(pagina, adressen):
    pagina.open(adressen["projectkaart"])
    randen = "[...document.styleSheets[0].cssRules].filter(r => r instanceof CSSPageRule).map(r => r.cssText).join()"
    assert "CONCEPT" in pagina.run(randen)
