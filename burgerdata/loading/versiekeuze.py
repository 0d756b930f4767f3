"""Which of some versions of one file a draft names first, and why; the analyst chooses."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePosixPath

from burgerdata.getallen import join_woorden
from burgerdata.instruments.kinds import is_weight
from burgerdata.instruments.vraagregels import fold
from burgerdata.loading.herkend import Herkend
from burgerdata.loading.naamdagen import read_moment
from burgerdata.shapes import Kolom

_NUMBER = re.compile(r"(?<![^\W\d_])(?:versie|version|rev|v)[ ._-]?(\d+(?:[._]\d+)*)(?!\d)")
_FILE = r"(?:versie|version|bestand|data|export|enqu[eê]te|vragenlijst|survey|resultaten|antwoorden)"
_MARK = (
    r"(?:v|versie|version|rev|def|definitie(?:f|ve)|final|concept|draft|kopie|copy|gewogen|labels?|codes?)"
)
_AGE = rf"(?=[\W\d_]*{_FILE}(?![^\W\d_])|(?:[\W\d_]|{_MARK}(?![^\W\d_]))*$)"
"""Behind "nieuw" or "oud" of a version stands what the file is, or nothing: "Nieuwe kerk" and "Oud Zuid" are places."""
_LATE = r"(?:def|definitie(?:f|ve)|final|eind)"
_NOT_YET = rf"(?<![^\W\d_])(?:nog[ ._-]*)?(?:niet|not|bijna|pre|semi|geen)[ ._-]*{_LATE}"
_OLD = re.compile(
    rf"(?<![^\W\d_])(?:(?:concept|draft|tussenstand|voorlopige?|kopie|copy|backup){_FILE}?|{_NOT_YET}{_FILE}?"
    rf"|(?:oude?|old){_FILE}?{_AGE})(?![^\W\d_])"
)
_LAST = re.compile(rf"(?<![^\W\d_])(?:{_LATE}{_FILE}?|nieuwste|(?:nieuwe?|new){_FILE}?{_AGE})(?![^\W\d_])")
_SHOUTED = re.compile(r"(?<![^\W\d_])(?:(?P<oud>OUDE?|OLD)|NIEUWE?|NEW)(?![^\W\d_])")
"""In capitals in a name that is not: somebody marked a version, wherever it stands."""
_LAATSTE = "volgens de namen de laatste"
_WAAROM = (
    "volgens de naam de definitieve",
    _LAATSTE,  # by number
    "met een weegfactor",
    "met labels bij de codes",
    _LAATSTE,  # by anything else in them
    "met de meeste rijen",
)
"""What each part of a rank says of the version that has it."""

Naamrang = tuple[int, tuple[int, ...], tuple[int, ...]]
Rang = tuple[bool, tuple[int, ...], bool, bool, Naamrang, int]
_MOST_NAMED = 3


def rank_versie(deel: Herkend) -> Rang:
    """Return what puts a version before another, the highest first.

    A name that says definitive or has the highest number goes before anything that is in the file; then come a weight,
    labels, the rest of its name, and its rows.
    """
    kolommen = deel.tabel.kolommen if deel.tabel is not None else ()
    naam = _rank_naam(deel.bestand)
    oud_of_laatste, nummer, _ = naam
    return (
        oud_of_laatste > 0,
        nummer if oud_of_laatste >= 0 else (),
        any(map(is_weight, kolommen)),
        any(kolom.labels for kolom in kolommen),
        naam,
        deel.rijen,
    )


def state_extra(gekozen: Herkend, versie: Herkend) -> str:
    """Return which columns another version has and the chosen one has not; empty where their headers are not alike.

    Where the chosen one has columns that the other lacks, a header may only be spelled otherwise: that is no column more,
    but for a weight that the chosen one has none of.
    """
    if gekozen.tabel is None or versie.tabel is None:
        return ""
    eigen = {fold(kolom.naam) for kolom in gekozen.tabel.kolommen}
    meer = [kolom for kolom in versie.tabel.kolommen if fold(kolom.naam) not in eigen]
    if not meer or 2 * len(meer) > len(versie.tabel.kolommen):
        return ""
    ander = {fold(kolom.naam) for kolom in versie.tabel.kolommen}
    minder = [kolom for kolom in gekozen.tabel.kolommen if fold(kolom.naam) not in ander]
    gewogen = any(map(is_weight, gekozen.tabel.kolommen))
    erbij = [kolom for kolom in meer if not minder or (is_weight(kolom) and not gewogen)]
    gezegd = [
        f"{'een' if len(deel) == 1 else len(deel)} {een if len(deel) == 1 else meerdere} ({_name_koppen(deel)})"
        for deel, een, meerdere in (
            (erbij, "kolom meer", "kolommen meer"),
            ([kolom for kolom in meer if kolom not in erbij], "kop die anders is", "koppen die anders zijn"),
        )
        if deel
    ]
    return " en ".join(gezegd)


def _name_koppen(kolommen: Sequence[Kolom]) -> str:
    namen = [repr(kolom.naam) for kolom in sorted(kolommen, key=is_weight, reverse=True)]
    over = len(namen) - _MOST_NAMED
    return join_woorden(namen) if over <= 0 else f"{', '.join(namen[:_MOST_NAMED])} en nog {over}"


def state_keuze(gekozen: Herkend, versies: Sequence[Herkend]) -> str:
    """Return why the draft names this version and no other one; empty where nothing tells them apart."""
    anders = max((rank_versie(versie) for versie in versies), default=None)
    if anders is None:
        return ""
    paren = zip(_WAAROM, rank_versie(gekozen), anders, strict=True)
    return next((waarom for waarom, eigen, ander in paren if eigen != ander), "")


def _rank_naam(bestand: str) -> Naamrang:
    """Return what a name says about how late a version is: old or final, its number, its day.

    Examples
    --------
    >>> namen = ["wijk OUD v9.xlsx", "wijk.xlsx", "wijk_v2.xlsx", "wijk_v10.xlsx", "wijk_def.xlsx"]
    >>> sorted(namen[::-1], key=_rank_naam) == namen
    True
    """
    stam = PurePosixPath(bestand).stem
    naam = stam.casefold()
    geroepen = None if stam.isupper() else _SHOUTED.search(stam)
    oud = _OLD.search(naam) or (geroepen and geroepen["oud"])
    laatste = _LAST.search(re.sub(_NOT_YET, " ", naam)) or (geroepen and not geroepen["oud"])
    nummers = [tuple(map(int, re.split(r"[._]", gevonden))) for gevonden in _NUMBER.findall(naam)]
    return (
        bool(laatste) - bool(oud),
        max(nummers, default=()),
        read_moment(naam) or (),
    )
