"""Tables with answers of people in another shape than a row for each: a row per answer, a column per person, or counted."""

from __future__ import annotations

import re
from collections.abc import Sequence

from burgerdata.formats.person_headers import are_persoonsnamen, list_personen
from burgerdata.instruments.actielijsten import is_actielijst
from burgerdata.instruments.enquete import is_long
from burgerdata.instruments.taakkolommen import GEDRAAIDE_TAKEN, has_taken_in_rijen
from burgerdata.instruments.values import read_getallen
from burgerdata.shapes import Tabel

_ASKED = re.compile(
    r"(?:vragen|vraag|stelling|item|onderwerp|taak|opdracht|thema)(?:en|s)?\b.*|kolom 1", re.IGNORECASE
)
"""What is headed so is asked of people: "R1 | R2" beside a number may be the rows of a grid."""
_FEWEST_PERSONS = 3
_SHARE = 0.8
_OPINION = re.compile(
    r"(?:(?:helemaal |zeer |beetje |volledig )?(?:mee )?(?:on)?eens|neutraal|geen mening|weet (?:ik )?niet|(?:zeer )?(?:on)?tevreden|"
    r"agree|disagree|neutral)(?: \(?(?:%|in %|aantal|n)\)?)?",
    re.IGNORECASE,
)
_FEWEST_OPINIONS = 2
LANG = "een rij per antwoord, geen rij per mens; vraag om een bestand met een kolom per vraag"
GEDRAAID = (
    "de vragen staan in de rijen en de mensen in de kolommen; vraag om een bestand met een rij per mens"
)
ACTIES = (
    "een actielijst (wat, wie en wanneer), geen antwoorden van mensen; neem de punten over in doorwerking.xlsx"
    " (samenvatting, status, eigenaar)"
)
GETELD = (
    "per stelling geteld hoeveel mensen wat kozen, geen antwoorden; vraag om het bestand met een rij per mens"
)


def tell_vorm(tabel: Tabel, ook: Sequence[str] = ()) -> str:
    """Return what a table holds that has no row per person, and what to ask for; empty where it may have one.

    ``ook`` are headers that sealing took away.

    Examples
    --------
    >>> import pandas as pd
    >>> from burgerdata.shapes import Kolom
    >>> frame = pd.DataFrame({"Vraag": ["Cijfer?", "Waarom?"], "Resp 1": ["7", "fijn"], "Resp 2": ["8", ""], "Resp 3": ["6", ""]})
    >>> tell_vorm(Tabel("t.xlsx", "excel", frame, tuple(Kolom(naam) for naam in frame))) == GEDRAAID
    True
    """
    koppen = [kolom.naam for kolom in tabel.kolommen]
    if is_long([*ook, *koppen]):
        return LANG
    if has_taken_in_rijen(tabel):
        return GEDRAAIDE_TAKEN
    if _has_persons_in_columns(koppen):
        return GEDRAAID
    if is_actielijst(koppen):
        return ACTIES
    return GETELD if _counts_opinions(tabel) else ""


def _has_persons_in_columns(koppen: Sequence[str]) -> bool:
    personen = tuple(koppen[1:]) if are_persoonsnamen(koppen[1:]) else list_personen(koppen[1:])
    genoeg = len(personen) >= max(_FEWEST_PERSONS, _SHARE * (len(koppen) - 1))
    return genoeg and _ASKED.fullmatch(koppen[0].strip()) is not None


def _counts_opinions(tabel: Tabel) -> bool:
    """Return whether each row is a statement of several words, with figures below headers that are opinions."""
    eerste, *rest = tabel.kolommen
    namen = tabel.frame[eerste.naam].astype("str").str.strip()
    meningen = sum(_OPINION.fullmatch(kolom.naam.strip()) is not None for kolom in rest)
    if meningen < _FEWEST_OPINIONS or namen.duplicated().any() or namen.str.count(r"\s+").median() < 1:
        return False
    return all(
        read_getallen(tabel.frame[kolom.naam].astype("str").str.rstrip(" %")).notna().mean() >= _SHARE
        for kolom in rest
    )
