"""Codings of fragments: made by the words of a themalijst, or given by people in Excel or coding software."""

from burgerdata.coding.people import Gecodeerd, make_coderingen, make_codeur
from burgerdata.coding.rules import apply_codebook, make_pseudo_themas

__all__ = ["Gecodeerd", "apply_codebook", "make_coderingen", "make_codeur", "make_pseudo_themas"]
