"""The analyst's own words as blocks."""

from __future__ import annotations

from collections.abc import Mapping

from burgerdata.report.blocks import Alinea, Blok
from burgerdata.report.texts import Tekst


def add_tekst(teksten: Mapping[str, Tekst], naam: str) -> list[Blok]:
    """Return the analyst's paragraphs for this place, its title as a finding before them; nothing when there are none."""
    tekst = teksten.get(naam)
    if tekst is None:
        return []
    kop: list[Blok] = [Alinea(tekst.titel, "bevinding")] if tekst.titel else []
    return [*kop, *add_alineas(tekst)]


def add_alineas(tekst: Tekst | None) -> list[Blok]:
    """Return the paragraphs of a text, with a warning behind them when a number that they rest on has changed."""
    if tekst is None:
        return []
    alineas: list[Blok] = [Alinea(alinea) for alinea in tekst.alineas]
    waarschuwing = f"{'; '.join(tekst.nakijken)}."
    return [*alineas, *([Alinea(waarschuwing, "let_op", kop="Tekst nakijken:")] if tekst.nakijken else [])]
