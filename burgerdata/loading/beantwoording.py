"""A nota van beantwoording: what a government answers to consultation responses, beside decisions on recommendations."""

from __future__ import annotations

import re
from collections.abc import Sequence

from burgerdata.instruments.aanbevelingen import holds_statussen
from burgerdata.instruments.onderdelen import ONDERDELEN, find_velden, recognise_onderdeel
from burgerdata.shapes import Tabel

BEANTWOORDING = (
    "antwoorden op inspraakreacties, geen besluiten over aanbevelingen; wilt u de reacties zelf gebruiken, geef het bestand dan op als"
    ' levering met instrument = "signaal" en kolommen = { bericht = "…" }'
)
_INSPRAAK = re.compile(
    r".*\b(?:insprekers?|inspraak\w*|zienswijzen?|reclamant(?:en)?|briefschrijvers?|reactie ?(?:nr|nummer)|beantwoording)\b.*",
    re.IGNORECASE,
)
"""Headers of a table of consultation responses; recommendations may have an "Indiener" too."""
_AANBEVELING = re.compile(r".*\b(?:aanbeveling|recommendation).*", re.IGNORECASE)


def is_beantwoording(tabel: Tabel, ook: Sequence[str] = ()) -> bool:
    """Return whether a table that has the headers of decisions answers something else than recommendations.

    It does where a header speaks of who responded, or where most of its decisions are no status; never where a header
    says that they are about recommendations. ``ook`` are headers that sealing took away.
    """
    koppen = [*ook, *(kolom.naam for kolom in tabel.kolommen)]
    rollen = [rol for rollen in ONDERDELEN.values() for rol in rollen if rol != "aanbevelingen"]
    if recognise_onderdeel(koppen, rollen) != "besluiten" or any(map(_AANBEVELING.fullmatch, koppen)):
        return False
    status = find_velden(koppen, "besluiten")["status"]
    if any(_INSPRAAK.fullmatch(kop) for kop in koppen):
        return True
    return status in tabel.frame and not holds_statussen(tabel.frame[status].astype("str"))
