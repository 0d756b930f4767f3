"""Chapter 8: what these data do not show, and what the next measurement must measure (K22)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from burgerdata.analysis import Antwoord
from burgerdata.findings.number_words import say_aantal
from burgerdata.findings.zinnen import start_zin
from burgerdata.report.blocks import Alinea, Blok, Kop, Opsomming
from burgerdata.report.collect import Opbrengst
from burgerdata.report.own_words import add_tekst
from burgerdata.report.texts import Tekst
from burgerdata.schema.labels import FASE_LABEL

BEWIJS = "Deze gegevens beschrijven ervaringen en oordelen van burgers. Zij bewijzen niet dat het beleid de oorzaak is."
"""The fixed sentence of every report: participation data alone cannot claim effectiveness."""


def build(opbrengst: Opbrengst, teksten: Mapping[str, Tekst]) -> list[Blok]:
    """Return the chapter: the fixed sentence, the phases without data, and what to measure next or to complete."""
    blokken: list[Blok] = [Kop("8 Wat we nog niet weten", anker="onbekend"), Alinea(BEWIJS)]
    blokken += add_tekst(teksten, "onbekend")
    onbekend = opbrengst.traject.activiteiten["fase"].isna().any()
    geen = (
        "is niets te zeggen: niet van elke activiteit is de fase opgegeven"
        if onbekend
        else "zijn geen gegevens verzameld"
    )
    for fase, label in FASE_LABEL.items():
        niet = [a for a in opbrengst.antwoorden.values() if a.fase == fase and a.status == "niet_gemeten"]
        if niet and not opbrengst.answered(fase):
            blokken.append(Alinea(f"In deze fase {geen}.", kop=f"{label}."))
        elif niet:
            werkwoord = "is" if len(niet) == 1 else "zijn"
            blokken.append(Alinea(f"{len(niet)} van de 10 vragen {werkwoord} niet gemeten:", kop=f"{label}."))
            blokken.append(Opsomming(tuple(f"{a.vraag} {a.ontbreekt}" for a in niet)))
        blokken += _list_deels([a for a in opbrengst.answered(fase) if a.status == "deels"], label)
    return blokken


def _list_deels(deels: Sequence[Antwoord], label: str) -> list[Blok]:
    """Return the questions of a phase that were answered in part, with what would complete each."""
    if not deels:
        return []
    werkwoord = "vraag is" if len(deels) == 1 else "vragen zijn"
    zin = start_zin(f"{say_aantal(len(deels))} {werkwoord} voor een deel beantwoord:")
    kop = Alinea(zin, kop=f"{label}.")
    return [kop, Opsomming(tuple(f"{a.vraag} {a.ontbreekt}" for a in deels))]
