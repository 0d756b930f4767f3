"""Preparing a traject: considerations, ladder, instruments and sample size, and the first files of its folder."""

from __future__ import annotations

from burgerdata.preparing.afwegingen import check_afwegingen
from burgerdata.preparing.belanghebbenden import list_belanghebbenden
from burgerdata.preparing.instrumenten import compare_instrumenten
from burgerdata.preparing.kompas import list_kompasvragen
from burgerdata.preparing.steekproef import measure_steekproef
from burgerdata.preparing.treden import list_treden
from burgerdata.preparing.voorbereiding import Voorbereiding
from burgerdata.preparing.write import write_voorbereiding

__all__ = [
    "Voorbereiding",
    "check_afwegingen",
    "compare_instrumenten",
    "list_belanghebbenden",
    "list_kompasvragen",
    "list_treden",
    "measure_steekproef",
    "write_voorbereiding",
]
