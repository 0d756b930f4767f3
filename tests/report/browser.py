"""A headless Chromium that a test looks through, driven over its own protocol; nothing but websocket-client is needed."""

import json
import shutil
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import requests
from websocket import create_connection

_NAMEN = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
_VAST = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--remote-debugging-port=0",
    "--remote-allow-origins=*",
)


def find_chromium():
    """Return the program, or None when this machine has none."""
    return next(filter(None, map(shutil.which, _NAMEN)), None)


class Pagina:
    """One tab: calls of the protocol, and JavaScript that is waited for."""

    def __init__(self, adres):
        self._lijn = create_connection(adres, timeout=120)
        self._nummer = 0
        self.verzoeken = []
        self.call("Page.enable")
        self.call("Network.enable")

    def close(self):
        self._lijn.close()

    def call(self, methode, **parameters):
        self._nummer += 1
        self._lijn.send(json.dumps({"id": self._nummer, "method": methode, "params": parameters}))
        while True:
            bericht = json.loads(self._lijn.recv())
            if bericht.get("method") == "Network.requestWillBeSent":
                self.verzoeken.append(bericht["params"]["request"]["url"])
            if bericht.get("id") == self._nummer:
                assert "error" not in bericht, bericht
                return bericht["result"]

    def run(self, javascript):
        uit = self.call("Runtime.evaluate", expression=javascript, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in uit, uit["exceptionDetails"]
        return uit["result"].get("value")

    def open(self, adres):
        self.call("Page.navigate", url=adres)
        self.wait("document.readyState === 'complete' && location.href !== 'about:blank'")

    def wait(self, javascript, *, seconden=120):
        """Wait until the expression is true, and return what it gives."""
        tot = time.monotonic() + seconden
        while not (waarde := self.run(javascript)):
            assert time.monotonic() < tot, f"niet gebeurd in {seconden} s: {javascript}"
            time.sleep(0.3)
        return waarde

    def resize(self, breedte):
        self.call(
            "Emulation.setDeviceMetricsOverride", width=breedte, height=800, deviceScaleFactor=1, mobile=False
        )


@contextmanager
def open_browser():
    """Yield a tab of a fresh browser, which ends with it."""
    with TemporaryDirectory(ignore_cleanup_errors=True) as profiel:
        opdracht = [find_chromium(), *_VAST, f"--user-data-dir={profiel}", "about:blank"]
        proces = subprocess.Popen(opdracht, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            poort = _wait_for_port(Path(profiel) / "DevToolsActivePort", proces)
            tabs = requests.get(f"http://127.0.0.1:{poort}/json", timeout=30).json()
            pagina = Pagina(next(tab["webSocketDebuggerUrl"] for tab in tabs if tab["type"] == "page"))
            yield pagina
            pagina.close()
        finally:
            proces.terminate()
            proces.wait(timeout=30)


def _wait_for_port(bestand, proces):
    tot = time.monotonic() + 60
    while time.monotonic() < tot:
        if bestand.exists() and (regels := bestand.read_text().split()):
            return int(regels[0])
        assert proces.poll() is None, f"de browser stopte meteen op {sys.platform}"
        time.sleep(0.1)
    raise AssertionError("de browser antwoordt niet")
