"""Which column of a hand-made table of street talks is what, told from its header."""

from __future__ import annotations

import re
from collections.abc import Sequence

_ROLES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("datum", re.compile(r"datum|dag|date|wanneer")),
    ("tijd", re.compile(r"tijd(?:stip)?|uur|time|begintijd|starttijd")),
    (
        "plaats",
        re.compile(
            r"plaats|locatie|plek|wijk|buurt|waar|location|place|meetpunt|spreekplek|plaats gesprek|(?:bus|tram)?halte|opstapplaats|station|markt"
        ),
    ),
    (
        "leeftijd_geschat",
        re.compile(
            r"(?:geschatte |schatting )?leeftijd(?:s(?:groep|klasse|categorie))?(?: ?\(?(?:geschat|schatting)\)?)?"
        ),
    ),
    (
        "personen",
        re.compile(
            r"(?:(?:aantal|met hoeveel) )?(?:personen|mensen|gesprekspartners)|met (?:hoeveel|z[’']?n hoevelen)|hoeveel(?: personen| mensen)?"
        ),
    ),
    (
        "weigeringen",
        re.compile(r"(?:aantal )?(?:weiger(?:ing(?:en)?|de|den|aars?)|geweigerd|geen tijd)(?: .*)?"),
    ),
)
_OPEN = re.compile(
    r"^(?:wat|hoe|waarom|waar|welke|welk|wie|wanneer|vindt|wilt|wil|heeft|zou|kunt)\b.*|.*\?\s*$|(?:citaat|quote|verhaal|antwoord|toelichting)\b.*"
    r"|(?:veld|gespreks?)?(?:aantekening|notitie)(?:en|s)?\b.*|gespreksverslag|samenvatting(?: gesprek)?"
)
_VELDWERK = re.compile(
    r"(?:veld|gespreks?)?(?:aantekening|notitie)(?:en|s)?\b.*|gespreksverslag|interviewer\w*|enqu[eê]teu[rs]e?|veldwerk\w*|gespreksvoerder"
    r"|enumerator|username|collector|_?(?:geolocation|gps|locatie|location|plek)\w*|citaat|quote|wat zei\b.*"
)
"""Headers of what somebody on the street writes down, or who that was; "locatie" is where they stood."""
_GENOTEERD = re.compile(
    r"(?:genoteerd|opgetekend|opgeschreven|gesproken|geïnterviewd|bevraagd|gesprek(?: gevoerd)?|afgenomen)[ _]door(?: .*)?|(?:naam )?(?:noteerder|notulist|gespreksvoerder|interviewer)"
)
"""Headers of who wrote down what somebody else said: no form that people fill in themselves has one."""
_BEHEER = re.compile(
    r"toon|sentiment|code\w*|opm\b.*|opmerking\w*(?: .*)?|status|gecontroleerd|ingevoerd\b.*|wie|team|naam|door|medewerker|collega|formulier\w*|nr|weer"
)
"""Headers of what a team keeps for itself beside its talks, how it judged them among it."""
_WOONPLEK = ("wijk", "buurt")
"""Where people live as often as where they were spoken to."""
_GESLACHT = re.compile(r"(?:geslacht|man/vrouw|m/v).*")


def guess_kolommen(koppen: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Return role → columns for the headers that say clearly what they are; the rest is left to the analyst.

    Examples
    --------
    >>> guess_kolommen(["Datum", "Locatie", "Geschatte leeftijd", "Wat gaat goed?", "Code"])
    {'datum': ('Datum',), 'plaats': ('Locatie',), 'leeftijd_geschat': ('Geschatte leeftijd',), 'open': ('Wat gaat goed?',)}
    """
    gevonden: dict[str, tuple[str, ...]] = {}
    open_: list[str] = []
    for kop in koppen:
        kaal = " ".join(kop.split()).casefold()
        rol = next((naam for naam, patroon in _ROLES if naam not in gevonden and patroon.fullmatch(kaal)), "")
        if rol:
            gevonden[rol] = (kop,)
        elif _OPEN.fullmatch(kaal):
            open_.append(kop)
    return gevonden | ({"open": tuple(open_)} if open_ else {})


def looks_like_street(koppen: Sequence[str], ook: Sequence[str] = ()) -> bool:
    """Return whether these are the headers of street talks: a place, a day or time, what was said, and an estimate.

    A survey may ask where people live, how old they are and what they think: it has nothing that only an interviewer
    writes down. ``ook`` are headers that sealing took away, such as who spoke with people.

    Examples
    --------
    >>> looks_like_street(["Datum", "Plaats", "Geschatte leeftijd", "Wat valt u op?"])
    True
    >>> looks_like_street(["Halte", "Leeftijd (schatting)", "Wat zei men"])
    True
    >>> looks_like_street(["datum", "plek", "wie", "Wat werd er gezegd", "genoteerd door"])
    True
    >>> looks_like_street(["resp_id", "startdatum", "geslacht", "v1"])
    False
    >>> looks_like_street(["Datum", "In welke wijk woont u?", "Leeftijd", "Wat vindt u?"])
    False
    """
    rollen = guess_kolommen(koppen)
    geschat = any("schat" in kop.casefold() for kop in rollen.get("leeftijd_geschat", ()))
    tekens = len(set(rollen) & {"datum", "tijd", "leeftijd_geschat", "weigeringen"}) + geschat
    kaal = [" ".join(kop.split()).casefold() for kop in (*koppen, *ook)]
    tekens += any(map(_GENOTEERD.fullmatch, kaal))
    veldwerk = any(map(_VELDWERK.fullmatch, kaal))
    plek = " ".join(rollen.get("plaats", ("",))[0].split()).casefold() not in _WOONPLEK
    sterk = geschat or veldwerk or plek or bool(set(rollen) & {"weigeringen", "personen", "tijd"})
    return {"plaats", "open"} <= set(rollen) and tekens >= 2 and sterk


def is_veldwerk(kop: str) -> bool:
    """Return whether a column is about the work on the street and not about who was spoken to: who did it, its codes.

    Examples
    --------
    >>> is_veldwerk("Gespreksvoerder"), is_veldwerk("Opm. M"), is_veldwerk("Houding")
    (True, True, False)
    """
    kaal = " ".join(kop.split()).casefold()
    return any(patroon.fullmatch(kaal) for patroon in (_VELDWERK, _GENOTEERD, _BEHEER))


def find_traits(koppen: Sequence[str]) -> tuple[str, ...]:
    """Return the headers that hold an interviewer's estimate of a trait, such as the sex of the speaker."""
    return tuple(kop for kop in koppen if _GESLACHT.fullmatch(" ".join(kop.split()).casefold()))
