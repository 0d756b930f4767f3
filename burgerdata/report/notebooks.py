"""The notebooks of a traject: copies of the templates in ``werk/``, executed, each failure named with heading and cause."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Any

from burgerdata.report.notebook_format import nbformat

if TYPE_CHECKING:
    from nbclient import NotebookClient

VOORBEELD = "../surveys/voorbeeld-digitale-aangifte"
"""The traject that the templates load; in a copy it becomes the folder above ``werk``."""
BUITEN_RAPPORT = ("05_voorbereiden.ipynb", "90_galerij.ipynb")
"""Notebooks that are copied and not run with a report: of before there is anything to report, and to look things up."""
_STEMPEL = "burgerdata_sjabloon"
ZELDEN = (50_000, 20, 20)
"""How many new objects Python waits for before it looks for cycles: a run makes millions, and hardly any cycle."""
_LEEG = f"__import__('gc').set_threshold{ZELDEN}; get_ipython().reset()"
"""What empties a kernel: no name of the notebook before is left."""


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

    The kit's own notebooks follow each other in ``tegelijk`` kernels, emptied in between; one that the analyst changed
    or added has a kernel to itself. ``omgeving`` replaces the environment variables of the kernels
    (``loading.kopie.share_traject``).
    """
    uit.mkdir(parents=True, exist_ok=True)
    klaar: list[Uitvoering] = []

    def tell(uitvoering: Uitvoering) -> None:
        klaar.append(uitvoering)
        if melding:
            melding(f"notebook {len(klaar)} van {len(notebooks)}: {uitvoering.notebook}")

    eigen = [pad for pad in notebooks if not _is_untouched(pad)]
    wachtrij: SimpleQueue[Path] = SimpleQueue()
    for pad in notebooks:
        if pad not in eigen:
            wachtrij.put(pad)
    with ThreadPoolExecutor(max_workers=tegelijk) as werkers:
        samen = [werkers.submit(_run_in_turn, wachtrij, uit, omgeving, tell) for _ in range(tegelijk)]
        los = [werkers.submit(_run_alone, pad, uit, omgeving, tell) for pad in eigen]
        for taak in (*samen, *los):
            taak.result()
    return tuple(sorted(klaar, key=lambda uitvoering: uitvoering.notebook))


Melding = Callable[[Uitvoering], None]


def _run_alone(pad: Path, uit: Path, omgeving: Mapping[str, str] | None, tell: Melding) -> None:
    """Run one notebook in a kernel of its own."""
    wachtrij: SimpleQueue[Path] = SimpleQueue()
    wachtrij.put(pad)
    _run_in_turn(wachtrij, uit, omgeving, tell)


def _run_in_turn(
    wachtrij: SimpleQueue[Path], uit: Path, omgeving: Mapping[str, str] | None, tell: Melding
) -> None:
    """Run notebooks until none waits; a kernel is emptied between two of them, and replaced where one failed."""
    from nbclient import NotebookClient

    while (pad := _take(wachtrij)) is not None:
        client = NotebookClient(
            nbformat.v4.new_notebook(),
            timeout=600,
            kernel_name="python3",
            record_timing=False,
            resources={"metadata": {"path": str(pad.parent)}},
        )
        # the kernel's own remarks about its connection are not for the analyst
        stil = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        with client.setup_kernel(**stil, env=dict(os.environ if omgeving is None else omgeving)):
            while pad is not None:
                uitvoering = _run(client, pad, uit)
                tell(uitvoering)
                pad = None if uitvoering.fout else _take(wachtrij)


def _take(wachtrij: SimpleQueue[Path]) -> Path | None:
    try:
        return wachtrij.get_nowait()
    except Empty:
        return None


def _run(client: NotebookClient, pad: Path, uit: Path) -> Uitvoering:
    """Run a notebook in the kernel of this client, which is emptied first."""
    from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

    boek = nbformat.read(pad, as_version=4)
    boek.cells.insert(0, nbformat.v4.new_code_cell(_LEEG))
    client.nb = boek
    fout = ""
    try:
        client.execute(cleanup_kc=False)
    except (CellExecutionError, CellTimeoutError, DeadKernelError) as oorzaak:
        fout = _describe(boek, oorzaak)
    del boek.cells[0]
    _tidy(boek)
    nbformat.write(boek, uit / pad.name)
    return Uitvoering(pad.stem, fout)


def _tidy(boek: Any) -> None:
    """Count the cells that ran from 1, and keep of a traceback nothing: it names folders of this machine."""
    gedraaid = [cel for cel in boek.cells if cel.get("execution_count")]
    for nummer, cel in enumerate(gedraaid, 1):
        cel.execution_count = nummer
        for uitvoer in cel.outputs:
            if "execution_count" in uitvoer:
                uitvoer.execution_count = nummer
            if uitvoer.output_type == "error":
                uitvoer.traceback = []


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
