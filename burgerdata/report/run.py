"""One run of ``rapporteer``: the notebooks of ``werk`` and the report beside each other, in one dated folder."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from burgerdata.loading.bladnamen import mask_bronnamen
from burgerdata.loading.kopie import share_traject
from burgerdata.report.folders import open_folder
from burgerdata.report.notebooks import Uitvoering, copy_templates, run_notebooks
from burgerdata.report.opname import OMGEVING, Bijdrage, adds_tabel, read_opnames
from burgerdata.report.uitvoer import Uitvoer
from burgerdata.report.voortgang import Voortgang
from burgerdata.report.write import Rapport, write_in_folder
from burgerdata.traject import Traject


def run_rapport(
    traject: Traject, map_: Path, *, uitvoer: Uitvoer, notebooks: bool, voortgang: Voortgang
) -> tuple[Rapport, tuple[str, ...]]:
    """Return the report that was written, and a sentence for each notebook that failed.

    Notebooks that hand a table over run first, for the report holds their tables; the others run beside the report,
    which is the longest road and takes two processes itself: on two cores they take turns in one kernel.
    """
    with open_folder(map_ / "rapport", datetime.now()) as uit:
        return _run_in_folder(traject, map_, uit, uitvoer=uitvoer, notebooks=notebooks, voortgang=voortgang)


def _run_in_folder(
    traject: Traject, map_: Path, uit: Path, *, uitvoer: Uitvoer, notebooks: bool, voortgang: Voortgang
) -> tuple[Rapport, tuple[str, ...]]:
    paden = copy_templates(map_) if notebooks else ()
    voortgang.stappen += len(paden)
    eerst = tuple(pad for pad in paden if adds_tabel(pad))
    rest = tuple(pad for pad in paden if pad not in eerst)
    with (
        share_traject(mask_bronnamen(traject), map_) as omgeving,  # notebooks go along with the report
        TemporaryDirectory(dir=uit, prefix=".opname_") as opname,
        ThreadPoolExecutor(max_workers=1) as naast,
    ):
        samen = {**omgeving, OMGEVING: str(Path(opname).resolve())}

        def run(deel: tuple[Path, ...], tegelijk: int) -> list[str]:
            klaar = run_notebooks(
                deel, uit / "notebooks", melding=voortgang.tell, tegelijk=tegelijk, omgeving=samen
            )
            return [_state(uitvoering) for uitvoering in klaar if uitvoering.fout]

        fouten = run(eerst, 2) if eerst else []
        lopend = naast.submit(run, rest, 2 if (os.cpu_count() or 2) > 2 else 1) if rest else None

        def wait() -> tuple[str, ...]:
            return (*fouten, *(lopend.result() if lopend else ()))

        bijdrage = Bijdrage(read_opnames(Path(opname)), wait)
        rapport = write_in_folder(traject, uit, melding=voortgang.tell, uitvoer=uitvoer, bijdrage=bijdrage)
        return rapport, wait()


def _state(uitvoering: Uitvoering) -> str:
    return f"notebook {uitvoering.notebook} liep vast {uitvoering.fout}"
