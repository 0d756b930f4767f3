"""What a title above a table says plainly of the table: the threshold of a vote, and that its figures are percentages."""

from __future__ import annotations

import re
from collections.abc import Iterable

_WORD = r"\b(?:drempel(?:waarde)?|(?:vereiste|benodigde|gekwalificeerde) meerderheid|meerderheid vereist)\b"
_FRACTIONS = {
    "twee derde": "2/3",
    "tweederde": "2/3",
    "drie kwart": "3/4",
    "driekwart": "3/4",
    "drie vierde": "3/4",
    "drie vijfde": "3/5",
    "vier vijfde": "4/5",
}
_NUMBER = rf"\d{{1,3}}(?:[.,]\d+)? ?(?:%|procent\b)|\d ?/ ?\d\b|\d+ stemmen\b|{'|'.join(_FRACTIONS)}"
_DREMPEL = re.compile(
    rf"{_WORD}(?P<tussen>[^\d.%]{{0,40}}?)(?P<getal>{_NUMBER})(?P<van> (?:van|der) (?:de |het |alle )*(?:\w+ )?(?P<wie>\w+))?",
    re.IGNORECASE,
)
_PERCENTAGES = re.compile(
    r"\bin (?:%|procenten?\b|percentages?\b)|\bpercentages?\b|[(\[] ?(?:in )?% ?[)\]]", re.IGNORECASE
)
"""What a title says of a table whose cells are shares and bear no sign of it."""
_MORE = re.compile(r"\bmeer dan\b|>", re.IGNORECASE)
_TURNOUT = re.compile(r"opkomst|quorum|aanwezig|deelname", re.IGNORECASE)
"""A threshold of something else than of the votes for."""
_PEOPLE = re.compile(r"stemmers|aanwezigen|leden|deelnemers|stemgerechtigden|kiezers", re.IGNORECASE)


def says_procenten(cellen: Iterable[str]) -> bool:
    """Return whether titles say that the table below holds percentages.

    Examples
    --------
    >>> says_procenten(["Tabel 1. Tevredenheid naar leeftijd, in procenten"]), says_procenten(["Enquête 2026, 75% deed mee"])
    (True, False)
    """
    return any(_PERCENTAGES.search(" ".join(cel.split())) for cel in cellen)


def find_drempel(cellen: Iterable[str]) -> str:
    """Return the threshold that titles say, empty where they say none: "75%", "2/3", "meer dan 50%", "75% van de stemmers".

    Nothing else of a title comes out: it may name people.

    Examples
    --------
    >>> find_drempel(["Stemming 7 mei - drempel: 75% van de uitgebrachte stemmen (28 stemmers)"])
    '75%'
    >>> find_drempel(["Vereiste meerderheid: twee derde van de aanwezigen"]), find_drempel(["Stemming van 7 mei, 75% voor"])
    ('2/3 van de stemmers', '')
    """
    for cel in cellen:
        for match in _DREMPEL.finditer(" ".join(cel.split())):
            if _TURNOUT.search(match["tussen"]):
                continue
            getal = match["getal"].casefold()
            getal = _FRACTIONS.get(
                getal, getal.replace("procent", "%").replace(" ", "" if "stemmen" not in getal else " ")
            )
            meer = "meer dan " if _MORE.search(match["tussen"]) else ""
            wie = " van de stemmers" if match["wie"] and _PEOPLE.fullmatch(match["wie"]) else ""
            return f"{meer}{getal}{wie}"
    return ""
