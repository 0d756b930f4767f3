"""Pseudonyms: keyed ids, and text in which identifiers and names are masked. Knows only text, no tables or files."""

from __future__ import annotations

from burgerdata.pseudonyms.identifiers import find_identifiers
from burgerdata.pseudonyms.known_names import collect_namen
from burgerdata.pseudonyms.masking import carry_span, mask_spans, mask_text, mask_texts
from burgerdata.pseudonyms.names import find_names
from burgerdata.pseudonyms.sleutel import Sleutel, create_sleutel, read_sleutel
from burgerdata.pseudonyms.spans import SOORTEN, Vondst

__all__ = [
    "SOORTEN",
    "Sleutel",
    "Vondst",
    "carry_span",
    "collect_namen",
    "create_sleutel",
    "find_identifiers",
    "find_names",
    "mask_spans",
    "mask_text",
    "mask_texts",
    "read_sleutel",
]
