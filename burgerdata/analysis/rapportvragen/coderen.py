"""What would answer a question that nothing answers: more material, or the coding of what lies there already."""

from __future__ import annotations

from burgerdata.analysis.genoemd import choose_coderingen, list_teksten
from burgerdata.analysis.rapportvragen.voorraad import Voorraad
from burgerdata.analysis.rapportvragen.vragen import Rapportvraag
from burgerdata.getallen import format_getal

_UIT_THEMAS = ("bo2", "bo4", "bo5", "bo6", "bo7", "bo9", "dv3", "dv5", "dv7", "dv8", "pr1", "pr7", "ev5")
"""The questions that coded texts answer."""


def tell_meten(voorraad: Voorraad, vraag: Rapportvraag) -> str:
    """Return what would answer the question: coding, where its phase has texts of burgers and none has a theme."""
    deel = voorraad.take_deel(vraag.fase)
    if vraag.id not in _UIT_THEMAS or deel is None or len(choose_coderingen(deel)):
        return vraag.meten
    aantal = len(list_teksten(deel))
    if not aantal:
        return vraag.meten
    er_is = "Er is 1 tekst" if aantal == 1 else f"Er zijn {format_getal(aantal)} teksten"
    return f"{er_is}, nog niet gecodeerd: vul themalijst.xlsx aan."
