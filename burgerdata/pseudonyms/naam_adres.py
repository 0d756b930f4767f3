"""An address told by the name before it: "mevrouw Jansen (Wiekslag 3)", whatever the street is called."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from burgerdata.pseudonyms.spans import Vondst

_DEEL = r"[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]+(?:['’-][A-ZÀ-ÖØ-Þ]?[a-zß-öø-ÿ]+)*"
_TUSSEN = r"(?:(?:van|de|den|der|het|ten|ter|te|in|op|['’]t) ){0,2}"
_STRAAT = re.compile(
    rf"\s?(?P<haak>\()?(?(haak)|,)\s?(?P<kern>(?:(?:[Dd]e|[Hh]et|['’]t|[Oo]p|[Aa]an|[Ii]n|[Aa]chter) ){{0,2}}"
    rf"(?P<woord>{_DEEL})(?: {_TUSSEN}{_DEEL})? (?:nr\.? |nummer )?(?!(?:19|20)\d\d\b)\d{{1,4}}"
    r"(?:[ -]?[a-zA-Z]|[ -]?(?:hs|huis|bis|[1-9] ?hoog)|-\d{1,3}|-[IVX]{1,4})?)(?=\s*[,;.)\n]|\s*$)"
)
"""One or two words with a capital and the number of a house, in brackets or behind a comma, and nothing behind them."""
_MASKER = re.compile(r"\[naam\]")
_WOORDEN = (
    # months, days
    "jan feb mrt apr mei jun jul aug sep sept okt nov dec januari februari maart april juni juli augustus september"
    " oktober november december maandag dinsdag woensdag donderdag vrijdag zaterdag zondag dag week maand jaar kwartaal"
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
)
_GEEN_STRAAT = frozenset(_WOORDEN.split())
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
        if straat and straat["woord"].casefold() not in _GEEN_STRAAT:
            yield Vondst("adres", *straat.span("kern"))
