"""In which order the waves of a panel were held: told by words in names, then by days in names, then by the days inside."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

import pandas as pd

from burgerdata.getallen import join_woorden
from burgerdata.loading.naamdagen import BEGIN, NUMBERED, ORDINAL, fold_naam, read_moment

Periode = tuple[pd.Timestamp, pd.Timestamp]
TWIJFEL = "?"
"""Ends the name of a wave of which the place is not sure: the analyst takes it away."""
_FIRST, _BETWEEN, _LAST = 0, 50, 99
_RANKS: Mapping[str, int] = {
    **dict.fromkeys(("nul", "begin", "start", "voor", "vooraf"), _FIRST),
    **{naam: nummer for nummer, naam in enumerate(("een", "twee", "drie", "vier", "vijf", "zes"), start=1)},
    **{naam: nr for nr, naam in enumerate(("eerste", "tweede", "derde", "vierde", "vijfde"), start=1)},
    "één": 1,
    "tussen": _BETWEEN,
    **dict.fromkeys(("na", "eind", "slot", "achteraf"), _LAST),
}
"""A word before "meting" → its place."""
_WORDS = re.compile(
    rf"{BEGIN}(?P<voor>nul|begin|start|voor|een|één|twee|drie|vier|vijf|zes|tussen|na|eind|slot)[-_ ]?meting(?:en)?(?![^\W\d_])"
    rf"|{BEGIN}(?P<los>vooraf|achteraf)(?![^\W\d_])"
    r"|[-_ (](?P<slot>voor|na)\)?$"
)


@dataclass(frozen=True)
class Golfbron:
    """What tells when a wave was held: the name of its file, or of the wave, and the first and last day in it."""

    naam: str
    periode: Periode | None = None


@dataclass(frozen=True)
class Volgorde:
    """The order of waves as places in what was given; ``twijfel`` says what is not sure about it, empty when nothing is."""

    plekken: tuple[int, ...]
    twijfel: str = ""


def order_golven(bronnen: Sequence[Golfbron]) -> Volgorde:
    """Return the order of waves: by words in the names, else by days in the names, else by the days inside the files.

    It is in doubt where two of these contradict each other, where none says anything, and where months have no year.

    Examples
    --------
    >>> order_golven([Golfbron("Eenmeting_okt2026.xlsx"), Golfbron("nulmeting april 2026.xlsx")])
    Volgorde(plekken=(1, 0), twijfel='')
    >>> order_golven([Golfbron("panel a.xlsx"), Golfbron("panel b.xlsx")]).twijfel
    'niets zegt welke meting eerst kwam'
    """
    gezegd = {waarom: orde for waarom, orde in _list_orders(bronnen).items() if orde}
    if not gezegd:
        return Volgorde(tuple(range(len(bronnen))), "niets zegt welke meting eerst kwam")
    eerste, *rest = gezegd.items()
    anders = [waarom for waarom, orde in rest if orde != eerste[1]]
    if anders:
        return Volgorde(eerste[1], f"{eerste[0]} zeggen dit, en {join_woorden(anders)} iets anders")
    momenten = [read_moment(bron.naam) for bron in bronnen]
    zonder_jaar = all(moment is not None and not moment[0] for moment in momenten)
    alleen = eerste[0] == _IN_NAAM and not rest and zonder_jaar
    return Volgorde(eerste[1], "bij de maanden in de namen staat geen jaar" if alleen else "")


def find_tegenspraak(bronnen: Sequence[Golfbron]) -> tuple[str, int, int] | None:
    """Return what says that two waves stand in the wrong order, with the places of these; None when nothing does.

    Examples
    --------
    >>> find_tegenspraak([Golfbron("eenmeting.xlsx"), Golfbron("nulmeting.xlsx")])
    ('de woorden in de namen', 0, 1)
    """
    for waarom, sleutel in _KEYS.items():
        for een, ander in combinations(range(len(bronnen)), 2):
            orde = _sort([bronnen[een], bronnen[ander]], sleutel)
            if orde == (1, 0):
                return waarom, een, ander
    return None


def read_rang(naam: str) -> int | None:
    """Return the place that words or a number in a name give a wave, None when they give none.

    Examples
    --------
    >>> [read_rang(naam) for naam in ("nulmeting.xlsx", "T1 panel", "2e golf", "enquete_na.csv", "panel mei.xlsx")]
    [0, 1, 2, 99, None]
    """
    kaal = fold_naam(naam)
    if gevonden := _WORDS.search(kaal):
        return _RANKS[next(woord for woord in gevonden.groups() if woord)]
    if gevonden := ORDINAL.search(kaal):
        return int(gevonden["cijfer"]) if gevonden["cijfer"] else _RANKS[gevonden["woord"]]
    gevonden = NUMBERED.search(kaal)
    return int(gevonden.group(1)) if gevonden else None


_IN_WOORD, _IN_NAAM, _IN_BESTAND = (
    "de woorden in de namen",
    "de maanden of jaren in de namen",
    "de dagen in de bestanden",
)
_Sleutel = Callable[[Golfbron], tuple[int, ...] | None]
_KEYS: Mapping[str, _Sleutel] = {
    _IN_WOORD: lambda bron: None if (rang := read_rang(bron.naam)) is None else (rang,),
    _IN_NAAM: lambda bron: read_moment(bron.naam),
    _IN_BESTAND: lambda bron: (
        None if bron.periode is None else (bron.periode[0].toordinal(), bron.periode[1].toordinal())
    ),
}
"""What can tell the order, the surest first."""


def _list_orders(bronnen: Sequence[Golfbron]) -> dict[str, tuple[int, ...] | None]:
    return {waarom: _sort(bronnen, sleutel) for waarom, sleutel in _KEYS.items()}


def _sort(bronnen: Sequence[Golfbron], sleutel: _Sleutel) -> tuple[int, ...] | None:
    """Return the order of places, None unless each wave has a key, all of one kind, that is its own.

    Days that overlap tell only where both the first and the last are later.
    """
    sleutels = [gevonden for bron in bronnen if (gevonden := sleutel(bron)) is not None]
    if len(sleutels) < len(bronnen) or len(set(sleutels)) < len(sleutels):
        return None
    soorten = {tuple(deel > 0 for deel in gevonden[:2]) for gevonden in sleutels if len(gevonden) == 3}
    if len(soorten) > 1:
        return None
    orde = sorted(range(len(sleutels)), key=lambda plek: sleutels[plek])
    if any(
        len(sleutels[een]) == 2
        and not all(a < b for a, b in zip(sleutels[een], sleutels[ander], strict=True))
        for een, ander in pairwise(orde)
    ):
        return None
    return tuple(orde)
