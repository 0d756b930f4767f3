"""The half-page summary and the findings in one table (K1): fixed sentences, filled from tables."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from burgerdata.analysis import Antwoord
from burgerdata.report.blocks import Alinea, Blok, Kop, Opsomming, Tabelblok
from burgerdata.report.chapters.bevindingen import choose_bevindingen
from burgerdata.report.chapters.onbekend import BEWIJS
from burgerdata.report.chapters.summary_sentences import (
    state_certainty,
    state_change,
    state_followup,
    state_missing,
    state_participants,
    state_setting,
)
from burgerdata.report.collect import Opbrengst
from burgerdata.report.own_words import add_tekst
from burgerdata.report.texts import Tekst
from burgerdata.schema.labels import FASE_LABEL

MEEST = 3
_TELWOORD = ("", "Eén ding valt op", "Twee dingen vallen op", "Drie dingen vallen op")


def build(opbrengst: Opbrengst, teksten: Mapping[str, Tekst]) -> list[Blok]:
    """Return the summary and, under it, the findings at a glance."""
    bevindingen = choose_bevindingen(opbrengst)
    blokken: list[Blok] = [Kop("Samenvatting", anker="samenvatting")]
    blokken += [Alinea(zin) for zin in (state_setting(opbrengst), state_participants(opbrengst)) if zin]
    eigen = add_tekst(teksten, "samenvatting")
    blokken += eigen or _top(bevindingen, teksten)
    slot = {
        "": state_change(opbrengst),
        "Hoe zeker is dit?": state_certainty(opbrengst),
        "Wie ontbraken?": state_missing(opbrengst),
        "Wat gebeurt ermee?": state_followup(opbrengst),
    }
    blokken += [Alinea(zin, kop=kop) for kop, zin in slot.items() if zin]
    blokken.append(Alinea(BEWIJS))
    return [*blokken, Kop("In één oogopslag", anker="oogopslag"), *_at_a_glance(bevindingen, teksten)]


def _top(bevindingen: tuple[Antwoord, ...], teksten: Mapping[str, Tekst]) -> list[Blok]:
    gekozen = sorted(
        bevindingen, key=lambda a: ("gemeten en gehoord", "gemeten", "gehoord", "").index(a.soort)
    )[:MEEST]
    zinnen = tuple(_title(antwoord, teksten) for antwoord in bevindingen if antwoord in gekozen)
    return [Alinea(f"{_TELWOORD[len(zinnen)]}."), Opsomming(zinnen, genummerd=True)] if zinnen else []


def _title(antwoord: Antwoord, teksten: Mapping[str, Tekst]) -> str:
    tekst = teksten.get(antwoord.id)
    zin = tekst.titel if tekst and tekst.titel else antwoord.bevinding
    return f"{zin.rstrip('.')}."


def _at_a_glance(bevindingen: tuple[Antwoord, ...], teksten: Mapping[str, Tekst]) -> list[Blok]:
    rijen = [
        {
            "bevinding": _title(antwoord, teksten).rstrip("."),
            "gemeten of gehoord": antwoord.soort or "–",
            "fase": FASE_LABEL[antwoord.fase],
            "bron": "; ".join(antwoord.gebruikt) or "–",
        }
        for antwoord in bevindingen
    ]
    if not rijen:
        return [Alinea("Er zijn nog geen bevindingen: geen van de rapportvragen kon worden beantwoord.")]
    return [Tabelblok("De bevindingen", pd.DataFrame(rijen, dtype="str"))]
