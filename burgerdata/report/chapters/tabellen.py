"""Annex E: the table behind every finding and figure, short; the whole of each is a file beside the report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

import pandas as pd

from burgerdata.activiteitnamen import name_activiteiten
from burgerdata.analysis import Antwoord
from burgerdata.figures.foot import shorten_bron
from burgerdata.getallen import format_getal
from burgerdata.report.blocks import Alinea, Blok, Kop, Tabelblok
from burgerdata.report.chapters import oneens, proces, veranderd, vervolg
from burgerdata.report.chapters.answers import print_tabelblok, shorten_tabelblok
from burgerdata.report.chapters.bevindingen import BRONNEN, choose_bevindingen, is_vol, list_verder
from burgerdata.report.chapters.summary_sentences import name_bron
from burgerdata.report.chapters.verder import print_verder
from burgerdata.report.collect import THEMAS_LANGS, Opbrengst
from burgerdata.report.groepskanten import ANTWOORDEN
from burgerdata.report.texts import Tekst
from burgerdata.report.theme_matrix import split_bronnen
from burgerdata.toelichting import read_toelichting

_RIJEN = 12
"""Rows of a table in this annex."""
_UITLEG = (
    "Hier staat de tabel achter elke bevinding en elke figuur, van lange tabellen het begin. Elke tabel staat voluit als "
    "CSV in de map tabellen, en alle vragen naar alle kenmerken staan in tabellenboek.xlsx."
)
_BIJLAGE_A = ("interval", "gewogen", "synthetisch")
"""Notes with these words are told once, in annex A."""


def build(opbrengst: Opbrengst, teksten: Mapping[str, Tekst]) -> list[Blok]:
    """Return the annex; ``teksten`` adds nothing here."""
    kop = Kop("Bijlage E. Tabellen", anker="bijlage-e")
    namen = pick_tabellen(opbrengst)
    return [
        kop,
        Alinea(_UITLEG),
        *(print_verder(list_verder(opbrengst)) if is_vol(opbrengst) else []),
        *(blok for naam in namen for blok in _print(opbrengst, naam)),
        *([vervolg.print_punten(opbrengst)] if "doorwerking" in opbrengst.tabellen else []),
        *_list_others(opbrengst, namen),
    ]


def pick_tabellen(opbrengst: Opbrengst) -> tuple[str, ...]:
    """Return the names of the tables behind the findings: themes of a phase only where the report draws them."""
    gekozen = choose_bevindingen(opbrengst)
    getekend = {*(a.id for a in gekozen), *oneens.VRAGEN, *veranderd.VRAGEN, *proces.VRAGEN}
    namen = [
        "samenstelling",
        THEMAS_LANGS,
        *(naam for a in gekozen if a.id not in opbrengst.antwoorden for naam in a.tabellen),
    ]
    for antwoord in opbrengst.answered():
        eigen = antwoord.kern or _first(antwoord)
        naam = opbrengst.namen.get((antwoord.id, eigen), "")
        if antwoord.id in getekend or (naam and not _is_part(opbrengst, naam)):
            namen.append(naam)
    vol = {naam for naam, tabel in opbrengst.tabellen.items() if len(tabel)}
    return tuple(
        naam
        for naam in dict.fromkeys(namen)
        if naam in vol and naam != "respons" and not naam.endswith("doorwerking")
    )


def _is_part(opbrengst: Opbrengst, naam: str) -> bool:
    """Return whether a table is the part of one phase of a table over all phases, which stands in the report."""
    tabel = opbrengst.tabellen[naam]
    return read_toelichting(tabel).soort == "themas" or {"steekproef", "bevolking"} <= set(tabel.columns)


def _first(antwoord: Antwoord) -> str:
    getoond = (naam for naam, t in antwoord.tabellen.items() if read_toelichting(t).soort != "citaten")
    return next(getoond, "")


def _print(opbrengst: Opbrengst, naam: str) -> Iterator[Blok]:
    frame = opbrengst.tabellen[naam]
    toelichting = read_toelichting(frame)
    noten = [noot for noot in toelichting.noten if not any(woord in noot.lower() for woord in _BIJLAGE_A)]
    bron = shorten_bron(toelichting.bron)
    kort = tuple(filter(None, (toelichting.basis, bron and f"Bron: {bron}", *noten)))
    blok = replace(print_tabelblok(opbrengst, naam), noten=kort)
    if naam == BRONNEN:
        yield from split_bronnen(frame, name_activiteiten(opbrengst.traject.activiteiten), blok)
    else:
        yield shorten_tabelblok(blok, _RIJEN)


def _name_tabel(opbrengst: Opbrengst, naam: str) -> str:
    """Return what a table is about, and for which report question it was made."""
    toelichting = read_toelichting(opbrengst.tabellen[naam])
    vraag = next((vraag for (vraag, _), bekend in opbrengst.namen.items() if bekend == naam), "")
    kort = toelichting.onderwerp or naam.replace("_", " ")
    kort = f"{kort} per bron" if toelichting.soort == "bronnen" else kort
    kort = f"{kort}, alle antwoorden" if naam.startswith(ANTWOORDEN) else kort
    kort = f"{kort} naar {toelichting.groep_naam}" if toelichting.groep_naam else kort
    if toelichting.bron and ";" not in toelichting.bron:
        kort = f"{kort}, {name_bron(toelichting.bron)}"
    return f"{kort}: {opbrengst.antwoorden[vraag].vraag}" if vraag else kort


def _list_others(opbrengst: Opbrengst, gedrukt: tuple[str, ...]) -> list[Blok]:
    """Return a row for each table that is only a file: what it is about, and where it is."""
    rijen = [
        {
            "waarover": _name_tabel(opbrengst, naam),
            "rijen": format_getal(len(tabel)),
            "bestand": f"{naam}.csv",
        }
        for naam, tabel in opbrengst.tabellen.items()
        if len(tabel)
        and naam not in (*gedrukt, "respons", "doorwerking")
        and read_toelichting(tabel).soort != "citaten"
    ]
    return (
        [Tabelblok("Andere tabellen, in de map tabellen", pd.DataFrame(rijen, dtype="str"))] if rijen else []
    )
