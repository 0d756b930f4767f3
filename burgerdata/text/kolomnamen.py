"""Names of columns that stand where a question should: which of them a reader cannot read, and what the usual ones mean."""

from __future__ import annotations

import re

_WOORDEN = {
    "gesl": "geslacht",
    "geslcat": "geslacht",
    "lft": "leeftijd",
    "leeft": "leeftijd",
    "lftd": "leeftijd",
    "lftcat": "leeftijdsgroep",
    "lftgr": "leeftijdsgroep",
    "lftgrp": "leeftijdsgroep",
    "lftkl": "leeftijdsgroep",
    "lftklas": "leeftijdsgroep",
    "leeftcat": "leeftijdsgroep",
    "leeftkl": "leeftijdsgroep",
    "opl": "opleiding",
    "opln": "opleiding",
    "oplcat": "opleiding",
    "oplniv": "opleidingsniveau",
    "stedgem": "stedelijkheid van de gemeente",
    "sted": "stedelijkheid",
    "inkcat": "inkomensgroep",
    "hhgr": "omvang van het huishouden",
    "herk": "herkomst",
}
"""What bureaus call traits in short; the digit of the number of classes behind it is left out ("opl3")."""
_CODE = re.compile(r"[a-z]{0,4}[ _.]?\d+[a-z]?(?:[ _.](?:\d+|[a-z]+))*", re.IGNORECASE)
"""A letter or three and a number: q7, w1, v12_3, st1, q7_anders."""
_GENUMMERD = re.compile(r"\d+[.):]? +[^\W\d_]{4}")
"""A number before a word of some length: "4 verklaring uploaden" tells what it is."""
_ZONDER_KLINKER = re.compile(r"[bcdfghjklmnpqrstvwxz]{2,8}\d*", re.IGNORECASE)
_KORT = frozenset("gem cijf opm tev vertr antw toel gebr beo beoord oord kan freq ond stel rapp".split())  # noqa: SIM905
"""Words cut off so far that they may be several: gemiddelde or gemeente."""


def read_kolomnaam(naam: str) -> str:
    """Return what the usual short name of a trait stands for, any other name as it is.

    Examples
    --------
    >>> read_kolomnaam("gesl"), read_kolomnaam("LFT_CAT"), read_kolomnaam("opl3"), read_kolomnaam("wijk")
    ('geslacht', 'leeftijdsgroep', 'opleiding', 'wijk')
    """
    kaal = re.sub(r"[ _.\d]+", "", naam).casefold()
    return _WOORDEN.get(kaal, naam)


def is_kolomcode(tekst: str) -> bool:
    """Return whether a text is the name of a column that tells a reader nothing.

    Examples
    --------
    >>> [naam for naam in ("w1", "q7_anders", "gem", "tvrd", "wijk", "4 foto uploaden", "25 jaar of ouder?", "gesl") if is_kolomcode(naam)]
    ['w1', 'q7_anders', 'gem', 'tvrd']
    """
    kaal = tekst.strip()
    if read_kolomnaam(kaal) != kaal or _GENUMMERD.match(kaal):
        return False
    return any(patroon.fullmatch(kaal) for patroon in (_CODE, _ZONDER_KLINKER)) or kaal.casefold() in _KORT
