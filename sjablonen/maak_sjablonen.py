"""Write the forms of this folder from the contract: python sjablonen/maak_sjablonen.py.

Equal on every run. What is filled in loads without ``kolommen`` in traject.toml; tests/surveys/test_sjablonen.py shows it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path

import xlsxwriter

from burgerdata.preparing.bijlage import write_bijlage
from burgerdata.preparing.word import make_document, save_document
from burgerdata.schema import DEELNEMER_ROL
from burgerdata.schema.labels import STATUS_LABEL
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
    document = make_document("Verslag focusgroep")
    for regel in ("Datum:", "Plaats:", "Groep:"):
        document.add_paragraph(regel)
    uitleg = "Schrijf elke beurt op een eigen regel, met M voor de gespreksleider en R1, R2 … voor de deelnemers. Geen namen."
    document.add_paragraph(uitleg)
    for spreker in ("M", "R1", "R2", "M", "R3", "R1"):
        document.add_paragraph(f"{spreker}: …")
    save_document(document, pad)


def write_all(map_: Path) -> None:
    """Write every form into a folder."""
    for naam, bladen in BOEKEN.items():
        write_boek(map_ / f"{naam}.xlsx", bladen)
    write_verslag(map_ / "verslag_focusgroep.docx")
    write_bijlage(map_ / "bijlage_gegevenslevering.docx")


if __name__ == "__main__":
    write_all(MAP)
