"""JupyterLab on the copies of a traject, in Dutch as far as the language pack goes, without nags."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from burgerdata.report.notebooks import copy_templates

_OVERRIDES = {
    "@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": False},
    "@jupyterlab/translation-extension:plugin": {"locale": "nl_NL"},
}


def run_lab(map: Path, *, extra: tuple[str, ...] = ()) -> int:
    """Return the exit code of JupyterLab, opened on ``werk/00_begin_hier.ipynb`` of this traject."""
    copy_templates(map)
    with TemporaryDirectory() as instellingen:
        (Path(instellingen) / "overrides.json").write_text(json.dumps(_OVERRIDES), encoding="utf-8")
        vast = [f"--LabApp.app_settings_dir={instellingen}", "--ServerApp.ip=127.0.0.1"]
        opdracht = [sys.executable, "-m", "jupyterlab", *vast, *extra]
        opdracht.append(str(map / "werk" / "00_begin_hier.ipynb"))
        return subprocess.run(
            opdracht, check=False, env={**os.environ, "JUPYTER_PREFER_ENV_PATH": "1"}
        ).returncode
