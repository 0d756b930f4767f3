"""The pitch for a community study as a Word file: subject and challenge, the question to citizens, who to call."""

from __future__ import annotations

from pathlib import Path

from burgerdata.preparing.voorbereiding import Voorbereiding
from burgerdata.preparing.word import make_document, save_document

_IN_TE_VULLEN = "(nog in te vullen)"


def write_pitch(plan: Voorbereiding, pad: Path) -> None:
    """Write the pitch: the three parts of the entry form; what is not known says so."""
    document = make_document("Pitch voor een community-onderzoek")
    if plan.titel:
        document.add_paragraph(plan.titel)
    delen = {
        "Beleidsonderwerp en opgave": (plan.beleid, plan.opgave),
        "Vraag aan de burger": (plan.vraag,),
        "Contact": (plan.contact,),
    }
    for kop, teksten in delen.items():
        document.add_heading(kop, level=2)
        for tekst in [tekst for tekst in teksten if tekst] or [_IN_TE_VULLEN]:
            document.add_paragraph(tekst)
    save_document(document, pad)
