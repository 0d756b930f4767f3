"""One theme of a themalijst, with its patterns."""

from __future__ import annotations

from dataclasses import dataclass

from burgerdata.text.patterns import Pattern

KOLOMMEN = (
    "thema",
    "omschrijving",
    "hoort_onder",
    "woorden_wel",
    "woorden_niet",
    "voorbeeld",
    "nieuw_inzicht",
    "kompasvraag",
)
KOMPASVRAGEN = ("bk0", "bk1", "bk2", "bk3", "bk4", "bk5")


@dataclass(frozen=True)
class Thema:
    """One theme: what it is called, what it means, where it belongs and which words point to it."""

    thema_id: str
    naam: str
    omschrijving: str = ""
    ouder_id: str | None = None
    wel: tuple[Pattern, ...] = ()
    niet: tuple[Pattern, ...] = ()
    voorbeeld: str = ""
    nieuw_inzicht: bool | None = None
    herkomst: str = ""
    kompasvraag: str | None = None

    @property
    def definition(self) -> str:
        """Return what the theme means in words: name, definition, example and the words of its patterns."""
        words = " ".join(pattern.written.replace("*", "") for pattern in self.wel)
        return ". ".join(part for part in (self.naam, self.omschrijving, self.voorbeeld, words) if part)
