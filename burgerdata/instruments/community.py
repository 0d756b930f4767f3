"""Online community: what people wrote and voted on a platform; a Polis conversation is a round of votes."""

from __future__ import annotations

from collections.abc import Sequence

from burgerdata.errors import ContractError, Probleem
from burgerdata.formats.lezing import Lezing
from burgerdata.instruments.stemronde import build_stemronde, is_stemronde
from burgerdata.instruments.survey import Tabellen
from burgerdata.instruments.vraagregels import Vragenlijst
from burgerdata.settings import Levering
from burgerdata.shapes import Tabel


def build_community(
    lezingen: Sequence[Lezing], levering: Levering, lijst: Vragenlijst, *, hulp: Sequence[Tabel] = ()
) -> list[Tabellen]:
    """Return the contract tables of an online community.

    Raises
    ------
    ContractError
        When the files are of no platform that can be read, or hold what does not fit.
    """
    if is_stemronde(lezingen):
        return build_stemronde(lezingen, levering, lijst, hulp=hulp)
    wat = f"de bestanden van levering '{levering.naam}' zijn niet van een platform dat burgerdata kent"
    raise ContractError([Probleem(wat, "zie docs/formaten.md voor wat er te lezen is", "traject.toml")])
