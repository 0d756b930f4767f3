"""Chapter 5: what changed since the last wave, only where there are two waves or more (K13)."""

from __future__ import annotations

from collections.abc import Mapping

from burgerdata.analysis.rapportvragen.herhaling import GEWEIGERD
from burgerdata.findings import explain_bevinding, state_bevinding
from burgerdata.findings.verandering import is_veranderd
from burgerdata.report.blocks import Alinea, Blok, Kop
from burgerdata.report.chapters.answers import print_antwoorden
from burgerdata.report.collect import THEMAS_LANGS, Opbrengst
from burgerdata.report.own_words import add_tekst
from burgerdata.report.texts import Tekst

VRAGEN = ("ev2", "ev3", "dv9", "pr2")


def build(opbrengst: Opbrengst, teksten: Mapping[str, Tekst]) -> list[Blok]:
    """Return the chapter; a traject with one measurement says so in one line."""
    kop = Kop("5 Wat is er veranderd sinds de vorige meting", anker="veranderd")
    inhoud = [
        *print_antwoorden(opbrengst, teksten, VRAGEN[:1]),
        *_tell_themas(opbrengst),
        *print_antwoorden(opbrengst, teksten, VRAGEN[1:]),
    ]
    return [kop, *add_tekst(teksten, kop.anker), *(inhoud or [Alinea(_tell_leeg(opbrengst))])]


def _tell_leeg(opbrengst: Opbrengst) -> str:
    """Return why nothing can be said of a change: one measurement, no phase, or no question that was asked twice alike."""
    activiteiten = opbrengst.traject.activiteiten
    golven = activiteiten[activiteiten["meting"].notna()]
    if golven["meting"].nunique() < 2:
        return "Verandering is niet gemeten: er is één meting."
    if golven["fase"].isna().all():
        return "Verandering is niet gemeten: de fase is niet opgegeven in traject.toml."
    redenen = [opbrengst.antwoorden[vraag].ontbreekt for vraag in VRAGEN if vraag in opbrengst.antwoorden]
    waarom = next((reden for reden in redenen if reden.startswith(GEWEIGERD)), "")
    return f"Verandering is niet gemeten. {waarom}".strip()


def state_themas_langs(opbrengst: Opbrengst) -> str:
    """Return the tested change in what people name, or nothing where none was shown."""
    tabel = opbrengst.tabellen.get(THEMAS_LANGS)
    return state_bevinding(tabel) if tabel is not None and is_veranderd(tabel) else ""


def _tell_themas(opbrengst: Opbrengst) -> list[Blok]:
    zin = state_themas_langs(opbrengst)
    if not zin:
        return []
    return [
        Kop(zin, 2),
        Alinea("Gemeten · Welke thema's noemen mensen vaker of minder vaak dan eerst?", "merk"),
        Alinea(" ".join(explain_bevinding(opbrengst.tabellen[THEMAS_LANGS]))),
    ]
