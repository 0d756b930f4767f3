"""With whom a finding is different: the tested differences between groups in what was asked about the same thing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pandas as pd

from burgerdata.analysis import Antwoord
from burgerdata.findings import explain_bevinding, state_bevinding
from burgerdata.findings.grootste import (
    explain_keuze,
    has_gemerkt,
    is_getoetst,
    measure_verschil,
    pick_grootste,
)
from burgerdata.findings.number_words import say_aantal
from burgerdata.findings.verandering import GEEN_VERSCHIL
from burgerdata.getallen import join_woorden
from burgerdata.report.bevindinggroepen import find_onvast, find_vraag, is_vast
from burgerdata.report.collect import Opbrengst
from burgerdata.report.groepskanten import tell_kanten
from burgerdata.toelichting import Toelichting, read_toelichting

GEEN = "–"


def find_tabel(antwoord: Antwoord) -> pd.DataFrame | None:
    """Return the table that the finding of an answer was stated from; None where it rests on several."""
    return antwoord.tabellen.get(antwoord.kern)


def tell_uitleg(antwoord: Antwoord) -> tuple[str, ...]:
    """Return the sentences that carry the finding: how large, what comes next, how sure."""
    naam = antwoord.kern
    if not naam:
        return ()
    keuze = [f"{zin}." for zin in explain_keuze(antwoord.tabellen[naam], antwoord.tabellen.values())]
    return (*explain_bevinding(antwoord.tabellen[naam]), *keuze, *_tell_andere(antwoord, naam))


def _tell_andere(antwoord: Antwoord, naam: str) -> tuple[str, ...]:
    """Return what the same change was by other traits; beside what is judged badly, the grade that the same people give.

    Beside a vote or a question about support, which idea got the dots of an evening.
    """
    andere = [tabel for ander, tabel in antwoord.tabellen.items() if ander != naam]
    per_kenmerk = [t for t in andere if (uitleg := read_toelichting(t)).soort == "verandering" and uitleg.per]
    if not per_kenmerk and read_toelichting(antwoord.tabellen[naam]).soort == "stellingen":
        per_kenmerk = [t for t in andere if (o := read_toelichting(t)).soort == "cijfer" and not o.per][:1]
    zinnen = {state_bevinding(tabel): read_toelichting(tabel) for tabel in per_kenmerk}
    gelijk = [over.groep_naam or over.per for zin, over in zinnen.items() if GEEN_VERSCHIL in zin]
    samen = [f"De verandering verschilt niet aantoonbaar naar {join_woorden(gelijk)}."] if gelijk else []
    stippen = [tabel for tabel in andere if {"idee", "stippen"} <= set(tabel.columns)]
    los = [f"{state_bevinding(tabel)}." for tabel in stippen]
    los += [zin for tabel in andere if (zin := tell_kanten(tabel, _list_gemerkt(antwoord.tabellen[naam])))]
    return (*(f"{zin}." for zin in zinnen if GEEN_VERSCHIL not in zin), *samen, *los)


def _list_gemerkt(tabel: pd.DataFrame) -> list[str]:
    """Return the groups that a test of this table marked."""
    over = read_toelichting(tabel)
    if not over.per or "verschilt" not in tabel:
        return []
    return list(tabel[tabel["verschilt"].isin(["▲", "▼"])][over.per].astype("str"))


def tell_verschil(opbrengst: Opbrengst, antwoord: Antwoord, *, alleen_vast: bool = False) -> str:
    """Return which group differs most in what this finding is about, as one sentence; a dash where no test marked one.

    What holds after correction for the traits that were compared goes first; what one trait alone shows is told as such,
    and with ``alleen_vast`` not at all.
    """
    eigen = find_tabel(antwoord)
    if eigen is None:
        return GEEN
    alle = [*_split_tables(opbrengst, eigen), *_list_groepen(opbrengst, eigen, antwoord.bevinding)]
    if vast := [tabel for tabel in alle if is_vast(tabel)]:  # corrected already, for as many as its note says
        return state_bevinding(max(vast, key=measure_verschil))
    getoetst = _key_by_kenmerk(tabel for tabel in alle if is_getoetst(tabel))
    los = {naam: tabel for naam, tabel in getoetst.items() if not find_onvast(tabel)}
    naam = pick_grootste(los)
    if naam and has_gemerkt(los[naam]):
        return state_bevinding(los[naam])
    gemerkt = [tabel for tabel in getoetst.values() if has_gemerkt(tabel)]
    if not gemerkt or alleen_vast:
        return GEEN
    duidelijkst = min(gemerkt, key=lambda tabel: float(tabel["p_aangepast"].min()))
    aantal = find_onvast(duidelijkst) or f"{say_aantal(len(los))} kenmerken"
    return f"{state_bevinding(duidelijkst)} (na correctie voor {aantal} niet meer aangetoond)"


def _key_by_kenmerk(tabellen: Iterable[pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """Return the tables by kind and trait: two tables of one comparison count as one, the first of them."""
    uit: dict[str, pd.DataFrame] = {}
    for tabel in tabellen:
        over = read_toelichting(tabel)
        uit.setdefault(f"{over.soort} {over.per}", tabel)
    return uit


def _list_groepen(opbrengst: Opbrengst, eigen: pd.DataFrame, zin: str) -> Iterator[pd.DataFrame]:
    """Return the tables that were made for this finding: by the trait in which people differ most in what it is about."""
    vraag = find_vraag(eigen, zin)
    for tabel in opbrengst.tabellen.values() if vraag else ():
        over = read_toelichting(tabel)
        if over.per and is_getoetst(tabel) and vraag == _find_plek(tabel):
            yield tabel


def _find_plek(tabel: pd.DataFrame) -> tuple[str, str] | None:
    """Return the activity and the question of a table about one."""
    waar = [*tabel["activiteit_id"].astype("str").unique()] if "activiteit_id" in tabel else []
    return (str(waar[0]), read_toelichting(tabel).vraag_id) if len(waar) == 1 else None


def _split_tables(opbrengst: Opbrengst, eigen: pd.DataFrame) -> Iterator[pd.DataFrame]:
    """Return the tables that split the same subject of the same source by a trait of persons."""
    over = read_toelichting(eigen)
    for tabel in opbrengst.tabellen.values():
        toelichting = read_toelichting(tabel)
        if _is_zelfde(toelichting, over) and toelichting.per and "verschilt" in tabel:
            yield tabel


def _is_zelfde(een: Toelichting, ander: Toelichting) -> bool:
    """Return whether two tables are about the same question: by its id, for two questions may have the same short name."""
    ids = (een.vraag_id, ander.vraag_id)
    vragen = ids if all(ids) else (een.onderwerp, ander.onderwerp)
    return een.bron == ander.bron and vragen[0] == vragen[1]
