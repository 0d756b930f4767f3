"""Columns that belong together although the file does not say so: ticks under one question."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

import pandas as pd

from burgerdata.cellen import is_filled, list_cells
from burgerdata.instruments.spelling import find_common_start
from burgerdata.instruments.vraagregels import fold
from burgerdata.shapes import GEVULD, VELDWERK, Kolom, Tabel

_STEM = re.compile(r"(.+?)[_.]\d{1,2}")
_TICKED = frozenset(["genoemd", "gekozen", "aangevinkt", "aangekruist", "checked", "selected"])
_YES_NO = frozenset(["ja", "nee"])
_VRAAG = re.compile(r"(?P<vraag>.*\w.*\?(?: ?\([^()]*\))?) ?[-–—:|] ?(?P<optie>\S.*)")
"""A question before its option: "Wat deed u? - Gebeld", "Wat deed u? (meer antwoorden mogelijk) - Gebeld"."""
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

_PATH = re.compile(r"(?P<vraag>\S(?:.*\S)?)\s*(?P<teken>[/.:-])\s*(?P<optie>[^/.:\s]+)")
"""How KoboToolbox and ODK name the column of one option."""
_NAMED = 3
"""How many options stand for a question of which the file does not hold the words."""
_MADE = frozenset(["csv", "excel"])
_OPTIONS = 3
"""Columns with a slash in their name that are options of one question, without a column with all choices."""
_ONE, _ZERO = frozenset(["1", "true", "waar"]), frozenset(["0", "false", "onwaar"])


def recognise_sets(tabel: Tabel) -> Tabel:
    """Return the table in which neighbours v6_1, v6_2, … with labels "genoemd" and "niet genoemd" are one set.

    Yes and no may as well be answers to separate questions: they make a set only when their texts say so too, by one
    beginning and a colon ("Gemeld: afval", "Gemeld: parkeren") or by one question before a dash ("Wat deed u? - Gebeld"),
    of a table made by hand also where the cells themselves say ja and nee. So are columns of 0 and 1 that a form tool named after
    their question and option ("knelpunten/kosten"), and neighbours whose cells hold their own header or nothing.
    """
    tabel = _recognise_echoes(_recognise_paths(tabel))
    kolommen: list[Kolom] = []
    for stam, groep in groupby(tabel.kolommen, key=lambda kolom: _stem_of(tabel, kolom)):
        leden = list(groep)
        samen = stam and len(leden) > 1 and _belong(tabel, leden)
        kolommen += [_join(tabel, kolom, stam, leden) for kolom in leden] if samen else leden
    return replace(tabel, kolommen=tuple(kolommen))


def _stem_of(tabel: Tabel, kolom: Kolom) -> str:
    """Return what the options of one question have in common: the start of their names, or their question; else nothing."""
    if kolom.set_naam:
        return ""
    naam = _STEM.fullmatch(kolom.naam)
    labels = {fold(label) for label in kolom.labels.values()}
    if naam and labels & _TICKED and labels <= _TICKED | _NOT_TICKED:
        return naam.group(1)
    vraag = _find_vraag(kolom)
    if labels == _YES_NO:
        return naam.group(1) if naam and (vraag or ": " in kolom.tekst) else ""
    los = tabel.formaat in _MADE and not (labels or kolom.soort)
    return vraag if los and vraag and _find_ja(tabel, kolom) else ""


def _find_vraag(kolom: Kolom) -> str:
    """Return the question that stands before the option in the text of a column; empty where none does."""
    gevonden = _VRAAG.fullmatch(" ".join((kolom.tekst or kolom.naam).split()))
    return gevonden["vraag"] if gevonden else ""


def _find_ja(tabel: Tabel, kolom: Kolom) -> str:
    """Return how a column of nothing but ja and nee writes ja; empty for any other column."""
    waarden = _list_values(tabel, kolom)
    ja = [waarde for waarde in waarden if fold(waarde) == "ja"]
    return ja[0] if len(ja) == 1 and {fold(waarde) for waarde in waarden} == _YES_NO else ""


def _belong(tabel: Tabel, leden: list[Kolom]) -> bool:
    """Return whether columns of one start are options: yes and no to one question must be said by the same people."""
    if all({fold(label) for label in lid.labels.values()} & _TICKED for lid in leden):
        return True
    if ": " in find_common_start([lid.tekst for lid in leden]):
        return True
    vragen = {_find_vraag(lid) for lid in leden}
    gevuld = pd.DataFrame({lid.naam: is_filled(tabel.frame[lid.naam]) for lid in leden})
    # who skipped one would count there as a no
    samen = (gevuld.all(axis=1) | ~gevuld.any(axis=1)).all()
    return len(vragen) == 1 and vragen != {""} and bool(samen)


def _join(tabel: Tabel, kolom: Kolom, stam: str, leden: list[Kolom]) -> Kolom:
    code = next((code for code, label in kolom.labels.items() if fold(label) in _TICKED | {"ja"}), "")
    tekst = " ".join((kolom.tekst or kolom.naam).split())
    vragen = {_find_vraag(lid) for lid in leden}
    begin = find_common_start([lid.tekst for lid in leden]).rstrip(" :-–(")
    if len(vragen) == 1 and vragen != {""}:
        (begin,) = vragen
        kolom = replace(kolom, tekst=tekst)
    return replace(kolom, set_naam=stam, set_code=code or _find_ja(tabel, kolom), set_tekst=begin or stam)


def _recognise_paths(tabel: Tabel) -> Tabel:
    """Return the table in which "vraag/optie" columns of 0 and 1 are a set, and the column with all choices is not asked.

    That other column must tell that they are options: two questions of one group are named so too. Three options or more with
    a slash need it not.
    """
    if tabel.formaat not in _MADE:
        return tabel  # the reader of a form tool knows more of its columns
    namen = {fold(kolom.naam): kolom.naam for kolom in tabel.kolommen}
    groepen: dict[str, list[Kolom]] = {}
    for kolom in tabel.kolommen:
        pad = _PATH.fullmatch(kolom.naam.strip())
        if pad and not (kolom.set_naam or kolom.labels or kolom.soort) and _find_one(tabel, kolom):
            heel = namen.get(fold(pad["vraag"]), "")
            if pad["teken"] == "/" or (heel and _lists(tabel.frame[heel], pad["optie"])):
                groepen.setdefault(pad["vraag"], []).append(kolom)
    sets = {
        vraag: leden
        for vraag, leden in groepen.items()
        if len(leden) > 1
        and _filled_alike(tabel, leden)
        and (len(leden) >= _OPTIONS or _is_told(tabel, namen.get(fold(vraag), ""), leden))
    }
    nieuw = {lid.naam: _join_path(tabel, lid, vraag) for vraag, leden in sets.items() for lid in leden}
    geheel = {
        naam
        for vraag, leden in sets.items()
        if (naam := namen.get(fold(vraag), "")) and _repeats(tabel, naam, leden)
    }
    kolommen = tuple(
        replace(kolom, soort=VELDWERK) if kolom.naam in geheel else nieuw.get(kolom.naam, kolom)
        for kolom in tabel.kolommen
    )
    return replace(tabel, kolommen=kolommen) if nieuw else tabel


def _recognise_echoes(tabel: Tabel) -> Tabel:
    """Return the table in which neighbours are a set that say their own header where it was chosen, as Typeform writes.

    Such a file does not hold the question, so that its text is what could be chosen. Where one question ends and the next
    begins shows only if nobody chose something of both.
    """
    if tabel.formaat not in _MADE:
        return tabel
    kolommen: list[Kolom] = []
    for echoot, groep in groupby(tabel.kolommen, key=lambda kolom: _echoes(tabel, kolom)):
        for leden in _part(tabel, list(groep)) if echoot else [list(groep)]:
            kolommen += _join_echoes(leden) if echoot and len(leden) > 1 else leden
    return replace(tabel, kolommen=tuple(kolommen))


def _join_echoes(leden: Sequence[Kolom]) -> list[Kolom]:
    opties = [lid.naam for lid in leden]
    tekst = name_opties(opties)
    return [replace(lid, set_naam=opties[0], set_tekst=tekst, set_code=GEVULD) for lid in leden]


def name_opties(opties: Sequence[str]) -> str:
    """Return what stands for a question of which the file does not hold the words.

    Examples
    --------
    >>> name_opties(["bus", "fiets"]), name_opties(["bus", "fiets", "auto", "trein"])
    ('bus, fiets', 'bus, fiets, auto, …')
    """
    return ", ".join(opties[:_NAMED]) + ("" if len(opties) <= _NAMED else ", …")


def _part(tabel: Tabel, leden: list[Kolom]) -> list[list[Kolom]]:
    """Return neighbours in the parts of which nobody chose in two, each a question in which somebody chose more."""
    gekozen = pd.DataFrame({lid.naam: is_filled(tabel.frame[lid.naam]) for lid in leden})
    for plek in range(2, len(leden) - 1):
        voor, na = gekozen.iloc[:, :plek].sum(axis=1), gekozen.iloc[:, plek:].sum(axis=1)
        if voor.max() > 1 and na.max() > 1 and not (voor.gt(0) & na.gt(0)).any():
            return [leden[:plek], *_part(tabel, leden[plek:])]
    return [leden]


def _echoes(tabel: Tabel, kolom: Kolom) -> bool:
    los = not (kolom.set_naam or kolom.labels or kolom.soort)
    return los and set(map(fold, _list_values(tabel, kolom))) == {fold(kolom.naam)}


def _list_values(tabel: Tabel, kolom: Kolom) -> list[str]:
    """Return what the cells of a column say, each once."""
    return sorted({str(cel).strip() for cel in list_cells(tabel.frame[kolom.naam])} - {""})


def _find_one(tabel: Tabel, kolom: Kolom) -> str:
    """Return what means chosen in a column of nothing but 0 and 1 (or false and true); empty for any other column."""
    cellen = {str(cel).strip() for cel in list_cells(tabel.frame[kolom.naam])} - {""}
    ja = [cel for cel in cellen if fold(cel) in _ONE]
    return ja[0] if len(ja) == 1 and all(fold(cel) in _ONE | _ZERO for cel in cellen) else ""


def _filled_alike(tabel: Tabel, leden: Sequence[Kolom]) -> bool:
    """Return whether in each row all options have a cell or none, and one means chosen: they were asked together."""
    gevuld = pd.DataFrame({lid.naam: is_filled(tabel.frame[lid.naam]) for lid in leden})
    woorden = {_find_one(tabel, lid) for lid in leden}
    return bool((gevuld.all(axis=1) | ~gevuld.any(axis=1)).all()) and len(woorden) == 1


def _lists(cellen: pd.Series, optie: str) -> bool:
    """Return whether an option is a word of some cell of the column with all choices."""
    return any(optie in str(cel).split() for cel in list_cells(cellen))


def _is_told(tabel: Tabel, heel: str, leden: Sequence[Kolom]) -> bool:
    """Return whether a column with all choices names one of these options."""
    paden = [pad["optie"] for lid in leden if (pad := _PATH.fullmatch(lid.naam.strip()))]
    return bool(heel) and any(_lists(tabel.frame[heel], optie) for optie in paden)


def _repeats(tabel: Tabel, naam: str, leden: Sequence[Kolom]) -> bool:
    """Return whether a column says with words what the columns of its options say with 0 and 1."""
    opties = {match["optie"] for lid in leden if (match := _PATH.fullmatch(lid.naam.strip()))}
    woorden = {woord for cel in list_cells(tabel.frame[naam]) for woord in str(cel).split()}
    return bool(woorden) and woorden <= opties


def _join_path(tabel: Tabel, kolom: Kolom, vraag: str) -> Kolom:
    pad = _PATH.fullmatch(kolom.naam.strip())
    optie = (pad["optie"] if pad else kolom.naam).replace("_", " ")
    naam = vraag.rpartition("/")[2]
    return replace(
        kolom, set_naam=vraag, set_code=_find_one(tabel, kolom), set_tekst=naam, tekst=f"{naam}: {optie}"
    )
