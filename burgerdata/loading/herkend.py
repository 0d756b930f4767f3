"""One file and what it was recognised as."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

import pandas as pd

from burgerdata.formats import Lezing
from burgerdata.instruments.label_lists import is_label_list
from burgerdata.instruments.rollen import read_rol
from burgerdata.instruments.survey import find_period
from burgerdata.instruments.velden import BERICHTEN
from burgerdata.loading.geen_antwoorden import Aard
from burgerdata.loading.testrijen import drop_test_rows
from burgerdata.shapes import PERSOON, Gesprek, Tabel

_FEWEST_COLUMNS = 2
_NO_CITIZEN = ("gespreksleider", "waarnemer", "professional")


@dataclass(frozen=True)
class Herkend:
    """One file and what it was recognised as.

    ``soort`` is enquete, straatgesprek, community, signaal, usability, burgerberaad, burgerdialoog, besluiten, gesprek,
    deelnemerslijst, codeboek, codeerproject, tekst (seen, no data) or onleesbaar;
    ``persoon`` is the column that numbers the persons, ``groepkolom`` that of a list of participants; ``kolommen`` are
    the roles of the columns of a table of messages, ``naamgenoten`` the one with names that is no person's, for namesakes
    cannot be told apart; ``versie_van`` is the file that this one is another version of; ``blad`` is the one sheet that this
    is about, where a workbook holds sheets of several kinds; ``aard`` is what a text holds that serves elsewhere: weights,
    figures of a population or decisions.
    """

    bestand: str
    soort: str
    lezing: Lezing | None = None
    persoon: str = ""
    groepkolom: str = ""
    reden: str = ""
    kolommen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    versie_van: str = ""
    naamgenoten: str = ""
    blad: str = ""
    aard: Aard = ""

    @cached_property
    def tabel(self) -> Tabel | None:
        """The table of the file with most rows, a codebook or one column only where there is nothing else; None for other files."""
        alle = self.lezing.tabellen if self.lezing else ()
        tabellen = [tabel for tabel in alle if not is_label_list(tabel)] or alle
        breed = [tabel for tabel in tabellen if len(tabel.kolommen) >= _FEWEST_COLUMNS]
        return max(breed or tabellen, key=lambda tabel: len(tabel.frame), default=None)

    @property
    def gesprek(self) -> Gesprek | None:
        """The conversation of the file, None for other files."""
        gesprekken = self.lezing.gesprekken if self.lezing else ()
        return gesprekken[0] if gesprekken else None

    @property
    def rijen(self) -> int:
        """Rows of the table (of messages: of all sheets), turns of the conversation, or codings of the projects."""
        if self.lezing is not None and self.lezing.codeerprojecten:
            return sum(len(project.coderingen) for project in self.lezing.codeerprojecten)
        if self.lezing is not None and self.soort in BERICHTEN:
            return sum(len(tabel.frame) for tabel in self.lezing.tabellen)
        if self.tabel is not None:
            return len(self.tabel.frame)
        return len(self.gesprek.gezegd) if self.gesprek is not None else 0

    @cached_property
    def personen(self) -> frozenset[str]:
        """Pseudonyms of the persons in the file; who leads, listens or is there for the authority is not among them."""
        if self.lezing is not None and self.soort in BERICHTEN:
            return frozenset(p for tabel in self.lezing.tabellen for p in _list_schrijvers(tabel)) - {""}
        if self.tabel is not None:
            return frozenset(self.tabel.frame[PERSOON]) - {""}
        if self.gesprek is None:
            return frozenset()
        beurten = self.gesprek.beurten
        anders = beurten["rol"].map(read_rol).isin(_NO_CITIZEN) if "rol" in beurten else False
        apart = frozenset(beurten.loc[beurten["gespreksleider"] | anders, PERSOON])
        return frozenset(beurten[PERSOON]) - apart - {""}

    @cached_property
    def periode(self) -> tuple[pd.Timestamp, pd.Timestamp] | None:
        """First and last day on which the records were made, when a column says so."""
        if self.tabel is None:
            return None
        tabel = drop_test_rows(self.tabel)
        return find_period(tabel, [kolom.naam for kolom in tabel.kolommen])


def _list_schrijvers(tabel: Tabel) -> pd.Series:
    """Return the person of each message, without those of whoever runs the platform."""
    frame = tabel.frame
    return frame.loc[~frame["gespreksleider"], PERSOON] if "gespreksleider" in frame else frame[PERSOON]
