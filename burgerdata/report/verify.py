"""A report verified as CI verifies the example: its stored notebooks run again and every number is compared."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from burgerdata.errors import BurgerdataError
from burgerdata.report.notebook_format import nbformat

_MISLUKT = re.compile(r"^FAILED (?:.*/)?(?P<boek>[^/:]+\.ipynb)::Cell (?P<cel>\d+)", re.MULTILINE)


@dataclass(frozen=True)
class Verificatie:
    """What running the notebooks of a report again gave: which report, and one sentence per cell that differs."""

    rapport: str
    notebooks: int
    afwijkingen: tuple[str, ...]

    @property
    def tekst(self) -> str:
        """Return the outcome in Dutch, ready to print."""
        if not self.afwijkingen:
            return f"Rapport {self.rapport}: {self.notebooks} notebooks opnieuw uitgevoerd, alle getallen gelijk."
        return "\n".join(
            [f"Rapport {self.rapport}: de uitkomst is veranderd.", *(f"  {zin}" for zin in self.afwijkingen)]
        )


def verify_rapport(map: Path) -> Verificatie:
    """Return how the stored notebooks of the newest report of this traject compare with a new run.

    Raises
    ------
    BurgerdataError
        When the traject has no report with notebooks yet.
    """
    rapporten = sorted(
        pad.parent for pad in (map / "rapport").glob("*/notebooks") if any(pad.glob("*.ipynb"))
    )
    if not rapporten:
        raise BurgerdataError(
            f"in '{map.name}' is nog geen rapport met notebooks; maak er een met: rapporteer"
        )
    with TemporaryDirectory(dir=map, prefix="verifieer_") as tijdelijk:
        # one folder below the traject, as werk/ is: the notebooks load the folder above them
        boeken = [
            Path(shutil.copy(pad, tijdelijk)) for pad in sorted((rapporten[-1] / "notebooks").glob("*.ipynb"))
        ]
        uit = _run_nbval(Path(tijdelijk))
        zinnen = tuple(
            _describe(Path(tijdelijk) / treffer["boek"], int(treffer["cel"]))
            for treffer in _MISLUKT.finditer(uit.stdout)
        )
    if uit.returncode not in (0, 1) or (uit.returncode == 1 and not zinnen):
        zinnen = (*zinnen, "de notebooks konden niet opnieuw worden uitgevoerd; voer eerst 'controleer' uit")
    return Verificatie(rapporten[-1].name, len(boeken), zinnen)


def _run_nbval(folder: Path) -> subprocess.CompletedProcess[str]:
    opdracht = [
        sys.executable,
        "-m",
        "pytest",
        "--nbval",
        "--nbval-current-env",
        "-q",
        "-p",
        "no:cacheprovider",
    ]
    return subprocess.run(
        [*opdracht, f"--rootdir={folder}", "-c", "/dev/null" if sys.platform != "win32" else "NUL", "."],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def _describe(pad: Path, nummer: int) -> str:
    """Return which cell differs, by the heading above it; nbval counts code cells from 0."""
    kop, teller = "het begin", -1
    for cel in nbformat.read(pad, as_version=4).cells:
        if cel.cell_type == "markdown":
            koppen = [
                regel.lstrip("# ").strip() for regel in cel.source.splitlines() if regel.startswith("#")
            ]
            kop = koppen[-1] if koppen else kop
        teller += cel.cell_type == "code"
        if teller == nummer:
            break
    return f"{pad.stem}, onder '{kop}': de uitkomst is anders dan in het rapport"
