"""Tables that are waves of one panel although their columns are not called the same."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from pathlib import PurePosixPath

from burgerdata.instruments.vraagregels import fold, make_slug, split_code
from burgerdata.loading.golfnamen import read_meting
from burgerdata.loading.recognise import Herkend

_SAME_TEXTS = 0.6
_SAME_PERSONS = 0.5
_FEWEST_TEXTS = 3
_FEWEST_PERSONS = 5
_NO_NAME = ("", "ruw", "data", "bestanden")


def find_golven(tabellen: Sequence[Herkend]) -> list[list[Herkend]]:
    """Return the tables in groups: those of a group are waves of one panel, in order; most stand alone.

    Their names say which wave each is, and they ask mostly the same, or are of the same people of something called a panel.
    """
    groepen: list[list[Herkend]] = []
    for deel in tabellen:
        eigen = next((groep for groep in groepen if all(_are_golven(lid, deel) for lid in groep)), None)
        if eigen is None:
            groepen.append([deel])
        else:
            eigen.append(deel)
    return [sorted(groep, key=lambda deel: read_meting(deel.bestand)) for groep in groepen]


def name_panel(leden: Sequence[Herkend]) -> str:
    """Return a name for the panel: the folder in which its waves lie, else klantpanel.

    A question mark where it is not certain that these are the same people: only their questions are.
    """
    if not all(_hold_same_persons(een, ander) for een, ander in combinations(leden, 2)):
        return "?"
    mappen = {PurePosixPath(lid.bestand).parent.name for lid in leden}
    naam = make_slug(mappen.pop()) if len(mappen) == 1 else ""
    return "klantpanel" if naam in _NO_NAME else naam


def _are_golven(een: Herkend, ander: Herkend) -> bool:
    golven = read_meting(een.bestand), read_meting(ander.bestand)
    if not all(golven) or golven[0] == golven[1]:
        return False
    return _share_texts(een, ander) or _share_persons(een, ander)


def _share_texts(een: Herkend, ander: Herkend) -> bool:
    a, b = _list_texts(een), _list_texts(ander)
    kleinste = min(len(a), len(b))
    return kleinste >= _FEWEST_TEXTS and len(a & b) >= _SAME_TEXTS * kleinste


def _list_texts(deel: Herkend) -> set[str]:
    kolommen = deel.tabel.kolommen if deel.tabel is not None else ()
    koppen = [kolom.tekst or kolom.naam for kolom in kolommen]
    return {fold(split_code(kop)[1] or kop) for kop in koppen}


def _share_persons(een: Herkend, ander: Herkend) -> bool:
    """Return whether both are called a panel and hold mostly the same ids: 1, 2, 3 alone are in every file."""
    return _hold_same_persons(een, ander) and all("panel" in deel.bestand.casefold() for deel in (een, ander))


def _hold_same_persons(een: Herkend, ander: Herkend) -> bool:
    kleinste = min(len(een.personen), len(ander.personen))
    samen = len(een.personen & ander.personen)
    genummerd = bool(een.persoon and ander.persoon)
    return genummerd and kleinste >= _FEWEST_PERSONS and samen >= _SAME_PERSONS * kleinste
