"""Whether anybody who took part may be laid beside the population, and if not, why."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from burgerdata.activiteitnamen import add_lidwoord, name_activiteiten
from burgerdata.analysis.kenmerknamen import name_kenmerk
from burgerdata.getallen import join_woorden
from burgerdata.traject import Traject

KLANTEN = "klantbestand"
"""The way of recruiting whose people have a population of their own."""
_GROEP = re.compile(
    r"klant(?:en)?\b|cli[eë]nt(?:en)?\b|pati[eë]nt(?:en)?\b|gebruikers?\b|reizigers?\b|(?<!huis)houders?\b|abonnees?\b|bezoekers?\b|"
    r"(?<!ver)huurders?\b|(?:aanvrag|ontvang|meld|aangev)ers?\b|leerling(?:en)?\b|student(?:en)?\b|cursist(?:en)?\b|"
    r"slachtoffers?\b|donateurs?\b|(?:bijstands|uitkerings)gerechtigden\b|woningzoekenden\b|"
    r"\b(?:club|bonds|verenigings)?leden\b(?! (?:van|uit) (?:een |het |de )?(?:huishoud|gezin))|"
    r"\bmet een (?:\S+ )?\S*(?:pas|kaart|abonnement|indicatie|uitkering|voorziening|vergunning|rijbewijs|account)\b",
    re.IGNORECASE,
)
"""What people are called who use something; everybody who lives somewhere is called otherwise."""
_GEEN_GROEP = re.compile(r"\b(?:niet|geen|zonder)[- ]\w+", re.IGNORECASE)
_ALGEMEEN = re.compile(
    r"algeme|in(?:ge)?woner|inwonend|ingezeten|bewoner|bevolking|nederland|volwassen|huishoud|gezin|burger|iedereen|allen?$|alle$|"
    r"mens|perso[on]+|mannen|vrouwen|jaar|jarig|ouder|jonger$|plusser|kiezer|(?:stem|kies)gerechtigd|totaal|gemeente|provincie|"
    r"regio|stad|wijk|buurt|dorp|land|opgegeven",
    re.IGNORECASE,
)
"""Words of a target group that are as true of everybody who lives somewhere, and words of places."""
_WOORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_KOP = re.compile(r"\b(?:met|zonder|die|dat|van|vanaf|tot|in|uit|te|binnen|rond|bij|op|aan|en|of)\b|[,(:;]")
"""Where what a target group is called ends, and what tells it apart begins."""


def has_eigen_populatie(traject: Traject, variabele: str) -> bool:
    """Return whether the margins of a trait are of the customers themselves, as their ``populatie`` says.

    Customers are no cross-section of who lives somewhere; figures about pass holders or clients are about them.
    """
    marges = traject.marges[traject.marges["variabele"].astype("str").eq(variabele)]
    namen = marges["populatie"].astype("str").fillna("").unique()
    klanten = traject.activiteiten[traject.activiteiten["werving"].eq(KLANTEN).fillna(False).astype("bool")]
    doelgroepen = list(traject.instellingen.doelgroep)
    if "doelgroep" in klanten:
        doelgroepen.extend(klanten["doelgroep"].dropna().astype("str"))
    return len(namen) > 0 and all(_is_groep(str(naam), doelgroepen) for naam in namen)


def _is_groep(populatie: str, doelgroepen: Iterable[str] = ()) -> bool:
    """Return whether a text speaks of people who use something, or names one of the target groups.

    A place, an age or a sex is no group: those are of everybody who lives there.

    Examples
    --------
    >>> _is_groep("Nederlandse pashouders"), _is_groep("gemeente Zutphen"), _is_groep("18 jaar en ouder in Twente")
    (True, False, False)
    >>> _is_groep("mantelzorgers in Ede", ["Mantelzorgers en hun naasten"]), _is_groep("inwoners van Ede", ["inwoners van Ede"])
    (True, False)
    """
    tekst = _GEEN_GROEP.sub(" ", unicodedata.normalize("NFC", populatie))
    woorden = set(_WOORD.findall(tekst.casefold()))
    genoemd = (_list_eigen(unicodedata.normalize("NFC", groep)) for groep in doelgroepen)
    return bool(_GROEP.search(tekst)) or any(eigen and eigen <= woorden for eigen in genoemd)


def _list_eigen(doelgroep: str) -> set[str]:
    """Return the words that a text must have to be about a target group: what it is called, else all that tells it apart.

    A name with a capital is a place: figures of a place are of everybody in it.

    Examples
    --------
    >>> _list_eigen("jonge mantelzorgers in Ede"), sorted(_list_eigen("mensen met een laag inkomen")), _list_eigen("gemeente Ede")
    ({'mantelzorgers'}, ['inkomen', 'laag'], set())
    """
    kop = _KOP.split(doelgroep)[0].split()
    naam = len(kop) > 1 and kop[-1][0].isupper()
    if kop and not naam and len(kop[-1]) > 3 and not _ALGEMEEN.search(kop[-1]):
        return {kop[-1].casefold()}
    rest = [woord for woord in _WOORD.findall(doelgroep) if woord.islower()]
    return {woord for woord in rest if len(woord) > 3 and not _ALGEMEEN.search(woord)}


def state_onvergelijkbaar(traject: Traject, geheel: Traject | None = None) -> str:
    """Return why no activity can be compared with the population, as a clause; empty where one can.

    ``geheel`` is the whole traject where this is a part of it: it knows what traits are called.

    There are no margins, no activity knows a trait of them, or those that do are of customers.

    Examples
    --------
    >>> from burgerdata.analysis.example import make_example
    >>> state_onvergelijkbaar(make_example())
    'er zijn geen bevolkingscijfers opgegeven (marges.xlsx)'
    """
    kenmerken = list(dict.fromkeys(traject.marges["variabele"].astype("str")))
    if not kenmerken:
        return "er zijn geen bevolkingscijfers opgegeven (marges.xlsx)"
    vragen, activiteiten = traject.vragen, traject.activiteiten
    kent = vragen[vragen["rol"].eq("kenmerk") & vragen["vraag_id"].isin(kenmerken)]["activiteit_id"]
    kennen = activiteiten[activiteiten["activiteit_id"].isin(kent)]
    # columns of several surveys may be called alike: a reader sees one trait
    genoemd = join_woorden(
        list(dict.fromkeys(f"‘{name_kenmerk(geheel or traject, naam)}’" for naam in kenmerken))
    )
    if kennen.empty:
        return f"geen activiteit heeft een kenmerk dat zo heet als in marges.xlsx ({genoemd})"
    eigen = any(has_eigen_populatie(traject, naam) for naam in kenmerken if vragen["vraag_id"].eq(naam).any())
    if eigen or kennen["werving"].ne(KLANTEN).fillna(True).any():
        return ""
    namen = name_activiteiten(activiteiten)
    waar = join_woorden([add_lidwoord(namen[str(naam)]) for naam in kennen["activiteit_id"]])
    elders = geheel is not None and not state_onvergelijkbaar(geheel)
    passen = "passen hier alleen bij" if elders else "passen alleen bij"
    return (
        f"de bevolkingscijfers over {genoemd} {passen} {waar}, en wie uit een klantbestand komt, is niet met de "
        "bevolking te vergelijken (gaan de cijfers over de klanten zelf, noem hen dan bij populatie in marges.xlsx)"
    )
