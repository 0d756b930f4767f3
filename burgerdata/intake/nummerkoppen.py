"""Headers of the number by which a file knows a person, a record or a row.

What any reader takes for such a header stands here. Where a table is of one kind its own module says which more it has:
long tables, sheets of one workbook, and every code of a thing (``instruments/kinds.py``).
"""

from __future__ import annotations

import re

RECORDKOPPEN = (
    "respondentid",
    "respondent",
    "respondentnummer",
    "respondentnr",
    "respnr",
    "respnummer",
    "resprespondentid",
    "responsid",
    "responseid",
    "responsenr",
    "deelnemernummer",
    "deelnemerid",
    "deelnemernr",
    "casenr",
    "caseid",
    "uuid",
    "id",
    "volgnummer",
    "volgnr",
    "nummer",
    "nr",
)
"""Folded headers of what numbers the records of a source, the surest first: ids are made of them, so the order stays."""
SPREKERKOPPEN = (
    "spreker",
    "speaker",
    "sprekercode",
    "deelnemer",
    "deelnemercode",
    "code",
    "respondent",
    "nr",
    "nummer",
    "id",
    "naam",
    "naam deelnemer",
    "deelnemernr",
    "deelnemernummer",
    "volgnr",
    "volgnummer",
    "voornaam",
    "roepnaam",
)
"""Headers of the label by which a list of participants knows somebody, the surest first."""
NAAMKOPPEN = ("naam", "naam deelnemer", "voornaam", "roepnaam", "spreker", "speaker", "deelnemer")
"""Those of them that may head names."""
KALE_KOPPEN = ("nr", "nummer", "id", "volgnr", "volgnummer")
"""Headers of a number that may be that of a row: a sign of who it is on sheets of one workbook alone."""
WIEKOPPEN = (*KALE_KOPPEN, "code", "naam", "naam deelnemer", "deelnemernaam", "deelnemercode", "codenaam")
"""Headers below which two sheets may know the same people, beside those of ``is_person_header``."""
_RIJ = frozenset(
    "volgnr volgnummer rij rijnr rijnummer regel regelnummer index record".split()  # noqa: SIM905
)
"""Folded headers of what counts the rows of a file, which is the number of a person only where the answers have it too."""
_WIE = (
    r"(?:resp\w*|deelne(?:mer|emster)\w*|panel\w*|leden|lid|lidmaatschap\w*|case|record|user|participant|klant(?:en)?|cli[eë]nt(?:en)?|stemmer|kiezer"
    r"|inwoner|bewoner)"
)
_PERSOON = re.compile(rf"{_WIE}s?[ _.-]*(?:id|nr|nummer|number|code)", re.IGNORECASE)
_GEVRAAGD = re.compile(
    r"(?:(?:wat is|what is|what's|vult?(?: hier)?|noteer|geef|typ|enter) )?(?:uw|u|je|jouw|your|het|de) (?P<kop>[^?:(]+?)(?: (?:hier )?in)?[ ?:*.]*(?:\([^()]*\)[ *]*)?",
    re.IGNORECASE,
)
"""A form that asks for such a number in a sentence: "Wat is uw lidnummer?", "Vul uw deelnemersnummer in (bijv. D12)"."""
_DEELNEMER = frozenset(
    ["respondent", "deelnemer", "participant", "stemmer", "kiezer", "voter", "panellid", "invuller"]
)
"""Words for somebody who took part, whose code or name may stand below."""


def is_person_header(kop: str) -> bool:
    """Return whether a header is surely that of the number of a person.

    Examples
    --------
    >>> is_person_header("Resp. nr."), is_person_header("lidnr"), is_person_header("Respondent"), is_person_header("nr")
    (True, True, True, False)
    >>> is_person_header("Wat is uw lidnummer?"), is_person_header("Hoe vindt u uw klantnummer?")
    (True, False)
    """
    kaal = kop.strip(" *:._#")
    return kaal.casefold() == "respondent" or _PERSOON.fullmatch(kaal) is not None or asks_number(kop)


def asks_number(kop: str) -> bool:
    """Return whether a header asks somebody for the number by which a panel knows them, so that they typed it themselves.

    Examples
    --------
    >>> asks_number("Wat is uw lidnummer?"), asks_number("Vul je deelnemersnummer in (bijv. D12)"), asks_number("lidnr")
    (True, True, False)
    """
    gevraagd = _GEVRAAGD.fullmatch(" ".join(kop.split()))
    return gevraagd is not None and _PERSOON.fullmatch(gevraagd["kop"].strip(" *:._#")) is not None


def is_row_header(kop: str) -> bool:
    """Return whether a header is that of a number of the rows of a file."""
    return _fold(kop) in _RIJ


def may_number_persons(kop: str) -> bool:
    """Return whether the number of a person may stand under a header, or of a row: "nr", "uuid", "code", and not "naam".

    Examples
    --------
    >>> may_number_persons("Response ID"), may_number_persons("uuid"), may_number_persons("wijk"), may_number_persons("naam")
    (True, True, False, False)
    """
    gevouwen = _fold(kop)
    if gevouwen in map(_fold, NAAMKOPPEN):
        return False
    return is_person_header(kop) or gevouwen in RECORDKOPPEN or gevouwen in map(_fold, SPREKERKOPPEN)


def is_number_header(kop: str) -> bool:
    """Return whether a header is that of a number by which answers and a list beside them may know a person."""
    return may_number_persons(kop) or is_row_header(kop)


def heads_number(kop: str) -> bool:
    """Return whether nothing but a number of a person or a record stands under a header: it asks nothing.

    Examples
    --------
    >>> heads_number("casenr"), heads_number("nr"), heads_number("Respondent"), heads_number("code")
    (True, True, False, False)
    """
    return _fold(kop) != "respondent" and (is_person_header(kop) or _fold(kop) in RECORDKOPPEN)


def heads_participant(kop: str) -> bool:
    """Return whether a header is a word for who took part and no more: a code may stand below, or what kind of person.

    Examples
    --------
    >>> heads_participant("Stemmer"), heads_participant("Stemmen")
    (True, False)
    """
    return _fold(kop) in _DEELNEMER


def _fold(kop: str) -> str:
    return re.sub(r"[\W_]+", "", kop.casefold())
