"""Chapter 4: where people and sources differ, the minority included (K16, K17)."""

from __future__ import annotations

from collections.abc import Mapping

from burgerdata.report.blocks import Blok, Kop
from burgerdata.report.chapters.answers import print_chapter
from burgerdata.report.collect import Opbrengst
from burgerdata.report.texts import Tekst

VRAGEN = ("bo9", "pr8")


def build(opbrengst: Opbrengst, teksten: Mapping[str, Tekst]) -> list[Blok]:
    """Return the chapter, with one sentence when disagreement was not measured."""
    kop = Kop("4 Waar mensen en bronnen het oneens zijn", anker="oneens")
    leeg = "Niet gemeten: er is geen materiaal over verschillen van mening."
    return print_chapter(kop, opbrengst, teksten, VRAGEN, leeg=leeg)
