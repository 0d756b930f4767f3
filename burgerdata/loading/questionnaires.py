"""Questionnaires among the files and the sheets of a delivery, known by the columns of the answers that they name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from burgerdata.loading.herkend import Herkend
from burgerdata.loading.label_sheets import fit_lezing
from burgerdata.shapes import Tabel

_LISTS = ("enquete", "tekst")
"""What a questionnaire without the headers of a codebook is taken for when it is looked at alone."""
_MOST_ROWS = 500


def recognise_questionnaires(herkend: Sequence[Herkend]) -> list[Herkend]:
    """Return the files, each table that has a row per question of another file as its codebook."""
    data = [
        tabel for deel in herkend if deel.soort == "enquete" and deel.lezing for tabel in deel.lezing.tabellen
    ]
    return [_recognise(deel, data) for deel in herkend]


def _recognise(deel: Herkend, data: Sequence[Tabel]) -> Herkend:
    if deel.soort not in _LISTS or deel.lezing is None or not 0 < deel.rijen <= _MOST_ROWS:
        return deel
    eigen = deel.lezing.tabellen
    lezing = fit_lezing(deel.lezing, [tabel for tabel in data if not any(tabel is een for een in eigen)])
    if lezing is deel.lezing:
        return deel
    alle = all(nieuw is not oud for nieuw, oud in zip(lezing.tabellen, eigen, strict=True))
    if not alle:
        return replace(deel, lezing=lezing)
    return replace(deel, lezing=lezing, soort="codeboek", reden="", persoon="")
