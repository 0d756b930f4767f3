"""Chapter 5: what changed since the last wave, only where there are two waves or more (K13)."""

from __future__ import annotations

from collections.abc import Mapping

from burgerdata.report.blocks import Blok, Kop
from burgerdata.report.chapters.answers import print_chapter
from burgerdata.report.collect import Opbrengst
from burgerdata.report.texts import Tekst

VRAGEN = ("ev2", "ev3", "dv9", "pr2")


def build(opbrengst: Opbrengst, teksten: Mapping[str, Tekst]) -> list[Blok]:
    """Return the chapter; a traject with one measurement says so in one line."""
    kop = Kop("5 Wat is er veranderd sinds de vorige meting", anker="veranderd")
    metingen = opbrengst.traject.activiteiten["meting"].nunique()
    waarom = "de fase is niet opgegeven in traject.toml" if metingen > 1 else "er is één meting"
    return print_chapter(kop, opbrengst, teksten, VRAGEN, leeg=f"Verandering is niet gemeten: {waarom}.")
