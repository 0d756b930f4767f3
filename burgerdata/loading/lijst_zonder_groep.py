"""A list of participants that does not say in which conversation somebody was: looked up where that is plain."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import PurePosixPath

from burgerdata.formats import Lezing
from burgerdata.intake import Zegel
from burgerdata.intake.seal import fold_label
from burgerdata.loading.andere_groepen import place_groepen, rename_personen
from burgerdata.shapes import PERSOON, Gesprek

Groepen = Sequence[tuple[str, set[str]]]
"""The name of each group with the ids of who speaks in it."""


def place_deelnemers(
    lijst: Lezing, gesprekken: Sequence[Gesprek], zegel: Zegel, elders: Sequence[Gesprek] = ()
) -> Lezing:
    """Return the list with each person as the one of the conversation in which the code speaks.

    With one conversation that is this one. With more, a code must be in one of them only and once on the list; numbers of
    which one is in two conversations begin anew in each, and then none of them says who it is. ``elders`` are the
    conversations of other deliveries with this list, read with this seal: who speaks in one of those as well is not known
    to be the one here. For a list with groups see ``place_groepen``.
    """
    if any(groep for groep, _, _ in zegel.sprekers.rijen):
        return place_groepen(lijst, gesprekken, zegel)
    codes = [code for _, code, _ in zegel.sprekers.rijen]
    sprekers = [*_list_sprekers(gesprekken, zegel), *_list_sprekers(elders, zegel)]
    nieuw = _find_ids(codes, sprekers, zegel)
    return rename_personen(lijst, nieuw)


def _list_sprekers(gesprekken: Sequence[Gesprek], zegel: Zegel) -> list[tuple[str, set[str]]]:
    """Return the ids of who speaks in each group, where somebody does."""
    sprekers: dict[str, set[str]] = {}
    for gesprek in gesprekken:
        groep = zegel.groep or PurePosixPath(gesprek.bestand).stem
        sprekers.setdefault(groep, set()).update(gesprek.beurten[PERSOON])
    return [(groep, wie) for groep, wie in sprekers.items() if wie - {""}]


def _find_ids(codes: Sequence[str], sprekers: Groepen, zegel: Zegel) -> dict[str, str]:
    """Return the id that a code has on the list -> the one that it has in its conversation."""
    if len(sprekers) == 1:
        ((groep, _),) = sprekers
        return {zegel.make_persoon(code): zegel.make_persoon(code, groep=groep) for code in codes}
    gevonden = {code: _find_in(code, sprekers, zegel) for code in codes}
    opnieuw = any(len(ids) > 1 for code, ids in gevonden.items() if _is_numbered(code))
    keer = Counter(fold_label(code) for code in codes)
    return {
        zegel.make_persoon(code): ids[0]
        for code, ids in gevonden.items()
        if len(ids) == keer[fold_label(code)] == 1 and not (opnieuw and _is_numbered(code))
    }


def _find_in(code: str, sprekers: Groepen, zegel: Zegel) -> list[str]:
    """Return the ids of a code in the groups in which it speaks."""
    ids = ((zegel.make_persoon(code, groep=groep), wie) for groep, wie in sprekers)
    return [persoon for persoon, wie in ids if persoon in wie]


def _is_numbered(code: str) -> bool:
    return any(teken.isdigit() for teken in code)
