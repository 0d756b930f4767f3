"""Chapter 3: what citizens say, as three to seven findings of a page, ordered by phase (K8–K11, K14–K16)."""

from __future__ import annotations

from collections.abc import Mapping

from burgerdata.analysis import Antwoord
from burgerdata.report.blocks import Alinea, Blok, Kop
from burgerdata.report.chapters import oneens, proces, veranderd, vervolg, wie
from burgerdata.report.chapters.answers import print_antwoord
from burgerdata.report.collect import Opbrengst
from burgerdata.report.own_words import add_tekst
from burgerdata.report.texts import Tekst
from burgerdata.schema.labels import FASE_LABEL

MEEST = 7
_ELDERS = {
    *wie.VRAGEN,
    *oneens.VRAGEN,
    *veranderd.VRAGEN,
    *proces.VRAGEN,
    *vervolg.VRAGEN,
    "ev1",
    "ev9",
    "ev10",
    "dv1",
}
"""Questions with a chapter of their own."""


def build(opbrengst: Opbrengst, teksten: Mapping[str, Tekst]) -> list[Blok]:
    """Return the chapter; a phase without data is one line."""
    blokken: list[Blok] = [
        Kop("3 Wat burgers zeggen", anker="bevindingen"),
        *add_tekst(teksten, "bevindingen"),
    ]
    gekozen = choose_bevindingen(opbrengst)
    nummer = 0
    for fase, label in FASE_LABEL.items():
        eigen = [antwoord for antwoord in gekozen if antwoord.fase == fase]
        if not eigen and not opbrengst.answered(fase):
            blokken.append(Alinea("geen gegevens.", "noot", kop=f"{label}:"))
        for antwoord in eigen:
            nummer += 1
            blokken += print_antwoord(antwoord, opbrengst, teksten, kop=f"3.{nummer} ")
            blokken.insert(len(blokken) - _length(blokken) + 1, Alinea(label, "noot"))
    return blokken


def choose_bevindingen(opbrengst: Opbrengst) -> tuple[Antwoord, ...]:
    """Return three to seven answers for the main text: every phase with material first, the strongest first.

    Strength is, in this order: measured and heard before measured before heard; answered before partly; with a
    figure; then the order of the report questions. The choice is a proposal: a text in ``teksten/`` named after a
    question brings that question in.
    """
    mogelijk = [a for a in opbrengst.answered() if a.id not in _ELDERS and a.tekeningen]
    volgorde = sorted(mogelijk, key=_strength)
    eerste: dict[str, Antwoord] = {}
    for antwoord in volgorde:
        eerste.setdefault(antwoord.fase, antwoord)
    rest = [antwoord for antwoord in volgorde if antwoord is not eerste[antwoord.fase]]
    gekozen = {antwoord.id for antwoord in [*eerste.values(), *rest][:MEEST]}
    return tuple(antwoord for antwoord in mogelijk if antwoord.id in gekozen)


def _strength(antwoord: Antwoord) -> tuple[int, int, int]:
    soort = ("gemeten en gehoord", "gemeten", "gehoord", "").index(antwoord.soort)
    return (int(antwoord.status != "beantwoord"), soort, -len(antwoord.tekeningen))


def _length(blokken: list[Blok]) -> int:
    """Return how many blocks there are from the last heading on."""
    return next(afstand for afstand, blok in enumerate(reversed(blokken), 1) if isinstance(blok, Kop))
