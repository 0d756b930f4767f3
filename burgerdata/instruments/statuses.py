"""What a label says besides an answer: don't know, rather not say, not applicable."""

from __future__ import annotations

import re
from collections.abc import Iterable

_PHRASES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "weet_niet",
        (
            r"(?:dat )?(?:ik )?weet(?: ik)?(?: (?:dat|het))?(?: (?:nog|echt))? niet(?: (?:meer|precies|zeker|goed))*",
            r"(?:dat )?zou (?:ik )?(?:het )?niet weten|ik zou (?:het|dat) niet weten",
            r"(?:(?:dat |dit )?kan(?: ik)?|ik kan) (?:(?:me|mij|het|dat) )*niet (?:meer )?herinneren",
            r"(?:dat |dit )?herinner ik (?:me|mij)(?: dat| het)? niet(?: meer)?|niet meer bekend",
            r"(?:heb )?geen (?:flauw )?(?:mening|idee|oordeel|cijfer)",
            r"\?+",
            r"(?:heb )?(?:hier )?geen mening(?: over)?",
            r"ik heb (?:hier )?geen mening(?: over)?",
            r"(?:dat |dit )?kan(?: ik)?(?: (?:dat|dit|het))? niet (?:goed )?(?:zeggen|beoordelen|inschatten)",
            r"ik kan (?:dat|dit|het|hier|daar) niet (?:goed )?(?:zeggen|beoordelen|inschatten)|niet te beoordelen",
            r"(?:i )?do(?:n[’']?t| not) (?:know|remember|recall)|(?:i )?can(?:[’']?t|not) (?:remember|recall|say)",
            r"not sure",
            r"no opinion",
            r"w\.?n",
        ),
    ),
    (
        "wil_niet_zeggen",
        (
            r"(?:dat )?(?:wil|zeg) (?:ik )?(?:dat )?(?:liever )?niet(?: (?:zeggen|invullen|delen))?",
            r"wil (?:ik )?(?:dat )?(?:liever )?niet (?:zeggen|invullen|delen)",
            r"(?:zeg ik )?liever niet(?: zeggen)?",
            r"(?:wil )?geen antwoord(?: geven)?",
            r"weigert",
            r"(?:i )?(?:prefer|would rather) not (?:to )?say",
            r"no answer",
        ),
    ),
    (
        "nvt",
        (
            r"n\.? ?v\.? ?t\.?",
            r"niet van toepassing(?: (?:op|voor) mij)?",
            r"(?:is )?niet van toepassing",
            r"niet gesteld",
            r"not applicable",
            r"n/?a",
        ),
    ),
    ("missend", (r"onbekend", r"niet bekend", r"niet ingevuld", r"unknown", r"missing", r"geen gegevens?")),
)
_STATUS = tuple(
    (status, re.compile("(?:" + "|".join(patronen) + ")", re.IGNORECASE)) for status, patronen in _PHRASES
)
_BRACKETED = re.compile(r"\((nog|meer|het|zeker|precies)\)", re.IGNORECASE)
"""A word that may be left out: weet ik (nog) niet."""
_ASIDE = re.compile(r"\s*[(\[](?:spontaan|niet (?:voor|op)lezen|niet tonen)[)\]]", re.IGNORECASE)
"""What a label says to who asked."""
_PARTS = re.compile(r"\s*(?:/|,|;|\(|\)|\bof\b|\bor\b|\ben\b|–)\s*", re.IGNORECASE)
_KNOWN = re.compile(r"\bbekend\b", re.IGNORECASE)
_UNKNOWN = re.compile(r"onbekend|niet bekend", re.IGNORECASE)
_SIGNS = re.compile(r"[-–—.?/\s]+")
_FROM_OPTION = {
    "geldig": "gegeven",
    "weet_niet": "weet_niet",
    "wil_niet_zeggen": "wil_niet_zeggen",
    "nvt": "nvt",
    "missend": "leeg_onbekend",
}


def classify_label(label: str, *, missend: bool = False) -> str:
    """Return the status of an option: geldig, weet_niet, wil_niet_zeggen, nvt, or missend for any other missing code.

    A label counts only when all of it says so: "anders of wil niet zeggen" is an answer, because "anders" is.

    Examples
    --------
    >>> [classify_label(label) for label in ("weet niet / geen mening", "anders of wil niet zeggen", "N.v.t.")]
    ['weet_niet', 'geldig', 'nvt']
    >>> [classify_label(label) for label in ("Weet ik niet meer", "Ik weet het (nog) niet", "weet niet meer hoe")]
    ['weet_niet', 'weet_niet', 'geldig']
    >>> classify_label("niet ingevuld", missend=True)
    'missend'
    """
    label = _ASIDE.sub("", _BRACKETED.sub(r"\1", label))
    label = " ".join(label.replace("_", " ").split())  # the codes of Kobo and ODK are words without spaces
    kaal = label.strip().strip(".").strip()
    heel = _match(kaal) or _match(label.strip())
    delen = [_match(deel.strip()) for deel in _PARTS.split(kaal) if deel.strip()]
    if heel:
        return heel
    if delen and all(delen):
        return next(deel for deel in delen if deel)
    return "missend" if missend else "geldig"


def list_answers(labels: Iterable[str]) -> list[str]:
    """Return the labels of one question that are an answer: "niet bekend" where others tell how well something is known.

    Examples
    --------
    >>> list_answers(["Zeer bekend", "Niet bekend", "Weet niet"]), list_answers(["Man", "Niet bekend"])
    (['Zeer bekend', 'Niet bekend'], ['Man'])
    """
    alle = list(labels)
    geldig = {label for label in alle if classify_label(label) == "geldig"}
    bekend = any(_KNOWN.search(label) for label in geldig)
    return [label for label in alle if label in geldig or (bekend and is_unknown(label))]


def is_unknown(label: str) -> bool:
    """Return whether a label says that something is not known, to nobody or to who answers."""
    return _UNKNOWN.fullmatch(label.strip()) is not None


def says_nothing(cel: str) -> bool:
    """Return whether a cell among numbers is no answer: words that say so, or a mere sign in its place.

    Examples
    --------
    >>> [says_nothing(cel) for cel in ("geen idee", "n.v.t.", "?", "-", "zeven")]
    [True, True, True, True, False]
    """
    return is_blank_sign(cel) or classify_label(cel) != "geldig"


def is_blank_sign(cel: str) -> bool:
    """Return whether a cell holds nothing but a dash or points, as people fill what they leave empty."""
    return bool(_SIGNS.fullmatch(cel)) and "?" not in cel


def _match(tekst: str) -> str:
    return next((status for status, patroon in _STATUS if patroon.fullmatch(tekst)), "")


def answer_status(optie_status: str) -> str:
    """Return the status of an answer that chose an option with this status.

    A missing code without a meaning says only that the source holds no answer: leeg_onbekend.
    """
    return _FROM_OPTION[optie_status]
