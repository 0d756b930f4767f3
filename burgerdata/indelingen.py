"""Codings of traits that look alike and are not: education in three levels, and origin before and after 2022."""

from __future__ import annotations

import re
from collections.abc import Iterable

from burgerdata.errors import MethodeError

_DRIE = (
    (re.compile(r"laag(?:st)?|lage|lager|praktisch"), "laag"),
    (re.compile(r"midden|middel|middelba(?:ar|re)|gemiddelde?"), "midden"),
    (re.compile(r"hoog(?:st)?|hoge|hoger|theoretisch"), "hoog"),
)
_OPLEIDING = re.compile(r"opleiding|onderwijs|opgeleid|geschoold|\bopl\b|^opl", re.IGNORECASE)
_VULLING = re.compile(
    r"\([^)]*\)|opgeleid\w*|geschoold\w*|\w*onderwijs|opleiding\w*|niveau|[^\w\s]", re.IGNORECASE
)
_SCHEMA = re.compile(r"\bcbs\b|gouden standaard|\bmoa\b|isced|\bsoi\b|mediastandaard", re.IGNORECASE)
_MET_RESTEN = 5
"""Three levels with unknown and another answer; a longer list names the schools themselves."""
_OUD = re.compile(
    r"\b(?:niet[- ]?)?westerse?\b|migratieachtergrond|\ballochto|\bautochto|84910ned", re.IGNORECASE
)
_GENERATIE = re.compile(r"\b(?:[123]e|eerste|tweede|derde)[- ]generatie", re.IGNORECASE)
_NIEUW = re.compile(r"cbs,? (?:vanaf )?2022|indeling (?:van(?:af)? )?2022|geboren in|85384ned", re.IGNORECASE)
_HERKOMST = re.compile(r"herkomst|afkomst|achtergrond|migra", re.IGNORECASE)


def check_indeling(naam: str, tekst: str, labels: Iterable[str]) -> None:
    """Raise MethodeError when the categories of a trait cannot be told from another coding with the same words.

    Education as laag, midden and hoog is only used with its scheme in the labels or in the text of the question, such
    as "laag (CBS)": CBS counts upper havo as middelbaar, a Dutch media standard as hoog. Origin as westers and niet-
    westers, by generation or asked as migratieachtergrond is the coding that CBS left in 2022 and does not convert into
    the present one.

    Examples
    --------
    >>> check_indeling("opleiding", "Opleiding (CBS, 3 klassen)", ["laag", "middelbaar", "hoog"])
    >>> check_indeling("opleiding", "Wat is uw opleiding?", ["laag", "midden", "hoog"])
    Traceback (most recent call last):
    ...
    burgerdata.errors.MethodeError: kenmerk 'opleiding' heeft laag, midden en hoog zonder te zeggen volgens welke...
    """
    namen = [str(label) for label in labels]
    if _is_bare_education(naam, tekst, namen):
        raise MethodeError(
            f"kenmerk '{naam}' heeft laag, midden en hoog zonder te zeggen volgens welke indeling (havo-bovenbouw is bij "
            "het CBS midden en in andere indelingen hoog); zet de indeling in vragen.xlsx achter elk label, zoals "
            "'laag (CBS)', of in de tekst van de vraag"
        )
    if is_oude_herkomst(namen, f"{naam} {tekst}"):
        raise MethodeError(
            f"kenmerk '{naam}' gebruikt westers, niet-westers, generaties of migratieachtergrond; die indeling van voor 2022 is niet om "
            "te rekenen naar die van nu en wordt niet gebruikt: vraag de indeling naar herkomst (CBS 2022) op, of laat "
            "dit kenmerk weg"
        )


def _is_bare_education(naam: str, tekst: str, labels: list[str]) -> bool:
    alles = " ".join([naam, tekst, *labels])
    if not _OPLEIDING.search(alles) or _SCHEMA.search(alles) or len(labels) > _MET_RESTEN:
        return False
    niveaus = {_read_niveau(label) for label in labels}
    codes = {label.strip() for label in labels if label.strip().isdigit()}
    return niveaus >= {"laag", "midden", "hoog"} or codes == {"1", "2", "3"}


def _read_niveau(label: str) -> str:
    """Return laag, midden or hoog, or nothing for a label that is about something else."""
    kern = " ".join(_VULLING.sub(" ", label.casefold()).split())
    return next((niveau for woord, niveau in _DRIE if woord.fullmatch(kern)), "")


def is_oude_herkomst(labels: Iterable[str], tekst: str = "") -> bool:
    """Return whether these are categories of origin of before 2022; ``tekst`` is what is said about them.

    >>> is_oude_herkomst(["niet-westers", "westers"]), is_oude_herkomst(["Nederlandse herkomst", "migrant"])
    (True, False)
    >>> is_oude_herkomst(["Nederland", "Turkije"], "Migratieachtergrond"), is_oude_herkomst(["2e generatie"], "Herkomst")
    (True, True)
    >>> is_oude_herkomst(["Nederland", "Turkije"], "Herkomst (CBS 2022), eerder migratieachtergrond")
    False
    """
    namen = " ".join(str(label) for label in labels)
    if _OUD.search(namen):
        return True
    alles = f"{tekst} {namen}"
    generaties = _GENERATIE.search(alles) and _HERKOMST.search(alles)
    return not _NIEUW.search(alles) and bool(_OUD.search(tekst) or generaties)


def check_herkomstmarge(naam: str, bron: str, categorieen: Iterable[str]) -> None:
    """Raise MethodeError when population figures about origin use the coding of before 2022.

    >>> check_herkomstmarge("leeftijd", "CBS, leeftijd en migratieachtergrond", ["jong", "oud"])
    >>> check_herkomstmarge("herkomst", "CBS 84910NED", ["Nederland", "Turkije"])
    Traceback (most recent call last):
    ...
    burgerdata.errors.MethodeError: de bevolkingscijfers over 'herkomst' zijn volgens hun bron van de indeling van voor...
    """
    if _HERKOMST.search(naam) and is_oude_herkomst(categorieen, bron):
        raise MethodeError(
            f"de bevolkingscijfers over '{naam}' zijn volgens hun bron van de indeling van voor 2022 (migratieachtergrond); "
            "die is niet om te rekenen naar die van nu: neem cijfers naar herkomst (CBS 2022) in marges.xlsx op, of laat "
            "dit kenmerk weg"
        )
