"""Which people a few words name: "jongeren in Utrecht" are others than "inwoners van Nederland"."""

from __future__ import annotations

import re

_IEDEREEN = re.compile(
    r"inwoner|bevolking|burger|nederlanders|mensen|person|ingezeten|volwassen|huishoud", re.IGNORECASE
)
_LEEFTIJD = {
    "jongeren": r"\bjonger(?:e|en)\b|\bjeugd|\bkinderen\b|scholieren|\btieners\b",
    "ouderen": r"\bouderen\b|\bsenioren\b",
}
_GROEPEN = {
    "ondernemers": r"ondernem|bedrij[fv]|\bzzp|\bmkb\b|zelfstandigen|werkgever",
    "ouders": r"\bouders\b|verzorgers\b",
    "studenten": r"student",
    "werkenden": r"werknemer|\bwerkend|beroepsbevolking|medewerker|ambtena",
    "werkzoekenden": r"werkzoek|werklo|bijstand|uitkering",
    "gebruikers": r"klanten|gebruiker|aanvrager|bezoeker|cli[eë]nten|pati[eë]nten|reiziger|\bleden\b",
    "slachtoffers": r"slachtoffer|aangevers",
    "nieuwkomers": r"statushouder|nieuwkomer|vluchteling|migranten|asiel",
    "huurders": r"huurder",
    "eigenaren": r"eigena",
    "mantelzorgers": r"mantelzorg",
    "boeren": r"\bboer(?:en)?\b|agrari",
    "mannen": r"\bmannen\b",
    "vrouwen": r"\bvrouwen\b",
    # who is named by what they did; an age or a place of residence is told apart
    "wie iets deden": r"\bdie\b(?!\s+(?:\d|vanaf|tussen|(?:in|te)\s+\S+(?:\s+\S+)?\s+wonen))",
}
_WOORD = re.compile(r"[^\W\d_][\w’'-]*")
_LAND = re.compile(r"\bnederland", re.IGNORECASE)
_GEEN_PLAATS = re.compile(
    r"nederland\w*|statline|statistiek|gouden|standaard|basisregistratie|personen|januari|februari|maart|april|mei|juni|"
    r"juli|augustus|september|oktober|november|december|peildatum",
    re.IGNORECASE,
)


def name_anderen(een: str, ander: str, *, leeftijden: tuple[bool, bool]) -> bool:
    """Return whether two texts name other people: another group, or another place where both name one.

    ``leeftijden`` says whether each text names ages in digits: these are compared elsewhere, and tell who is young or
    old where the other has a word for it. A text that names nobody differs from none.

    Examples
    --------
    >>> def verschilt(een: str, ander: str) -> bool:
    ...     return name_anderen(een, ander, leeftijden=("18" in een, "18" in ander))
    >>> verschilt("jongeren in Utrecht", "inwoners van Nederland"), verschilt("ondernemers", "inwoners van Nederland")
    (True, True)
    >>> verschilt("inwoners van Utrecht", "inwoners van Nederland"), verschilt("inwoners van Utrecht", "bevolking")
    (True, False)
    >>> verschilt("inwoners van 18 jaar en ouder", "bevolking van 18 jaar en ouder, Nederland")
    False
    """
    plaatsen = (_read_plaatsen(een), _read_plaatsen(ander))
    if all(plaatsen) and plaatsen[0] != plaatsen[1]:
        return True
    groepen = (_read_groepen(een, _GROEPEN), _read_groepen(ander, _GROEPEN))
    jong_oud = (_read_groepen(een, _LEEFTIJD), _read_groepen(ander, _LEEFTIJD))
    if not all(
        eigen or jong or _IEDEREEN.search(tekst)
        for eigen, jong, tekst in zip(groepen, jong_oud, (een, ander), strict=True)
    ):
        return False
    if groepen[0] != groepen[1]:
        return True
    return bool(
        (jong_oud[0] - jong_oud[1] and not leeftijden[1]) or (jong_oud[1] - jong_oud[0] and not leeftijden[0])
    )


def _read_groepen(tekst: str, woorden: dict[str, str]) -> set[str]:
    gevonden = {naam for naam, woord in woorden.items() if re.search(woord, tekst, re.IGNORECASE)}
    return gevonden - {"mannen", "vrouwen"} if {"mannen", "vrouwen"} <= gevonden else gevonden


def _read_plaatsen(tekst: str) -> set[str]:
    """Return the names in a text: words with a capital within it, or in front of a comma; the country when it has no other."""
    namen = set()
    for woord in _WOORD.finditer(tekst):
        naam = woord.group().rstrip("’'-")
        vooraan = not tekst[: woord.start()].strip() and not tekst[woord.end() :].lstrip().startswith(
            (",", ":")
        )
        if not naam[:1].isupper() or naam.isupper() or vooraan:
            continue
        if not (
            _GEEN_PLAATS.fullmatch(naam)
            or _IEDEREEN.search(naam)
            or _read_groepen(naam, _GROEPEN | _LEEFTIJD)
        ):
            namen.add(naam.casefold())
    return namen or ({"nederland"} if _LAND.search(tekst) else set())
