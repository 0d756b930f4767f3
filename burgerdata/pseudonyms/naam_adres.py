"""An address told by the name before it: "mevrouw Jansen (Wiekslag 3)", whatever the street is called."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from burgerdata.pseudonyms.known_names import in_dictionary
from burgerdata.pseudonyms.namenlijsten import load_namenlijsten
from burgerdata.pseudonyms.spans import Vondst
from burgerdata.schema.labels import MAANDWOORD

_DEEL = r"[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]+(?:['’-][A-ZÀ-ÖØ-Þ]?[a-zß-öø-ÿ]+)*"
_TUSSEN = r"(?:(?:van|de|den|der|het|ten|ter|te|in|op|['’]t) ){0,2}"
_PLAATS = rf"(?:te |in )?(?P<plaats>{_DEEL}(?:[ -](?:a/d |aan den? )?{_DEEL}){{0,2}})"
_STRAAT = re.compile(
    rf"(?:(?P<regel>[ ,;]?\s{{0,2}}\n\s?)|\s?(?P<haak>\()?(?(haak)|,)\s?)(?P<kern>(?:(?:[Dd]e|[Hh]et|['’]t|[Oo]p|[Aa]an|[Ii]n|[Aa]chter) ){{0,2}}"
    rf"(?P<woord>{_DEEL})(?: {_TUSSEN}{_DEEL})? (?:(?:huis)?(?:nr\.?|nummer) |no\.? )?(?!(?:19|20)\d\d\b)\d{{1,4}}"
    rf"(?:[ -]?[a-zA-Z](?!\w)|[ -]?(?:hs|huis|bis|[1-9] ?hoog)\b|-\d{{1,3}}|-[IVX]{{1,4}}){{0,2}})(?!\w)"
    rf"(?:(?=[\s,]{{1,3}}{_PLAATS}))?(?P<slot>(?=\s{{0,3}}(?:$|[,;.)\n])))?(?P<code>(?=[\s,]{{1,4}}\d{{4}} ?[A-Z]{{2}}\b))?"
)
"""One or two words with a capital and the number of a house, in brackets, behind a comma or on the next line, and at most a
place behind them."""
_MASKER = re.compile(r"\[naam\]")
_WOORDEN = (
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag dag week maand jaar kwartaal"
    # what is counted at a meeting, in a form or in a report
    " groep subgroep groepje tafel ronde gesprek sessie bijeenkomst avond ochtend middag dialoog interview bezoek meting golf"
    " respondent deelnemer deelneemster spreker panellid lid lijst kandidaat nummer nr team cluster ploeg rol"
    " vraag stelling punt agendapunt voorstel aanbeveling advies motie amendement besluit artikel art lid regel wet wmo"
    " bijlage hoofdstuk paragraaf pagina pag blz tabel figuur dia sheet foto kaart deel versie optie variant scenario"
    " stap fase niveau trede categorie klasse type thema onderwerp taak test vak graad score cijfer stem stemmen code"
    # rooms, transport, districts; what a number says of somebody
    " kamer zaal lokaal ruimte balie loket verdieping etage vleugel gebouw locatie afdeling unit box kavel"
    " lijn bus tram trein metro halte perron spoor wijk buurt zone gebied district regio"
    " leeftijd covid corona zzp vwo havo mbo hbo kind kinderen"
    # roads without houses, clubs, parties, what is bought and what is quoted
    " route ajax psv feyenoord fc sv vv jo top formule agenda perspectief psalm genesis vvd cda pvda pvv groenlinks volt"
    " sprinter intercity boeing airbus brexit windows office excel word teams iphone ipad android samsung nokia galaxy pixel"
    " playstation xbox nintendo tesla volvo mazda peugeot ios"
)
_GEEN_STRAAT = frozenset([*_WOORDEN.split(), *MAANDWOORD.split("|")])
"""Words with a number behind them that are no street; a dictionary cannot tell them from Meidoorn or Wiekslag."""


def find_naam_adressen(text: str, vondsten: Sequence[Vondst]) -> Iterator[Vondst]:
    """Yield the addresses right behind the names among ``vondsten``, and behind a name that was masked already.

    Examples
    --------
    >>> tekst = "mw Ten Hoopen (Wiekslag 3) en Jansen (Kamer 12)"
    >>> [tekst[v.begin:v.eind] for v in find_naam_adressen(tekst, [Vondst("naam", 3, 13), Vondst("naam", 30, 36)])]
    ['Wiekslag 3']
    """
    namen = [vondst.eind for vondst in vondsten if vondst.soort == "naam"]
    for eind in [*namen, *(match.end() for match in _MASKER.finditer(text))]:
        straat = _STRAAT.match(text, eind)
        if straat and _is_adres(straat):
            yield Vondst("adres", *straat.span("kern"))


def _is_adres(straat: re.Match[str]) -> bool:
    """Return whether words with a number are an address; on a line of its own a postcode, a place or a strange word tells."""
    woord = straat["woord"].casefold()
    if woord in _GEEN_STRAAT or (in_dictionary(woord, taal="en") and not in_dictionary(woord)):
        return False
    achter = straat["plaats"] or ""
    plaatsen = load_namenlijsten().plaatsnamen
    plaats = achter.startswith("Den ") or any(deel.casefold() in plaatsen for deel in achter.split())
    if straat["slot"] is None and not plaats:
        return False
    return straat["regel"] is None or straat["code"] is not None or plaats or not in_dictionary(woord)
