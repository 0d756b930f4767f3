"""Tables that are waves of one panel although their columns are not called the same."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from pathlib import PurePosixPath

import pandas as pd

from burgerdata.instruments.vraagregels import fold, make_slug, split_code
from burgerdata.loading.afdruk import strip_marks
from burgerdata.loading.gelijke_vragen import count_alike
from burgerdata.loading.golfnamen import read_blad, read_meting
from burgerdata.loading.golfvolgorde import Golfbron, order_golven
from burgerdata.loading.herkend import Herkend
from burgerdata.loading.naamdagen import read_moment
from burgerdata.shapes import PERSOON, RECORD, RIJ

_SAME_TEXTS = 0.6
_SAME_PERSONS = 0.5
_FEWEST_TEXTS = 3
_ALIKE, _FEWEST_ALIKE = 0.5, 2
"""Of the questions of the same people."""
_FEWEST_PERSONS = 5
_SAME_TRAITS, _MOST_COMMON = 0.9, 0.75
"""Persons of whom a trait is the same twice; a trait that most people have says little about who they are."""
_FEWEST_TURNS = 2
"""Times that a trait changes from row to row, per answer that it has: less is a file in its order, alike in any two files."""
_NO_NAME = ("", "ruw", "data", "bestanden")


def find_golven(tabellen: Sequence[Herkend]) -> list[list[Herkend]]:
    """Return the tables in groups: those of a group are waves of one panel; most stand alone.

    Their names say which wave each is, and they ask mostly the same, or are of the same people of something called a panel;
    or the same people of a panel were asked mostly the same at another time.
    """
    groepen: list[list[Herkend]] = []
    for deel in tabellen:
        eigen = next((groep for groep in groepen if all(_are_golven(lid, deel) for lid in groep)), None)
        if eigen is None:
            groepen.append([deel])
        else:
            eigen.append(deel)
    return groepen


def order_leden(leden: Sequence[Herkend]) -> tuple[tuple[Herkend, ...], str]:
    """Return the waves in the order in which they were held, and what is not sure about it."""
    orde = order_golven([Golfbron(_name_bron(lid), lid.periode) for lid in leden])
    return tuple(leden[plek] for plek in orde.plekken), orde.twijfel


def read_golf(deel: Herkend) -> str:
    """Return which wave a table is: by the name of its sheet, where it is one of several, else of its file."""
    return read_blad(deel.blad) if deel.blad else read_meting(deel.bestand)


def tell_golf(deel: Herkend) -> str:
    """Return what tells which wave a table is, as words for the analyst."""
    if read_golf(deel) or not deel.periode:
        return "de naam van het blad" if deel.blad else "de naam van het bestand"
    return "de dagen in het bestand"


def are_golfbladen(bladen: Sequence[Herkend]) -> bool:
    """Return whether two sheets or more are a wave each: surveys with mostly the same columns, each called another wave."""
    golven = [deel for deel in bladen if read_golf(deel)]
    namen = {read_golf(deel) for deel in golven}
    if not all(deel.soort == "enquete" for deel in golven) or not len(namen) == len(golven) > 1:
        return False
    # a sheet with the same columns that is called no wave may be all of them together
    anders = [deel for deel in bladen if deel.soort == "enquete" and not read_golf(deel)]
    samen = any(_share_texts(golven[0], deel) for deel in anders)
    return not samen and all(_share_texts(een, ander) for een, ander in combinations(golven, 2))


def _name_bron(deel: Herkend) -> str:
    return deel.blad if deel.blad and read_blad(deel.blad) else PurePosixPath(deel.bestand).name


def hold_same_people(een: Herkend, ander: Herkend) -> bool:
    """Return whether two tables that are no versions hold the same people: by their ids, and by what these persons are.

    Ids alone may be 1, 2, 3 of anybody, so a name must say so as well, or a trait that is the same in both.
    """
    if not _hold_same_persons(een, ander):
        return False
    momenten = read_moment(een.bestand), read_moment(ander.bestand)
    if momenten[0] and momenten[1] and momenten[0][:2] != momenten[1][:2]:  # a day may be that of an export
        return True
    if strip_marks(een.bestand) == strip_marks(ander.bestand):
        return False
    return all("panel" in deel.bestand.casefold() for deel in (een, ander)) or _share_traits(een, ander)


def _share_traits(een: Herkend, ander: Herkend) -> bool:
    """Return whether a column with more than one answer says the same about nearly each person in both tables."""
    if een.tabel is None or ander.tabel is None:
        return False
    a, b = (
        deel.tabel.frame.drop_duplicates(PERSOON).set_index(PERSOON) for deel in (een, ander) if deel.tabel
    )
    samen = a.index.intersection(b.index).drop("", errors="ignore")
    telt = _only_count(een, ander)
    for naam in a.columns.intersection(b.columns).difference([RECORD, RIJ]):
        links, rechts = a.loc[samen, naam].astype("str"), b.loc[samen, naam].astype("str")
        gevuld = (links != "") & (rechts != "")
        if gevuld.sum() < _FEWEST_PERSONS:
            continue
        gelijk = (links == rechts)[gevuld].mean()
        toeval = links[gevuld].value_counts(normalize=True).max()
        if gelijk >= _SAME_TRAITS and toeval <= _MOST_COMMON and not (telt and _is_ordered(links[gevuld])):
            return True
    return False


def _is_ordered(cellen: pd.Series) -> bool:
    """Return whether rows lie in the order of this column: first all tenants, then all owners."""
    return int(cellen.ne(cellen.shift()).sum()) <= _FEWEST_TURNS * cellen.nunique()


def name_panel(leden: Sequence[Herkend]) -> str:
    """Return a name for the panel: the folder in which its waves lie, else klantpanel.

    A question mark where it is not certain that these are the same people: only their questions are.
    """
    if not all(_hold_same_persons(een, ander) for een, ander in combinations(leden, 2)):
        return "?"
    paden = {PurePosixPath(lid.bestand) for lid in leden}
    mappen = {pad.stem if len(paden) == 1 and leden[0].blad else pad.parent.name for pad in paden}
    map_ = mappen.pop() if len(mappen) == 1 else ""
    naam = make_slug(map_) if map_ else ""
    return "klantpanel" if naam in _NO_NAME else naam


def _are_golven(een: Herkend, ander: Herkend) -> bool:
    golven = read_golf(een), read_golf(ander)
    if all(golven):
        return golven[0] != golven[1] and (_share_texts(een, ander) or _share_persons(een, ander))
    return _held_apart(een, ander) and _ask_same_people(een, ander)


def _held_apart(een: Herkend, ander: Herkend) -> bool:
    """Return whether two tables were filled one after the other: by the days in them, else by those in their names."""
    if een.periode and ander.periode:
        return een.periode[1] < ander.periode[0] or ander.periode[1] < een.periode[0]
    momenten = read_moment(een.bestand), read_moment(ander.bestand)
    return bool(momenten[0] and momenten[1] and momenten[0][:2] != momenten[1][:2])


def _ask_same_people(een: Herkend, ander: Herkend) -> bool:
    """Return whether people whom something tells to be the same were asked mostly the same, in whatever words.

    Numbers that are alike may be of anybody: a file or its header of persons must speak of a panel, or a trait be the same.
    """
    if not _hold_same_persons(een, ander):
        return False
    if not (_speaks_of_panel(een, ander) or _share_traits(een, ander)):
        return False
    a, b = sorted((_list_texts(een), _list_texts(ander)), key=len)
    gelijk = count_alike(sorted(a), sorted(b))
    return gelijk >= _FEWEST_ALIKE and gelijk >= _ALIKE * len(a)


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
    """Return whether two tables hold mostly the same ids, and these are of people and do not only count rows."""
    kleinste = min(len(een.personen), len(ander.personen))
    samen = len(een.personen & ander.personen)
    genummerd = bool(een.persoon and ander.persoon)
    gelijk = genummerd and kleinste >= _FEWEST_PERSONS and samen >= _SAME_PERSONS * kleinste
    return gelijk and not are_numbered_apart(een, ander)


def are_numbered_apart(een: Herkend, ander: Herkend) -> bool:
    """Return whether two tables number their people from 1 each, and nothing tells that number 1 is the same person in both."""
    return _only_count(een, ander) and not _speaks_of_panel(een, ander) and not _share_traits(een, ander)


def _only_count(een: Herkend, ander: Herkend) -> bool:
    return all(deel.tabel is not None and deel.tabel.telt for deel in (een, ander))


def _speaks_of_panel(een: Herkend, ander: Herkend) -> bool:
    return any("panel" in f"{deel.bestand} {deel.persoon}".casefold() for deel in (een, ander))
