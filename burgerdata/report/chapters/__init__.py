"""One file per chapter of the report: what was collected -> the blocks of that chapter, in the order of the report."""

from burgerdata.report.chapters import (
    annexes,
    bevindingen,
    onbekend,
    oneens,
    proces,
    samenvatting,
    veranderd,
    vervolg,
    waarover,
    wie,
)

CHAPTERS = (samenvatting, waarover, wie, bevindingen, oneens, veranderd, proces, vervolg, onbekend, annexes)
"""The chapters in order; each has ``build(opbrengst, teksten) -> list[Blok]`` and may be empty."""

__all__ = ["CHAPTERS"]
