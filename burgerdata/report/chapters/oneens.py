"""Chapter 4: where people and sources differ, the minority included (K16, K17)."""

from __future__ import annotations

from collections.abc import Mapping

from burgerdata.analysis.antwoord import TE_WEINIG
from burgerdata.report.blocks import Blok, Kop
from burgerdata.report.chapters.answers import print_chapter
from burgerdata.report.collect import Opbrengst
from burgerdata.report.texts import Tekst

VRAGEN = ("bo9", "pr8")
_WEINIG = "Niet te tonen: wat over verschillen van mening is gezegd, is van te weinig mensen."


def build(opbrengst: Opbrengst, teksten: Mapping[str, Tekst]) -> list[Blok]:
    """Return the chapter, with one sentence when disagreement was not measured."""
    kop = Kop("4 Waar mensen en bronnen het oneens zijn", anker="oneens")
    weinig = opbrengst.antwoorden["bo9"].ontbreekt == TE_WEINIG
    leeg = _WEINIG if weinig else "Niet gemeten: er is geen materiaal over verschillen van mening."
    return print_chapter(kop, opbrengst, teksten, VRAGEN, leeg=leeg)
