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
    "kiesgerechtigden": r"kiesgerechtig|stemgerechtig|\bkiezers\b",
    # who is named by what they did; an age or a place of residence is told apart
    "wie iets deden": r"\bdie\b(?!\s+(?:\d|vanaf|tussen|(?:in|te)\s+\S+(?:\s+\S+)?\s+wonen))",
}
Bereik = tuple[int, int | None]
#: The last age of young people and the first of old ones, at their widest.
JONG_TOT, OUD_VANAF = 34, 50
_BESTUUR = {
    "provincie": re.compile(r"\bprovincie\b", re.IGNORECASE),
    "gemeente": re.compile(r"\b(?:gemeente|stad)\b", re.IGNORECASE),
}
#: Two names of one place.
_ZELFDE_PLAATS = {
    "Friesland": re.compile(r"\bfrysl[âa]n\b", re.IGNORECASE),
    "Den Haag": re.compile(r"['’]?\bs-gravenhage\b", re.IGNORECASE),
    "Den Bosch": re.compile(r"['’]?\bs-hertogenbosch\b", re.IGNORECASE),
}
_WOORD = re.compile(r"[^\W\d_][\w’'-]*")
_LAND = re.compile(r"\bnederland", re.IGNORECASE)
_GEEN_PLAATS = re.compile(
    r"nederland\w*|statline|statistiek|gouden|standaard|basisregistratie|personen|januari|februari|maart|april|mei|juni|"
    r"juli|augustus|september|oktober|november|december|peildatum",
    re.IGNORECASE,
)


def name_anderen(een: str, ander: str, *, leeftijden: tuple[Bereik | None, Bereik | None]) -> bool:
    """Return whether two texts name other people: another group, or another place where both name one.

    ``leeftijden`` are the first and last age that each text names in digits: these are compared elsewhere, and tell who is
    young or old where the other has a word for it. A text that names nobody differs from none.

    Examples
    --------
    >>> def verschilt(een: str, ander: str) -> bool:
    ...     volwassen = (18, None)
    ...     return name_anderen(
    ...         een, ander, leeftijden=(volwassen if "18" in een else None, volwassen if "18" in ander else None)
    ...     )
    >>> verschilt("jongeren in Utrecht", "inwoners van Nederland"), verschilt("ondernemers", "inwoners van Nederland")
    (True, True)
    >>> verschilt("inwoners van Utrecht", "inwoners van Nederland"), verschilt("inwoners van Utrecht", "bevolking")
    (True, False)
    >>> verschilt("inwoners van 18 jaar en ouder", "bevolking van 18 jaar en ouder, Nederland")
    False
    >>> verschilt("jongeren in Utrecht", "bevolking van 18 jaar en ouder, Utrecht"), verschilt("kiesgerechtigden", "bevolking")
    (True, True)
    >>> verschilt("inwoners van de stad Utrecht", "bevolking, provincie Utrecht"), verschilt(
    ...     "inwoners van Friesland", "bevolking van Fryslân"
    ... )
    (True, False)
    """
    plaatsen = (_read_plaatsen(een), _read_plaatsen(ander))
    if all(plaatsen) and (plaatsen[0] != plaatsen[1] or _name_andere_laag(een, ander)):
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
    anders = (jong_oud[0] - jong_oud[1], jong_oud[1] - jong_oud[0])
    return any(
        not _is_in(naam, bereik)
        for alleen_hier, bereik in zip(anders, reversed(leeftijden), strict=True)
        for naam in alleen_hier
    )


def _is_in(groep: str, bereik: Bereik | None) -> bool:
    """Return whether ages in digits can be those of the young, or of the old."""
    if bereik is None:
        return False
    eerste, laatste = bereik
    return laatste is not None and laatste <= JONG_TOT if groep == "jongeren" else eerste >= OUD_VANAF


def _name_andere_laag(een: str, ander: str) -> bool:
    """Return whether one text says province and the other municipality: Utrecht and Groningen are both."""
    lagen = [{laag for laag, woord in _BESTUUR.items() if woord.search(tekst)} for tekst in (een, ander)]
    return all(lagen) and not lagen[0] & lagen[1]


def _read_groepen(tekst: str, woorden: dict[str, str]) -> set[str]:
    gevonden = {naam for naam, woord in woorden.items() if re.search(woord, tekst, re.IGNORECASE)}
    return gevonden - {"mannen", "vrouwen"} if {"mannen", "vrouwen"} <= gevonden else gevonden


def _read_plaatsen(tekst: str) -> set[str]:
    """Return the names in a text: words with a capital within it, or in front of a comma; the country when it has no other."""
    for naam, anders in _ZELFDE_PLAATS.items():
        tekst = anders.sub(naam, tekst)
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
