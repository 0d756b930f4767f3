"""The annex to a tender as a Word file: what a bureau delivers per instrument, and the words and tables it must fit."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from burgerdata.instruments.onderdelen import ONDERDELEN
from burgerdata.preparing.word import add_table, make_document, save_document
from burgerdata.schema import ANTWOORD_STATUS, DEELNEMER_ROL, INSTRUMENT, TABELLEN
from burgerdata.schema.labels import INSTRUMENT_LABEL
from burgerdata.schema.procesvragen import PROCESVRAGEN

OPGAVEN = {
    "enquete": "Het databestand in .sav, of .csv/.xlsx met codeboek; de vragenlijst; de weegfactor als kolom, met "
    "toelichting; aantallen uitgenodigd, gestart en afgerond.",
    "klantpanel": "Eén bestand per meting met steeds hetzelfde panelnummer; een lijst van vragen die zijn veranderd.",
    "focusgroep": "Een verslag per groep (.docx, .txt of .vtt) met bij elke beurt een sprekercode (M voor de "
    "gespreksleider, R1, R2, …) en geen namen; de deelnemerslijst (screener) met groep en sprekercode.",
    "straatgesprek": "Het straatformulier van de kit, één rij per gesprek; ook de weigeringen per plek.",
    "community": "De export van het platform met bericht, antwoord op, tijdstip en pseudoniem per deelnemer.",
    "burgerberaad": "De trechter (uitgenodigd, aangemeld, geloot); de loting met doelen; aanwezigheid per sessie; de "
    "aanbevelingen met nummer; stemmen voor, tegen en onthouding; vragenlijsten vooraf en achteraf met lidnummer.",
    "burgerdialoog": "Notities per tafel; stippen per tafel en stelling; het uitloopformulier.",
    "usability": "Per deelnemer en taak: gelukt, deels of niet, seconden en fouten; de tien antwoorden op de SUS; "
    "de lijst van bevindingen met ernst en met de deelnemers die ze tegenkwamen.",
    "signaal": "Per melding: datum, kanaal, tekst en een code per melder, als die bekend is.",
}
"""What a bureau delivers, per instrument."""


def write_bijlage(pad: Path, instrumenten: Sequence[str] = INSTRUMENT) -> None:
    """Write the annex: what is delivered for each of these instruments, and the words and tables it must fit."""
    document = make_document("Bijlage gegevenslevering")
    document.add_paragraph(
        "De opdrachtnemer levert de ruwe gegevens zo dat zij zonder bewerking te lezen zijn. Bestanden bevatten geen namen, "
        "adressen, e-mailadressen of telefoonnummers; elke deelnemer heeft één code, in alle bestanden dezelfde."
    )
    document.add_heading("Per instrument", level=2)
    add_table(
        document,
        ("instrument", "wat wordt geleverd"),
        [(INSTRUMENT_LABEL[naam], OPGAVEN[naam]) for naam in instrumenten],
    )
    document.add_heading("Lege formulieren", level=2)
    delen = [
        (INSTRUMENT_LABEL[naam], ", ".join(rollen))
        for naam, rollen in ONDERDELEN.items()
        if naam in instrumenten
    ]
    document.add_paragraph(
        "Met de formulieren uit de map sjablonen van de kit sluit de levering vanzelf aan."
    )
    if delen:
        document.add_paragraph("Leveringen in delen:")
        add_table(document, ("instrument", "onderdelen"), delen)
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
        add_table(document, ("gegeven", "leeg"), kolommen)
    document.add_heading("Vragen over het traject", level=2)
    add_table(document, ("code", "vraag"), list(PROCESVRAGEN.items()))
    save_document(document, pad)
