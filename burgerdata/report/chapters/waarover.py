"""Chapter 1: which policy, which phase, how much room, on which rung, decided when (K2)."""

from __future__ import annotations

from collections.abc import Mapping

from burgerdata.getallen import format_datum, join_woorden
from burgerdata.report.blocks import Alinea, Blok, Kop, Opsomming
from burgerdata.report.collect import Opbrengst
from burgerdata.report.own_words import add_tekst
from burgerdata.report.texts import Tekst
from burgerdata.schema.labels import FASE_LABEL, KOMPASVRAAG_LABEL, TREDE_UITLEG


def build(opbrengst: Opbrengst, teksten: Mapping[str, Tekst]) -> list[Blok]:
    """Return the chapter; what was not given is named once, in one note."""
    instellingen = opbrengst.traject.instellingen
    regels = {
        "Beleid": instellingen.beleid,
        "Doel van het betrekken": instellingen.doel,
        "Fase": _words(opbrengst, "fase", FASE_LABEL),
        "Trede van de participatieladder": _words(opbrengst, "trede", TREDE_UITLEG),
        "Wat nog kan veranderen": instellingen.ruimte,
        "Doelgroep": join_woorden(list(instellingen.doelgroep)),
        "Vragen van het Beleidskompas": _kompas(opbrengst),
        "Besluit": format_datum(instellingen.besluit) if instellingen.besluit else "",
    }
    gegeven = tuple(f"{kop}: {tekst}" for kop, tekst in regels.items() if tekst)
    niet = [kop.lower() for kop, tekst in regels.items() if not tekst]
    blokken: list[Blok] = [Kop("1 Waar gaat het over, en wat kan nog veranderen", anker="waarover")]
    blokken += add_tekst(teksten, "waarover")
    blokken += [Opsomming(gegeven)] if gegeven else []
    if niet:
        blokken.append(Alinea(f"Niet opgegeven: {join_woorden(niet)}.", "noot"))
    return blokken


def _words(opbrengst: Opbrengst, kolom: str, labels: Mapping[str, str]) -> str:
    woorden = opbrengst.traject.activiteiten[kolom].dropna().drop_duplicates().sort_values()
    return join_woorden([labels[woord] for woord in woorden])


def _kompas(opbrengst: Opbrengst) -> str:
    traject = opbrengst.traject
    vragen = {*traject.vragen["kompasvraag"].dropna(), *traject.themas["kompasvraag"].dropna()}
    return "; ".join(KOMPASVRAAG_LABEL[vraag] for vraag in sorted(vragen))
