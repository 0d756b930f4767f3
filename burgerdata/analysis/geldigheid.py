"""For whom figures of people who came forward themselves do not hold: those whom the traject is about."""

from __future__ import annotations

import re

from burgerdata.getallen import join_woorden
from burgerdata.settings import Instellingen

LAND = "heel Nederland"
"""Where a traject names nobody, the sentence is the fixed one."""
_ALGEMEEN = "algemeen"
_GEBIED = re.compile(
    r"\b(?:gemeenten?|regio|provincie|stad|wijk|buurt|dorp|stadsdeel|waterschap|eiland)\b", re.IGNORECASE
)


def name_gebied(instellingen: Instellingen) -> str:
    """Return for whom the figures do not hold, as it stands behind "gelden niet voor".

    That is all of the target group, else all who live where the client is of; a client or group of everybody leaves the country.

    Examples
    --------
    >>> name_gebied(Instellingen(doelgroep=("reizigers met een pas", "ouders")))
    'alle reizigers met een pas en ouders'
    >>> name_gebied(Instellingen(opdrachtgever="De gemeente Zutphen")), name_gebied(Instellingen(doelgroep=("algemeen",)))
    ('alle inwoners van de gemeente Zutphen', 'heel Nederland')
    """
    groepen = [groep.strip() for groep in instellingen.doelgroep if groep.strip()]
    if groepen and not any(groep.casefold() == _ALGEMEEN for groep in groepen):
        return f"alle {join_woorden(groepen)}"
    wie = instellingen.opdrachtgever.strip()
    if not _GEBIED.search(wie):
        return LAND
    kop, _, rest = wie.partition(" ")
    wie = f"{kop.lower()} {rest}" if kop in ("De", "Het") else wie
    return f"alle inwoners van {wie}"
