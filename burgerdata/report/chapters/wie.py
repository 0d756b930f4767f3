"""Chapter 2: who took part, how, and who was missed (K3–K5, K17)."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from burgerdata.getallen import format_getal, format_periode
from burgerdata.report.blocks import Alinea, Blok, Kop, Tabelblok
from burgerdata.report.chapters.answers import print_antwoorden
from burgerdata.report.collect import Opbrengst
from burgerdata.report.own_words import add_tekst
from burgerdata.report.texts import Tekst
from burgerdata.schema.labels import FASE_LABEL, INSTRUMENT_LABEL, WERVING_LABEL

VRAGEN = ("bo1",)


def build(opbrengst: Opbrengst, teksten: Mapping[str, Tekst]) -> list[Blok]:
    """Return the chapter: one table of all activities, then reach against the population."""
    blokken: list[Blok] = [Kop("2 Wie spraken we, en wie ontbraken", anker="wie"), *add_tekst(teksten, "wie")]
    blokken.append(Tabelblok("Alle activiteiten", list_activiteiten(opbrengst)))
    blokken.append(Alinea("Aantallen zijn mensen, geen berichten. Gespreksleiders tellen niet mee.", "noot"))
    return blokken + print_antwoorden(opbrengst, teksten, VRAGEN)


def list_activiteiten(opbrengst: Opbrengst) -> pd.DataFrame:
    """Return a printed row per activity: what, in which phase, when, how recruited, how many people."""
    traject = opbrengst.traject
    burgers = traject.deelnemers[traject.deelnemers["rol"].eq("burger")]
    mensen = burgers.groupby("activiteit_id", observed=True, dropna=False)["personen"].sum()
    rijen = [
        {
            "activiteit": rij["activiteit_id"],
            "instrument": INSTRUMENT_LABEL[rij["instrument"]],
            "fase": FASE_LABEL.get(rij["fase"], "niet opgegeven"),
            "periode": "–"
            if pd.isna(rij["begindatum"])
            else format_periode(rij["begindatum"], rij["einddatum"]),
            "werving": WERVING_LABEL.get(rij["werving"], "niet opgegeven"),
            "uitvoerder": rij["uitvoerder"] or "–",
            "mensen": format_getal(mensen.get(rij["activiteit_id"], 0)),
        }
        for rij in traject.activiteiten.to_dict("records")
    ]
    return pd.DataFrame(rijen, dtype="str")
