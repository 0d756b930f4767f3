"""How one answered report question is printed: finding, figure, what was used, its table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from burgerdata.analysis import Antwoord
from burgerdata.report.blocks import Alinea, Blok, Figuurblok, Kop, Tabelblok
from burgerdata.report.chapters.citaten import print_citaten
from burgerdata.report.chapters.uitgeschreven import name_bevinding
from burgerdata.report.chapters.verschil import GEEN, tell_uitleg, tell_verschil
from burgerdata.report.collect import Opbrengst
from burgerdata.report.drawing import draw_antwoord, tell_te_groot
from burgerdata.report.leestabel import make_tabelblok
from burgerdata.report.own_words import add_alineas, add_tekst
from burgerdata.report.texts import Tekst
from burgerdata.schema.labels import FASE_LABEL
from burgerdata.toelichting import read_toelichting

_MEEST = 1
"""Figures of one answer in the main text; the tables of the others are in the annex."""
_RIJEN = 6
"""Rows of a table in the main text; the whole table is in a file beside the report."""


def print_antwoord(
    antwoord: Antwoord, opbrengst: Opbrengst, teksten: Mapping[str, Tekst], *, kop: str = ""
) -> list[Blok]:
    """Return the blocks of one answer: heading, mark, own words, figures, quotes, and the table where no figure is."""
    tekst = teksten.get(antwoord.id)
    titel = tekst.titel if tekst and tekst.titel else name_bevinding(antwoord)
    figuren = _draw(antwoord, opbrengst, tekst.titel if tekst else "")
    delen = (antwoord.soort.capitalize(), FASE_LABEL.get(antwoord.fase, ""), antwoord.vraag)
    blokken: list[Blok] = [Kop(f"{kop}{titel}".rstrip("."), 2)]
    blokken += [Alinea(" · ".join(filter(None, delen)), "merk")]
    if antwoord.status == "deels":
        blokken.append(Alinea(f"Deels beantwoord. {antwoord.ontbreekt}".strip(), "merk"))
    blokken += add_alineas(tekst)
    blokken += figuren
    blokken += _explain(antwoord, opbrengst)
    blokken += print_citaten(antwoord, opbrengst)
    if not figuren:
        blokken += [Alinea(zin, "noot") for zin in tell_te_groot(antwoord, stijl=opbrengst.stijl)]
        blokken += list(_tables(antwoord, opbrengst))
    if antwoord.status == "beantwoord" and antwoord.ontbreekt:
        blokken.append(Alinea(antwoord.ontbreekt, "noot"))
    return blokken


def _draw(antwoord: Antwoord, opbrengst: Opbrengst, eigen: str) -> tuple[Figuurblok, ...]:
    """Return the figure of what the heading says: of the table that the finding is from, or under the finding itself."""
    naam = antwoord.kern
    passend = tuple(tekening for tekening in antwoord.tekeningen if naam in ("", tekening.tabel))
    heel = name_bevinding(antwoord)
    titel = eigen or ("" if naam and heel == antwoord.bevinding else heel) or None
    return draw_antwoord(
        replace(antwoord, tekeningen=passend), titel=titel, meest=_MEEST, stijl=opbrengst.stijl
    )


def _explain(antwoord: Antwoord, opbrengst: Opbrengst) -> list[Blok]:
    """Return the sentences that carry the finding, and with whom it is different."""
    zinnen = list(tell_uitleg(antwoord))
    verschil = tell_verschil(opbrengst, antwoord)
    if verschil not in (GEEN, antwoord.bevinding):
        zinnen.append(f"{verschil}.")
    zinnen = [name_bevinding(antwoord, zin) for zin in zinnen]
    return [Alinea(" ".join(zinnen))] if zinnen else []


def print_antwoorden(opbrengst: Opbrengst, teksten: Mapping[str, Tekst], ids: Iterable[str]) -> list[Blok]:
    """Return the blocks of these answers, those that were not measured left out."""
    gegeven = [
        opbrengst.antwoorden[vraag] for vraag in ids if opbrengst.antwoorden[vraag].status != "niet_gemeten"
    ]
    return [blok for antwoord in gegeven for blok in print_antwoord(antwoord, opbrengst, teksten)]


def print_chapter(
    kop: Kop, opbrengst: Opbrengst, teksten: Mapping[str, Tekst], ids: Iterable[str], *, leeg: str
) -> list[Blok]:
    """Return a chapter of answers under one heading, own words first; ``leeg`` is printed when nothing was measured."""
    inhoud = print_antwoorden(opbrengst, teksten, ids)
    return [kop, *add_tekst(teksten, kop.anker), *(inhoud or [Alinea(leeg)])]


def _tables(antwoord: Antwoord, opbrengst: Opbrengst) -> Iterable[Blok]:
    """Return the table that the finding was stated from, or every table where it rests on several."""
    eigen = antwoord.kern
    for naam, tabel in antwoord.tabellen.items():
        if eigen in ("", naam) and read_toelichting(tabel).soort != "citaten" and len(tabel):
            blok = print_tabelblok(opbrengst, opbrengst.namen.get((antwoord.id, naam), naam))
            yield shorten_tabelblok(blok, _RIJEN)


def shorten_tabelblok(blok: Tabelblok, rijen: int) -> Tabelblok:
    """Return the first rows of a long table, with a note that says how many there are and where."""
    aantal = len(blok.tabel)
    if aantal <= rijen:
        return blok
    noot = f"De eerste {rijen} van {aantal} rijen; de hele tabel: tabellen/{blok.bestand}.csv."
    return replace(blok, tabel=blok.tabel.head(rijen), noten=(noot, *blok.noten))


def print_tabelblok(opbrengst: Opbrengst, naam: str) -> Tabelblok:
    """Return a table of this name with its literal question, base line and source under it."""
    return make_tabelblok(opbrengst.traject, opbrengst.tabellen[naam], naam)
