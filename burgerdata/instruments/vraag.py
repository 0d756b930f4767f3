"""A question as an instrument asks it: where its answers stand and which options it has."""

from __future__ import annotations

from dataclasses import dataclass

GESLOTEN = ("een_antwoord", "schaal", "stelling", "taak")
"""Kinds of question of which a person chooses one option."""
MEERVOUDIG = ("meer_antwoorden", "rangorde")
"""Kinds of question of which a person may have several rows."""


@dataclass(frozen=True)
class Optie:
    """One answer option of a question."""

    code: str
    label: str
    waarde: float | None = None
    status: str = "geldig"


@dataclass(frozen=True)
class Vraag:
    """One question, statement or task: its columns in the source and everything that the contract wants to know.

    ``namen`` gives, for a question over several columns, the label of each column as an option. ``herkomst`` is the
    question that it was recoded from (sheet groepen), and empty for a question that was asked; ``leeg`` is what an empty
    cell means, where the analyst knows.
    """

    vraag_id: str
    kolommen: tuple[str, ...]
    tekst: str
    soort: str
    rol: str = "inhoud"
    kort: str = ""
    gebruik: str = ""
    aspect: str = ""
    fase: str = ""
    kompasvraag: str = ""
    omkeren: bool = False
    reeks: str = ""
    item: str = ""
    schaal: str = ""
    eenheid: str = ""
    ouder_vraag_id: str = ""
    ouder_code: str = ""
    opties: tuple[Optie, ...] = ()
    namen: tuple[str, ...] = ()
    gekozen_code: str = ""
    herkomst: str = ""
    leeg: str = ""

    @property
    def statussen(self) -> dict[str, str]:
        """Return code → status of the options."""
        return {optie.code: optie.status for optie in self.opties}
