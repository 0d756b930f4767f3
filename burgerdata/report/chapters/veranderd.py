"""Chapter 5: what changed since the last wave, only where there are two waves or more (K13)."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from burgerdata.analysis.rapportvragen.herhaling import GEWEIGERD
from burgerdata.findings import explain_bevinding, state_bevinding
from burgerdata.findings.verandering import is_veranderd, measure_verandering, tell_onzeker
from burgerdata.report.blocks import Alinea, Blok, Kop, Opsomming
from burgerdata.report.chapters.answers import print_antwoorden
from burgerdata.report.chapters.uitgeschreven import spell_out
from burgerdata.report.collect import THEMAS_LANGS, Opbrengst
from burgerdata.report.own_words import add_tekst
from burgerdata.report.texts import Tekst
from burgerdata.toelichting import read_toelichting

VRAGEN = ("ev2", "ev3", "dv9", "pr2")
_THEMAVRAAG = "Welke thema's noemen mensen vaker of minder vaak dan eerst?"
_ONZEKER = "Van deze vragen is niet aangetoond dat het antwoord is veranderd; dat het gelijk bleef, is daarmee niet gezegd."
_ANDERE = 2
"""How many other changes are told."""


def build(opbrengst: Opbrengst, teksten: Mapping[str, Tekst]) -> list[Blok]:
    """Return the chapter; a traject with one measurement says so in one line."""
    kop = Kop("5 Wat is er veranderd sinds de vorige meting", anker="veranderd")
    inhoud = [
        *print_antwoorden(opbrengst, teksten, VRAGEN[:1]),
        *_tell_andere(opbrengst),
        *_tell_onzeker(opbrengst),
        *print_antwoorden(opbrengst, teksten, VRAGEN[1:]),
    ]
    return [kop, *add_tekst(teksten, kop.anker), *(inhoud or [Alinea(_tell_leeg(opbrengst))])]


def _tell_leeg(opbrengst: Opbrengst) -> str:
    """Return why nothing can be said of a change: one measurement, no phase, or no question that was asked twice alike."""
    activiteiten = opbrengst.traject.activiteiten
    golven = activiteiten[activiteiten["meting"].notna()]
    if golven["meting"].nunique() < 2:
        return "Verandering is niet gemeten: er is één meting."
    redenen = [opbrengst.antwoorden[vraag].ontbreekt for vraag in VRAGEN if vraag in opbrengst.antwoorden]
    waarom = next((reden for reden in redenen if reden.startswith(GEWEIGERD)), "")
    return f"Verandering is niet gemeten. {waarom}".strip()


def list_veranderd(opbrengst: Opbrengst) -> list[pd.DataFrame]:
    """Return what else changed by a test, in what people name and in the other repeated questions, the largest first."""
    antwoord = opbrengst.antwoorden["ev2"]
    eigen = antwoord.kern
    themas = opbrengst.tabellen.get(THEMAS_LANGS)
    andere = [tabel for naam, tabel in antwoord.tabellen.items() if naam != eigen and _is_alles(tabel)]
    getoetst = [tabel for tabel in [*([] if themas is None else [themas]), *andere] if is_veranderd(tabel)]
    return sorted(getoetst, key=measure_verandering, reverse=True)


def _tell_onzeker(opbrengst: Opbrengst) -> list[Blok]:
    """Return what was asked again and changed by no test: a fall that chance may have made was measured all the same."""
    antwoord = opbrengst.antwoorden["ev2"]
    rest = [
        tabel
        for tabel in antwoord.tabellen.values()
        if _is_alles(tabel) and not is_veranderd(tabel) and state_bevinding(tabel) != antwoord.bevinding
    ]
    zinnen = tuple(f"{spell_out(zin, [tabel])}." for tabel in rest if (zin := tell_onzeker(tabel)))
    return [Alinea(_ONZEKER, kop="Ook herhaald."), Opsomming(zinnen)] if zinnen else []


def _is_alles(tabel: pd.DataFrame) -> bool:
    """Return whether a table tells the change of all people, not of groups of them."""
    over = read_toelichting(tabel)
    return over.soort == "verandering" and not over.per


def _tell_andere(opbrengst: Opbrengst) -> list[Blok]:
    blokken: list[Blok] = []
    for tabel in list_veranderd(opbrengst)[:_ANDERE]:
        vraag = _THEMAVRAAG if "thema_id" in tabel else read_toelichting(tabel).vraag
        uitleg = " ".join(explain_bevinding(tabel))
        blokken += [
            Kop(spell_out(state_bevinding(tabel), [tabel]), 2),
            Alinea(f"Gemeten · {vraag}", "merk"),
            Alinea(uitleg),
        ]
    return blokken
