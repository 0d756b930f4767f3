"""Tables that hold no answers of people: what such a table serves elsewhere, and why it is no data."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from burgerdata.cellen import list_cells
from burgerdata.formats import Lezing
from burgerdata.formats.tools import PLATFORMS
from burgerdata.getallen import format_getal
from burgerdata.instruments.vraagregels import fold
from burgerdata.loading.beantwoording import BEANTWOORDING, is_beantwoording
from burgerdata.loading.losse_gewichten import holds_weights, state_gewichten
from burgerdata.loading.uitkomsttabel import (
    BEVOLKING,
    UITKOMSTEN,
    holds_bevolking,
    holds_results,
    holds_shares,
    tell_aantallen,
)
from burgerdata.shapes import Tabel

Aard = Literal["", "gewichten", "bevolking", "besluiten"]
"""What a file without answers serves elsewhere: weights, figures of a population, or a list of decisions."""
ONLY_CODES = "alleen codes, geen teksten; neem de codes over in themalijst.xlsx, of exporteer het hele project als .qdpx"
_NO_TABLE = "geen tabel met antwoorden"
_ONLY_HEADERS = "alleen koppen, geen rijen; vraag om het bestand met de antwoorden erin"
_DRAAITABEL = "een draaitabel met uitkomsten, geen antwoorden"
_PIVOT = ("rijlabels", "row labels")
"""What Excel writes above the first column of a pivot table."""
_TAGS = {"tag", "description", "number of highlights"}
"""The headers of the codebook that Taguette exports as a table."""
_FEWEST_COLUMNS = 2
_WORDS = 3
"""Words that people write on average where they were asked for a text."""


def tell_geen_antwoorden(
    lezing: Lezing | None, tabel: Tabel | None, weg: Sequence[str], persoon: str = ""
) -> tuple[Aard, str]:
    """Return what a table serves elsewhere and why it holds no answers of people; both empty when it may hold them.

    ``weg`` are the headers that sealing took away, ``persoon`` is the one that numbers the persons.
    """
    if lezing is None or tabel is None:
        return "", _NO_TABLE
    if not any(len(deel.frame) for deel in lezing.tabellen):
        return "", _ONLY_HEADERS
    if lezing.formaat in PLATFORMS:
        return "", ""  # its format says what it is, however few columns are left
    if holds_weights(tabel, [*weg, *filter(None, [persoon])]):
        return "gewichten", state_gewichten(tabel)
    if len(tabel.kolommen) < _FEWEST_COLUMNS and not (persoon and _holds_texts(tabel)):
        return "", _tell_weg(weg) or _NO_TABLE
    if reden := _tell_geteld(tabel, lezing.tabellen):
        return "", reden
    if holds_bevolking(tabel):
        return "bevolking", BEVOLKING
    return "", _tell_rest(tabel, lezing.tabellen, weg)


def _holds_texts(tabel: Tabel) -> bool:
    """Return whether a table is what people wrote, and nothing else: one open question is a survey too."""
    cellen = [str(cel) for kolom in tabel.kolommen for cel in list_cells(tabel.frame[kolom.naam])]
    return sum(len(cel.split()) for cel in cellen) >= _WORDS * len(cellen) > 0


def _tell_weg(weg: Sequence[str]) -> str:
    """Return why a table of which questions were taken away for the names in them holds too little; empty for any other."""
    aantal = sum("?" in kop for kop in weg)
    if not aantal:
        return ""
    wat = "1 vraag is" if aantal == 1 else f"{format_getal(aantal)} vragen zijn"
    return f"te weinig over om te lezen: {wat} weggelaten om de namen die erin staan; zet een soort (buur, arts) waar een naam staat"


def _tell_geteld(tabel: Tabel, tabellen: Sequence[Tabel]) -> str:
    """Return why a table of outcomes, or one that was counted on an evening, is no data; empty for any other."""
    if fold(tabel.kolommen[0].naam) in _PIVOT:
        return _DRAAITABEL
    return UITKOMSTEN if all(map(holds_results, tabellen)) else tell_aantallen(tabel)


def _tell_rest(tabel: Tabel, tabellen: Sequence[Tabel], weg: Sequence[str]) -> str:
    """Return why shares, a codebook of tags or answers to citizens are no data; empty for any other table."""
    if all(map(holds_shares, tabellen)):
        return UITKOMSTEN
    if {fold(kolom.naam) for kolom in tabel.kolommen} == _TAGS:
        return ONLY_CODES
    return BEANTWOORDING if is_beantwoording(tabel, weg) else ""
