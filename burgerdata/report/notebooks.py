"""The notebooks of a traject: copies of the templates in ``werk/``, executed, each failure named with heading and cause."""

from __future__ import annotations

import hashlib
import json
import subprocess
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat

VOORBEELD = "../surveys/voorbeeld-digitale-aangifte"
"""The traject that the templates load; in a copy it becomes the folder above ``werk``."""
BUITEN_RAPPORT = ("05_voorbereiden.ipynb", "90_galerij.ipynb")
"""Notebooks that are copied and not run with a report: of before there is anything to report, and to look things up."""
_STEMPEL = "burgerdata_sjabloon"


@dataclass(frozen=True)
class Uitvoering:
    """What running one notebook gave: its name, and where it failed, if it did."""

    notebook: str
    fout: str = ""


def template_folder() -> Path:
    """Return the folder of the templates in the checkout that this package runs from."""
    return Path(__file__).resolve().parents[2] / "notebooks"


def copy_templates(map: Path) -> tuple[Path, ...]:
    """Return the notebooks in ``map/werk`` that a report runs, templates copied or renewed where nobody changed them.

    A notebook that the analyst changed, or added, is left as it is. ``BUITEN_RAPPORT`` is copied too, to look things up
    in, and not run with a report: it answers nothing.
    """
    werk = map / "werk"
    werk.mkdir(exist_ok=True)
    for sjabloon in sorted(template_folder().glob("*.ipynb")):
        doel = werk / sjabloon.name
        if not doel.exists() or _is_untouched(doel):
            doel.write_text(_adapt(sjabloon), encoding="utf-8")
    return tuple(pad for pad in sorted(werk.glob("*.ipynb")) if pad.name not in BUITEN_RAPPORT)


def _adapt(sjabloon: Path) -> str:
    """Return the template without outputs, loading the traject it lies in, stamped with what its cells say."""
    boek = nbformat.read(sjabloon, as_version=4)
    for cel in boek.cells:
        cel.source = cel.source.replace(VOORBEELD, "..")
        if cel.cell_type == "code":
            cel.outputs, cel.execution_count = [], None
    boek.metadata[_STEMPEL] = _digest(boek)
    return str(nbformat.writes(boek))


def _is_untouched(pad: Path) -> bool:
    try:
        boek = nbformat.read(pad, as_version=4)
    except (OSError, ValueError):
        return False
    return bool(boek.metadata.get(_STEMPEL) == _digest(boek))


def _digest(boek: Any) -> str:
    cellen = json.dumps([[cel.cell_type, cel.source] for cel in boek.cells], ensure_ascii=False)
    return hashlib.sha256(cellen.encode()).hexdigest()


def run_notebooks(
    notebooks: tuple[Path, ...],
    uit: Path,
    *,
    melding: Callable[[str], None] | None = None,
    tegelijk: int = 2,
    omgeving: Mapping[str, str] | None = None,
) -> tuple[Uitvoering, ...]:
    """Return how each notebook ran; the executed copies are written to ``uit``, failed ones included.

    ``omgeving`` replaces the environment variables of the kernels (``loading.kopie.share_traject``).
    """
    uit.mkdir(parents=True, exist_ok=True)
    klaar: list[Uitvoering] = []
    with ThreadPoolExecutor(max_workers=tegelijk) as werkers:
        lopend = [werkers.submit(_run, notebook, uit, omgeving) for notebook in notebooks]
        for nummer, taak in enumerate(as_completed(lopend), 1):
            klaar.append(taak.result())
            if melding:
                melding(f"notebook {nummer} van {len(lopend)}: {klaar[-1].notebook}")
    return tuple(sorted(klaar, key=lambda uitvoering: uitvoering.notebook))


def _run(pad: Path, uit: Path, omgeving: Mapping[str, str] | None) -> Uitvoering:
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

    boek = nbformat.read(pad, as_version=4)
    client = NotebookClient(
        boek,
        timeout=600,
        kernel_name="python3",
        record_timing=False,
        resources={"metadata": {"path": str(pad.parent)}},
    )
    fout = ""
    try:
        # the kernel's own remarks about its connection are not for the analyst
        client.execute(stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=omgeving)
    except (CellExecutionError, CellTimeoutError, DeadKernelError) as oorzaak:
        fout = _describe(boek, oorzaak)
    for cel in boek.cells:
        for uitvoer in cel.get("outputs", []):
            # a traceback names folders of this machine; the message stays
            if uitvoer.get("output_type") == "error":
                uitvoer["traceback"] = []
    nbformat.write(boek, uit / pad.name)
    return Uitvoering(pad.stem, fout)


def _describe(boek: Any, oorzaak: Exception) -> str:
    """Return under which heading it went wrong, and the last line of the error."""
    kop = "het begin"
    for cel in boek.cells:
        kop = next(_headings(cel), kop)
        if any(uitvoer.get("output_type") == "error" for uitvoer in cel.get("outputs", [])):
            break
    regels = [regel for regel in str(getattr(oorzaak, "evalue", "") or oorzaak).splitlines() if regel.strip()]
    return f"onder '{kop}': {regels[0].strip() if regels else type(oorzaak).__name__}"


def _headings(cel: Any) -> Iterator[str]:
    if cel.cell_type == "markdown":
        koppen = [regel.lstrip("# ").strip() for regel in cel.source.splitlines() if regel.startswith("#")]
        yield from reversed(koppen)
