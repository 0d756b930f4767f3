"""In which order the waves of a panel were held: told by words in names, then by days in names, then by the days inside."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from pathlib import PurePosixPath

import pandas as pd

from burgerdata.getallen import join_woorden
from burgerdata.instruments.momenten import NUMBER

Periode = tuple[pd.Timestamp, pd.Timestamp]
Moment = tuple[int, int, int]
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
_BEGIN = r"(?<![^\W\d_])"
_MEASURED = r"(?:golf|wave|meting|ronde|meetmoment|peiling)"
_WORDS = re.compile(
    rf"{_BEGIN}(?P<voor>nul|begin|start|voor|een|één|twee|drie|vier|vijf|zes|tussen|na|eind|slot)[-_ ]?meting(?:en)?(?![^\W\d_])"
    rf"|{_BEGIN}(?P<los>vooraf|achteraf)(?![^\W\d_])"
    r"|[-_ (](?P<slot>voor|na)\)?$"
)
_NUMBERED = re.compile(rf"{_BEGIN}(?:{_MEASURED}|[tmw])[-_ ]?(\d{{1,2}})(?!\d)")
_ORDINAL = re.compile(
    rf"(?<![^\W_])(?:(?P<cijfer>\d{{1,2}})(?:e|de|ste)|(?P<woord>eerste|tweede|derde|vierde|vijfde))[-_ ]{_MEASURED}"
)
_DAY_FIRST = re.compile(r"(?<!\d)(\d{1,2})[-_.](\d{1,2})[-_.](20\d\d)(?!\d)")
_YEAR_FIRST = re.compile(r"(?<!\d)(20\d\d)[-_. ]?(0[1-9]|1[0-2])(?:[-_. ]?([0-2]\d|3[01]))?(?!\d)")
_QUARTER = re.compile(rf"{_BEGIN}(?:q|kw|kwartaal)[-_ ]?([1-4])(?!\d)")
_MONTHS = "|".join(sorted(NUMBER, key=len, reverse=True))
_NAMED = re.compile(
    rf"(?:(?<!\d)(?P<dag>\d{{1,2}})[-_. ]*)?{_BEGIN}(?P<maand>{_MONTHS})(?![^\W\d_])[-_ .']*(?P<jaar>(?:20)?\d{{2}}(?!\d))?"
)
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")


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
    kaal = _fold_naam(naam)
    if gevonden := _WORDS.search(kaal):
        return _RANKS[next(woord for woord in gevonden.groups() if woord)]
    if gevonden := _ORDINAL.search(kaal):
        return int(gevonden["cijfer"]) if gevonden["cijfer"] else _RANKS[gevonden["woord"]]
    gevonden = _NUMBERED.search(kaal)
    return int(gevonden.group(1)) if gevonden else None


def read_moment(naam: str) -> Moment | None:
    """Return the year, month and day in a name, 0 for what is not there; None when there is none, or more than one.

    Examples
    --------
    >>> read_moment("panel 2026-04-13.xlsx"), read_moment("panel okt2026 (2).xlsx"), read_moment("panel mei.xlsx")
    ((2026, 4, 13), (2026, 10, 0), (0, 5, 0))
    """
    kaal = _NUMBERED.sub(" ", _ORDINAL.sub(" ", _fold_naam(naam)))
    dagen = {(int(jaar), int(maand), int(dag)) for dag, maand, jaar in _DAY_FIRST.findall(kaal)}
    dagen = dagen or {
        (int(jaar), int(maand), int(dag or 0)) for jaar, maand, dag in _YEAR_FIRST.findall(kaal)
    }
    jaren = {int(jaar) for jaar in _YEAR.findall(kaal)}
    if not dagen:
        dagen = {
            (
                2000 + int(deel["jaar"]) % 100 if deel["jaar"] else 0,
                NUMBER[deel["maand"]],
                int(deel["dag"] or 0),
            )
            for deel in _NAMED.finditer(kaal)
        }
        if len(jaren) == 1:
            (jaar,) = jaren
            dagen = {(eigen or jaar, maand, dag) for eigen, maand, dag in dagen}
            kwartaal = _QUARTER.search(kaal)
            dagen = dagen or {(jaar, 3 * int(kwartaal.group(1)) - 2 if kwartaal else 0, 0)}
    return dagen.pop() if len(dagen) == 1 else None


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


def _fold_naam(naam: str) -> str:
    stam = PurePosixPath(naam)
    return (stam.stem if stam.suffix.strip(".").isalpha() else stam.name).casefold()
