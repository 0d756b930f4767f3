"""Planted personal data in the Monday morning example, and the file that lists it."""

from __future__ import annotations

from pathlib import Path

from maak.personen import Geplant
from maak.schrijven import write_csv

SAV = "ruw/BOA_data_def_v3.sav"
IN_ENQUETE = tuple(
    Geplant(soort, waarde, SAV, zin)
    for soort, waarde, zin in (
        ("telefoon", "06-23456789", "bel mij terug op 06-23456789"),
        ("naam", "Fokkema", "mevrouw Fokkema van de gemeente was heel behulpzaam"),
        ("naam", "Abdullah", "mijn buurman abdullah wordt steeds gecontroleerd"),
        ("bsn", "123456782", "op de boete stond mijn bsn 123456782 voluit"),
        ("kenteken", "97-SKT-4", "die bus met kenteken 97-SKT-4 staat er elke dag"),
        ("postcode met huisnummer", "4321 BA 7", "kijk eens bij 4321 BA 7, daar is het altijd raak"),
        ("e-mail", "bewoner.linde@example.com", "foto's kan ik sturen vanaf bewoner.linde@example.com"),
    )
)
EXPORT = "ruw/NLdenktmee_export.csv"
IN_COMMUNITY = (
    Geplant("naam", "Postma", EXPORT, "Mevrouw Postma van de gemeente heeft het netjes opgelost."),
    Geplant("telefoon", "06-31323334", EXPORT, "U kunt mij bellen op 06-31323334."),
    Geplant("e-mail", "straat.schoon@example.com", EXPORT, "Foto's stuur ik vanaf straat.schoon@example.com."),
)
SPREKERS = {
    "fg1": ("Astrid", "Hassan", "Koos", "Esther", "Wim-Jan", "Priya"),
    "fg2": ("Monique", "Tarik", "Geertje", "Ronald", "Zeynep", "Harm"),
    "fg3": ("Ellen", "Omar", "Trijntje", "Bas-Jan", "Rachida", "Frans-Willem", "Lotte", "Egbert", "Dunya"),
    "fg4": ("Ton-Peter", "Malika", "Hilde", "Stef", "Yvonne", "Rachid"),
}


def write_geplant(map_: Path) -> None:
    """Write geplant.csv: kind, literal value and file of every planted item."""
    sprekers = [("naam", naam, f"ruw/{groep}.docx") for groep, namen in SPREKERS.items() for naam in namen]
    rijen = [(item.soort, item.waarde, item.bestand) for item in (*IN_ENQUETE, *IN_COMMUNITY)]
    write_csv(map_ / "geplant.csv", ("soort", "waarde", "bestand"), [*rijen, *sprekers], codering="utf-8")
