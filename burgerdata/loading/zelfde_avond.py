"""Deliveries from sheets of one workbook about a meeting: when it was and how people came is said once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

SAMEN = ("werving", "begindatum", "einddatum")
"""Settings that a sheet takes over from the first delivery of its workbook."""
_MEETINGS = ("burgerberaad", "burgerdialoog")


def share_avond(ruw: Sequence[Mapping[str, Any]], onbekend: str) -> list[dict[str, Any]]:
    """Return the deliveries of traject.toml, those of sheets of one workbook about a meeting with the days of the first of them.

    What a delivery says itself goes first, and what the first one leaves open (``onbekend``) is taken over by nobody.

    Examples
    --------
    >>> avond = {"instrument": "burgerdialoog", "bestand": "a.xlsx", "blad": "stippen", "begindatum": "2026-03-01"}
    >>> share_avond([avond, {"instrument": "burgerberaad", "bestand": "a.xlsx", "blad": "stemming"}], "?")[1]["begindatum"]
    '2026-03-01'
    """
    eerste: dict[str, Mapping[str, Any]] = {}
    samen = []
    for deel in ruw:
        bestand = find_werkmap(deel)
        bron = eerste.setdefault(bestand, deel) if bestand else deel
        gegeven = {naam: bron[naam] for naam in SAMEN if bron.get(naam) not in (None, "", onbekend)}
        # days per wave are of a form with those waves
        gegeven = {naam: waarde for naam, waarde in gegeven.items() if not isinstance(waarde, dict)}
        samen.append({**gegeven, **deel})
    return samen


def find_werkmap(deel: Mapping[str, Any]) -> str:
    """Return the one workbook of which a delivery reads a sheet about a meeting; empty for any other delivery."""
    if deel.get("instrument") not in _MEETINGS or not deel.get("blad"):
        return ""
    namen = {
        str(naam) for sleutel in ("bestand", "metingen", "onderdelen") for naam in _list(deel.get(sleutel))
    }
    return namen.pop() if len(namen) == 1 else ""


def _list(waarde: Any) -> list[Any]:
    if isinstance(waarde, Mapping):
        return [naam for deel in waarde.values() for naam in _list(deel)]
    return list(waarde) if isinstance(waarde, list) else [waarde] if waarde else []
