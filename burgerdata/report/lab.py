"""JupyterLab on the copies of a traject, in Dutch as far as the language pack goes, without nags."""

from __future__ import annotations

import json
import os
import secrets
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from burgerdata.report.notebooks import copy_templates

_OVERRIDES = {
    "@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": False},
    "@jupyterlab/translation-extension:plugin": {"locale": "nl_NL"},
}

_EERSTE, _AANTAL = 49152, 16384
"""The ports that no service has as its own (RFC 6335): one of them by chance, so that its address can be told beforehand."""


def run_lab(
    map: Path, *, melden: Callable[[str], object] = lambda _: None, extra: tuple[str, ...] = ()
) -> int:
    """Return the exit code of JupyterLab, opened on ``werk/00_begin_hier.ipynb`` of this traject.

    ``melden`` is told in one line what opens, where, and how to stop; of JupyterLab's own lines only errors are let
    through.
    """
    copy_templates(map)
    notebook = map / "werk" / "00_begin_hier.ipynb"
    poort, sleutel = _EERSTE + secrets.randbelow(_AANTAL), secrets.token_hex(24)
    melden(
        f"JupyterLab opent {notebook} in uw browser (http://127.0.0.1:{poort}/lab?token={sleutel}). "
        "Stoppen: Ctrl+C in dit venster."
    )
    with TemporaryDirectory() as instellingen:
        (Path(instellingen) / "overrides.json").write_text(json.dumps(_OVERRIDES), encoding="utf-8")
        vast = [
            f"--LabApp.app_settings_dir={instellingen}",
            "--ServerApp.ip=127.0.0.1",
            "--ServerApp.answer_yes=True",
            "--Application.log_level=ERROR",
        ]
        vast += [] if any("port=" in optie for optie in extra) else [f"--ServerApp.port={poort}"]
        opdracht = [sys.executable, "-m", "jupyterlab", *vast, *extra, str(notebook)]
        omgeving = {**os.environ, "JUPYTER_PREFER_ENV_PATH": "1", "JUPYTER_TOKEN": sleutel}
        return _wait(subprocess.Popen(opdracht, env=omgeving))


def _wait(proces: subprocess.Popen[bytes]) -> int:
    """Return the exit code; Ctrl+C reaches JupyterLab itself, which then gets the time to stop its kernels."""
    while True:
        try:
            return proces.wait()
        except KeyboardInterrupt:
            continue
