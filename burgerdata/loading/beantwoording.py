"""A nota van beantwoording: what a government answers to consultation responses, beside decisions on recommendations."""

from __future__ import annotations

import re
from collections.abc import Sequence

from burgerdata.instruments.besluiten import find_besluitvelden
from burgerdata.instruments.besluitkoppen import is_antwoordkop
from burgerdata.instruments.besluitwoorden import holds_statussen
from burgerdata.instruments.onderdelen import ONDERDELEN, recognise_onderdeel
from burgerdata.instruments.values import is_filled
from burgerdata.shapes import Tabel

BEANTWOORDING = (
    "antwoorden op inspraakreacties, geen besluiten over aanbevelingen; wilt u de reacties zelf gebruiken, geef het bestand dan op als"
    ' levering met instrument = "signaal" en kolommen = { bericht = "…" }'
)
_INSPRAAK = re.compile(
    r".*\b(?:insprekers?|inspraak\w*|zienswijzen?|reclamant(?:en)?|briefschrijvers?|reactie ?(?:nr|nummer)|beantwoording)\b.*"
    r"|(?:korte )?(?:samenvatting|inhoud|strekking|weergave) (?:van )?(?:de |uw |elke )?reacties?",
    re.IGNORECASE,
)
"""Headers of a table of consultation responses; recommendations may have an "Indiener" too."""
_INDIENER = re.compile(r".*\bindieners?\b.*", re.IGNORECASE)
_ANTWOORD = re.compile(r".*\b(?:antwoord(?:en)?|reacties?)\b.*", re.IGNORECASE)
_PUNT = re.compile(
    r".*(?:voorstel|advies|adviezen|idee|wens|(?<!stand)punt|suggestie|\bmotie|\bactie).*", re.IGNORECASE
)
"""What who hands in something at a dialogue calls it."""
_ADVIES = re.compile(
    r".*(?:voorstel|advies|adviezen|idee|wens|thema|vroegen|willen|wilden|(?:van|zeiden|noemden) (?:de )?(?:bewoners|inwoners|deelnemers)).*",
    re.IGNORECASE,
)
"""What a government answers to by its name in a list of decisions, also in prose."""
_SENTENCE = 12
"""Characters of an answer in words: what is shorter is a code, such as the state of a questionnaire."""
_AANBEVELING = re.compile(r".*\b(?:aanbeveling|recommendation).*", re.IGNORECASE)


def is_beantwoording(tabel: Tabel, ook: Sequence[str] = ()) -> bool:
    """Return whether a table that has the headers of decisions answers something else than recommendations.

    It does where a header speaks of who responded or of what was, where something that has no name of a recommendation was
    handed in and answered, or where most of its decisions are no status; never where a header says that they are about
    recommendations. ``ook`` are headers that sealing took away.
    """
    koppen = [*ook, *(kolom.naam for kolom in tabel.kolommen)]
    rollen = [rol for rollen in ONDERDELEN.values() for rol in rollen if rol != "aanbevelingen"]
    if recognise_onderdeel(koppen, rollen) != "besluiten" or any(map(_AANBEVELING.fullmatch, koppen)):
        return False
    velden = find_besluitvelden(tabel)
    status = velden.get("status", "")
    if any(_INSPRAAK.fullmatch(kop) for kop in koppen) or _is_answered(koppen):
        return True
    if status not in tabel.frame or (
        is_antwoordkop(status) and _ADVIES.fullmatch(velden.get("tekst") or velden.get("aanbeveling", ""))
    ):
        return False
    cellen = tabel.frame[status].astype("str")
    lengte = cellen[is_filled(cellen)].str.len().mean()
    return lengte >= _SENTENCE and not holds_statussen(cellen)


def _is_answered(koppen: Sequence[str]) -> bool:
    """Return whether headers name who handed something in and an answer to it, and do not say that it was a proposal."""
    vormen = (_INDIENER, _ANTWOORD, _PUNT)
    indiener, antwoord, punt = (any(map(vorm.fullmatch, koppen)) for vorm in vormen)
    return indiener and antwoord and not punt
