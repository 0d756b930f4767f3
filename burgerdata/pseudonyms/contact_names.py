"""Names that no list has, told by the way to reach somebody: a word for calling before them, a number or address beside.

The finding of names knows first names and surnames; "Bel gerust: Harmke Zijlsterveen" has neither on a list. Here two
words with a capital are a name by their place alone, unless one of them says that it is a place or an organisation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from burgerdata.pseudonyms.known_names import in_dictionary
from burgerdata.pseudonyms.namenlijsten import IDIOMEN, Namenlijsten, load_namenlijsten
from burgerdata.pseudonyms.spans import Vondst

_DEEL = r"[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]+(?:['’-][A-ZÀ-ÖØ-Þ]?[a-zß-öø-ÿ]+)*"
_TUSSEN = r"(?:(?:[Vv]an|[Dd]en?|[Dd]er|[Tt]e[nr]?|['’]t|[Ee]l|[Bb]en|[Vv]on|[Dd]a|[Dd]i|[Vv]d\.?|[Vv]/[Dd]|[Vv]\.(?: ?[Dd]\.)?) ){0,3}"
_GROOT = r"[A-ZÀ-ÖØ-Þ]{2,}(?:['’-][A-ZÀ-ÖØ-Þ]+)*"
"""A word in capitals throughout."""
_NAAM = (
    rf"(?P<naam>{_DEEL}(?: {_TUSSEN}{_DEEL}){{1,2}}"
    rf"|{_GROOT}(?: (?:{_TUSSEN}|(?:(?:VAN|DEN?|DER|TE[NR]?|['’]T|EL|BEN|VON|DA|DI) ){{0,3}}){_GROOT}){{1,2}})(?![\w@-]|\.\w)"
)
_TUSSENIN = r"(?:\s+(?:mij|me|ons|dan|maar|even|gerust|eens|altijd|graag|op|opnemen|gerne|nu|kan|via|daar|hier|aub|svp))*"
_BEREIK = (
    r"(?:bel|belt|bellen|gebeld|terugbellen|telefoon|mail|mailen|app|appen|contact|contactpersoon|contactgegevens"
    r"|bereikbaar|bereiken|inlichtingen|aanmelden|opgeven|afzender|inzender|indiener|melder)"
)
_BEREIK_WOORD = re.compile(_BEREIK)
_AANWIJZINGEN = (
    re.compile(
        rf"(?i:\b{_BEREIK}{_TUSSENIN}\s*[:,]\s*|\b{_BEREIK}{_TUSSENIN}\s+(?:met|naar|bij)\s+"
        rf"|\b(?:bel|belt|bellen|terugbellen)\s+)(?:(?:naar|met|bij)\s+)?{_NAAM}"
    ),
    re.compile(
        rf"(?i:(?<!\bde )(?<!\been )\b(?:vraag|vragen|gevraagd)(?:\s+u)?{_TUSSENIN}\s+naar\s*[:,]?\s+){_NAAM}"
    ),
    re.compile(
        rf"(?i:\b(?:(?:mijn|m['’]n|onze|haar|zijn) naam(?: is)?|naam|ik heet|ik ben|was getekend|w\.g\.)\s*[:,]\s*){_NAAM}"
    ),
    re.compile(rf"(?i:\b(?:(?:mijn|m['’]n|haar|zijn) naam is|ik heet)\s+){_NAAM}"),
)
_BEREIKBAAR = re.compile(
    rf"(?:^|(?<=[\s(,:;.\"'“‘/-])){_NAAM}[\s,;:(–—|/-]{{0,3}}"
    r"(?i:(?:tel(?:efoon)?(?:nummer|nr)?|t|m|mob(?:iel)?|nr|op|via|e-?mail|mail|e)\b[\s.:]{0,3}){0,2}[+(]?$"
)
_ERACHTER = re.compile(
    rf"\s{{0,2}}[,(–—-]\s{{0,2}}(?:(?i:vraag(?:\s+maar)?\s+)?naar\s+)?{_NAAM}(?=\s*(?:[).,;!?\n]|$))"
)
_ERNAAST = re.compile(rf"\s{{1,2}}{_NAAM}(?=\s*(?:[).,;!?\n]|$))")
"""Behind a number with no sign between: a new sentence begins there as well."""
_MASKER = re.compile(r"\[(?:telefoonnummer|e-mailadres)\]")
_MOGELIJK = re.compile(
    rf"\b{_BEREIK}\b|\bvra(?:ag|gen)\b|\bgevraagd\b|\bnaam\b|\bik (?:heet|ben)\b|getekend|w\.g\.",
    re.IGNORECASE,
)
_FEWEST = 2
_SHORTEST = 4
"""Letters of an unknown word in capitals that may be a first name: "GGD", "UWV" and "KPN" are none."""
_VER = 70
"""More characters before a number hold no name that belongs to it."""
GEEN_MENS = re.compile(
    r"(?:noord|oost|zuid|west|midden|centrum|binnenstad|stad|dorp|wijk|buurt|park|plein|straat|laan|weg|kade|singel|gracht|hof"
    r"|dijk|dreef|pad|brug|haven|station|huis|kantoor|kamer|zaal|hal|school|kerk|winkel|markt|centrale|loket|balie|punt|lijn|desk"
    r"|team|teams|dienst|diensten|service|bureau|beheer|raad|groep|club|vereniging|stichting|fonds|bond|corporatie|cooperatie|coöperatie"
    r"|instituut|bibliotheek|museum|theater|ziekenhuis|zorg|welzijn|werk|werken|wonen|woningen|verhuur|bouw|bedrijf|bedrijven"
    r"|vervoer|taxi|bus|tram|trein|bank|politie|brandweer|handhaving|toezicht|waterstaat|waterschap|gemeente|gemeenten|provincie|provinciehuis"
    r"|afdeling|cluster|sector|domein|directie|secretariaat|receptie|commissie|platform|ministerie|rijk|overheid|nederland|participatie|omgeving|milieu|ruimte|openbare|sociale|sociaal|publieke|algemene"
    r"|zaken|meldpunt|melding|meldingen|site|website|app|online|nieuws|krant|sche|partij|links|democraten|alliantie)s?$",
    re.IGNORECASE,
)
"""What a word of a place, an office or an organisation ends in."""


def find_contact_names(text: str, vondsten: Sequence[Vondst]) -> list[Vondst]:
    """Return two or three words with a capital that are a name by their place: behind "bel", before a telephone number.

    ``vondsten`` are the identifiers of the text; a number or an address that was masked already counts as well. A word
    of a place or an organisation makes it no name.

    Examples
    --------
    >>> tekst = "Bel gerust: Harmke Zijlsterveen, of bel: Wijkteam Zuid"
    >>> [tekst[vondst.begin:vondst.eind] for vondst in find_contact_names(tekst, [])]
    ['Harmke Zijlsterveen']
    """
    namen = (_find_person(match) for match in _list_places(text, vondsten))
    return [naam for naam in namen if naam]


def _list_places(text: str, vondsten: Sequence[Vondst]) -> Iterator[re.Match[str]]:
    if _MOGELIJK.search(text):
        for aanwijzing in _AANWIJZINGEN:
            yield from aanwijzing.finditer(text)
    bereik = [(v.begin, v.eind) for v in vondsten if v.soort in ("telefoon", "email")]
    for begin, eind in [*bereik, *(match.span() for match in _MASKER.finditer(text))]:
        vooraf = _BEREIKBAAR.search(text, max(0, begin - _VER), begin)
        erna = _ERACHTER.match(text, eind) or _ERNAAST.match(text, eind)
        yield from (match for match in (vooraf, erna) if match)


def _find_person(match: re.Match[str]) -> Vondst | None:
    """Return the name without the words that stand before it ("Bel", "Groeten"), None where it is no name of somebody."""
    lijsten = load_namenlijsten()
    vooraan = (
        lijsten.geen_naam | lijsten.aanwijzing_persoon | lijsten.aanwijzing_titel | lijsten.tussenvoegsels
    )
    begin = match.start("naam")
    woorden = [(begin + woord.start(), woord[0].casefold()) for woord in re.finditer(r"\S+", match["naam"])]
    while woorden and (woorden[0][1] in vooraan or _BEREIK_WOORD.fullmatch(woorden[0][1])):
        woorden = woorden[1:]
    delen = [woord for _, woord in woorden if woord not in lijsten.tussenvoegsels]
    if all(_is_ordinary(deel, lijsten) for deel in delen) or any(_is_thing(deel, lijsten) for deel in delen):
        return None
    # "Dank Wopke Hazenberg" ends in the name
    while len(delen) > _FEWEST and woorden[0][1] == delen[0] and _is_ordinary(delen[0], lijsten):
        woorden, delen = woorden[1:], delen[1:]
    if len(delen) < _FEWEST or " ".join(delen) in IDIOMEN:
        return None
    if (match["naam"].isupper() or match.re is _ERNAAST) and _is_office(delen, lijsten):
        return None
    return Vondst("naam", woorden[0][0], match.end("naam"))


def _is_ordinary(woord: str, lijsten: Namenlijsten) -> bool:
    """Return whether a word is an ordinary one, be it a surname too: "Eigen Haard" and "Meer Groen" are called after things."""
    naam = woord in lijsten.voornamen or woord in lijsten.voornaam_onzeker or woord in lijsten.achternamen
    return not naam and in_dictionary(woord)


def _is_office(delen: Sequence[str], lijsten: Namenlijsten) -> bool:
    """Return whether words may be an office or a sentence: an abbreviation or ordinary word in front, or one at the end."""
    voor, achter = delen[0], delen[-1]
    kort = len(voor) < _SHORTEST and voor not in lijsten.voornamen | lijsten.voornaam_onzeker
    gewoon = achter not in lijsten.achternaam_elk and in_dictionary(achter)
    return kort or gewoon or _is_ordinary(voor, lijsten)


def _is_thing(deel: str, lijsten: Namenlijsten) -> bool:
    """Return whether a word is a place, an ordinary word or what an organisation is called."""
    if deel in lijsten.zeker:
        return False
    return deel in lijsten.plaatsnamen or deel in lijsten.geen_naam or bool(GEEN_MENS.search(deel))
