"""Codings of traits that look alike and are not: education in three levels, and origin before and after 2022."""

from __future__ import annotations

import re
from collections.abc import Iterable

from burgerdata.errors import MethodeError

_DRIE = {"laag": "laag", "midden": "midden", "middelbaar": "midden", "middel": "midden", "hoog": "hoog"}
_OPLEIDING = re.compile(r"opleiding|onderwijs|\bopl\b|^opl", re.IGNORECASE)
_OUD = re.compile(r"\b(?:niet[- ]?)?westerse?\b|migratieachtergrond|\ballochto|\bautochto", re.IGNORECASE)


def check_indeling(naam: str, tekst: str, labels: Iterable[str]) -> None:
    """Raise MethodeError when the categories of a trait cannot be told from another coding with the same words.

    Education as laag, midden and hoog is only used with its scheme in the labels or in the text of the question, such
    as "laag (CBS)": CBS counts upper havo as middelbaar, a Dutch media standard as hoog. Origin as westers and niet-
    westers is the coding that CBS left in 2022 and does not convert into the present one.

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
    if is_oude_herkomst(namen):
        raise MethodeError(
            f"kenmerk '{naam}' gebruikt westers, niet-westers of migratieachtergrond; die indeling van voor 2022 is niet om "
            "te rekenen naar die van nu en wordt niet gebruikt: vraag de indeling naar herkomst (CBS 2022) op, of laat "
            "dit kenmerk weg"
        )


def _is_bare_education(naam: str, tekst: str, labels: list[str]) -> bool:
    kern = [
        re.sub(r"\s*(?:opgeleid\w*|onderwijs|opleiding\w*|niveau)\s*", "", label.casefold()).strip()
        for label in labels
    ]
    drie = {_DRIE[woord] for woord in kern if woord in _DRIE}
    over_opleiding = bool(_OPLEIDING.search(f"{naam} {tekst}")) or any(
        "opgeleid" in label for label in labels
    )
    genoemd = re.search(r"\bcbs\b|gouden standaard|\bmoa\b|isced|mediastandaard", tekst, re.IGNORECASE)
    return over_opleiding and drie == {"laag", "midden", "hoog"} and not genoemd


def is_oude_herkomst(labels: Iterable[str]) -> bool:
    """Return whether these are categories of origin of before 2022.

    >>> is_oude_herkomst(["niet-westers", "westers"]), is_oude_herkomst(["Nederlandse herkomst", "migrant"])
    (True, False)
    """
    return any(_OUD.search(str(label)) for label in labels)
