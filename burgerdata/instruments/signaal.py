"""Signalen: complaints, contact records and reports from practice -> one activity; who complains came forward.

A signal of which nobody noted who gave it is text and no person. The channel is the groep.
"""

from __future__ import annotations

from collections.abc import Sequence

from burgerdata.formats.lezing import Lezing
from burgerdata.instruments.community import build_community
from burgerdata.instruments.survey import Tabellen
from burgerdata.instruments.vraagregels import Vragenlijst
from burgerdata.settings import Levering
from burgerdata.shapes import Tabel


def build_signaal(
    lezingen: Sequence[Lezing], levering: Levering, lijst: Vragenlijst, *, hulp: Sequence[Tabel] = ()
) -> list[Tabellen]:
    """Return the contract tables of one collection of signals: messages like those of a community, mostly without replies.

    Raises
    ------
    ContractError
        When no column holds what people said, or a column of ``kolommen`` is in none of the files.
    """
    return build_community(lezingen, levering, lijst, hulp=hulp)
