"""A found identifier as a span of the text, and the choice between spans that overlap."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

SOORTEN: dict[str, str] = {
    "naam": "[naam]",
    "mogelijk_bsn": "[mogelijk BSN]",
    "iban": "[IBAN]",
    "email": "[e-mailadres]",
    "telefoon": "[telefoonnummer]",
    "postcode": "[postcode]",
    "adres": "[adres]",
    "kenteken": "[kenteken]",
    "v_nummer": "[V-nummer]",
    "documentnummer": "[documentnummer]",
    "zaaknummer": "[zaaknummer]",
    "geboortedatum": "[geboortedatum]",
    "ip_adres": "[IP-adres]",
    "webadres": "[webadres]",
    "gebruikersnaam": "[gebruikersnaam]",
}
"""Kind of identifier -> what stands in the text instead of it."""

_RANG = {soort: rang for rang, soort in enumerate(SOORTEN)}


class Vondst(NamedTuple):
    """One identifier: its kind and its place, end exclusive."""

    soort: str
    begin: int
    eind: int


def merge_vondsten(vondsten: Iterable[Vondst]) -> list[Vondst]:
    """Return spans in order that do not overlap; where they did, one span over both, of the kind of the longest.

    Overlapping spans are joined rather than dropped, so that no part of either is left readable.

    Examples
    --------
    >>> merge_vondsten([Vondst("naam", 0, 4), Vondst("email", 0, 14), Vondst("naam", 20, 24)])
    [Vondst(soort='email', begin=0, eind=14), Vondst(soort='naam', begin=20, eind=24)]
    """
    result: list[Vondst] = []
    longest = 0
    for vondst in sorted(vondsten, key=lambda v: (v.begin, -v.eind, _RANG[v.soort])):
        if not result or vondst.begin >= result[-1].eind:
            result.append(vondst)
            longest = vondst.eind - vondst.begin
            continue
        last = result[-1]
        soort = vondst.soort if vondst.eind - vondst.begin > longest else last.soort
        longest = max(longest, vondst.eind - vondst.begin)
        result[-1] = Vondst(soort, last.begin, max(last.eind, vondst.eind))
    return result
