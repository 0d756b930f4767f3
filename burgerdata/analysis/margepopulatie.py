"""Whether population figures are about the same people as the survey that they weight."""

from __future__ import annotations

import re
from collections.abc import Sequence

from burgerdata.activiteitnamen import add_lidwoord, name_activiteiten
from burgerdata.analysis.doelgroepen import Bereik, name_anderen
from burgerdata.analysis.kenmerknamen import name_kenmerk
from burgerdata.getallen import join_woorden
from burgerdata.traject import Traject

_VANAF = re.compile(
    r"(\d{1,2})\s*(?:\+|-plus|plus\b|jaar en ouder|jaar of ouder|en ouder)|vanaf\s+(\d{1,2})", re.IGNORECASE
)
_TUSSEN = re.compile(
    r"(\d{1,2})\s*(?:jaar\s*)?(tot en met|t/m|tot|-|\u2013)\s*(\d{1,3})\s*(?:jaar|jarigen)?", re.IGNORECASE
)
_DATUM = re.compile(
    r"\d{1,2}[-/. ]\d{1,2}[-/. ]\d{4}|\d{4}[-/.]\d{1,2}(?:[-/.]\d{1,2})?|\b(?:\d{1,2}\s+)?(?:januari|februari|maart|april|mei|"
    r"juni|juli|augustus|september|oktober|november|december)\b(?:\s+\d{4})?|\b(?:19|20)\d{2}\b",
    re.IGNORECASE,
)
_EENHEDEN = {
    "personen": re.compile(
        r"person|inwoner|bevolking|mensen|burgers|nederlanders|jongeren|ouderen", re.IGNORECASE
    ),
    "huishoudens": re.compile(r"huishoud|adressen|woningen", re.IGNORECASE),
}
_LEEG = ("", "nan", "niet opgegeven")
_NIET_NA_TE_GAAN = "of beide over dezelfde mensen gaan, is niet na te gaan"
WEEG = "is met deze cijfers verkeerd gewogen"


def find_andere_populatie(
    traject: Traject, activiteit_id: str, kenmerken: Sequence[str], *, gevolg: str = WEEG
) -> list[str]:
    """Return a sentence per population of the margins that is about others than the survey, or than each other.

    Ages, households, groups of people and places are read from ``doelgroep`` of the activity ("inwoners van 18 jaar en
    ouder"), or the only one of the traject, and from ``populatie`` of the margins ("bevolking van 15 tot 75 jaar"); dates
    are no ages. Where a text names none nothing is said. ``gevolg`` says what becomes of who is outside.
    """
    namen, doelgroep = _name_populaties(traject, kenmerken), _read_doelgroep(traject, activiteit_id)
    zinnen = _compare_leeftijden(namen, doelgroep, gevolg)
    for populatie, variabelen in namen.items():
        over = f"Let op: de bevolkingscijfers over {join_woorden(variabelen)} gaan over {populatie}, de enquête over {doelgroep}"
        if {_read_eenheid(populatie), _read_eenheid(doelgroep)} == set(_EENHEDEN):
            zinnen.append(f"{over}; aandelen van huishoudens zijn geen aandelen van personen.")
        elif not any(zin.startswith(over) for zin in zinnen) and _is_ander(populatie, doelgroep):
            zinnen.append(f"{over}; dat zijn niet dezelfde mensen.")
    return zinnen


def find_onbekende_populatie(traject: Traject, ids: Sequence[str], kenmerken: Sequence[str]) -> list[str]:
    """Return a sentence naming the activities that do not say who they are about, and one when margins do not say that."""
    namen, zinnen = name_activiteiten(traject.activiteiten), []
    stil = [add_lidwoord(namen[str(naam)]) for naam in ids if not _read_doelgroep(traject, str(naam))]
    if stil:
        zinnen.append(
            f"Van {join_woorden(stil)} is de doelgroep niet opgegeven (traject.toml): {_NIET_NA_TE_GAAN}."
        )
    zonder = [
        naam
        for populatie, namen in _name_populaties(traject, kenmerken).items()
        if populatie in _LEEG
        for naam in namen
    ]
    if zonder:
        zinnen.append(
            f"Van de bevolkingscijfers over {join_woorden(zonder)} is de populatie niet opgegeven (marges.xlsx): "
            f"{_NIET_NA_TE_GAAN}."
        )
    return zinnen


def _name_populaties(traject: Traject, kenmerken: Sequence[str]) -> dict[str, list[str]]:
    """Return the traits of each population that the margins are about."""
    marges = traject.marges[traject.marges["variabele"].isin(list(kenmerken))]
    populaties = marges["populatie"].astype("str").fillna("")
    per_populatie = marges.groupby(populaties, observed=True, dropna=False, sort=False)
    return {
        str(populatie): list(dict.fromkeys(name_kenmerk(traject, str(naam)) for naam in deel["variabele"]))
        for populatie, deel in per_populatie
    }


def _is_ander(populatie: str, doelgroep: str) -> bool:
    teksten = tuple(_DATUM.sub(" ", tekst) for tekst in (populatie, doelgroep))
    leeftijden = (read_leeftijden(populatie), read_leeftijden(doelgroep))
    return name_anderen(teksten[0], teksten[1], leeftijden=leeftijden)


def _read_doelgroep(traject: Traject, activiteit_id: str) -> str:
    """Return who the activity is about: as it says itself, else the traject when that names one group."""
    activiteiten = traject.activiteiten
    eigen = activiteiten[activiteiten["activiteit_id"].eq(activiteit_id)]["doelgroep"].fillna("")
    algemeen = traject.instellingen.doelgroep
    return str(eigen.iloc[0]) or (algemeen[0] if len(algemeen) == 1 else "")


def _read_eenheid(tekst: str) -> str:
    """Return personen or huishoudens, or nothing; persons in households are persons."""
    return next((eenheid for eenheid, woord in _EENHEDEN.items() if woord.search(tekst)), "")


def _compare_leeftijden(namen: dict[str, list[str]], doelgroep: str, gevolg: str) -> list[str]:
    doel, over = read_leeftijden(doelgroep), f"de enquête over {doelgroep}"
    if doel is None:
        bekend = [(naam, leeftijd) for naam in namen if (leeftijd := read_leeftijden(naam)) is not None]
        if not bekend:
            return []
        doel, over = bekend[0][1], f"die over {join_woorden(namen[bekend[0][0]])} over {bekend[0][0]}"
    return [
        f"Let op: de bevolkingscijfers over {join_woorden(variabelen)} gaan over {populatie}, {over}; wie daarbuiten valt, "
        f"{gevolg}."
        for populatie, variabelen in namen.items()
        if (leeftijd := read_leeftijden(populatie)) is not None and leeftijd != doel
    ]


def read_leeftijden(tekst: str) -> Bereik | None:
    """Return the first and the last age that a text names (None: no upper end), or None when it names no ages.

    Examples
    --------
    >>> read_leeftijden("bevolking van 15 tot 75 jaar"), read_leeftijden("inwoners van 15 t/m 74 jaar")
    ((15, 74), (15, 74))
    >>> read_leeftijden("Nederlanders van 18 jaar en ouder"), read_leeftijden("18+"), read_leeftijden("iedereen")
    ((18, None), (18, None), None)
    >>> read_leeftijden("18 jaar en ouder op 1-1-2025"), read_leeftijden("bevolking, peildatum 2024-01-01")
    ((18, None), None)
    """
    tekst = _DATUM.sub(" ", tekst)
    tussen = _TUSSEN.search(tekst)
    if tussen is not None:
        laatste = int(tussen.group(3))
        return int(tussen.group(1)), laatste - 1 if tussen.group(2).casefold() == "tot" else laatste
    vanaf = _VANAF.search(tekst)
    return None if vanaf is None else (int(vanaf.group(1) or vanaf.group(2)), None)
