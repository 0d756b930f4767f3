"""What comes along in the same folder: questionnaire, codebook, concept report and a photograph."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image

from maak.schrijven import write_docx, write_pdf, write_xlsx
from maandag import vragenlijst

RAPPORT = (
    ("Handhaving in de wijk", "Conceptrapport, versie 0.3", "", "Synthetisch voorbeeld: alle cijfers zijn verzonnen.", "",
     "1 Inleiding", "De gemeente wil weten hoe inwoners de handhaving in hun wijk ervaren.",
     "In juni 2026 vulden 400 inwoners een vragenlijst in."),
    ("2 Opzet", "Naast de vragenlijst zijn er vier focusgroepen gehouden,", "60 straatgesprekken gevoerd en drie metingen in het panel gedaan.",
     "", "3 Resultaten", "(volgt)"),
)


def write_bijlagen(ruw: Path) -> None:
    """Write vragenlijst.docx, codeboek.xlsx, rapport_concept.pdf and foto_flipover.jpg."""
    alineas = []
    for kolom, tekst in vragenlijst.TEKSTEN.items():
        if kolom.startswith("v"):
            alineas.append(f"{kolom} {tekst}")
            alineas += [f"\u2610 {label}" for label in vragenlijst.LABELS.get(kolom, {}).values()]
    write_docx(ruw / "vragenlijst.docx", "Vragenlijst handhaving in de wijk", ("Synthetisch voorbeeld",), alineas)
    rijen = []
    for kolom, tekst in vragenlijst.TEKSTEN.items():
        rijen.append([kolom, tekst, "", ""])
        rijen += [["", "", int(code), label] for code, label in vragenlijst.LABELS.get(kolom, {}).items()]
    write_xlsx(ruw / "codeboek.xlsx", {"codeboek": (("Variabele", "Omschrijving", "Code", "Label"), rijen)})
    write_pdf(ruw / "rapport_concept.pdf", RAPPORT)
    _foto(ruw / "foto_flipover.jpg")


def _foto(pad: Path) -> None:
    """Write a grey picture with dark lines, as a badly lit flip-over."""
    hoogte, breedte = 240, 320
    licht = 150 + 60 * np.linspace(0, 1, breedte)[None, :] * np.ones((hoogte, 1))
    for regel in range(40, 200, 28):
        licht[regel : regel + 5, 40 : 120 + (regel * 37) % 150] = 60
    Image.fromarray(licht.astype(np.uint8), mode=None).save(pad, quality=60)
