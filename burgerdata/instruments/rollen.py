"""In what capacity a person takes part: citizens apart from businesses, organisations and professionals."""

from __future__ import annotations

import re

import pandas as pd

from burgerdata.instruments.vraagregels import fold
from burgerdata.intake.kolomkeuze import find_kolom
from burgerdata.settings import Levering
from burgerdata.shapes import Tabel

_KOP = re.compile(
    r"rol|hoedanigheid|(?:type|soort) deelnemer|deelnemer(?:s)?type|u doet mee als|ik doe mee als|namens wie"
)
_WOORDEN = (
    (
        "gespreksleider",
        r"gespreksleid\w+|mod(?:erator)?|tafelleid\w+|facilitator|begeleider|beheerder|communitymanager|admin\w*",
    ),
    ("waarnemer", r"waarnemer|observator|observer|toehoorder|notulist"),
    (
        "professional",
        r".*\bprofessional\b.*|ambtena\w+|medewerk\w+|uitvoerder|projectleider|deskundige|expert|wethouder|raadslid|staff",
    ),
    ("ondernemer", r"ondernem\w+|zzp.*|bedrijf|winkelier|werkgever|mkb.*|horeca|business|entrepreneur"),
    (
        "organisatie",
        r".*organisatie\w*|vereniging|stichting|instelling|belangen\w+|bestuurslid.*|vve|maatschappelijk.*|organi[sz]ation|ngo|overheid|gemeente",
    ),
    (
        "burger",
        r"burgers?|bewoner|inwoner|particulier|privépersoon|consument|deelnemer|lid|cli[eë]nt|klant|gebruiker|respondent"
        r"|testpersoon|citizen|resident|user|member|participant",
    ),
)


def find_rolkolom(tabel: Tabel, levering: Levering) -> str:
    """Return the column that says in what capacity people took part: as traject.toml says, else by its header."""
    for naam in levering.kolommen.get("rol", ()):
        kolom = find_kolom(tabel, naam)
        return kolom.naam if kolom else ""
    return next((kolom.naam for kolom in tabel.kolommen if _KOP.fullmatch(fold(kolom.naam).strip(" ?:"))), "")


def read_rollen(tabel: Tabel, levering: Levering, *, kop: bool = True) -> pd.Series:
    """Return the rol of each row: burger where no column says otherwise, onbekend for a word that is not known.

    With ``kop`` a column may also be found by its header; without, only the one named in traject.toml counts.
    """
    kolom = find_rolkolom(tabel, levering) if kop or "rol" in levering.kolommen else ""
    if not kolom:
        return pd.Series("burger", index=tabel.frame.index, dtype="str")
    namen = {cel: read_rol(str(cel)) for cel in tabel.frame[kolom].unique()}
    return tabel.frame[kolom].map(namen).astype("str")


def read_rol(cel: str) -> str:
    """Return the rol that a word means; an empty cell is burger.

    Examples
    --------
    >>> read_rol("Bewoner"), read_rol("namens een organisatie"), read_rol("projectleider"), read_rol("?")
    ('burger', 'organisatie', 'professional', 'onbekend')
    """
    woord = fold(cel)
    if not woord:
        return "burger"
    return next((rol for rol, patroon in _WOORDEN if re.fullmatch(patroon, woord)), "onbekend")
