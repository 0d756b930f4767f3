"""The sheets that the analyst fills, as `nieuw` writes them: headers, drop-downs and a page that explains."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from burgerdata.instruments.vraagregels import Groepregel, Vraagregel
from burgerdata.loading.analyst_tables import CITATEN_KOLOMMEN
from burgerdata.loading.themavoorstel import KOLOMMEN as VOORSTEL_KOLOMMEN
from burgerdata.loading.vragenlijst import GROEPEN_KOLOMMEN, VRAGEN_KOLOMMEN
from burgerdata.schema import (
    DOORWERKING_STATUS,
    FASE,
    GEBRUIK,
    KOMPASVRAAG,
    LEEG,
    TABELLEN,
    TREDE,
    VRAAG_ROL,
    VRAAG_SOORT,
)
from burgerdata.text.thema import KOLOMMEN as THEMA_KOLOMMEN

_FILLED_ROWS = 2_000
_WIDTHS = {
    "tekst": 60,
    "kolom": 30,
    "omschrijving": 50,
    "woorden_wel": 50,
    "samenvatting": 60,
    "motivering": 40,
}
_JA_NEE = ("ja", "nee")


@dataclass(frozen=True)
class Blad:
    """One sheet to write: its columns, the rows that are filled in already, and the choices per column."""

    naam: str
    kolommen: Sequence[str]
    rijen: Sequence[Mapping[str, object]] = ()
    keuzes: Mapping[str, Sequence[str]] = field(default_factory=dict)


def make_vragen(
    regels: Sequence[Vraagregel], groepen: Sequence[Groepregel], *, ook: Sequence[str] = ()
) -> list[Blad]:
    """Return the sheets vragen and groepen of vragen.xlsx; ``ook`` are lines to explain what is not in it."""
    keuzes = {
        "soort": VRAAG_SOORT,
        "rol": VRAAG_ROL,
        "gebruik": GEBRUIK,
        "fase": FASE,
        "kompasvraag": KOMPASVRAAG,
        "omkeren": _JA_NEE,
        "leeg": LEEG,
    }
    rijen = [_as_row(regel) | {"omkeren": _yes_no(regel.omkeren)} for regel in regels]
    groep_rijen = [_as_row(regel) | {"codes": "; ".join(regel.codes)} for regel in groepen]
    uitleg = (
        "Elke rij is een kolom uit een bestand; een rij die u verwijdert, doet niet mee.",
        "vraag_id: de naam van de vraag. Dezelfde naam bij twee leveringen betekent: dit is dezelfde vraag.",
        "soort en rol: kies uit de lijst. kenmerk = achtergrond zoals leeftijd; proces = vraag over het traject zelf.",
        "gebruik: waarvoor het rapport de vraag gebruikt, zoals rapportcijfer of P3 (gehoord). Leeg mag.",
        "omkeren: ja als een hoog getal hier ongunstig is, zoals bij een negatieve stelling.",
        "leeg: wat een lege cel betekent, als u dat weet. geen_gekozen = gevraagd, en niets aangekruist.",
        "missend: codes die geen antwoord zijn, zoals 0 bij een cijfer van 1 tot 10; een puntkomma ertussen.",
        "Blad groepen: maakt van leeftijd een leeftijdsgroep (van en tot en met), of voegt antwoorden samen (codes).",
        *ook,
    )
    return [
        Blad("vragen", VRAGEN_KOLOMMEN, rijen, keuzes),
        Blad("groepen", GROEPEN_KOLOMMEN, groep_rijen),
        _explain(uitleg),
    ]


def make_themalijst(voorstel: Sequence[Mapping[str, object]] = ()) -> list[Blad]:
    """Return the sheets of an empty list of themes with one example, and a sheet with themes that words of many people suggest."""
    uitleg = (
        "Elke rij is een thema. Zoekwoorden scheidt u met een puntkomma; * staat voor letters: wacht* vindt wachttijd.",
        "Voorbeeld: thema = wachttijd; omschrijving = hoe lang mensen wachten; woorden_wel = wacht*; duurde lang.",
        "woorden_niet: staat zo'n woord in het antwoord, dan telt het thema daar niet, zoals wachtwoord*.",
        "nieuw_inzicht: ja als het thema nog niet bekend was; nee vraagt een bron, zoals: nee: probleemanalyse 2025, p. 4.",
    )
    keuzes = {"nieuw_inzicht": _JA_NEE, "kompasvraag": KOMPASVRAAG}
    if not voorstel:
        return [Blad("themalijst", THEMA_KOLOMMEN, (), keuzes), _explain(uitleg)]
    over = (
        "Blad voorstel: woorden die vijf of meer mensen gebruikten, bij elkaar gezet als dezelfde mensen ze gebruikten. De computer weet niet of"
        " het thema's zijn: kopieer de rijen die er een zijn naar blad themalijst en verbeter daar naam en omschrijving. Alleen dat blad telt."
    )
    woorden = Blad("voorstel", VOORSTEL_KOLOMMEN, voorstel)
    return [Blad("themalijst", THEMA_KOLOMMEN, (), keuzes), woorden, _explain((*uitleg, over))]


def make_marges(voorstel: Sequence[Mapping[str, object]] = ()) -> list[Blad]:
    """Return the sheets of an empty table of population figures, and a sheet with what a file in the folder offers."""
    uitleg = (
        "Elke rij is één cijfer over de bevolking. Voorbeeld: geslacht | vrouw | 0,507 | | bevolking van 18 jaar en ouder"
        " | 2026-01-01 | CBS StatLine, tabel 03759ned.",
        "variabele en categorie schrijft u zoals het kenmerk en zijn antwoorden in vragen.xlsx heten.",
        "aandeel tussen 0 en 1 (of in procenten), of aantal; per variabele samen 1.",
    )
    kolommen = TABELLEN["marges"].namen
    if not voorstel:
        return [Blad("marges", kolommen), _explain(uitleg)]
    over = "Blad voorstel: cijfers uit een bestand in de map. Kijk ze na, vul populatie en peildatum in en zet de rijen op blad marges."
    return [Blad("marges", kolommen), Blad("voorstel", kolommen, voorstel), _explain((*uitleg, over))]


def make_doorwerking(punten: Sequence[Mapping[str, object]] = ()) -> list[Blad]:
    """Return the sheets of a table of follow-up, with the points of a list of decisions where there is one."""
    keuzes = {"fase": FASE, "kompasvraag": KOMPASVRAAG, "trede": TREDE, "status": DOORWERKING_STATUS}
    uitleg = (
        "Elke rij is één punt dat burgers inbrachten. thema_id is een thema uit de themalijst; in een kolom thema mag het ook in woorden.",
        "U vult status, motivering, besluit, datum en terugkoppeling in zodra die bekend zijn.",
    )
    kolommen = TABELLEN["doorwerking"].namen
    if any(punt.get("thema") for punt in punten):
        kolommen = (*kolommen[:2], "thema", *kolommen[2:])
    return [Blad("doorwerking", kolommen, punten, keuzes), _explain(uitleg)]


def make_citaten() -> list[Blad]:
    """Return the sheets of an empty list of released quotes."""
    uitleg = (
        "Alleen citaten op deze lijst mogen in een vastgesteld rapport. Schrijf het citaat letterlijk over.",
        "vrijgegeven_door: wie besloot dat het mag. activiteit: de naam van de levering in traject.toml.",
    )
    return [Blad("citaten", CITATEN_KOLOMMEN), _explain(uitleg)]


def write_sheets(pad: Path, bladen: Sequence[Blad]) -> None:
    """Write a workbook with these sheets."""
    import xlsxwriter

    with xlsxwriter.Workbook(
        str(pad), {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    ) as boek:
        kop = boek.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        tekst = boek.add_format({"text_wrap": True, "valign": "top"})
        for blad in bladen:
            _write_sheet(boek.add_worksheet(blad.naam), blad, kop, tekst)


def _write_sheet(ws: Any, blad: Blad, kop: Any, tekst: Any) -> None:
    ws.freeze_panes(1, 0)
    for plek, naam in enumerate(blad.kolommen):
        ws.write_string(0, plek, naam, kop)
        ws.set_column(plek, plek, _WIDTHS.get(naam, 16))
        if naam in blad.keuzes:
            ws.data_validation(
                1, plek, _FILLED_ROWS, plek, {"validate": "list", "source": list(blad.keuzes[naam])}
            )
        for nummer, rij in enumerate(blad.rijen, start=1):
            waarde = rij.get(naam)
            if isinstance(waarde, (int, float)):
                ws.write_number(nummer, plek, waarde, tekst)
            elif waarde:
                ws.write_string(nummer, plek, str(waarde), tekst)


def _explain(regels: Sequence[str]) -> Blad:
    return Blad("uitleg", ("zo vult u dit in",), [{"zo vult u dit in": regel} for regel in regels])


def _as_row(regel: Vraagregel | Groepregel) -> dict[str, object]:
    return {naam: waarde for naam, waarde in dataclasses.asdict(regel).items() if naam != "rij"}


def _yes_no(waarde: bool | None) -> str:
    return "" if waarde is None else ("ja" if waarde else "nee")
