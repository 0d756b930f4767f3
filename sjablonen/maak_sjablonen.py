"""Write the forms of this folder from the contract: python sjablonen/maak_sjablonen.py.

Equal on every run. What is filled in loads without ``kolommen`` in traject.toml; tests/surveys/test_sjablonen.py shows it.
"""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import docx
import xlsxwriter

from burgerdata.instruments.onderdelen import ONDERDELEN
from burgerdata.schema import ANTWOORD_STATUS, DEELNEMER_ROL, TABELLEN
from burgerdata.schema.labels import INSTRUMENT_LABEL, STATUS_LABEL
from burgerdata.schema.procesvragen import CIJFER, EENS, PROCESVRAGEN, VOORAF

MAP = Path(__file__).parent
VAST = dt.datetime(2026, 1, 1)
_ROLLEN = ("bewoner", *DEELNEMER_ROL[1:3], "projectleider")
_LEEFTIJD = ("0-17", "18-34", "35-49", "50-64", "65-74", "75+")
_JA_NEE = ("ja", "nee")
Blad = Mapping[str, Sequence[str]]
"""Header → the answers to choose from; none for a cell that is written."""

STRAAT: Blad = {
    "Datum": (),
    "Tijd": (),
    "Plaats": (),
    "Geschatte leeftijd": _LEEFTIJD,
    "Geslacht (geschat)": ("man", "vrouw", "onbekend"),
    "Aantal personen": (),
    "Weigeringen": (),
    "Wat valt u op?": (),
    "Wat moet er anders?": (),
    "Citaat": (),
}
SUS = (
    "Ik zou deze dienst vaker willen gebruiken",
    "Ik vond het onnodig ingewikkeld",
    "Ik vond het makkelijk te gebruiken",
    "Ik zou hulp van een kenner nodig hebben",
    "De onderdelen hoorden goed bij elkaar",
    "Er klopte te veel niet met elkaar",
    "De meeste mensen leren dit snel",
    "Ik vond het omslachtig",
    "Ik voelde mij er zeker bij",
    "Ik moest veel leren voor ik kon beginnen",
)
"""In the order of Brooke (1996): the even ones are unfavourable."""
USABILITY: Mapping[str, Blad] = {
    "taken": {
        "Deelnemer": (),
        "Taak": (),
        "Omschrijving": (),
        "Gelukt": ("ja", "deels", "nee"),
        "Tijd (seconden)": (),
        "Fouten": (),
        "Opmerking": (),
    },
    "sus": {"Deelnemer": (), **{f"SUS{nr}. {tekst}": EENS for nr, tekst in enumerate(SUS, start=1)}},
    "bevindingen": {
        "Bevinding": (),
        "Taak": (),
        "Ernst": ("1 cosmetisch", "2 klein", "3 groot", "4 blokkerend"),
        "Deelnemers": (),
    },
}
BERAAD: Mapping[str, Blad] = {
    "loting": {"Kenmerk": (), "Categorie": (), "Doel": (), "Geloot": ()},
    "aanwezigheid": {"Deelnemer": (), "Rol": _ROLLEN, **{f"Sessie {nr}": _JA_NEE for nr in range(1, 7)}},
    "aanbevelingen": {"Nummer": (), "Tekst": ()},
    "stemmen": {"Aanbeveling": (), "Voor": (), "Tegen": (), "Onthouding": (), "Drempel": ()},
    "besluiten": {
        "Aanbeveling": (),
        "Status": tuple(STATUS_LABEL.values()),
        "Motivering": (),
        "Datum besluit": (),
        "Eigenaar": (),
        "Terugkoppeling": (),
    },
}
DIALOOG: Mapping[str, Blad] = {
    "notities": {"Tafel": (), "Vraag": (), "Notitie": ()},
    "stippen": {"Tafel": (), "Stelling": (), "Stippen": ()},
}
_BIJLAGE = {
    "enquete": "Het databestand in .sav, of .csv/.xlsx met codeboek; de vragenlijst; de weegfactor als kolom, met "
    "toelichting; aantallen uitgenodigd, gestart en afgerond.",
    "klantpanel": "Eén bestand per meting met steeds hetzelfde panelnummer; een lijst van vragen die zijn veranderd.",
    "focusgroep": "Een verslag per groep (.docx, .txt of .vtt) met bij elke beurt een sprekercode (M voor de "
    "gespreksleider, R1, R2, …) en geen namen; de deelnemerslijst (screener) met groep en sprekercode.",
    "straatgesprek": "Het straatformulier uit deze map, één rij per gesprek; ook de weigeringen per plek.",
    "community": "De export van het platform met bericht, antwoord op, tijdstip en pseudoniem per deelnemer.",
    "burgerberaad": "De trechter (uitgenodigd, aangemeld, geloot); de loting met doelen; aanwezigheid per sessie; de "
    "aanbevelingen met nummer; stemmen voor, tegen en onthouding; vragenlijsten vooraf en achteraf met lidnummer.",
    "burgerdialoog": "Notities per tafel; stippen per tafel en stelling; het uitloopformulier.",
    "usability": "Per deelnemer en taak: gelukt, deels of niet, seconden en fouten; de tien antwoorden op de SUS; "
    "de lijst van bevindingen met ernst en met de deelnemers die ze tegenkwamen.",
    "signaal": "Per melding: datum, kanaal, tekst en een code per melder, als die bekend is.",
}


def make_formulier(codes: Sequence[str], rollen: Sequence[str] = _ROLLEN) -> Blad:
    """Return a form with these questions about the participation, in the words that the contract knows."""
    vragen = {
        f"{code}. {PROCESVRAGEN[code]}": CIJFER if code[0] == "T" or code in ("P7", "P8") else EENS
        for code in codes
    }
    return {"Deelnemer": (), "Rol": rollen, **vragen, "Wat wilt u ons nog meegeven?": ()}


BOEKEN: Mapping[str, Mapping[str, Blad]] = {
    "straatformulier": {"gesprekken": STRAAT},
    "formulier_vooraf": {"formulier": make_formulier(VOORAF)},
    "formulier_achteraf": {"formulier": make_formulier(tuple(PROCESVRAGEN))},
    "formulier_projectleider": {"formulier": make_formulier(tuple(PROCESVRAGEN)[:8], ("projectleider",))},
    "taakblad_usability": USABILITY,
    "burgerberaad": BERAAD,
    "burgerdialoog": DIALOOG,
}


def write_boek(pad: Path, bladen: Mapping[str, Blad]) -> None:
    """Write a workbook of empty sheets with drop-downs."""
    with xlsxwriter.Workbook(str(pad)) as boek:
        boek.set_properties({"created": VAST, "title": pad.stem})
        kop = boek.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        for naam, kolommen in bladen.items():
            ws = boek.add_worksheet(naam)
            ws.freeze_panes(1, 0)
            for plek, (titel, keuzes) in enumerate(kolommen.items()):
                ws.write_string(0, plek, titel, kop)
                ws.set_column(plek, plek, max(14, min(len(titel), 40)))
                if keuzes:
                    ws.data_validation(1, plek, 1_000, plek, {"validate": "list", "source": list(keuzes)})


def write_verslag(pad: Path) -> None:
    """Write the minutes of a focus group: a line per turn, with a code for who speaks."""
    document = docx.Document()
    document.add_heading("Verslag focusgroep", level=1)
    for regel in ("Datum:", "Plaats:", "Groep:"):
        document.add_paragraph(regel)
    uitleg = "Schrijf elke beurt op een eigen regel, met M voor de gespreksleider en R1, R2 … voor de deelnemers. Geen namen."
    document.add_paragraph(uitleg)
    for spreker in ("M", "R1", "R2", "M", "R3", "R1"):
        document.add_paragraph(f"{spreker}: …")
    _save(document, pad)


def write_bijlage(pad: Path) -> None:
    """Write the annex to a tender: what a bureau delivers per instrument, and the words and tables it must fit."""
    document = docx.Document()
    document.add_heading("Bijlage gegevenslevering", level=1)
    document.add_paragraph(
        "De opdrachtnemer levert de ruwe gegevens zo dat zij zonder bewerking te lezen zijn. Bestanden bevatten geen namen, "
        "adressen, e-mailadressen of telefoonnummers; elke deelnemer heeft één code, in alle bestanden dezelfde."
    )
    document.add_heading("Per instrument", level=2)
    _add_table(
        document,
        ("instrument", "wat wordt geleverd"),
        [(INSTRUMENT_LABEL[naam], tekst) for naam, tekst in _BIJLAGE.items()],
    )
    document.add_heading("Lege formulieren", level=2)
    delen = [(INSTRUMENT_LABEL[naam], ", ".join(rollen)) for naam, rollen in ONDERDELEN.items()]
    document.add_paragraph(
        "Met de formulieren in deze map sluit de levering vanzelf aan. Leveringen in delen:"
    )
    _add_table(document, ("instrument", "onderdelen"), delen)
    document.add_heading("Geen antwoord", level=2)
    document.add_paragraph(
        f"Houd uit elkaar, met een eigen code en label: {', '.join(w.replace('_', ' ') for w in ANTWOORD_STATUS[1:])}."
    )
    document.add_heading("Rollen", level=2)
    document.add_paragraph(f"Zeg per deelnemer in welke rol die meedeed: {', '.join(DEELNEMER_ROL)}.")
    document.add_heading("Wat van elke deelnemer en vraag bekend moet zijn", level=2)
    for naam in ("deelnemers", "vragen", "opties", "antwoorden"):
        kolommen = [
            (kolom.nl, "mag leeg" if kolom.leeg else "verplicht") for kolom in TABELLEN[naam].kolommen
        ]
        document.add_paragraph(f"{naam}: {TABELLEN[naam].nl}")
        _add_table(document, ("gegeven", ""), kolommen)
    document.add_heading("Vragen over het traject", level=2)
    _add_table(document, ("code", "vraag"), list(PROCESVRAGEN.items()))
    _save(document, pad)


def _add_table(document: docx.document.Document, kop: Sequence[str], rijen: Sequence[Sequence[str]]) -> None:
    tabel = document.add_table(rows=0, cols=len(kop))
    tabel.style = "Table Grid"
    for rij in (kop, *rijen):
        for cel, tekst in zip(tabel.add_row().cells, rij, strict=True):
            cel.text = tekst


def _save(document: docx.document.Document, pad: Path) -> None:
    """Write a Word file that is the same on every run: fixed times, in the file and in its zip."""
    eigenschappen = document.core_properties
    eigenschappen.author, eigenschappen.title, eigenschappen.comments = "", pad.stem, ""
    eigenschappen.created = eigenschappen.modified = VAST
    buffer = io.BytesIO()
    document.save(buffer)
    with zipfile.ZipFile(buffer) as bron, zipfile.ZipFile(pad, "w") as doel:
        for naam in bron.namelist():
            doel.writestr(zipfile.ZipInfo(naam, (2026, 1, 1, 0, 0, 0)), bron.read(naam), zipfile.ZIP_DEFLATED)


def write_all(map_: Path) -> None:
    """Write every form into a folder."""
    for naam, bladen in BOEKEN.items():
        write_boek(map_ / f"{naam}.xlsx", bladen)
    write_verslag(map_ / "verslag_focusgroep.docx")
    write_bijlage(map_ / "bijlage_gegevenslevering.docx")


if __name__ == "__main__":
    write_all(MAP)
