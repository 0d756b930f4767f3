"""Answer scales that are recognised from their labels, from low to high, whichever way round the source has them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from burgerdata.instruments.graded_words import place_graded


@dataclass(frozen=True)
class Schaal:
    """A scale found in labels: its name, whether it is one of agreement, the rank of each label (1 = low), and its number of steps."""

    naam: str
    stelling: bool
    rang: dict[str, int]
    stappen: int

    def runs_down(self, labels: Sequence[str]) -> bool:
        """Return whether the labels, in this order, run from high to low."""
        rangen = [self.rang[label] for label in labels if label in self.rang]
        return len(rangen) > 1 and rangen[0] > rangen[-1]


_MIDDLE = r"neutraal|neutral|niet .+,? (?:en |maar ook |noch )?niet .+|noch .+ noch .+|tussenin|gaat wel|soms wel.* soms niet"
_FAMILIES: tuple[tuple[str, bool, tuple[str, ...]], ...] = (
    (
        "eens",
        True,
        (
            r"(?:helemaal|volledig|zeer|sterk|geheel) (?:mee )?oneens|(?:helemaal|absoluut) niet mee eens|strongly disagree",
            r"(?:mee |een beetje (?:mee )?)?oneens|niet mee eens|(?:somewhat )?disagree",
            rf"{_MIDDLE}|niet (?:mee )?eens,? ?(?:en |/ ?)?(?:maar ook )?niet (?:mee )?oneens|neither agree nor disagree",
            r"(?:mee |een beetje (?:mee )?)?eens|(?:somewhat )?agree",
            r"(?:helemaal|volledig|zeer|sterk|geheel) (?:mee )?eens|strongly agree",
        ),
    ),
    (
        "tevreden",
        False,
        (
            r"(?:zeer|heel|erg) ontevreden|very dissatisfied",
            r"(?:een beetje )?ontevreden|dissatisfied",
            rf"{_MIDDLE}|niet tevreden,? (?:en |maar ook )?niet ontevreden",
            r"(?:een beetje )?tevreden|satisfied",
            r"(?:zeer|heel|erg) tevreden|very satisfied",
        ),
    ),
    (
        "vertrouwen",
        False,
        (
            r"(?:heel|zeer|erg) weinig(?: vertrouwen)?|(?:helemaal )?geen(?: enkel)? vertrouwen",
            r"weinig vertrouwen|weinig|niet zo veel vertrouwen",
            rf"{_MIDDLE}|niet veel,? (?:en )?niet weinig(?: vertrouwen)?|enig vertrouwen",
            r"(?:tamelijk |redelijk )?veel(?: vertrouwen)?",
            r"(?:heel|zeer|erg) veel(?: vertrouwen)?",
        ),
    ),
    (
        "belang",
        False,
        (
            r"(?:helemaal|totaal) niet belangrijk|(?:zeer|heel) onbelangrijk",
            r"niet(?: zo)? belangrijk|onbelangrijk|weinig belang",
            rf"{_MIDDLE}|niet belangrijk,? (?:en )?niet onbelangrijk|(?:een )?beetje belangrijk",
            r"(?:best |tamelijk )?belangrijk",
            r"(?:heel|zeer|erg) belangrijk",
        ),
    ),
    (
        "oordeel",
        False,
        (
            r"(?:zeer|heel|erg) slecht",
            r"slecht|matig|onvoldoende",
            rf"{_MIDDLE}|niet goed,? (?:en )?niet slecht|redelijk|voldoende",
            r"goed",
            r"(?:zeer|heel|erg) goed|uitstekend",
        ),
    ),
    (
        "vaak",
        False,
        (
            r"(?:bijna )?nooit(?: \w+)?|never",
            r"zelden(?: \w+)?|een paar keer per jaar|rarely",
            r"soms(?: \w+)?|maandelijks|sometimes|af en toe|monthly",
            r"vaak(?: \w+)?|meestal(?: \w+)?|usually|wekelijks|regelmatig|often|weekly",
            r"(?:bijna )?altijd(?: \w+)?|dagelijks|always|daily|elke dag",
        ),
    ),
    (
        "voor",
        False,
        (
            r"(?:helemaal|zeer|sterk|heel erg|volledig) tegen",
            r"(?:eerder |enigszins |(?:een )?beetje )?tegen",
            rf"{_MIDDLE}|(?:niet )?voor (?:en|noch|of) (?:niet )?tegen",
            r"(?:eerder |enigszins |(?:een )?beetje )?voor",
            r"(?:helemaal|zeer|sterk|heel erg|volledig) voor",
        ),
    ),
    (
        "positief",
        False,
        (
            r"(?:zeer|heel|erg) negatief|very negative",
            r"(?:eerder |(?:een )?beetje )?negatief|negative",
            rf"{_MIDDLE}",
            r"(?:eerder |(?:een )?beetje )?positief|positive",
            r"(?:zeer|heel|erg) positief|very positive",
        ),
    ),
    (
        "gemak",
        False,
        (
            r"(?:zeer|heel|erg) moeilijk",
            r"moeilijk",
            rf"{_MIDDLE}|niet makkelijk,? (?:en )?niet moeilijk",
            r"(?:ge)?makkelijk",
            r"(?:zeer|heel|erg) (?:ge)?makkelijk",
        ),
    ),
    (
        "waarschijnlijk",
        False,
        (
            r"(?:nee,? )?(?:zeker|zeer waarschijnlijk) niet|zeer onwaarschijnlijk",
            r"(?:nee,? )?waarschijnlijk niet|onwaarschijnlijk",
            rf"{_MIDDLE}|misschien",
            r"(?:ja,? )?waarschijnlijk(?: wel)?",
            r"(?:ja,? )?zeker(?: wel)?|zeer waarschijnlijk",
        ),
    ),
)
_COMPILED = tuple(
    (naam, stelling, tuple(re.compile(f"(?:{patroon})", re.IGNORECASE) for patroon in patronen))
    for naam, stelling, patronen in _FAMILIES
)
_FEWEST_STEPS = 3
_KEUZE = ("voor",)
"""What two labels of are a vote, and no scale."""
_MIDDEN = 2
_MET_MIDDEN = {0: 1, 1: 2, _MIDDEN: 3, 3: 4, 4: 5}
_ZONDER_MIDDEN = {0: 1, 1: 2, 3: 3, 4: 4}


def recognise_most(labels: Sequence[str]) -> Schaal | None:
    """Return the scale that all labels belong to but a few stray ones, which then have no rank.

    Three steps must be there, and more steps than strays: a word typed in the wrong cell does not undo a scale.

    Examples
    --------
    >>> recognise_most(["mee eens", "neutraal", "mee oneens", "zie boven"]).rang
    {'mee eens': 4, 'neutraal': 3, 'mee oneens': 2}
    """
    for _, _, patronen in _COMPILED:
        bekend = [label for label in labels if _place(label, patronen) is not None]
        if len(bekend) >= _FEWEST_STEPS and len(bekend) > len(labels) - len(bekend):
            return recognise_schaal(bekend)
    return None


def recognise_schaal(labels: Sequence[str]) -> Schaal | None:
    """Return the scale that all these labels belong to, or None; two labels of different rank are the least.

    Examples
    --------
    >>> schaal = recognise_schaal(["helemaal mee eens", "mee eens", "neutraal", "mee oneens"])
    >>> schaal.naam, schaal.rang["mee oneens"], schaal.runs_down(["mee eens", "mee oneens"])
    ('eens', 2, True)
    >>> recognise_schaal(["Noord", "Zuid"]) is None
    True
    >>> recognise_schaal(["heel nodig", "nodig", "niet nodig"]).rang  # any adjective in degrees
    {'heel nodig': 4, 'nodig': 3, 'niet nodig': 2}
    """
    for naam, stelling, patronen in _COMPILED:
        plekken = {label: _place(label, patronen) for label in labels}
        gevonden = {label: plek for label, plek in plekken.items() if plek is not None}
        minste = _FEWEST_STEPS if naam in _KEUZE else 2
        if len(gevonden) == len(labels) and len(set(gevonden.values())) >= max(minste, len(labels) - 1):
            return _make_schaal(naam, stelling, gevonden)
    eigen = place_graded(labels)
    return _make_schaal(eigen[0], False, eigen[1]) if eigen else None


def _make_schaal(naam: str, stelling: bool, plekken: dict[str, int]) -> Schaal:
    """Return the scale with ranks by place in the family, not among the labels: a step nobody chose keeps its number."""
    rangen = _MET_MIDDEN if _MIDDEN in plekken.values() else _ZONDER_MIDDEN
    return Schaal(naam, stelling, {label: rangen[plek] for label, plek in plekken.items()}, len(rangen))


def _place(label: str, patronen: tuple[re.Pattern[str], ...]) -> int | None:
    kaal = " ".join(re.sub(r"^\s*\d+\s*[=.:)-]\s*|[.!]+\s*$", "", label).split())
    # The outer steps are tried first: "zeer goed" also ends in what a middle step may look like.
    for plek in (0, 4, 1, 3, 2):
        if patronen[plek].fullmatch(kaal):
            return plek
    return None
