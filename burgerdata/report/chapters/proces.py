"""Chapter 6: how participants judge the participation itself (K20, K21)."""

from __future__ import annotations

from collections.abc import Mapping

from burgerdata.report.blocks import Blok, Kop
from burgerdata.report.chapters.answers import print_chapter
from burgerdata.report.collect import Opbrengst
from burgerdata.report.texts import Tekst

VRAGEN = ("ev7",)


def build(opbrengst: Opbrengst, teksten: Mapping[str, Tekst]) -> list[Blok]:
    """Return the chapter, with what would measure it when nothing did."""
    kop = Kop("6 Hoe deelnemers het betrekken zelf beoordelen", anker="proces")
    leeg = "Niet gemeten: deelnemers kregen geen vragen over het betrekken zelf. Een uitloopformulier (P1 tot en met P8) meet dit."
    return print_chapter(kop, opbrengst, teksten, VRAGEN, leeg=leeg)
