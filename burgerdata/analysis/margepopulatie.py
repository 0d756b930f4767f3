"""Whether population figures are about the same people as the survey that they weight."""

from __future__ import annotations

import re
from collections.abc import Sequence

from burgerdata.getallen import join_woorden
from burgerdata.traject import Traject

_VANAF = re.compile(
    r"(\d{1,2})\s*(?:\+|-plus|plus\b|jaar en ouder|jaar of ouder|en ouder)|vanaf\s+(\d{1,2})", re.IGNORECASE
)
_TUSSEN = re.compile(
    r"(\d{1,2})\s*(?:jaar\s*)?(tot en met|t/m|tot|-|\u2013)\s*(\d{1,3})\s*(?:jaar|jarigen)?", re.IGNORECASE
)
Bereik = tuple[int, int | None]


def find_andere_populatie(traject: Traject, activiteit_id: str, kenmerken: Sequence[str]) -> list[str]:
    """Return a sentence per population of the margins whose ages differ from those of the survey, or of each other.

    The ages of the survey are read from ``doelgroep`` of the activity ("inwoners van 18 jaar en ouder"), those of the
    margins from ``populatie`` ("bevolking van 15 tot 75 jaar"). Where a text names no ages nothing is said.
    """
    marges = traject.marges[traject.marges["variabele"].isin(list(kenmerken))]
    per_populatie = marges.groupby(marges["populatie"].astype("str"), observed=True, dropna=False, sort=False)
    namen = {
        populatie: list(dict.fromkeys(deel["variabele"].astype("str"))) for populatie, deel in per_populatie
    }
    activiteiten = traject.activiteiten
    doelgroep = str(activiteiten[activiteiten["activiteit_id"].eq(activiteit_id)]["doelgroep"].iloc[0])
    doel, over = read_leeftijden(doelgroep), f"de enquête over {doelgroep}"
    if doel is None:
        bekend = [(naam, leeftijd) for naam in namen if (leeftijd := read_leeftijden(naam)) is not None]
        if not bekend:
            return []
        doel, over = bekend[0][1], f"die over {join_woorden(namen[bekend[0][0]])} over {bekend[0][0]}"
    return [
        f"Let op: de bevolkingscijfers over {join_woorden(variabelen)} gaan over {populatie}, {over}; wie daarbuiten valt, "
        "is met deze cijfers verkeerd gewogen."
        for populatie, variabelen in namen.items()
        if (leeftijd := read_leeftijden(str(populatie))) is not None and leeftijd != doel
    ]


def read_leeftijden(tekst: str) -> Bereik | None:
    """Return the first and the last age that a text names (None: no upper end), or None when it names no ages.

    Examples
    --------
    >>> read_leeftijden("bevolking van 15 tot 75 jaar"), read_leeftijden("inwoners van 15 t/m 74 jaar")
    ((15, 74), (15, 74))
    >>> read_leeftijden("Nederlanders van 18 jaar en ouder"), read_leeftijden("18+"), read_leeftijden("iedereen")
    ((18, None), (18, None), None)
    """
    tussen = _TUSSEN.search(tekst)
    if tussen is not None:
        laatste = int(tussen.group(3))
        return int(tussen.group(1)), laatste - 1 if tussen.group(2).casefold() == "tot" else laatste
    vanaf = _VANAF.search(tekst)
    return None if vanaf is None else (int(vanaf.group(1) or vanaf.group(2)), None)
