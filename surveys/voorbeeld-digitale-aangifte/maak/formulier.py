"""The forms of the participants: what they expect before and find after, and how the participation itself went."""

from __future__ import annotations

from burgerdata.schema.procesvragen import EENS, PROCESVRAGEN, VOORAF
from maak.loting import Loting

KENMERKEN_VOORAF = ("Geslacht", "Deed u de afgelopen twee jaar zelf aangifte?")
Blad = tuple[tuple[str, ...], list[list[object]]]
_STAND = {"P1": 4.1, "P2": 4.0, "P3": 4.3, "P4": 3.6, "P5": 4.2, "P6": 3.4, "P7": 7.4, "P8": 7.0, "T1": 5.6, "T2": 5.9}
"""Where the middle of the answers lies; T1 and T2 as they are before."""


def name_kolom(code: str) -> str:
    """Return the header of a question as the blank form has it."""
    return f"{code}. {PROCESVRAGEN[code]}"


def make_achteraf(loting: Loting, leden: list[str]) -> Blad:
    """Return a filled form afterwards, all ten questions: statements in words, grades as numbers."""
    kop = ("Deelnemer", *map(name_kolom, PROCESVRAGEN))
    return kop, [[lid, *(_antwoord(loting, code) for code in PROCESVRAGEN)] for lid in leden]


def make_formulier(loting: Loting, leden: list[str], blijvers: list[str], verschil: dict[str, float]) -> tuple[Blad, Blad]:
    """Return the forms before (everyone) and after (who stayed); in those the means differ exactly by ``verschil``."""
    voor = {code: {lid: loting.stap(_STAND[code], 1.5, 2, 9) for lid in leden} for code in VOORAF}
    na = {code: _later(loting, {lid: voor[code][lid] for lid in blijvers}, verschil[code]) for code in VOORAF}
    rijen = [[lid, *(voor[code][lid] for code in VOORAF)] for lid in leden]
    kop, later = make_achteraf(loting, blijvers)
    for rij in later:
        for code in VOORAF:
            rij[kop.index(name_kolom(code))] = na[code][str(rij[0])]
    return (("Deelnemer", *map(name_kolom, VOORAF)), rijen), (kop, later)


def make_projectleider(antwoorden: dict[str, object]) -> Blad:
    """Return the form of the project leader, filled in by one."""
    kop = ("Deelnemer", "Rol", *map(name_kolom, antwoorden))
    return kop, [["PL1", "projectleider", *antwoorden.values()]]


def _antwoord(loting: Loting, code: str) -> object:
    if code in ("P7", *VOORAF):
        return loting.stap(_STAND[code], 1.3, 1, 10)
    return EENS[loting.stap(_STAND[code], 0.85, 1, 5) - 1]


def _later(loting: Loting, voor: dict[str, int], verschil: float) -> dict[str, int]:
    """Return the grade afterwards: a person shifts a little, and the sum over all as planted."""
    na = {lid: min(10, max(1, cijfer + loting.geheel(-1, 1))) for lid, cijfer in voor.items()}
    mist = round(verschil * len(voor)) - sum(na.values()) + sum(voor.values())
    stap = 1 if mist > 0 else -1
    for lid in loting.meng(list(na)) * 3:
        if mist and 1 <= na[lid] + stap <= 10:
            na[lid] += stap
            mist -= stap
    return na
