"""How a task ended, in the words of whoever wrote it down."""

from __future__ import annotations

import re

from burgerdata.instruments.vraagregels import fold

_WOORDEN: tuple[tuple[str, str], ...] = (
    (
        "gelukt",
        r"1(?:[.,]0)?|100%?|ja|j|yes|y|gelukt|succes\w*|success\w*|voltooid|waar|true|v|x|zelfstandig|completed|pass(?:ed)?|geslaagd|gehaald|afgerond|goed",
    ),
    (
        "deels",
        r"0?[.,]5|50%?|deels.*|gedeeltelijk.*|half|partial\w*|partly|(?:(?:ja|gelukt|geslaagd|afgerond|voltooid)[ ,]*(?:\(?maar )?)?\(?(?:alleen )?(?:met (?:(?:enige|veel|wat|een beetje) )?(?:hulp|moeite)|na (?:hulp|(?:een )?hint)|met (?:een )?hint)\)?"
        r"|(?:met hulp|na hulp) (?:gelukt|geslaagd)|with help",
    ),
    (
        "niet",
        r"0(?:[.,]0)?%?|nee|n|no|niet.*|mislukt|onwaar|false|fail(?:ed|ure)?|gefaald|fout|(?:zelf )?(?:opgegeven|afgebroken|gestopt|afgehaakt|gestaakt)(?: door .*)?|tijd (?:op|om|voorbij)|time ?out|gave up|not .*",
    ),
)
_STATUS = (
    ("overgeslagen", r"overgeslagen|skip(?:ped)?"),
    ("niet_getoond", r"n/?a\.?|n\.?v\.?t\.?|niet (?:gedaan|getest|aangeboden|getoond)|-"),
)


def read_uitkomst(cel: str) -> tuple[str | None, str]:
    """Return the outcome in a cell with its status; a word that is not known gives none, leeg_onbekend.

    Examples
    --------
    >>> read_uitkomst("Ja"), read_uitkomst("0,5"), read_uitkomst("Skipped"), read_uitkomst("?")
    (('gelukt', 'gegeven'), ('deels', 'gegeven'), (None, 'overgeslagen'), (None, 'leeg_onbekend'))
    """
    woord = fold(cel)
    status = next((naam for naam, patroon in _STATUS if re.fullmatch(patroon, woord)), "")
    if status:
        return None, status
    code = next((code for code, patroon in _WOORDEN if re.fullmatch(patroon, woord)), None)
    return code, "leeg_onbekend" if code is None else "gegeven"


def says_deels(cel: str) -> bool:
    """Return whether a cell says of itself, or by the number for it, that a task went partly well; "half" is read as such.

    Examples
    --------
    >>> says_deels("Deels gelukt"), says_deels("0,5"), says_deels("half"), says_deels("met hulp")
    (True, True, False, False)
    """
    return re.match(r"deels|gedeeltelijk|partial|partly|[\d.,]", fold(cel)) is not None
