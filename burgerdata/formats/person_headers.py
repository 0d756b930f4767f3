"""Headers that are a person each: codes numbered in one way, or names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from burgerdata.pseudonyms.written_names import rate_name

_PERSOON = r"resp(?:ondent)?|deelne(?:e)?m(?:st)?er|participant|persoon|proefpersoon|testpersoon|tester|gebruiker|user|inwoner|bewoner|gast"
_PERSOONSCODE = re.compile(
    rf"(?:{_PERSOON}|pp|tp|r|p|d)[ ._-]?(?P<code>\d{{1,4}})|(?:{_PERSOON})[ ._-](?P<letter>[a-z])",
    re.IGNORECASE,
)

_VATTEN_SAMEN = re.compile(
    r"(?:sub|eind)?tota+l(?:en|score)?(?: .*)?|som|sum|gem(?:iddelden?|iddeld|\.)?(?: .*)?|average|mean|mediaa?n|modus|norm(?:en)?|streefwaarden?|doel|benchmark"
    r"|opmerking(?:en)?|toelichting(?:en)?|notities?|comments?|notes?|n|basis|aantal(?: .*)?|percentages?|%|scores?|min(?:imum)?|max(?:imum)?|std|sd"
    r"|standaardafwijking|spreiding",
    re.IGNORECASE,
)
"""Headers of what sums up the persons beside it, or is said about them."""


def sums_up(kop: str) -> bool:
    """Return whether a header beside those of persons is of nobody: an average of them, a norm, or remarks.

    Examples
    --------
    >>> sums_up("Gemiddelde"), sums_up("Opmerkingen"), sums_up("Anna")
    (True, True, False)
    """
    return _VATTEN_SAMEN.fullmatch(" ".join(kop.split())) is not None


def list_personen(koppen: Sequence[str]) -> tuple[str, ...]:
    """Return the headers that are the code of one person each, numbered in one way; none where they are of several kinds.

    Examples
    --------
    >>> list_personen(["taak", "P1", "P2"]), list_personen(["P1", "R2"])
    (('P1', 'P2'), ())
    """
    codes = {kop: match for kop in koppen if (match := _PERSOONSCODE.fullmatch(kop.strip()))}
    soorten = {kop.strip()[: match.start(match.lastgroup or 0)].casefold() for kop, match in codes.items()}
    return tuple(codes) if len(soorten) == 1 else ()


def are_persoonsnamen(koppen: Sequence[str]) -> bool:
    """Return whether headers are a person each, by name: half of them surely, the others written as a name may be.

    A word that sums up persons is no name.

    Examples
    --------
    >>> are_persoonsnamen(["Anna de Wit", "Bram Visser", "Wopke Hazenberg"]), are_persoonsnamen(["Anna", "Henk", "Wopke"])
    (True, True)
    >>> are_persoonsnamen(["Paspoort Ophalen", "Betalen"]), are_persoonsnamen(["Groene Straten", "Anna Paulowna"])
    (False, False)
    """
    soorten = [rate_name(" ".join(kop.split())) for kop in koppen]
    zeker = sum(soort in ("zeker", "voorletters", "voornaam") for soort in soorten)
    woord = all(
        soort or re.fullmatch(r"[^\W\d_a-z][^\W\d_]+", kop.strip())
        for kop, soort in zip(koppen, soorten, strict=True)
    )
    return len(koppen) > 1 and woord and 2 * zeker > len(koppen) and not any(map(sums_up, koppen))


def are_full_names(koppen: Sequence[str]) -> bool:
    """Return whether headers are a person each, and most of them by first name and surname.

    Examples
    --------
    >>> are_full_names(["Anna de Wit", "Bram Visser"]), are_full_names(["Anna", "Bram"])
    (True, False)
    """
    zeker = sum(rate_name(" ".join(kop.split())) in ("zeker", "voorletters") for kop in koppen)
    return are_persoonsnamen(koppen) and 2 * zeker > len(koppen)
