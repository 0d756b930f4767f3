"""The moderators that traject.toml names: each must speak somewhere, for who is missed counts as a citizen."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePosixPath

from burgerdata.errors import Probleem
from burgerdata.formats import Lezing
from burgerdata.intake import Zegel
from burgerdata.settings import Levering
from burgerdata.shapes import PERSOON, Gesprek


def check_gespreksleiders(lezingen: Sequence[Lezing], levering: Levering, zegel: Zegel) -> list[Probleem]:
    """Return a problem for each named moderator who speaks in none of the conversations.

    Who does speak is never told: what stands before a turn can be the name of a citizen.
    """
    gesprekken = [gesprek for lezing in lezingen for gesprek in lezing.gesprekken]
    sprekers = {persoon for gesprek in gesprekken for persoon in gesprek.beurten[PERSOON]} - {""}
    return [
        _report(naam, levering, len(sprekers))
        for naam in levering.gespreksleider
        if gesprekken and not any(_make_id(naam, gesprek, zegel) in sprekers for gesprek in gesprekken)
    ]


def _make_id(naam: str, gesprek: Gesprek, zegel: Zegel) -> str:
    return zegel.make_persoon(naam, groep=zegel.groep or PurePosixPath(gesprek.bestand).stem)


def _report(naam: str, levering: Levering, sprekers: int) -> Probleem:
    waar = "het bestand" if len(levering.bestanden) == 1 else "de bestanden"
    aantal = {0: "staat geen spreker", 1: "staat 1 spreker, en die heet anders"}.get(
        sprekers, f"staan {sprekers} sprekers, en geen van hen heet zo"
    )
    wat = f"'{naam}' spreekt niet in levering '{levering.naam}': in {waar} {aantal}"
    remedie = "neem de naam letterlijk over zoals die bij de beurten staat, anders telt de gespreksleider als burger"
    return Probleem(wat, remedie, "traject.toml", kolom="gespreksleider")
