"""Which column of a table of messages or signals is what, told from its header."""

from __future__ import annotations

import re
from collections.abc import Sequence

from burgerdata.instruments.bericht_categorieen import is_signaalsoort

_HOW_MANY = r"(?:aantal |num(?:ber[ _]of)?[ _]?|total[ _]?)"
_ROLES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "bericht_id",
        re.compile(
            r"(?:bericht|post|reactie|message|comment|klacht|melding|signaal)[ _-]?(?:id|nr|nummer)"
            r"|(?:zaak|dossier|meld|meldings|registratie|ticket|incident|contact)[ _-]?(?:id|nr\.?|nummer)"
        ),
    ),
    (
        "antwoord_op",
        re.compile(
            r"(?:antwoord|reactie|reply|in antwoord) ?_?(?:op|to)(?:[ _](?:bericht|post|id|nr|nummer))*|ouder(?:[ _]?id)?"
            r"|parent(?:[ _]?(?:post|comment))?(?:[ _]?id)?|reply[ _]to(?:[ _]id)?|in[ _]reply[ _]to"
        ),
    ),
    (
        "bericht",
        re.compile(
            r"(?:het )?bericht(?:tekst)?|reactie|post(?:tekst)?|tekst|inhoud|bijdrage|comment|message|body|text|description|question text"
            r"|(?:tekst|inhoud) (?:van )?(?:de |het )?(?:bericht|bijdrage|reactie|post)|(?:bijdrage|reactie)tekst"
        ),
    ),
    (
        "persoon",
        re.compile(
            r"(?:pseudoniem|pseudonym|deelnemer|gebruiker|auteur|schrijver|afzender|author|user|lid|poster|klant|melder|klager)"
            r"(?:s?[ _-]?(?:id|nr|nummer|code|naam|name))?|(?:geplaatst|geschreven|gepost) door|naam|nickname|alias|account(?:naam)?|screen ?name|naam (?:van )?(?:de )?(?:klager|melder|indiener|afzender|auteur|schrijver|klant|inwoner|burger|gebruiker|deelnemer)"
        ),
    ),
    (
        "tijdstip",
        re.compile(
            r"tijdstip|datum (?:en|/) tijd|datum/tijd|geplaatst(?: op)?|gepost(?: op)?|verzonden(?: op)?|posted(?: (?:on|at))?|published(?: (?:on|at))?|sent(?: at)?|created(?:[ _]at)?|timestamp|date ?time|ontvangen op"
        ),
    ),
    (
        "datum",
        re.compile(
            r"(?:ontvangst|meld|klacht|plaatsings|contact)?datum(?: ontvangst| melding| klacht| contact)?|dag|date|ontvangen"
        ),
    ),
    ("tijd", re.compile(r"tijd|uur|time")),
    ("taak", re.compile(r"(?:taak|opdracht|task|vraag)(?: ?\d*)?(?:naam)?")),
    ("onderwerp", re.compile(r"onderwerp|titel|title|draad|thread|topic|subject|gesprek|discussie")),
    ("organisatie", re.compile(r"organisatie|bedrijf|namens(?: organisatie)?|organi[sz]ation|company")),
    ("rol", re.compile(r"rol|role|soort deelnemer|type (?:deelnemer|melder|klager)")),
    ("kanaal", re.compile(r"kanaal|channel|binnengekomen via|via|contactwijze|ingang")),
    ("groep", re.compile(r"groep|group|ruimte|room|forum")),
    (
        "likes",
        re.compile(
            rf"{_HOW_MANY}?(?:likes?|duim(?:pje)?s?(?: omhoog)?|upvotes|vind[- ]ik[- ]leuks?|hartjes)"
        ),
    ),
    (
        "steun",
        re.compile(
            rf"{_HOW_MANY}?(?:steun(?:betuigingen)?|supports?|endorsements?|handtekeningen|signatures)"
        ),
    ),
    (
        "reacties",
        re.compile(rf"{_HOW_MANY}(?:reacties|antwoorden|comments|replies)|(?:reply|comment)[ _]count"),
    ),
    ("dislikes", re.compile(rf"{_HOW_MANY}?(?:dislikes?|duim(?:pje)?s? omlaag|downvotes)")),
    ("stemmen", re.compile(rf"{_HOW_MANY}?(?:stemmen|votes)")),
)
_IN_FIELD = re.compile(
    r"(?P<veld>[^/]+)/(?:id|name|naam|username|nickname|pseudoniem|pseudonym|count|aantal|text|tekst)"
)
"""A field in a field, as JSON has them: "author/pseudonym" says who the author is."""
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")
"""Where a word begins in a header such as "createdAt"."""
_NUMBER = re.compile(r"id|nr\.?|nummer|#", re.IGNORECASE)
_POLL = re.compile(r"(?:poll|peiling)\b.*")
_SIGNAL_TEXT = re.compile(
    r"(?:omschrijving|beschrijving|inhoud|tekst)(?: (?:van )?(?:de |het )?(?:klacht|melding|signaal|probleem))?"
    r"|(?:klacht|melding|signaal)(?:tekst|omschrijving)?|toelichting|citaat|wat is er aan de hand\??"
    r"|samenvatting(?: (?:van )?(?:het |de )?(?:contact|gesprek|klacht|melding))?"
)
_SIGNAL = re.compile(
    r".*\b(?:klacht|klager|melding|melder|signaal|(?:zaak|meld)[ _-]?(?:nummer|nr)|kanaal|contactwijze)\w*|.*binnengekomen via"
)

_REASON = re.compile(
    r"contact[ -]?(?:reden|onderwerp|soort|type|categorie)|(?:reden|onderwerp|soort) (?:van )?(?:het )?contact|belreden"
)
"""Why somebody called, as an office notes it."""
_ASKED = re.compile(r".*\?|.*(?:cijfer|tevreden|oordeel|score|\bnps\b).*|.*\b(?:u|uw)\b.*")
"""What people were asked: why they called stands in a survey after a contact as well."""


def guess_berichtkolommen(koppen: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Return role → columns for the headers that say clearly what they are; the rest is left to the analyst.

    Examples
    --------
    >>> guess_berichtkolommen(["Taak", "Bericht-ID", "Antwoord op", "Pseudoniem", "Tijdstip", "Bericht", "Likes"])
    {'taak': ('Taak',), 'bericht_id': ('Bericht-ID',), 'antwoord_op': ('Antwoord op',), 'persoon': ('Pseudoniem',), ...}
    >>> guess_berichtkolommen(["parent/id", "author/pseudonym", "body/text"])
    {'antwoord_op': ('parent/id',), 'persoon': ('author/pseudonym',), 'bericht': ('body/text',)}
    """
    gevonden = _match_roles(koppen)
    bezet = {kop for koppen_ in gevonden.values() for kop in koppen_}
    nummer = next((kop for kop in koppen if kop not in bezet and _NUMBER.fullmatch(kop.strip())), "")
    if nummer and "bericht_id" not in gevonden and {"persoon", "bericht"} <= set(gevonden):
        gevonden["bericht_id"] = (nummer,)
    return gevonden


def _match_roles(koppen: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Return role → columns for headers that are clear by themselves: a bare "ID" may as well be that of a person."""
    gevonden: dict[str, tuple[str, ...]] = {}
    for kop in koppen:
        kaal = " ".join(_CAMEL.sub(" ", kop).split()).casefold()
        veld = _IN_FIELD.fullmatch(kaal)
        namen = (kaal, kaal.replace("/", " "), *([veld.group("veld")] if veld else []))
        vrij = ((rol, patroon) for rol, patroon in _ROLES if rol not in gevonden)
        rol = next((rol for rol, patroon in vrij if any(map(patroon.fullmatch, namen))), "")
        if rol:
            gevonden[rol] = (kop,)
        elif _POLL.fullmatch(kaal):
            gevonden["poll"] = (*gevonden.get("poll", ()), kop)
    return gevonden


_CONTACT = re.compile(
    r"(?:contact(?:moment)?s?|zaak|dossier|casus|meld(?:ing)?s?|registratie|klacht)[ _-]?(?:id|nr\.?|nummer)"
)
_NOTE = re.compile(
    r"(?:contact|gespreks?)?(?:notitie|aantekening)(?:en|s)?"
    r"(?:[ _](?:van )?(?:de |het )?(?:medewerker|behandelaar|balie|baliemedewerker|telefonist|loket|kcc|klantcontact)\w*)?"
    r"|(?:contact|gespreks?)verslag"
)


def guess_signaalkolommen(koppen: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Return role → columns of a list of signals: as those of messages, with what a complaint is called.

    Examples
    --------
    >>> guess_signaalkolommen(["Datum", "Kanaal", "Klacht", "Klantnummer"])
    {'datum': ('Datum',), 'kanaal': ('Kanaal',), 'persoon': ('Klantnummer',), 'bericht': ('Klacht',)}
    >>> guess_signaalkolommen(["Datum", "Categorie", "Omschrijving"])["kenmerk"]
    ('Categorie',)
    """
    gevonden = guess_berichtkolommen(koppen)
    bezet = {kop for koppen_ in gevonden.values() for kop in koppen_}
    patronen = (_SIGNAL_TEXT, _NOTE) if _holds_contacten(koppen) else (_SIGNAL_TEXT,)
    vrij = [kop for kop in koppen if kop not in bezet]
    tekst = [kop for patroon in patronen for kop in vrij if patroon.fullmatch(_bare(kop))]
    if "bericht" not in gevonden and tekst:
        gevonden["bericht"] = (tekst[0],)
    if soorten := tuple(kop for kop in koppen if kop not in bezet and is_signaalsoort(kop)):
        gevonden["kenmerk"] = soorten
    return gevonden


def looks_like_berichten(koppen: Sequence[str]) -> bool:
    """Return whether these are the headers of a forum: a text, who wrote it, and what belongs to messages only.

    Examples
    --------
    >>> looks_like_berichten(["Bericht", "Auteur", "Geplaatst op", "Likes"])
    True
    >>> looks_like_berichten(["resp_id", "datum", "q1. Wat vindt u?"])
    False
    """
    rollen = set(_match_roles(koppen))
    eigen = rollen & {"antwoord_op", "likes", "bericht_id", "onderwerp", "taak", "reacties"}
    if {"bericht", "bericht_id", "antwoord_op"} <= rollen:
        return True  # who wrote them was left out, and still they answer each other
    return (
        {"bericht", "persoon"} <= rollen and bool(eigen) and len(eigen | rollen & {"tijdstip", "datum"}) > 1
    )


def holds_replies(koppen: Sequence[str]) -> bool:
    """Return whether these headers are of people who answer each other, which whoever sends a signal does not.

    Examples
    --------
    >>> holds_replies(["Bericht", "Likes"]), holds_replies(["Signaalnummer", "Bericht", "Kanaal"])
    (True, False)
    """
    return bool(set(_match_roles(koppen)) & {"antwoord_op", "likes", "taak", "reacties"})


def _bare(kop: str) -> str:
    return " ".join(kop.split()).casefold()


def _holds_contacten(koppen: Sequence[str]) -> bool:
    """Return whether each row has the number of a case or contact, which notes of a table or evening have not."""
    return any(_CONTACT.fullmatch(_bare(kop)) for kop in koppen)


def looks_like_contacten(koppen: Sequence[str]) -> bool:
    """Return whether these are the headers of what an office noted of each contact: a number of it, a day and a note.

    Examples
    --------
    >>> looks_like_contacten(["contactid", "datum", "onderwerp", "notitie"]), looks_like_contacten(["ronde", "onderwerp", "notitie"])
    (True, False)
    """
    rollen = set(guess_signaalkolommen(koppen))
    genoteerd = any(_NOTE.fullmatch(_bare(kop)) for kop in koppen)
    return (
        genoteerd
        and _holds_contacten(koppen)
        and "bericht" in rollen
        and bool(rollen & {"datum", "tijdstip"})
    )


def looks_like_signalen(koppen: Sequence[str]) -> bool:
    """Return whether these are the headers of a list of signals: a date, a text, and a word for complaint, channel or reason.

    Examples
    --------
    >>> looks_like_signalen(["Datum", "Kanaal", "Omschrijving klacht"])
    True
    >>> looks_like_signalen(["Nummer", "Datum", "Contactreden", "Toelichting"])
    True
    >>> looks_like_signalen(["Datum", "Locatie", "Omschrijving"])
    False
    """
    rollen = set(guess_signaalkolommen(koppen))
    genoemd = any(_SIGNAL.fullmatch(_bare(kop)) for kop in koppen) or looks_like_contacten(koppen)
    genoemd |= _tells_reasons(koppen)
    return genoemd and "bericht" in rollen and bool(rollen & {"datum", "tijdstip"})


def _tells_reasons(koppen: Sequence[str]) -> bool:
    """Return whether these headers tell why people called, of numbered rows in which nobody was asked anything."""
    kaal = [_bare(kop) for kop in koppen]
    genummerd = _holds_contacten(koppen) or any(map(_NUMBER.fullmatch, kaal))
    return genummerd and any(map(_REASON.fullmatch, kaal)) and not any(map(_ASKED.fullmatch, kaal))
