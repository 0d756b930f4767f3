"""Which headers ask for a person who took part, and which for what people think of; and cells written as names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from burgerdata.pseudonyms.written_names import has_known_surname, rate_name

_WIE = re.compile(
    r"\b(?:wie|who|leraar|lerares|docente?|(?:huis)?arts|medewerk(?:st)?er|hulpverlener|wijkagente?|voorzitter|bestuurslid|contact\w*|begeleid(?:st)?er|coach|mentor|teacher)\b"
    r"|^\W*(?:leerling|ouder|kind|lid|deelnemer|bewoner|vrijwilliger)\b",
    re.IGNORECASE,
)
"""Words of a header that asks for somebody of an institution."""
_DEELNEMER = re.compile(
    r"(?:de |het )?(?:(?:panel)?lid|stemmer|kiezer|deelneemster|deelnemer|meld(?:st)?er|indien(?:st)?er|inzend(?:st)?er|aanvrager|invuller"
    r"|bewoner|inwoner|burger|ouder|moeder|vader|verzorger|leerling|scholier|student|kind|vrijwilliger|klant|cli[eë]nt|pati[eë]nt"
    r"|bezoek(?:st)?er|huurder|persoon|voter|participant|resident|citizen|person|child|parent|pupil)[ _-]?(?:naam|name)?[ _-]?\d{0,2}"
    r"|(?:ingediend|gemeld|ingevuld|aangemeld|ingestuurd|ingezonden) door|(?:submitted|reported|created) by",
    re.IGNORECASE,
)
"""A header that is nothing but a word for somebody who took part."""
_HOUDER = re.compile(
    r"(?:door )?wie(?: (?:is|doet|pakt|gaat|voert|regelt)\b.{0,40})?|(?:(?:actie|punt|proces|taak)[- ]?)?(?:houder|eigenaar|trekker|behandelaar|uitvoerder)"
    r"|verantwoordelijke?(?: .{0,40})?|portefeuillehouder|aanspreekpunt|owner|responsible",
    re.IGNORECASE,
)
"""A header of who does what was decided: an office, or somebody by name."""
_VRAAG_NAAR = re.compile(
    r"\W*(?:welke?|wat|waar(?:om|voor|aan|door|mee|in|op|naar|bij|over|van)?|which|what|where)\b",
    re.IGNORECASE,
)
_MENS = (
    r"(?:(?:be|in)wo(?:ner|onster)|omwonende|burger|genoo?te?|lid|(?<!ge)(?<!over)leden|coach|trainer|agente?|vrijwillig(?:st)?er|(?:mede)?werk(?:st)?er"
    r"|(?:be)?leid(?:st)?er|lera(?:ar|res|ren)|docente?|meester|juf|directeur|directrice|voorzitter|secretaris|sleutelfigu(?:ur|ren)|klant|bezoek(?:st)?er|ganger|eigena(?:ar|ren)"
    r"|ondernemer|houd(?:st)?er|beheerder|vervanger|ambtena(?:ar|ren)|contactperso(?:on|nen)|arts|verpleegkundige|zuster|broe[dr]er|broer|zus(?:sen)?"
    r"|moeder|vader|ouder|kind(?:eren)?|gezin(?:nen)?|familie|mensen|buren|buur(?:man|vrouw)|vriend|partner|collega|jongere|oudere|leerling|scholier"
    r"|student|deelne(?:e)?m(?:st)?er|aanwezige|mantelzorger|hulpverlener|helper|bemiddelaar|verbinder|ambassadeur|(?:wijk|buurt)regisseur|wachter"
    r"|manager|adviseur|consulent|portier|conci[eë]rge"
    r"|child(?:ren)?|neighbou?r|colleague|friend|member|resident|volunteer|teacher)(?:s|n|en|es|['’]s|in|innen|nen|fen)?\b"
)
"""What the word for somebody ends in: of a compound the end says what it is, so "wijkbewoners" are no wijk."""
_IS_MENS = re.compile(rf"\w*{_MENS}", re.IGNORECASE)
_BEWIJS = re.compile(
    r"\W*(?:waar|where)\b|.*(?:histori|geschiedenis|history|inspire|beroemd|famous)"
    rf"|\W*\w+\b(?:(?!\b(?:uit|in|op|bij|met|voor|die|dat|from|at|with)\b).)*?\b(?:(?!\w*{_MENS})\w*?"
    r"(?:gebouw|building|huis\b|huizen|plek|plaats|locatie|straat|straten|plein|park|laan\b|brug|buurt|wijk|dorp|stad|monument|beeld\b"
    r"|winkel|markt\b|school|college|museum|kerk|theater|bibliotheek|sport|club|vereniging|stichting|organisatie|bedrij|instelling|partij"
    r"|halte|route|boom|bomen|boek|film|lied\b|muziek|merk|product|voorstel|onderwerp|thema)"
    r"|\w*?(?:bestuurder|burgemeester|wethouder|minister|president|koning|politic|raadslid|raadsleden|kandidaat|lijsttrekker|partijleider|candidate|mayor"
    r"|schrijver|auteur|author|kunstenaar|artiest|artist|zanger|sporter|held\b|helden|hero\b|bekende (?:persoon|nederlander|mens)))",
    re.IGNORECASE | re.DOTALL,
)
"""A question for a place, a thing or somebody whom everyone knows; "welke mensen uit uw buurt" asks for none of these."""
_OVER_U = re.compile(
    r"\b(?:we|wij|ik)\s+(?:u|jou|je|jullie)\b|\b(?:aan(?:ge)?spr[eo]ken|vermeld(?:en)?|genoemd|bereik(?:en|baar))\b|\b(?:call|address|mention) you\b",
    re.IGNORECASE,
)
"""What asks how who answers is to be called."""
_NAAMVRAAG = re.compile(r"na(?:am|men)\b|\bnames?\b|\bhe(?:et|ten)\b", re.IGNORECASE)
_BIJ = r"(?:(?:bij|met|door|aan|van|naar|voor|over|op|tot)\s+)?"
_EIGEN = re.compile(
    rf"(?!.*(?:histori|geschiedenis|history|beroemd|famous))\W*{_BIJ}(?:welke?|what|which)\s+"
    r"(?:(?:van|of|other|uw|your|club|school|community|neighbou?rhood|vier|vijf|\d+|\w+e)\s+){0,3}"
    rf"(?!\w*(?:burgemeester|partijleider|raadsl(?:id|eden)|wethouder|bestuurder))\w*{_MENS}",
    re.IGNORECASE | re.DOTALL,
)
"""A question for somebody near to who answers; others are known to everyone."""
_WIE_BIJ_U = re.compile(
    rf"\W*{_BIJ}wie(?:ns)?\b(?=.{{0,80}}\b(?:u|uw|je|jou|jouw|jullie)\b)"
    r"(?!.*(?:\bstem|burgemeester|wethouder|minister|president|partij|raadsl|kandidaat|lijsttrekker|ontmoeten|dood|levend|geschiedenis|histori))",
    re.IGNORECASE | re.DOTALL,
)
"""A question that asks for somebody around who answers: "Wie hielp u?"."""
_BEWONDERD = re.compile(
    r"\b(?:inspire|bewonder|verdien|favoriet|be(?:st|kend)|admire|deserve|favou?rite)", re.IGNORECASE
)
"""What many say of the same few whom everyone knows."""
_NEARLY, _MOSTLY = 0.9, 0.6
"""The least share of cells written as a name, under any header and under a word for people."""


def asks_somebody(header: str) -> bool:
    """Return whether a header asks for somebody, of an institution perhaps: "Wie is uw arts?".

    Examples
    --------
    >>> asks_somebody("Leerling basisschool"), asks_somebody("Welke basisschool?")
    (True, False)
    """
    return bool(_WIE.search(header))


def names_participant(header: str) -> bool:
    """Return whether a header is nothing but a word for who took part, who may have several rows.

    Examples
    --------
    >>> names_participant("Stemmer"), names_participant("Ingediend door:"), names_participant("Beste minister")
    (True, True, False)
    """
    return bool(_DEELNEMER.fullmatch(header.strip(" *:?")))


def asks_owner(header: str) -> bool:
    """Return whether a header asks who does something: an office, or somebody by name.

    Examples
    --------
    >>> asks_owner("Wie?"), asks_owner("Actiehouder"), asks_owner("Wie hielp u?")
    (True, True, False)
    """
    return bool(_HOUDER.fullmatch(header.strip(" *:?")))


def asks_answer(header: str) -> bool:
    """Return whether a header asks for a thing, or for somebody whom everyone may name, and not for who answers.

    A word for a building, a place or a public person must say so: "Hoe kunnen we u aanspreken?" asks for a name.

    Examples
    --------
    >>> asks_answer("Welke bestuurder inspireert u?"), asks_answer("Welke arts hielp u?"), asks_answer("Hoe heet u?")
    (True, False, False)
    """
    iemand = (
        asks_somebody(header) or _NAAMVRAAG.search(header) or asks_people(header) or _OVER_U.search(header)
    )
    return bool(_VRAAG_NAAR.match(header) and _BEWIJS.match(header)) and not iemand


def asks_people(header: str) -> bool:
    """Return whether a header asks which people, of a place or an institution perhaps, and not which place.

    Examples
    --------
    >>> asks_people("Welke wijkbewoners doen mee?"), asks_people("Welke wijk?"), asks_people("Welke kinderboerderij?")
    (True, False, False)
    """
    return bool(_EIGEN.match(header))


def asks_acquaintance(header: str) -> bool:
    """Return whether a header asks which people around who answers, and not whom many admire.

    Examples
    --------
    >>> asks_acquaintance("Bij welke buren komt u?"), asks_acquaintance("Wie hielp u?")
    (True, True)
    >>> asks_acquaintance("Welke leider bewondert u?"), asks_acquaintance("Op wie stemt u?")
    (False, False)
    """
    return bool(asks_people(header) or _WIE_BIJ_U.match(header)) and not _BEWONDERD.search(header)


def is_person_word(woord: str) -> bool:
    """Return whether one word is a word for somebody: of a compound the end tells.

    Examples
    --------
    >>> is_person_word("Wijkagent"), is_person_word("Wijk"), is_person_word("Buurthuis")
    (True, False, False)
    """
    return bool(_IS_MENS.fullmatch(woord))


def are_written_as_names(cellen: Sequence[str], *, van_deelnemers: bool) -> bool:
    """Return whether nearly all cells are written as a name, and half are surely one; under a word for people more may be.

    Where every initial is another one ("A. Fietspad", "B. Speeltuin") it may be a letter before an item of a list.
    """
    soorten = [(cel, rate_name(cel)) for cel in cellen]
    letters = [cel[0] for cel, soort in soorten if soort == "voorletters"]
    herhaald = len({*letters}) < len(letters)
    genoeg: set[str] = {"zeker", "voornaam", "mogelijk", "voorletters"} if van_deelnemers else {"zeker"}
    zeker = sum(
        soort in genoeg or (soort == "voorletters" and (herhaald or has_known_surname(cel)))
        for cel, soort in soorten
    )
    geschreven = sum(bool(soort) and (van_deelnemers or soort != "voornaam") for _, soort in soorten)
    return geschreven >= (_MOSTLY if van_deelnemers else _NEARLY) * len(cellen) and 2 * zeker >= len(cellen)
