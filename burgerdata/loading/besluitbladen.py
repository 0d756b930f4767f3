"""A workbook with a list of decisions beside a survey: the decisions are taken over, and the survey stays the survey it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from burgerdata.loading.herkend import Herkend
from burgerdata.loading.ongelezen_bladen import state_ander_blad, state_rijen

_VAN_MENSEN = ("enquete", "straatgesprek")
_ERNAAST = frozenset([*_VAN_MENSEN, "besluiten", "codeboek", "tekst"])


def split_besluiten(los: Sequence[Herkend]) -> list[Herkend]:
    """Return the sheets of a workbook where one lists decisions beside one of people; none of any other workbook.

    Of several sheets of people the longest is read, as it is without decisions: whether the others are of other years only
    a person knows.
    """
    van_mensen = [deel for deel in los if deel.soort in _VAN_MENSEN]
    soorten = {deel.soort for deel in los}
    if not van_mensen or "besluiten" not in soorten or not soorten <= _ERNAAST:
        return []
    kern = max(van_mensen, key=lambda deel: deel.rijen)
    return [
        _set_aside(deel, kern) if deel.soort in _VAN_MENSEN and deel is not kern else deel for deel in los
    ]


def _set_aside(deel: Herkend, kern: Herkend) -> Herkend:
    """Return a sheet of people that is not read, with how many rows it has."""
    reden = f"{state_rijen(deel.rijen)}; {state_ander_blad(deel.blad, kern.blad)}"
    return replace(deel, soort="tekst", reden=reden)
