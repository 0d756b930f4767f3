"""Chapter 7: what is done with the input, or when it will be decided (K18, K19)."""

from __future__ import annotations

from collections.abc import Mapping

from burgerdata.getallen import format_datum
from burgerdata.report.blocks import Blok, Kop
from burgerdata.report.chapters.answers import print_chapter
from burgerdata.report.collect import Opbrengst
from burgerdata.report.texts import Tekst

VRAGEN = ("bo10", "dv10", "pr10", "ev8")


def build(opbrengst: Opbrengst, teksten: Mapping[str, Tekst]) -> list[Blok]:
    """Return the chapter; before the decision it names the date instead of an alarm."""
    besluit = opbrengst.traject.instellingen.besluit
    wanneer = (
        f" Er wordt besloten op {format_datum(besluit)}." if besluit and besluit > opbrengst.datum else ""
    )
    leeg = f"Nog niet vastgelegd: doorwerking.xlsx is niet ingevuld.{wanneer}"
    return print_chapter(
        Kop("7 Wat er met de inbreng gebeurt", anker="vervolg"), opbrengst, teksten, VRAGEN, leeg=leeg
    )
