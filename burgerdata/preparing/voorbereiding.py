"""What is known of a traject before anything is collected; what is not known stays empty."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from burgerdata.errors import MethodeError
from burgerdata.instruments.suggestions import suggest
from burgerdata.schema import FASE, INSTRUMENT, TREDE

DOEL = (
    "perspectieven ophalen",
    "gevolgen toetsen",
    "oplossingen zoeken",
    "keuze wegen",
    "dienst verbeteren",
    "ervaring meten",
    "evalueren",
)
"""What citizens can be asked for."""
MIDDELEN = ("euro", "weken", "fte")
ALGEMEEN = "algemeen"
"""The target group that is everybody, as against a named one."""


@dataclass(frozen=True, kw_only=True)
class Voorbereiding:
    """The answers to the considerations of a traject, and what its first files need; everything may be empty.

    ``ruimte`` is what is still open and ``ruimte_van`` who said so and when. ``opgave`` and ``vraag`` are for the pitch
    of a community study: what the policy team struggles with, and what it would ask citizens. ``contact`` is only
    printed in the pitch.

    Raises
    ------
    MethodeError
        When a phase, a rung or an instrument does not exist.

    Examples
    --------
    >>> Voorbereiding(titel="Digitale aangifte", doel="ervaring meten", trede="raadplegen").doelgroep
    ()
    """

    titel: str = ""
    beleid: str = ""
    doel: str = ""
    ruimte: str = ""
    ruimte_van: str = ""
    fase: str = ""
    trede: str = ""
    doelgroep: tuple[str, ...] = ()
    belanghebbenden: tuple[str, ...] = ()
    middelen: Mapping[str, float] = field(default_factory=dict)
    begin: date | None = None
    besluit: date | None = None
    instrumenten: tuple[str, ...] = ()
    opgave: str = ""
    vraag: str = ""
    contact: str = ""

    def __post_init__(self) -> None:
        if self.fase:
            refuse_onbekend("de fase", self.fase, FASE)
        if self.trede:
            refuse_onbekend("de trede", self.trede, TREDE)
        for instrument in self.instrumenten:
            refuse_onbekend("het instrument", instrument, INSTRUMENT)


def refuse_onbekend(wat: str, woord: str, keuzes: tuple[str, ...]) -> None:
    """Raise MethodeError when a word is not in its list, with the word that was probably meant."""
    if woord not in keuzes:
        raise MethodeError(f"{wat} '{woord}' bestaat niet; {suggest(woord, keuzes)}")
