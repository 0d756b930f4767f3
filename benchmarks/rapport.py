"""What each step of a report costs on the example: wall and CPU seconds, those of the processes it starts included.

Run ``python benchmarks/rapport.py``; ``--map MAP`` takes another traject. The steps run one after the other, so their CPU
seconds add up to what ``rapporteer`` costs; its wall time is shorter, for it runs the notebooks and the book beside the rest.
The folder is copied first: nothing is written in it.
"""

from __future__ import annotations

import argparse
import os
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

_VOORBEELD = Path(__file__).parents[1] / "surveys" / "voorbeeld-digitale-aangifte"
_Result = TypeVar("_Result")


def cpu_seconds() -> float:
    """Return the CPU seconds of this process and of its children that ended."""
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system


@contextmanager
def measured(step: str) -> Iterator[None]:
    """Print what the block cost."""
    wall, cpu = time.perf_counter(), cpu_seconds()
    yield
    print(f"{step:<28}{time.perf_counter() - wall:8.1f}{cpu_seconds() - cpu:8.1f}", flush=True)


def measure(step: str, make: Callable[[], _Result]) -> _Result:
    """Return what the step makes, after printing what it cost."""
    with measured(step):
        return make()


def measure_steps(map_: Path) -> None:
    """Print a line per step of the report of this folder; it writes in the folder."""
    with measured("starten (imports)"):
        import matplotlib.pyplot as plt  # noqa: F401 (the import is what is measured)

        from burgerdata.loading import load_traject
        from burgerdata.loading.kopie import share_traject
        from burgerdata.report.collect import collect_opbrengst
        from burgerdata.report.compose import compose_document
        from burgerdata.report.html import render_html, render_plain
        from burgerdata.report.notebooks import copy_templates, run_notebooks
        from burgerdata.report.pdf import write_pdf
        from burgerdata.report.tabellenboek import write_tabellenboek
        from burgerdata.report.word import write_docx
    uit = map_ / "rapport"
    (uit / "figuren").mkdir(parents=True)
    traject = measure("laden", lambda: load_traject(map_))
    opbrengst = measure("antwoorden", lambda: collect_opbrengst(traject, datum=date.today()))
    document = measure("rapport samenstellen", lambda: compose_document(opbrengst, stand="CONCEPT"))
    svg = measure("figuren, SVG", lambda: {blok.bestand: blok.figuur.svg() for blok in document.figuren})
    with measured("figuren, PNG"):
        for blok in document.figuren:
            (uit / "figuren" / f"{blok.bestand}.png").write_bytes(blok.figuur.png(dpi=200))
            (uit / "figuren" / f"{blok.bestand}.svg").write_bytes(svg[blok.bestand])
    measure("HTML", lambda: render_html(document, svg))
    html = render_plain(document)
    measure("Word", lambda: write_docx(document, html, uit / "figuren", uit / "rapport.docx"))
    measure("PDF", lambda: write_pdf(document, html, uit / "figuren", uit / "rapport.pdf"))
    measure("tabellenboek", lambda: write_tabellenboek(traject, uit / "tabellen.xlsx"))
    boeken = copy_templates(map_)
    with share_traject(traject, map_) as omgeving:
        gedraaid = measure(
            f"{len(boeken)} notebooks", lambda: run_notebooks(boeken, uit / "notebooks", omgeving=omgeving)
        )
    fouten = [uitvoering.fout for uitvoering in gedraaid if uitvoering.fout]
    if fouten:
        raise SystemExit(f"a notebook failed: {fouten[0]}")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--map", type=Path, default=_VOORBEELD)
    bron = parser.parse_args().map
    print(f"{'stap':<28}{'wand s':>8}{'cpu s':>8}")
    with TemporaryDirectory() as tijdelijk:
        kopie = Path(tijdelijk) / "traject"
        shutil.copytree(bron, kopie, ignore=shutil.ignore_patterns("rapport", "werk"))
        with measured("samen"):
            measure_steps(kopie)


if __name__ == "__main__":
    main()
