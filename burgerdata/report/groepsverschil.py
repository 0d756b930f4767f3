"""Proven differences between groups in what people think of statements, the largest first: no report question compares these."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

import pandas as pd

from burgerdata.analysis import summarise_cijfer, summarise_vraag
from burgerdata.analysis.regels import list_later
from burgerdata.analysis.zonder_burgers import list_zonder_burgers
from burgerdata.errors import MethodeError
from burgerdata.findings.grootste import (
    has_gemerkt,
    has_schalen,
    is_getoetst,
    measure_verschil,
    pick_grootste,
)
from burgerdata.findings.zinnen import HOOGSTE_P
from burgerdata.report.file_names import cap_naam, slug
from burgerdata.report.groepskanten import ANTWOORDEN
from burgerdata.toelichting import annotate, read_toelichting
from burgerdata.traject import Traject

VERSCHIL = "verschil_"
"""What the names of these tables begin with."""
_INSTRUMENTEN = ("enquete", "klantpanel")


def list_verschillen(traject: Traject) -> Iterator[tuple[str, pd.DataFrame]]:
    """Yield name and table of the statement and trait in which groups of a survey differ most, then of each other statement.

    Every statement is compared by every trait that its delivery names; only a difference that holds after correction for
    all of them is told, and its note says of how many it was chosen. Statements put the other way round are left out: of
    those "more agreed" could be read both ways.
    """
    zonder = list_zonder_burgers(traject)
    meet = traject.activiteiten["instrument"].isin(_INSTRUMENTEN)
    for activiteit in traject.activiteiten["activiteit_id"][meet].astype("str"):
        stellingen = _list_stellingen(traject, activiteit)
        kenmerken = list_kenmerken(traject, activiteit)
        if activiteit in zonder or not stellingen or not kenmerken:
            continue
        alleen = traject.only(activiteit_id=activiteit)
        tabellen = dict(_compare_alle(alleen, stellingen, kenmerken))
        naam = pick_grootste(tabellen)
        if not naam or not has_gemerkt(tabellen[naam]):
            continue
        eerste = read_toelichting(tabellen[naam]).vraag_id
        gekozen = {naam: _tell_keuze(tabellen[naam], tabellen)}
        gekozen |= {
            ander: _tell_vast(tabellen[ander], len(tabellen)) for ander in _pick_andere(tabellen, eerste)
        }
        for deel, tabel in gekozen.items():
            heet = cap_naam(f"{VERSCHIL}{slug(activiteit)}_{deel}")
            yield heet, tabel
            yield from _divide(alleen, f"{ANTWOORDEN}{heet.removeprefix(VERSCHIL)}", tabel)


def _compare_alle(
    alleen: Traject, stellingen: list[str], kenmerken: list[str]
) -> Iterator[tuple[str, pd.DataFrame]]:
    for stelling in stellingen:
        for kenmerk in kenmerken:
            try:
                tabel = summarise_cijfer(alleen, stelling, per=kenmerk)
            except MethodeError:
                continue
            if is_getoetst(tabel):
                yield f"{slug(stelling)}_naar_{slug(kenmerk)}", tabel


def _divide(alleen: Traject, naam: str, tabel: pd.DataFrame) -> Iterator[tuple[str, pd.DataFrame]]:
    """Yield how each group of a difference divides its answers, by which a reader sees shares beside the means."""
    over = read_toelichting(tabel)
    try:
        yield naam, summarise_vraag(alleen, over.vraag_id, per=over.per)
    except MethodeError:
        return


def _pick_andere(tabellen: Mapping[str, pd.DataFrame], eerste: str) -> Iterator[str]:
    """Yield of each further statement the trait by which groups differ most, where that holds for all that were compared."""
    per_vraag: dict[str, dict[str, pd.DataFrame]] = {}
    for naam, tabel in tabellen.items():
        if has_gemerkt(tabel) and float(tabel["p_aangepast"].min()) * len(tabellen) < HOOGSTE_P:
            per_vraag.setdefault(read_toelichting(tabel).vraag_id, {})[naam] = tabel
    for vraag, eigen in per_vraag.items():
        if vraag != eerste:
            yield max(eigen, key=lambda naam: measure_verschil(eigen[naam]))


def _tell_vast(tabel: pd.DataFrame, aantal: int) -> pd.DataFrame:
    """Return the table with a note that its difference holds for all statements and traits that were compared."""
    over = read_toelichting(tabel)
    noot = f"Aangetoond na correctie voor {aantal} vergelijkingen van stellingen tussen groepen."
    return annotate(tabel, replace(over, noten=(*over.noten, noot)))


def _tell_keuze(tabel: pd.DataFrame, tabellen: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Return the table with a note that it was chosen, of how many, and how these were held beside each other."""
    over = read_toelichting(tabel)
    if len(tabellen) < 2:
        return tabel
    noot = f"Gekozen als het grootste van {len(tabellen)} vergelijkingen van stellingen tussen groepen, en aangetoond na correctie daarvoor."
    if has_schalen(tabellen.values()):
        noot += " De stellingen hebben niet dezelfde schaal: vergeleken is het verschil ten opzichte van de spreiding van de antwoorden."
    return annotate(tabel, replace(over, noten=(*over.noten, noot)))


def _list_stellingen(traject: Traject, activiteit: str) -> list[str]:
    """Return the statements about content that no later wave repeats."""
    vragen = traject.vragen
    eigen = vragen[
        vragen["activiteit_id"].eq(activiteit)
        & vragen["rol"].eq("inhoud")
        & vragen["soort"].eq("stelling")
        & vragen["gebruik"].ne("sus").fillna(True)
        & ~vragen["omkeren"].fillna(False).astype("bool")
    ]
    later = vragen["vraag_id"][vragen["activiteit_id"].isin(list_later(traject, activiteit))]
    return list(eigen.loc[~eigen["vraag_id"].isin(later), "vraag_id"].astype("str"))


def list_kenmerken(traject: Traject, activiteit: str) -> list[str]:
    """Return the traits of an activity that traject.toml names."""
    vragen = traject.vragen
    kenmerken = vragen[
        vragen["activiteit_id"].eq(activiteit)
        & vragen["rol"].eq("kenmerk")
        & vragen["soort"].isin(("een_antwoord", "schaal"))
    ]
    bedoeld = {naam for levering in traject.instellingen.leveringen for naam in levering.kenmerken}
    return [naam for naam in dict.fromkeys(kenmerken["vraag_id"].astype("str")) if naam in bedoeld]
