"""Whether a table asks people something: what sets a survey apart from a list of who took part."""

from __future__ import annotations

import re

import pandas as pd

from burgerdata.cellen import is_filled
from burgerdata.instruments.kinds import is_trait
from burgerdata.instruments.screener import GESPREKKOPPEN
from burgerdata.instruments.values import read_getallen
from burgerdata.instruments.vraagregels import fold
from burgerdata.shapes import Kolom, Tabel

_ADMINISTRATIE = re.compile(
    r"(?:aanwezig\w*|deelgenomen|geweest|verschenen|opkomst|afgemeld|afwezig|no ?show|toestemming\w*|akkoord\w*|vergoeding\w*|cadeaubon\w*"
    r"|uitbetaald|reiskosten|datum|opmerking\w*|bijzonderheden)\b.*"
)
"""Headers of what an organiser keeps about those who come."""
_WORDS = 5
"""A header of more words is a question or a statement."""
_TEXT = 40
"""Characters of what somebody wrote in answer to something."""
_SCALE = 10
_GROUP_NAME = 40
"""Characters, on average, above which a column tells what was said in a talk and not which one it was."""


def asks_questions(tabel: Tabel | None, *bezet: str) -> bool:
    """Return whether some column is the answer to a question: by its header, by what was written, or by a scale of figures.

    ``bezet`` are columns that say who somebody is or in which group.

    Examples
    --------
    >>> lijst = pd.DataFrame({"groep": ["1", "2"], "leeftijd": ["34", "51"], "huur/koop": ["huur", "koop"]})
    >>> enquete = lijst.assign(**{"Welk cijfer geeft u?": ["7", "8"]})
    >>> [asks_questions(Tabel("e", "csv", f, tuple(Kolom(naam) for naam in f)), "groep") for f in (lijst, enquete)]
    [False, True]
    """
    if tabel is None:
        return False
    weg = {fold(naam) for naam in bezet}
    return any(
        _is_question(kolom, tabel.frame[kolom.naam])
        for kolom in tabel.kolommen
        if fold(kolom.naam) not in weg
    )


def _is_question(kolom: Kolom, cellen: pd.Series) -> bool:
    kop = " ".join((kolom.tekst or kolom.naam).split())
    if is_trait(kolom) or _ADMINISTRATIE.fullmatch(fold(kop)):
        return False
    if "?" in kop or len(kop.split()) > _WORDS:
        return True
    gevuld = cellen[is_filled(cellen)].astype("str")
    if gevuld.empty:
        return False
    if gevuld.str.len().mean() > _TEXT:
        return True
    getallen = read_getallen(gevuld)
    return bool(getallen.notna().all() and getallen.between(0, _SCALE).all() and getallen.nunique() > 2)


def tells_groep(tabel: Tabel | None, spreker: str, groep: str) -> bool:
    """Return whether a column tells in which group a person was; one called after the talk does so beside names alone.

    Examples
    --------
    >>> lijst = pd.DataFrame({"Gesprek": ["1", "2"], "Leeftijd": ["34", "51"]})
    >>> tabel = Tabel("l.csv", "csv", lijst, tuple(Kolom(naam) for naam in lijst))
    >>> tells_groep(tabel, "Naam", "Gesprek"), tells_groep(tabel, "nr", "Gesprek"), tells_groep(tabel, "nr", "Groep")
    (True, False, True)
    """
    if fold(groep) not in GESPREKKOPPEN:
        return bool(groep)
    cellen = tabel.frame[groep].astype("str") if tabel is not None and groep in tabel.frame else None
    return "naam" in fold(spreker) and cellen is not None and bool(cellen.str.len().mean() <= _GROUP_NAME)
