"""The moderators that traject.toml names: each must speak somewhere, for who is missed counts as a citizen."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePosixPath

from burgerdata.errors import Probleem
from burgerdata.formats import Lezing
from burgerdata.intake import Zegel
from burgerdata.intake.seal_gesprek import list_leider_labels
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
        if gesprekken and sprekers.isdisjoint(_make_ids(naam, gesprekken, zegel))
    ]


def _make_ids(naam: str, gesprekken: Sequence[Gesprek], zegel: Zegel) -> set[str]:
    """Return the ids of a name in each conversation, also where a column or a word beside it says that this one leads."""
    groepen = {zegel.groep or PurePosixPath(gesprek.bestand).stem for gesprek in gesprekken}
    return {zegel.make_persoon(label, groep=groep) for label in list_leider_labels(naam) for groep in groepen}


def _report(naam: str, levering: Levering, sprekers: int) -> Probleem:
    waar = "het bestand" if len(levering.bestanden) == 1 else "de bestanden"
    aantal = {0: "staat geen spreker", 1: "staat 1 spreker, en die heet anders"}.get(
        sprekers, f"staan {sprekers} sprekers, en geen van hen heet zo"
    )
    wat = f"'{naam}' spreekt niet in levering '{levering.naam}': in {waar} {aantal}"
    remedie = "neem de naam letterlijk over zoals die bij de beurten staat, anders telt de gespreksleider als burger"
    return Probleem(wat, remedie, "traject.toml", kolom="gespreksleider")
