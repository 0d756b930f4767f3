"""Chapter 3: what citizens say, as three to seven findings of a page, ordered by phase (K8–K11, K14–K16)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import chain

import pandas as pd

from burgerdata.analysis import Antwoord, Tekening
from burgerdata.analysis.antwoord import Soort
from burgerdata.analysis.rapportvragen.stippen import tell_soort_stippen
from burgerdata.errors import Probleem
from burgerdata.findings import state_bevinding
from burgerdata.findings.grootste import has_gemerkt, is_getoetst
from burgerdata.getallen import join_woorden
from burgerdata.report.blocks import Alinea, Blok, Kop
from burgerdata.report.chapters import oneens, proces, veranderd, vervolg, wie
from burgerdata.report.chapters.answers import print_antwoord
from burgerdata.report.chapters.eigen import list_eigen
from burgerdata.report.chapters.strength import is_stippen, rank_bevinding, says_nothing
from burgerdata.report.chapters.verder import print_verder
from burgerdata.report.chapters.verschil import find_tabel
from burgerdata.report.choice import MEEST, check_keuze, keep_keuze
from burgerdata.report.collect import Opbrengst
from burgerdata.report.groepskanten import ANTWOORDEN
from burgerdata.report.groepsverschil import VERSCHIL
from burgerdata.report.oordelen import OORDEEL, VERDELING
from burgerdata.report.own_words import add_tekst
from burgerdata.report.tellingen import TELLING
from burgerdata.report.texts import Tekst
from burgerdata.schema.labels import FASE_LABEL
from burgerdata.toelichting import read_toelichting

STIPPEN = "stippen"
"""The name of the finding about the dots of an evening, where another finding goes before them."""
BRONNEN = "bronnen"
"""The name of the finding over all sources."""
_STELLINGEN = "Met welke stellingen zijn mensen het eens of oneens?"
_GENOEG = 3
"""With more findings than these a repeated one is left out."""
_VEEL = 100
"""What so many people say about support is told, whatever else is."""
_CIJFERS = ("enquete", "klantpanel")
HOOFDSTUKKEN = {
    "2": wie.VRAGEN,
    "4": oneens.VRAGEN,
    "5": veranderd.VRAGEN,
    "6": proces.VRAGEN,
    "7": vervolg.VRAGEN,
}
"""The questions that each chapter beside this one answers."""
ELDERS = {*chain(*HOOFDSTUKKEN.values()), "ev1", "ev9", "ev10", "dv1"}
"""Questions with a chapter of their own."""


def build(opbrengst: Opbrengst, teksten: Mapping[str, Tekst]) -> list[Blok]:
    """Return the chapter: themes over all sources first, then the findings by phase; a phase without data is one line."""
    blokken: list[Blok] = [
        Kop("3 Wat burgers zeggen", anker="bevindingen"),
        *add_tekst(teksten, "bevindingen"),
    ]
    gekozen = choose_bevindingen(opbrengst)
    for nummer, antwoord in enumerate(gekozen, 1):
        blokken += print_antwoord(antwoord, opbrengst, teksten, kop=f"3.{nummer} ")
    blokken += [] if is_vol(opbrengst) else print_verder(list_verder(opbrengst))
    return [*blokken, *_tell_leeg(opbrengst)]


def _tell_leeg(opbrengst: Opbrengst) -> list[Blok]:
    """Return of which phases there are no data, and where signals are told that a reader looks for under their own phase.

    Where the phase of an activity was not given nobody knows it.
    """
    leeg = [fase for fase in FASE_LABEL if not opbrengst.answered(fase)]
    if not leeg or opbrengst.traject.activiteiten["fase"].isna().any():
        return []
    activiteiten = opbrengst.traject.activiteiten.astype({"fase": "str", "instrument": "str"})
    elders = activiteiten.loc[activiteiten["instrument"].eq("signaal"), "fase"].dropna().unique()
    waar = [f"‘{FASE_LABEL[fase]}’" for fase in FASE_LABEL if fase in elders]
    meldingen = f"; de meldingen staan bij {join_woorden(waar)}" if waar and "praktijk" in leeg else ""
    welke = (
        f"de fase{'n' if len(leeg) > 1 else ''} {join_woorden([f'‘{FASE_LABEL[fase]}’' for fase in leeg])}"
    )
    return [Alinea(f"Uit {welke} zijn er geen gegevens{meldingen}.", "noot")]


def list_bevindingen(opbrengst: Opbrengst) -> dict[str, Antwoord]:
    """Return every answer that may be a finding by name: the sources beside each other, the analyst's own, the phases.

    An answer without a figure is one only where there is nothing else.
    """
    return dict(opbrengst.remember("bevindingen", lambda: _list_bevindingen(opbrengst)))


def _list_bevindingen(opbrengst: Opbrengst) -> dict[str, Antwoord]:
    eigen = [a for a in opbrengst.answered() if a.id not in ELDERS]
    mogelijk = [a for a in eigen if a.tekeningen or _is_van_stippen(a) or _is_van_meldingen(a)]
    alle = [
        *compare_sources(opbrengst),
        *list_eigen(opbrengst),
        *mogelijk,
        *_find_stippen(opbrengst, mogelijk),
        *_judgements(opbrengst),
    ]
    zonder = [a for a in eigen if find_tabel(a) is not None and not says_nothing(a)]
    return {a.id: a for a in alle or zonder}


def is_vol(opbrengst: Opbrengst) -> bool:
    """Return whether the chapter holds all findings that it may: what else was counted is told in annex E then."""
    return len(choose_bevindingen(opbrengst)) >= MEEST


def list_verder(opbrengst: Opbrengst) -> list[Antwoord]:
    """Return what an analyst may choose and the kit does not propose, and that is not chosen: it is told in one line each."""
    gekozen = {antwoord.id for antwoord in choose_bevindingen(opbrengst)}
    alle = list_bevindingen(opbrengst)
    return [alle[naam] for naam in _list_los(alle) if naam not in gekozen]


def _list_los(mogelijk: Mapping[str, Antwoord]) -> list[str]:
    """Return the names of what is only proposed where little else is: dots beside votes, tallies, further differences.

    Of the differences between groups of one activity the first is the largest, and that one is proposed.
    """
    los = [naam for naam in mogelijk if naam == STIPPEN]
    los += [naam for naam in mogelijk if naam.startswith(TELLING)]
    eerste: set[tuple[str, ...]] = set()
    for naam, antwoord in mogelijk.items():
        if naam.startswith(VERSCHIL):
            los += [naam] if antwoord.gebruikt in eerste else []
            eerste.add(antwoord.gebruikt)
    return los


def choose_bevindingen(opbrengst: Opbrengst) -> tuple[Antwoord, ...]:
    """Return the findings of the main text: those of ``teksten/keuze.md`` in that order, else three to seven proposed.

    What ``keuze.md`` names and this report does not have is left out (``list_keuzefouten`` tells which).

    Proposed are the sources beside each other, the analyst's own tables, what got most dots, one finding of every phase, then the rest.
    Within a phase the strongest goes first (``strength.py``); one subject stands once, unless fewer than four findings
    would be left.
    """
    return opbrengst.remember("gekozen", lambda: _choose_bevindingen(opbrengst))


def list_eigen_keuze(opbrengst: Opbrengst) -> tuple[str, ...]:
    """Return the findings of ``teksten/keuze.md`` that this report has; none where the choice is the kit's."""
    return keep_keuze(opbrengst.keuze, list_bevindingen(opbrengst))


def list_keuzefouten(opbrengst: Opbrengst) -> list[Probleem]:
    """Return what ``teksten/keuze.md`` asks that this report cannot give: it is made all the same."""
    zinnen = {naam: antwoord.bevinding for naam, antwoord in list_bevindingen(opbrengst).items()}
    return list(check_keuze(opbrengst.keuze, zinnen, elders=ELDERS))


def _choose_bevindingen(opbrengst: Opbrengst) -> tuple[Antwoord, ...]:
    mogelijk = list_bevindingen(opbrengst)
    if eigen := list_eigen_keuze(opbrengst):
        return tuple(mogelijk[naam] for naam in eigen)
    los = _list_los(mogelijk)
    if len(mogelijk) - len(los) >= _GENOEG:
        mogelijk = {naam: antwoord for naam, antwoord in mogelijk.items() if naam not in los}
    vast = [
        naam
        for naam in mogelijk
        if naam in opbrengst.eigen or (naam == BRONNEN and not says_nothing(mogelijk[naam]))
    ]
    vast += [naam for naam in pick_steun(opbrengst, mogelijk) if naam not in vast]
    vast += [naam for naam, antwoord in mogelijk.items() if naam not in vast and _is_van_stippen(antwoord)]
    vast = vast[:MEEST]
    volgorde = sorted((a for a in mogelijk.values() if a.id not in vast), key=rank_bevinding)
    zeggen = [a for a in volgorde if not says_nothing(a)]
    volgorde = zeggen if len(vast) + len(zeggen) >= _GENOEG else volgorde
    volgorde = _keep_unsaid([mogelijk[naam] for naam in vast], volgorde)
    eerste: dict[str, Antwoord] = {}
    for antwoord in volgorde:
        if antwoord.fase and rank_bevinding(antwoord)[0] == 0:
            eerste.setdefault(antwoord.fase, antwoord)
    rest = [antwoord for antwoord in volgorde if antwoord not in eerste.values()]
    over = MEEST - len(vast)
    gekozen = {*vast, *(antwoord.id for antwoord in [*eerste.values(), *rest][:over])}
    return tuple(antwoord for naam, antwoord in mogelijk.items() if naam in gekozen)


def _is_van_stippen(antwoord: Antwoord) -> bool:
    """Return whether a finding is what the dots of an evening decided: it has a table and no figure, and is always told."""
    tabel = find_tabel(antwoord)
    return tabel is not None and is_stippen(tabel) and not says_nothing(antwoord)


def _is_van_meldingen(antwoord: Antwoord) -> bool:
    """Return whether a finding is what most signals are about: counted without shares, it has a table and no figure."""
    tabel = find_tabel(antwoord)
    return tabel is not None and read_toelichting(tabel).berichten and not says_nothing(antwoord)


def pick_steun(opbrengst: Opbrengst, mogelijk: Mapping[str, Antwoord]) -> list[str]:
    """Return the counted finding about support of most people, where a hundred or more were asked: it is always told."""
    vragen = opbrengst.traject.vragen
    steun = vragen[vragen["gebruik"].eq("steun").fillna(False)]
    gevraagd = set(zip(steun["activiteit_id"].astype("str"), steun["vraag_id"].astype("str"), strict=True))
    mensen: dict[str, int] = {}
    for naam, antwoord in mogelijk.items():
        tabel = find_tabel(antwoord)
        if tabel is None or says_nothing(antwoord):
            continue
        over = read_toelichting(tabel)
        if over.soort not in ("verdeling", "stellingen") or over.per or over.kwalitatief:
            continue
        vraag = tabel["vraag_id"] if "vraag_id" in tabel else pd.Series(over.vraag_id, index=tabel.index)
        if set(zip(tabel["activiteit_id"].astype("str"), vraag.astype("str"), strict=True)) <= gevraagd:
            mensen[naam] = int(tabel["basis"].fillna(0).max())
    veel = {naam: n for naam, n in mensen.items() if n >= _VEEL}
    return [max(veel, key=lambda naam: veel[naam])] if veel else []


def _keep_unsaid(vast: list[Antwoord], volgorde: list[Antwoord]) -> list[Antwoord]:
    """Return the answers with each subject once; where that leaves too few, other sentences about it go last."""
    gezegd = {name_onderwerp(antwoord) for antwoord in vast}
    zinnen = {_strip_telling(antwoord) for antwoord in vast}
    nieuw: list[Antwoord] = []
    herhaald: list[Antwoord] = []
    for antwoord in volgorde:
        if _strip_telling(antwoord) in zinnen:
            continue
        (herhaald if name_onderwerp(antwoord) in gezegd else nieuw).append(antwoord)
        gezegd.add(name_onderwerp(antwoord))
        zinnen.add(_strip_telling(antwoord))
    return nieuw if len(vast) + len(nieuw) > _GENOEG else [*nieuw, *herhaald]


def _strip_telling(antwoord: Antwoord) -> str:
    """Return a finding without its number of sources: of all phases and of one of them it says the same."""
    return re.sub(r" komt in .* bronnen terug$", " komt terug", antwoord.bevinding)


def name_onderwerp(antwoord: Antwoord) -> str:
    """Return the theme that a finding is about, the question that it is about, or else the finding itself."""
    thema = re.match(r"‘([^’]+)’ komt |[^‘]* noemt [^‘]*‘([^’]+)’$", antwoord.bevinding)
    if thema:
        return str(thema[1] or thema[2]).lower()
    tabel = find_tabel(antwoord)
    over = read_toelichting(antwoord.tabellen[antwoord.tekeningen[0].tabel] if tabel is None else tabel)
    een_vraag = over.soort in ("cijfer", "kruistabel", "verdeling") and over.onderwerp
    return f"{over.vraag_id or over.onderwerp} ({over.bron})" if een_vraag else antwoord.bevinding.lower()


def compare_sources(opbrengst: Opbrengst) -> tuple[Antwoord, ...]:
    """Return the finding over all sources, where there are two instruments or more; else nothing."""
    tabel = opbrengst.tabellen.get("bronnen")
    if tabel is None or tabel["instrument"].nunique() < 2:
        return ()
    cijfers = tabel["instrument"].isin(_CIJFERS)
    soort: Soort = "gemeten" if cijfers.all() else "gemeten en gehoord" if cijfers.any() else "gehoord"
    return (
        Antwoord(
            id=BRONNEN,
            fase="",
            vraag="In welke bronnen komt elk thema terug?",
            status="beantwoord",
            bevinding=state_bevinding(tabel),
            gebruikt=(read_toelichting(tabel).bron,),
            tabellen={"bronnen": tabel},
            tekeningen=(Tekening("bronnen", "bronnen"),),
            soort=soort,
        ),
    )


def _find_stippen(opbrengst: Opbrengst, mogelijk: Sequence[Antwoord]) -> list[Antwoord]:
    """Return which ideas got the dots of an evening as a finding by itself, where it is behind the votes of another one."""
    if any(_is_van_stippen(antwoord) for antwoord in mogelijk):
        return []
    for antwoord in mogelijk:
        for naam, tabel in antwoord.tabellen.items():
            if is_stippen(tabel) and len(tabel):
                zelf = replace(
                    antwoord,
                    id=STIPPEN,
                    vraag="Welke ideeën kregen de meeste stippen?",
                    status="beantwoord",
                    bevinding=state_bevinding(tabel),
                    gebruikt=(read_toelichting(tabel).bron,),
                    ontbreekt="",
                    tabellen={opbrengst.namen.get((antwoord.id, naam), naam): tabel},
                    tekeningen=(),
                    soort=tell_soort_stippen(read_toelichting(tabel)),
                )
                return [zelf]
    return []


def _judgements(opbrengst: Opbrengst) -> list[Antwoord]:
    """Return the grades, judgements, statements and tallies that no report question asked for, as findings of their phase."""
    soorten = (OORDEEL, TELLING)
    namen = [naam for naam in opbrengst.tabellen if naam.startswith(soorten) and not naam.endswith(VERDELING)]
    namen = [naam for naam in namen if not read_toelichting(opbrengst.tabellen[naam]).per]
    verschil = [
        naam
        for naam in opbrengst.tabellen
        if naam.startswith(VERSCHIL) and is_getoetst(opbrengst.tabellen[naam])
    ]
    return [_judge(naam, opbrengst) for naam in (*namen, *verschil)]


def _judge(naam: str, opbrengst: Opbrengst) -> Antwoord:
    """Return one judgement as a finding; a grade is drawn by how its answers are divided."""
    tabel = opbrengst.tabellen[naam]
    over = read_toelichting(tabel)
    tekening = f"{naam}{VERDELING}" if f"{naam}{VERDELING}" in opbrengst.tabellen else naam
    antwoorden = f"{ANTWOORDEN}{naam.removeprefix(VERSCHIL)}"
    bij = [antwoorden] if antwoorden in opbrengst.tabellen else []
    figuur = "groepen" if over.per else "stellingen" if over.soort == "stellingen" else "verdeling"
    fasen = opbrengst.traject.activiteiten.astype({"activiteit_id": "str"}).set_index("activiteit_id")["fase"]
    fase = fasen.get(str(tabel["activiteit_id"].iloc[0]))
    return Antwoord(
        id=naam,
        fase="" if pd.isna(fase) else str(fase),
        vraag=_STELLINGEN if over.soort == "stellingen" else over.vraag,
        status="beantwoord",
        bevinding=state_bevinding(tabel),
        gebruikt=(over.bron,),
        tabellen={deel: opbrengst.tabellen[deel] for deel in dict.fromkeys((naam, tekening, *bij))},
        tekeningen=(Tekening(figuur, tekening),),
        soort="gehoord" if (over.kwalitatief or over.zelfselectie) and not has_gemerkt(tabel) else "gemeten",
    )
