"""JupyterLab as the kit opens it: on this machine only, in Dutch, without nags, on the copies in ``werk``."""

import re
import shutil
import socket
import subprocess
import sys
import threading
import time
from contextlib import suppress

import pytest
import requests

from burgerdata.report.lab import run_lab

from .browser import find_chromium, open_browser
from .conftest import VOORBEELD

SLEUTEL = "sleutel-van-deze-test"


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    """A running JupyterLab on a copy of the example; stopped as its own menu stops it."""
    map_ = tmp_path_factory.mktemp("lab") / "voorbeeld"
    shutil.copytree(VOORBEELD, map_, ignore=shutil.ignore_patterns("rapport", "werk"))
    with socket.socket() as vrij:
        vrij.bind(("127.0.0.1", 0))
        poort = vrij.getsockname()[1]
    opties = (
        "--no-browser",
        "--allow-root",
        f"--port={poort}",
        "--ServerApp.port_retries=0",
        f"--IdentityProvider.token={SLEUTEL}",
    )
    codes = []
    draad = threading.Thread(target=lambda: codes.append(run_lab(map_, extra=opties)))
    draad.start()
    adres = f"http://127.0.0.1:{poort}"
    try:
        _wait(adres)
        yield adres
    finally:
        requests.post(f"{adres}/api/shutdown", headers={"Authorization": f"token {SLEUTEL}"}, timeout=30)
        draad.join(timeout=60)
    assert codes == [0]


def _wait(adres):
    tot = time.monotonic() + 120
    while time.monotonic() < tot:
        try:
            requests.get(f"{adres}/api", timeout=5)
        except requests.ConnectionError:
            time.sleep(0.5)
        else:
            return
    raise AssertionError("JupyterLab begint niet")


def ask(lab, pad):
    antwoord = requests.get(f"{lab}{pad}", headers={"Authorization": f"token {SLEUTEL}"}, timeout=60)
    antwoord.raise_for_status()
    return antwoord.json()


@pytest.mark.browser
def test_the_notebooks_of_the_traject_are_there(lab):
    inhoud = ask(lab, "/api/contents/?content=1")["content"]
    namen = {deel["name"] for deel in inhoud}
    assert "00_begin_hier.ipynb" in namen
    assert len([naam for naam in namen if naam.endswith(".ipynb")]) >= 7


@pytest.mark.browser
def test_only_this_machine_with_the_token_gets_in(lab):
    assert requests.get(f"{lab}/api/contents", timeout=30).status_code == 403
    poort = int(lab.rsplit(":", 1)[1])
    eigen = socket.gethostbyname(socket.gethostname())
    if eigen.startswith("127."):
        pytest.skip("deze machine heeft geen ander adres dan zichzelf")
    with pytest.raises(ConnectionError), socket.create_connection((eigen, poort), timeout=5):
        pass


@pytest.mark.browser
def test_one_dutch_line_tells_what_opens_and_how_to_stop(tmp_path):
    """A process of its own, as from a terminal: all that it prints counts."""
    shutil.copytree(VOORBEELD.parent / "voorbeeld-echt-jupyter-ux2015", tmp_path / "map")
    code = (
        "import sys; from pathlib import Path; from burgerdata.report.lab import run_lab; "
        "run_lab(Path(sys.argv[1]), melden=lambda r: print(r, flush=True), extra=('--no-browser', '--allow-root'))"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path / "map")],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    ) as proces:
        eerste = proces.stdout.readline()
        adres = re.search(r"\((http://127\.0\.0\.1:\d+)/lab\?token=(\w+)\)", eerste)
        _wait(adres[1])
        kop = {"Authorization": f"token {adres[2]}"}
        assert requests.get(f"{adres[1]}/api/contents", headers=kop, timeout=30).ok
        requests.post(f"{adres[1]}/api/shutdown", headers=kop, timeout=30)
        rest = proces.stdout.read()
    assert "00_begin_hier.ipynb in uw browser" in eerste
    assert eerste.rstrip().endswith("Stoppen: Ctrl+C in dit venster.")
    assert rest == ""


@pytest.mark.browser
def test_it_is_dutch_and_does_not_nag(lab):
    taal = ask(lab, "/lab/api/settings/@jupyterlab/translation-extension:plugin")["schema"]["properties"]
    meldingen = ask(lab, "/lab/api/settings/@jupyterlab/apputils-extension:notification")["schema"][
        "properties"
    ]
    assert taal["locale"]["default"] == "nl_NL"
    assert meldingen["fetchNews"]["default"] == "false"
    assert meldingen["checkForUpdates"]["default"] is False


@pytest.mark.browser
@pytest.mark.traag
@pytest.mark.skipif(find_chromium() is None, reason="er is geen Chromium op deze machine")
def test_a_phase_notebook_runs_from_the_menu_and_shows_its_figures(lab):
    with open_browser() as tab:
        tab.resize(1400)
        tab.open(f"{lab}/lab/tree/30_praktijk.ipynb?token={SLEUTEL}")
        menu = "document.querySelectorAll('#jp-MainMenu .lm-MenuBar-item')"
        tab.wait(f"{menu}.length > 4 && document.querySelectorAll('.jp-Notebook .jp-Cell').length > 3")
        tab.wait("document.querySelector('.jp-Notebook-ExecutionIndicator[data-status=idle]') !== null")
        _run_all(tab)
        beelden = (
            "[...document.querySelectorAll('.jp-OutputArea img')].filter(d => d.naturalWidth > 300).length"
        )
        tab.wait(f"{beelden} >= 3", seconden=240)
        assert (
            tab.run("document.querySelectorAll('[data-mime-type=\"application/vnd.jupyter.stderr\"]').length")
            == 0
        )


def _click(tab, plek):
    import json

    x, y = json.loads(tab.run(plek))
    for soort in ("mouseMoved", "mousePressed", "mouseReleased"):
        tab.call("Input.dispatchMouseEvent", type=soort, x=x, y=y, button="left", clickCount=1)


def _run_all(tab):
    """Choose Run all cells from the menu; once more where the page moved away from under the pointer."""
    rechthoek = "JSON.stringify((({x, y, width, height}) => [x + width / 2, y + height / 2])(%s.getBoundingClientRect()))"
    menu = "[...document.querySelectorAll('#jp-MainMenu .lm-MenuBar-item')].find(d => /^(Run|Uitvoeren)$/.test(d.textContent.trim()))"
    keuze = "document.querySelector('.lm-Menu [data-command=\"runmenu:run-all\"]')"
    begonnen = "[...document.querySelectorAll('.jp-InputArea-prompt')].some(d => /\\[(\\*|\\d+)\\]/.test(d.textContent))"
    for _ in range(3):
        if not tab.run(f"{keuze} !== null"):
            _click(tab, rechthoek % menu)
        tab.wait(f"{keuze} !== null")
        _click(tab, rechthoek % keuze)
        with suppress(AssertionError):
            tab.wait(begonnen, seconden=30)
            return
    raise AssertionError("het menu voert de cellen niet uit")
