"""The forty report questions, answered from a traject or named as not measured."""

from burgerdata.analysis.rapportvragen.beantwoorden import beantwoord, beantwoord_alle, list_rapportvragen

__all__ = ["beantwoord", "beantwoord_alle", "list_rapportvragen"]
