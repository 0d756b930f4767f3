"""Names of sheets as the tables, the report and its account may show them: "Gesprek Fatima" tells who spoke."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pandas as pd

from burgerdata.pseudonyms import SOORTEN, mask_text
from burgerdata.pseudonyms.namenlijsten import load_namenlijsten
from burgerdata.pseudonyms.written_names import has_known_surname, rate_name

NAAM = SOORTEN["naam"]
"""What stands for the name of a person."""
_SOORT = re.compile(
    r"((?:gesprek|interview|verslag|formulier|vragenlijst|transcript|blad|beurten)\w*[\s:_-]+(?:\d+[\s:_.-]+)?(?:(?:met|van|door)\s+)?)(.+)",
    re.IGNORECASE | re.DOTALL,
)
"""What a sheet is, before the name of whom it is about."""
_MAANDEN = re.compile(
    r"(?:(?:jan|feb|mrt|maart|apr|mei|jun|jul|aug|sep|okt|nov|dec)[a-z]*|t/?m|en|tot|\d+|[\W_])+",
    re.IGNORECASE,
)
"""Months and years: "jan 2026", where Jan would be somebody."""
_GESPREK = re.compile(r"(?:gesprek|interview|transcript)", re.IGNORECASE)
_GEEN_MENS = frozenset(
    "noord zuid oost west midden centrum nieuw nieuwe oud oude groep groepen tafel ronde avond ochtend middag dag week deel wijk buurt"  # noqa: SIM905
    " jongeren ouderen kinderen ouders bewoners ondernemers een twee drie eerste tweede derde vooraf achteraf voor na".split()
)
_WRITTEN = ("zeker", "mogelijk", "voorletters")


def mask_blad(blad: str) -> str:
    """Return the name of a sheet without the names of people in it.

    Examples
    --------
    >>> mask_blad("Gesprek Fatima el Amrani"), mask_blad("Interview_Bep Zwartkruis"), mask_blad("stickers")
    ('Gesprek [naam]', 'Interview_[naam]', 'stickers')
    >>> mask_blad("jan-feb 2026"), mask_blad("Gesprek Noord"), mask_blad("Nieuw West")
    ('jan-feb 2026', 'Gesprek Noord', 'Nieuw West')
    """
    if _MAANDEN.fullmatch(blad):
        return blad
    gelezen = blad.replace("_", " ")
    soort = _SOORT.fullmatch(gelezen)
    voor, rest = (soort[1], soort[2]) if soort else ("", gelezen)
    if _names_somebody(rest, gesprek=bool(_GESPREK.match(voor))):
        return blad[: len(voor)] + NAAM
    masked = mask_text(gelezen)[0]
    return blad if masked == gelezen else masked


def _names_somebody(rest: str, *, gesprek: bool) -> bool:
    """Return whether words are a name: written as one, and known as one or standing behind "gesprek"."""
    soort = rate_name(rest)
    lijsten = load_namenlijsten()
    gewoon = _GEEN_MENS | lijsten.plaatsnamen
    woorden = rest.casefold().split()
    # "Meer Groen" is two surnames and nobody
    onbekend = soort == "vorm" and not gewoon.intersection(woorden) and woorden[0] not in lijsten.ook_woord
    return soort in _WRITTEN or (onbekend and (gesprek or has_known_surname(rest)))


def mask_bladen(tabellen: Iterable[pd.DataFrame]) -> list[pd.DataFrame]:
    """Return tables with bestand and blad, the names of sheets masked alike in all; two that became one are numbered."""
    gevuld = list(tabellen)
    paren = {
        paar: None
        for tabel in gevuld
        for paar in zip(tabel["bestand"].astype("str"), tabel["blad"].fillna("").astype("str"), strict=True)
    }
    nieuw: dict[tuple[str, str], str] = {}
    bezet: set[tuple[str, str]] = set(paren)
    for bestand, blad in paren:
        kaal = naam = mask_blad(blad)
        nummer = 1
        while naam != blad and (bestand, naam) in bezet:
            nummer += 1
            naam = f"{kaal} {nummer}"
        bezet.add((bestand, naam))
        nieuw[bestand, blad] = naam
    return [
        tabel.assign(
            blad=[
                nieuw[bestand, blad]
                for bestand, blad in zip(
                    tabel["bestand"].astype("str"), tabel["blad"].fillna("").astype("str"), strict=True
                )
            ]
        )
        for tabel in gevuld
    ]
