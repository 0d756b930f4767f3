"""The words that LimeSurvey itself puts in cells, in the languages of its exports."""

from __future__ import annotations

import re
from collections.abc import Collection

YES = frozenset(["y", "yes", "ja", "oui", "sí", "si", "1"])
NO = frozenset(["n", "no", "nee", "nein", "non", "0", "2"])
NOT_APPLICABLE = frozenset(
    ["n/a", "na", "nvt", "n.v.t.", "n.v.t", "k.a.", "n/d", "n.d.", "s/o", "nicht verfügbar"]
)
"""What stands for a question that was not shown, where labels are exported."""
OTHER = frozenset(
    [
        "other",
        "anders",
        "andere",
        "overig",
        "overige",
        "andere:",
        "sonstiges",
        "autre",
        "otro",
        "otra",
        "anders:",
    ]
)
_OTHER_SENTENCE = re.compile(
    r"(?:iets |op |een )*(?:anders?|andere?|overige?|other|sonstiges|autre|otr[oa])\b[^?]*?"
    r"\b(?:namelijk|nml|nl|te weten|please specify|specify|specificeer|und zwar|précisez|namely)\b\W*",
    re.IGNORECASE,
)
"""The option "other" with what it asks for: "Anders, namelijk", "Op een andere manier, nl."."""
COMMENT = frozenset(
    ["comment", "opmerking", "opmerkingen", "toelichting", "kommentar", "commentaire", "comentario"]
)
OTHER_CODE = "-oth-"
_CODES: dict[str, dict[str, Collection[str]]] = {
    "Y": {"Y": YES, "N": NO},
    "C": {"Y": YES, "N": NO, "U": {"u", "uncertain", "onzeker", "unsicher", "incertain"}},
    "G": {
        "F": {"f", "female", "vrouw", "vrouwelijk", "weiblich", "féminin", "femme"},
        "M": {"m", "male", "man", "mannelijk", "männlich", "masculin", "homme"},
    },
    "E": {
        "I": {"i", "increase", "toename", "meer", "toegenomen", "zunahme"},
        "S": {"s", "same", "gelijk", "hetzelfde", "gelijk gebleven", "gleich"},
        "D": {"d", "decrease", "afname", "minder", "afgenomen", "abnahme"},
    },
}


def is_other(woord: str) -> bool:
    """Return whether words are those of the option "other", with what it asks for or without.

    Examples
    --------
    >>> [is_other(tekst) for tekst in ("Anders", "Anders, namelijk:", "Other (please specify)", "Andere wijk")]
    [True, True, True, False]
    """
    schoon = " ".join(woord.split()).casefold().rstrip(" .:…")
    return schoon in OTHER or bool(_OTHER_SENTENCE.fullmatch(schoon))


def find_code(soort: str, woord: str) -> str:
    """Return the code of a word that LimeSurvey offers itself in a question of this kind; empty when it is no such word.

    Examples
    --------
    >>> find_code("Y", "Nee"), find_code("G", "Female"), find_code("L", "Nee")
    ('N', 'F', '')
    """
    eigen = _CODES.get(soort, {})
    return next((code for code, woorden in eigen.items() if woord.strip().casefold() in woorden), "")


def are_yes_no(woorden: Collection[str]) -> bool:
    """Return whether all these cells say yes, no or not applicable."""
    return {woord.strip().casefold() for woord in woorden} <= YES | NO | NOT_APPLICABLE


def are_ticks(woorden: Collection[str]) -> bool:
    """Return whether these cells of several columns are those of a list to tick: yes, and at most no and not shown.

    Yes or no alone tells enough with brackets in the header; 1 and 0 or 2 only when both occur.

    Examples
    --------
    >>> are_ticks({"Y"}), are_ticks({"Ja", "Nee", "N.v.t."}), are_ticks({"1", "2"}), are_ticks({"1", "2", "3"})
    (True, True, True, False)
    """
    schoon = {woord.strip().casefold() for woord in woorden} - NOT_APPLICABLE
    if not schoon or not schoon <= YES | NO:
        return False
    return schoon in ({"1", "2"}, {"0", "1"}) or not schoon & {"0", "1", "2"}
