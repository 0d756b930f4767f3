"""A tally: subjects with how often each was named. It counts what people said and has no row per person or talk."""

from __future__ import annotations

import re

import pandas as pd

from burgerdata.instruments.kinds import is_trait
from burgerdata.instruments.tafelnamen import find_tafelkolommen
from burgerdata.instruments.vraagregels import fold
from burgerdata.shapes import Tabel

_NAMED = re.compile(
    r"onderwerp(?:en)?|thema'?s?|categorie(?:ën)?|idee(?:ën)?|punt(?:en)?|antwoord(?:en)?|steekwoord(?:en)?|topic|theme|category|answer"
)
_SUBJECT = re.compile(
    r"(?:gespreks)?onderwerp(?:en)?|thema'?s?|topic|theme|steekwoord(?:en)?|(?:wat )?(?:werd |is |er )*genoemd|reden(?:en)?|klacht(?:en)?|knelpunt(?:en)?"
)
"""Headers of a wide tally: beside numbers an idea, a remark or an answer may be that of a person."""
_COUNTED = re.compile(
    r"aantal(?: keer| malen)?(?: (?:genoemd|keer genoemd|mensen|personen|reacties|antwoorden|keer|gesprekken|streepjes))?|n|frequentie|telling|geturfd|turf\w*|streepjes|tota+l|count|frequency"
)
_WHERE = re.compile(r"datum|dag|dagdeel|date|plaats|locatie|plek|wijk|buurt|kern|straat|markt|location|place")
_STRIPES = re.compile(r"[I|/\s]+")
_FEWEST = 2
_MOST_SUBJECTS = 100


def holds_tally(tabel: Tabel) -> bool:
    """Return whether a table has two columns: subjects, each once, and how often each was named.

    Examples
    --------
    >>> from burgerdata.shapes import Kolom
    >>> frame = pd.DataFrame({"Onderwerp": ["Groen", "Verkeer"], "Aantal keer genoemd": ["12", "8"]})
    >>> holds_tally(Tabel("t.xlsx", "excel", frame, tuple(Kolom(naam) for naam in frame)))
    True
    """
    if len(tabel.kolommen) != _FEWEST:
        return False
    wat, hoeveel = (kolom.naam for kolom in tabel.kolommen)
    if not _NAMED.fullmatch(fold(wat)) or not _COUNTED.fullmatch(fold(hoeveel)):
        return False
    return _are_counts(tabel.frame[hoeveel]) and not tabel.frame[wat].duplicated().any()


def holds_wide_tally(tabel: Tabel) -> bool:
    """Return whether a table counts subjects per place or day: a column each, or a column with the place beside the count.

    Examples
    --------
    >>> from burgerdata.shapes import Kolom
    >>> frame = pd.DataFrame({"Onderwerp": ["Groen", "Verkeer"], "za 14 mrt": ["12", ""], "Station": ["8", "3"]})
    >>> holds_wide_tally(Tabel("t.xlsx", "excel", frame, tuple(Kolom(naam) for naam in frame)))
    True
    """
    koppen = [kolom.naam for kolom in tabel.kolommen]
    if len(koppen) <= _FEWEST or not 1 < len(tabel.frame) <= _MOST_SUBJECTS or find_tafelkolommen(koppen):
        return False
    wat = next((kop for kop in koppen if _SUBJECT.fullmatch(fold(kop))), "")
    if not wat or not _are_words(tabel.frame[wat]):
        return False
    over = [kop for kop in koppen if kop != wat]
    if any(is_trait(kolom) or "?" in kolom.naam for kolom in tabel.kolommen):
        return False  # an age or an answer is that of a person
    if all(_are_counts(tabel.frame[kop]) for kop in over):
        return not tabel.frame[wat].map(fold).duplicated().any()
    waar = [kop for kop in over if _WHERE.fullmatch(fold(kop))]
    aantal = [kop for kop in over if _COUNTED.fullmatch(fold(kop)) and _are_counts(tabel.frame[kop])]
    per_plek = bool(waar and aantal) and len(waar) + len(aantal) == len(over)
    return per_plek and not tabel.frame[[wat, *waar]].duplicated().any()


def _are_words(cellen: pd.Series) -> bool:
    return bool(cellen.map(lambda cel: any(teken.isalpha() for teken in str(cel))).all())


def _are_counts(cellen: pd.Series) -> bool:
    """Return whether every filled cell is a whole number or stripes, and some cell is filled."""
    gevuld = [str(cel).strip() for cel in cellen if str(cel).strip()]
    return bool(gevuld) and all(cel.isdecimal() or _STRIPES.fullmatch(cel) for cel in gevuld)
