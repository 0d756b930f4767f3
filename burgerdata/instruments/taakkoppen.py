"""Headers of a table of tasks with a row per person, and headers as they are compared."""

from __future__ import annotations

import re
from collections.abc import Sequence

from burgerdata.pseudonyms.written_names import rate_name

TAAK_BREED = re.compile(
    r"(?:taak|task|t|opdracht)[ _.-]?(?P<taak>\d{1,2})[ _.:-]+(?:(?P<succes>succes\w*|gelukt|geslaagd|gehaald|afgerond|uitkomst|resultaat|voltooid|completed)"
    r"|(?P<tijd>tijd|time|sec\w*|duur|duration)|(?P<fouten>(?:aantal )?fouten|errors?)|(?P<opmerking>opmerking\w*|notes?|remarks?|comments?))\W*"
)
"""A column of a table of tasks with a row per person: "task1_success", "Taak 1: gelukt?"."""
_PERSOON = r"resp(?:ondent)?|deelne(?:e)?m(?:st)?er|participant|persoon|proefpersoon|testpersoon|tester|gebruiker|user|inwoner|bewoner|gast"
_PERSOONSCODE = re.compile(
    rf"(?:{_PERSOON}|pp|tp|r|p|d)[ ._-]?(?P<code>\d{{1,4}})|(?:{_PERSOON})[ ._-](?P<letter>[a-z])",
    re.IGNORECASE,
)


def list_taakkoppen(koppen: Sequence[str]) -> tuple[str, ...]:
    """Return the headers that tell of one task each in a table with a row per person; none where there is one such column only.

    Examples
    --------
    >>> list_taakkoppen(["persoon", "taak1_geslaagd", "Taak 1: tijd", "sus1"])
    ('taak1_geslaagd', 'Taak 1: tijd')
    """
    gevonden = tuple(kop for kop in koppen if TAAK_BREED.fullmatch(bare_kop(kop)))
    return gevonden if len(gevonden) > 1 else ()


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
    return len(koppen) > 1 and woord and 2 * zeker > len(koppen)


def bare_kop(kop: str) -> str:
    """Return a header in lower case without brackets and signs around it."""
    return " ".join(re.sub(r"[()\[\]?:*]", " ", kop).split()).casefold().strip(" .-")
