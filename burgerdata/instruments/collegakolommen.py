"""Columns that somebody of the team put beside the answers: a remark of a colleague is no answer of who took part."""

from __future__ import annotations

import re

from burgerdata.pseudonyms.namenlijsten import load_namenlijsten
from burgerdata.shapes import Kolom

_WAT = r"(?:opm|opmerking(?:en)?|notities?|aantekening(?:en)?|kanttekening(?:en)?|commentaar|comments?|memo|actiepunt(?:en)?|acties?)"
_WIE = (
    r"(?:medewerk(?:st)?ers?|collega(?:['’]?s)?|onderzoekers?|redactie|analist(?:en)?|back ?office|interviewers?|enqu[eê]teurs?|codeurs?"
    r"|invoerders?|(?:project|onderzoeks)?team|projectleid(?:er|ster))"
)
_KOP = re.compile(
    rf"(?:interne?|onze) {_WAT}(?: .*)?|{_WAT} (?:intern|voor intern gebruik)"
    rf"|{_WAT} (?:(?:van|door) )?(?:(?:de|het|een|ons) )?{_WIE}|{_WIE} {_WAT}"
    r"|(?:gecontroleerd|nagekeken|gecodeerd|ingevoerd) door",
)
_VAN = re.compile(
    rf"{_WAT} (?:(?:van|door) )?(?P<achter>[^\W\d_]+)|(?P<voor>[^\W\d_]+) {_WAT}", re.IGNORECASE
)
"""A remark of somebody by name; with "voor" it is asked of people: "Opmerkingen voor Karin"."""
_INITIALEN = re.compile(r"[A-Z](?:v|d|vd|vdr|de|ter|te)[A-Z]")
"""Initials with a prefix between, as people sign: KvD. "OV" and "WMO" are subjects."""


def is_collegakolom(kolom: Kolom) -> bool:
    """Return whether a column holds remarks of a colleague, by its header; what the format itself calls a question is none.

    Examples
    --------
    >>> [is_collegakolom(Kolom(kop)) for kop in ("opm. Karin", "Interne notitie", "Opmerking medewerker", "opm KvD")]
    [True, True, True, True]
    >>> [is_collegakolom(Kolom(kop)) for kop in ("Opmerkingen", "Opmerkingen voor het team", "Opmerkingen OV")]
    [False, False, False]
    """
    if kolom.soort or kolom.labels:
        return False
    teksten = {tekst for tekst in (kolom.naam, kolom.tekst) if tekst.strip()}
    return bool(teksten) and all(map(_is_kop, teksten))


def _is_kop(kop: str) -> bool:
    kaal = " ".join(re.sub(r"[._:;()\[\]/–—-]+", " ", kop).split())
    if _KOP.fullmatch(kaal.casefold()):
        return True
    van = _VAN.fullmatch(kaal)
    wie = (van["achter"] or van["voor"]) if van else ""
    return wie.casefold() in load_namenlijsten().voornamen or _INITIALEN.fullmatch(wie) is not None
