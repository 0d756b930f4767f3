"""For whom figures of people who came forward themselves do not hold: those whom the traject is about."""

from __future__ import annotations

import re

from burgerdata.getallen import join_woorden
from burgerdata.settings import Instellingen

LAND = "heel Nederland"
"""Where a traject names nobody, the sentence is the fixed one."""
_ALGEMEEN = "algemeen"
_HET = ("dorp", "eiland", "stadsdeel", "waterschap")
_GEBIED = re.compile(
    r"(?:[Dd]e |[Hh]et )?([Gg]emeente|[Rr]egio|[Pp]rovincie|[Ss]tad|[Ww]ijk|[Bb]uurt|[Dd]orp|[Ss]tadsdeel|[Ww]aterschap|[Ee]iland) "
    r"((?:['’]s-)?[A-Z][\w’'-]*(?: (?:[A-Z][\w’'-]*|aan|den|de|der|het|in|op|van|bij|ter|ten|over|onder))*)"
)
"""A place, its name and nothing else; a client that is only a part of an authority has no inhabitants."""
_ONDERDEEL = re.compile(r"\b(?:team|afdeling|dienst|directie|cluster|programma|project)\b", re.IGNORECASE)
_GEMEENTE = re.compile(r"\b(?:de )?gemeente (?=[A-Z'’])", re.IGNORECASE)
_KOP = re.compile(
    r"\b(?:met|zonder|die|dat|wie|van|vanaf|tot|in|uit|te|binnen|rond|bij|op|aan|en|of|boven|onder)\b"
)
_LIDWOORD = re.compile(
    r"(?:de|het|een|alle|allen|iedere?|iedereen|elke?|onze|deze|die|wie|geen|veel|enkele|sommige)\b|mensen die\b"
)
_PLAATS = r"(?:[Dd]e |[Hh]et |['’]t |Den )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*"
_PLAATSEN = re.compile(
    rf"(?<=[a-z] )(?:van|uit|in) (?:de (?:wijken|buurten|dorpen|kernen) )?{_PLAATS}(?:, {_PLAATS})+ en {_PLAATS}$"
)
"""Three places or more behind a group: their commas are no second group."""
_MEERVOUD = re.compile(r"\S{2,}(?:en|s)")
_ENKELVOUD = re.compile(
    r"\S*(?:leven|wijs|zorg|huis|algemeen|wezen|vaders?land|nieuws|wonen|reizen|werken|huishouden|verleden)|gezin|openbaren|volwassen"
)
"""Words that end as a plural does and are none."""
_HOOFDLETTER = re.compile(
    r"(?:Inwoners|Bewoners|Omwonenden|Burgers|Jongeren|Ouderen|Ouders|Mensen|Kinderen|Leerlingen|Scholieren|Studenten|Jonge|Oudere|"
    r"Volwassenen|Reizigers|Klanten|Cliënten|Patiënten|Gebruikers|Mantelzorgers|Ondernemers|Vrijwilligers|Huurders|Bezoekers|"
    r"Werkzoekenden|Statushouders|Slachtoffers|Gezinnen|Huishoudens|Bedrijven|Vrouwen|Mannen)\b"
)
"""First words of which it is sure that they are no name: "Zutphenaren" keeps its capital and the fixed sentence."""


def name_gebied(instellingen: Instellingen) -> str:
    """Return for whom the figures do not hold, as it stands behind "gelden niet voor".

    That is all of the target group, else all who live in the place that the client is. Where it is not sure that "alle"
    makes Dutch of it, and where client or group is of everybody, it is the country.

    Examples
    --------
    >>> name_gebied(Instellingen(doelgroep=("reizigers met een pas", "ouders")))
    'alle reizigers met een pas en ouders'
    >>> name_gebied(Instellingen(opdrachtgever="Gemeente Zutphen")), name_gebied(Instellingen(doelgroep=("het MKB",)))
    ('alle inwoners van de gemeente Zutphen', 'heel Nederland')
    """
    groepen = [" ".join(groep.split()) for groep in instellingen.doelgroep if groep.strip()]
    if groepen and not any(groep.casefold() == _ALGEMEEN for groep in groepen):
        return _name_groepen(groepen)
    wie = " ".join(instellingen.opdrachtgever.split())
    plaats = _GEBIED.fullmatch(wie)
    if plaats is None or _ONDERDEEL.search(wie):
        return LAND
    soort = plaats[1].lower()
    return f"alle inwoners van {'het' if soort in _HET else 'de'} {soort} {plaats[2]}"


def _name_groepen(groepen: list[str]) -> str:
    """Return all of the groups where each is a plain plural, or one that says so itself; else the country."""
    kaal = [_spell(groep) for groep in groepen]
    if all(_is_meervoud(groep) for groep in kaal):
        return f"alle {join_woorden(kaal)}"
    [eerste, *rest] = kaal
    return eerste if not rest and _says_allen(eerste) else LAND


def _says_allen(groep: str) -> bool:
    """Return whether a group already begins with everybody, or with all of a plain plural."""
    kop, _, rest = groep.partition(" ")
    if kop == "alle":
        return _is_meervoud(rest)
    return kop == "iedereen" and not re.search(r"[,;:/()?]", rest)


def _spell(groep: str) -> str:
    """Return a group as it stands inside a sentence: no capital for a common word, "de gemeente" before a name."""
    vooraan = re.match(r"(?:Alle|Iedereen|De|Het|Een)\b", groep) or _HOOFDLETTER.match(groep)
    groep = groep[0].lower() + groep[1:] if vooraan else groep
    return _GEMEENTE.sub("de gemeente ", groep)


def _is_meervoud(groep: str) -> bool:
    """Return whether a group is a plural to which "alle" may be put.

    Examples
    --------
    >>> _is_meervoud("jonge ouders"), _is_meervoud("65-plussers"), _is_meervoud("het onderwijs"), _is_meervoud("MKB")
    (True, True, False, False)
    >>> _is_meervoud("bewoners van Molenwijk, De Hoeven en Stationskwartier"), _is_meervoud("ouders, MKB en bewoners")
    (True, False)
    """
    groep = _PLAATSEN.sub("van hier", groep)
    kop = _KOP.split(groep)[0].split()
    naam = groep[:1].isupper() and not groep[:2].isupper()
    if not kop or naam or _LIDWOORD.match(groep) or re.search(r"[,;:/()?]", groep):
        return False
    return bool(_MEERVOUD.fullmatch(kop[-1])) and not _ENKELVOUD.fullmatch(kop[-1])
