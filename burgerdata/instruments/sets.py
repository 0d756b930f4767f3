"""Columns that belong together although the file does not say so: ticks under one question."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby

from burgerdata.instruments.spelling import find_common_start
from burgerdata.instruments.vraagregels import fold
from burgerdata.shapes import Kolom, Tabel

_STEM = re.compile(r"(.+?)[_.]\d{1,2}")
_TICKED = frozenset(["genoemd", "gekozen", "aangevinkt", "aangekruist", "checked", "selected"])
_YES_NO = frozenset(["ja", "nee"])
_NOT_TICKED = frozenset(
    [
        "niet genoemd",
        "niet gekozen",
        "niet aangevinkt",
        "niet aangekruist",
        "unchecked",
        "not checked",
        "not selected",
    ]
)


def recognise_sets(tabel: Tabel) -> Tabel:
    """Return the table in which neighbours v6_1, v6_2, … with labels "genoemd" and "niet genoemd" are one set.

    Yes and no may as well be answers to separate questions: they make a set only when their texts say so too, by one
    beginning and a colon ("Gemeld: afval", "Gemeld: parkeren").
    """
    kolommen: list[Kolom] = []
    for stam, groep in groupby(tabel.kolommen, key=_stem_of):
        leden = list(groep)
        samen = stam and len(leden) > 1 and _belong(leden)
        kolommen += [_join(kolom, stam, leden) for kolom in leden] if samen else leden
    return replace(tabel, kolommen=tuple(kolommen))


def _stem_of(kolom: Kolom) -> str:
    naam = _STEM.fullmatch(kolom.naam)
    labels = {fold(label) for label in kolom.labels.values()}
    yes_no = labels == _YES_NO and ": " in kolom.tekst
    ticks = yes_no or (bool(labels & _TICKED) and labels <= _TICKED | _NOT_TICKED)
    return naam.group(1) if naam and ticks and not kolom.set_naam else ""


def _belong(leden: list[Kolom]) -> bool:
    if any({fold(label) for label in lid.labels.values()} == _YES_NO for lid in leden):
        return ": " in find_common_start([lid.tekst for lid in leden])
    return True


def _join(kolom: Kolom, stam: str, leden: list[Kolom]) -> Kolom:
    code = next(code for code, label in kolom.labels.items() if fold(label) in _TICKED | {"ja"})
    begin = find_common_start([lid.tekst for lid in leden]).rstrip(" :-–(")
    return replace(kolom, set_naam=stam, set_code=code, set_tekst=begin or stam)
