"""The month "jan", which is a first name too: told by what stands around it."""

from __future__ import annotations

import re

from burgerdata.pseudonyms.namenlijsten import load_namenlijsten
from burgerdata.schema.labels import MAANDWOORD

_MAAND = rf"(?:{MAANDWOORD})\b"
_JAN = re.compile(rf"jan(?P<tot>-{_MAAND})?", re.IGNORECASE)
_DAG = re.compile(
    r"(?:^|(?P<voor>[^\W\d_]+\.?|[^\w\s])?\s+|[(/]|\d ?[-–/])(?<![\d.,])(?:0?[1-9]|[12]\d|3[01])(?:[ -]| - )$"
)
"""A day right before it; behind a point it is the number in a list: "1. Jan"."""
_JAAR = re.compile(r"\.?\s*(?:['’](?P<kort>\d\d)|(?P<jaar>(?:19|20)\d\d))\b")
_ERNA = re.compile(rf"\.?\s*(?:t/m|tot en met|/|-|–)\s*{_MAAND}(?!\s+(?-i:[A-Z]))", re.IGNORECASE)
"""Another month behind it, that is nobody's: "Jan - Mei Ling" are two."""
_EN_MAAND = re.compile(rf"\s+(?:en|of|tot)\s+{_MAAND}")
_ACHTERNAAM = re.compile(r"[ \t]+(?:(?:van|de|der|den|ten|ter|el|op|v\.?d\.?|['’]t) ){0,2}[A-ZÀ-ÖØ-Þ]")
_TIJD = re.compile(
    r"(?:op|in|sinds|vanaf|tot|eind|begin|medio|half|van|per|voor|na|rond|tussen|en|of|uit|t/m|datum|d\.?d\.?"
    r"|ma|di|wo|do|vr|za|zo|(?:maan|dins|woens|donder|vrij|zater|zon)dag)\.?",
    re.IGNORECASE,
)
"""What stands before a day, a month or a year."""
_VORIG = re.compile(r"(?:^|[.!?:;,(\n–-]|(?P<woord>[\w/]+)\.?)[ \t]*$")
_ROEPT = re.compile(
    r"(?:bel|belde|bellen|mail|app|vraag|spreek|sprak|ken|kent|contact|met|aan)", re.IGNORECASE
)
"""What is done to somebody, before a name with a number behind it: "bel jan 2024"."""
_PLEK = re.compile(
    r".*(?:straat|weg|laan|plein|kade|gracht|hof|dreef|singel|pad|dijk|steeg|park|ring|plantsoen|nummer|nr|kamer|tafel|groep|lijn|zaal|bus"
    r"|respondent|deelnemer|spreker|ronde)",
    re.IGNORECASE,
)
"""A word whose number is no day: "Kerkstraat 12 Jan Visser"."""
_WANNEER = re.compile(
    r"\b(?:(?P<zeker>eind|begin|medio|half)|sinds|vanaf|tot|(?:(?P<wat>\w+) )?in)\s+$", re.IGNORECASE
)
_IN_IEMAND = re.compile(r"vertrouw|gel[oe]|teleurgesteld|ge[iï]nteresseerd|verliefd", re.IGNORECASE)
"""What is done in a person: "vertrouwen in jan"."""
_SLOT = re.compile(r"(?:\.? \d\d\b(?! *(?:jaar|keer|weken|dagen|maanden|mensen)))?(?![ \t]*[\w'])")
"""The end of a clause, be it behind the last two figures of a year."""
_GEBEURT = re.compile(
    r"[ \t]+(?:is|was|waren|komt|kwam(?:en)?|gaat|gaan|ging(?:en)?|wordt|worden|werd(?:en)?|heb(?:ben)?|heeft|had(?:den)?|moet|kan|kreeg|kregen"
    r"|start(?:te)?|begint|begon(?:nen)?|ge\w{2,12}[dtn]|verhuis[dt])\b"
)
"""What happens in a month: "in jan komt"."""
_WIE = re.compile(r"\s*[,(]\s*(?:die\b|(?:mijn|onze|ons|zijn|haar|de|een|hun)\s+(?P<wie>\w+))", re.IGNORECASE)
"""Who it is, told behind a comma: "in jan, mijn buurman"."""
_VER = 40
"""Characters before the word in which its words of time stand."""


def is_month(text: str, begin: int, eind: int) -> bool:
    """Return whether the word between two places is the month in "3 jan", "sinds jan", "jan 2025" and "jan t/m mrt".

    With a capital it may be somebody: then a word of time, or the beginning of a clause, must stand before it.

    Examples
    --------
    >>> is_month("wacht sinds jan", 12, 15), is_month("wacht sinds Jan", 12, 15), is_month("zei jan", 4, 7)
    (True, False, False)
    >>> is_month("op 3 jan", 5, 8), is_month("1. Jan", 3, 6), is_month("mijn man Jan (1950)", 9, 12)
    (True, False, False)
    """
    maand = _JAN.fullmatch(text, begin, eind)
    if not maand:
        return False
    vooraf = text[max(0, begin - _VER) : begin]
    groot = text[begin].isupper()
    if maand["tot"] or _ERNA.match(text, eind) or (not groot and _EN_MAAND.match(text, eind)):
        return True
    if jaar := _JAAR.match(text, eind):
        return _is_of_year(vooraf, groot, oud=(jaar["jaar"] or "20").startswith("19") or bool(jaar["kort"]))
    if dag := _DAG.search(vooraf):
        return _is_of_day(dag["voor"] or "", text[eind : eind + _VER], groot)
    wanneer = _WANNEER.search(vooraf)
    if not wanneer or _IN_IEMAND.match(wanneer["wat"] or ""):
        return False
    if not groot and wanneer[0].rstrip().casefold().endswith("in") and _GEBEURT.match(text, eind):
        return True
    if not _SLOT.match(text, eind):
        return False
    return bool(wanneer["zeker"]) or not (groot or _tells_who(text, eind))


def _is_of_year(vooraf: str, groot: bool, *, oud: bool) -> bool:
    """Return whether the year behind it makes it a month, and is not that of a birth: "mijn zoon Jan 2012"."""
    vorig = _VORIG.search(vooraf)
    woord = (vorig["woord"] or "") if vorig else ""
    if _TIJD.fullmatch(woord):
        return True
    lijsten = load_namenlijsten()
    if woord.casefold() in lijsten.aanwijzing_persoon | lijsten.aanwijzing_titel or _ROEPT.fullmatch(woord):
        return False
    return not groot or (not woord and not oud)


def _is_of_day(voor: str, erna: str, groot: bool) -> bool:
    """Return whether the number before it is a day, and not that of a house, a table or a row."""
    if _TIJD.fullmatch(voor):
        return not groot or not _ACHTERNAAM.match(erna)
    if _PLEK.fullmatch(voor) or _ACHTERNAAM.match(erna):
        return False
    return not groot or (not voor and bool(_SLOT.match(erna)))


def _tells_who(text: str, eind: int) -> bool:
    """Return whether a clause behind it says who that is: "tot jan, onze buurman"."""
    wie = _WIE.match(text, eind)
    if wie is None:
        return False
    return wie["wie"] is None or wie["wie"].casefold() in load_namenlijsten().aanwijzing_persoon
