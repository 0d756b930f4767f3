"""Microsoft Forms (.xlsx, or saved as CSV): one row per response, choices as labels joined by ``;`` with one at the end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from burgerdata.formats.choice_columns import read_single_column
from burgerdata.formats.choice_lists import describe_anders, describe_lists, split_closed_lists
from burgerdata.formats.header_rows import keep_columns, list_header_rows, read_rectangles, rename_columns
from burgerdata.formats.lezing import Ruw
from burgerdata.formats.rankings import find_ranking, spread_ranking
from burgerdata.intake.identifying import classify_header, fold_header
from burgerdata.intake.logboek import Logboek
from burgerdata.shapes import VELDWERK, Bron, Kolom, Tabel

_BEGIN = frozenset(
    ["starttime", "begintijd", "starttijd", "startzeit", "heurededébut", "horadeinicio", "oradiinizio"]
)
_EIND = frozenset(
    [
        "completiontime",
        "tijdvanvoltooien",
        "tijdvanvoltooiing",
        "voltooiingstijd",
        "tijdstipvanvoltooien",
        "eindtijd",
        "fertigstellungszeit",
        "heuredefin",
        "horadefinalización",
        "oradicompletamento",
    ]
)
_VELDWERK = (
    _BEGIN
    | _EIND
    | frozenset(
        [
            "lastmodifiedtime",
            "tijdvanlaatstewijziging",
            "laatstgewijzigd",
            "zeitderletztenänderung",
            "heuredeladernièremodification",
            "horadelaúltimamodificación",
            "language",
            "taal",
            "totalpoints",
            "totaalaantalpunten",
            "totaalpunten",
            "quizfeedback",
            "toetsfeedback",
            "gradepostedtime",
            "tijdwaaropcijferisgeplaatst",
        ]
    )
)
_PERSON = frozenset(
    ["email", "emailadres", "name", "naam", "correoelectrónico", "nombre", "nom", "adresseemail"]
)
_ANONYMOUS = frozenset(["anonymous", "anoniem", "anonym", "anonyme", "anónimo"])
_QUIZ = re.compile(r"(?:points|punten|feedback|puntos|punkte)\s*[-–]\s*(.+)", re.IGNORECASE | re.DOTALL)


def recognise_msforms(rijen: Sequence[Sequence[str]]) -> bool:
    """Return whether the first row is that of Microsoft Forms: ID, moment of beginning, moment of completion.

    Examples
    --------
    >>> recognise_msforms([["ID", "Begintijd", "Tijd van voltooien", "E-mail", "Naam", "Wat vindt u?"]])
    True
    """
    kop = [fold_header(cel) for cel in rijen[0][:3]] if rijen else []
    return len(kop) == 3 and kop[0] == "id" and kop[1] in _BEGIN and kop[2] in _EIND


def read_msforms(bron: Bron, *, blad: str = "") -> list[Ruw]:
    """Return the responses; a sheet that is not of Forms (someone's own counts) is handed on as Excel has it.

    A question with several answers stays one column, its choices joined by ``;``; what persons typed at "other" is
    moved to a column of its own. A ranking gets a column per item. Points and feedback of a quiz are not questions.

    Raises
    ------
    BronError
        When the file cannot be read as a table.
    """
    return [
        _read_responses(ruw) if recognise_msforms(list_header_rows(ruw, 1)) else ruw
        for ruw in read_rectangles(bron, blad=blad)
    ]


def _read_responses(ruw: Ruw) -> Ruw:
    koppen = list_header_rows(ruw, 1)[0]
    tabel, logboek = rename_columns(ruw, koppen, formaat="msforms")
    tabel = _drop_emptied(tabel, logboek)
    kolommen: list[Kolom] = []
    data: dict[str, pd.Series] = {}
    for plek, kolom in enumerate(tabel.kolommen):
        if plek and fold_header(kolom.naam) in _VELDWERK:
            kolommen.append(replace(kolom, soort=VELDWERK))
            continue
        nieuw, cellen = _read_column(kolom, tabel.frame[kolom.naam])
        kolommen += nieuw
        data |= cellen
    frame = tabel.frame.assign(**data)
    return Ruw(keep_columns(replace(tabel, frame=frame), kolommen), ruw.records_in, logboek)


def _drop_emptied(tabel: Tabel, logboek: Logboek) -> Tabel:
    """Return the table without columns of an anonymous form that say only so, and without those about a quiz."""
    namen = {fold_header(kolom.naam) for kolom in tabel.kolommen}
    houden = []
    for kolom in tabel.kolommen:
        cellen = tabel.frame[kolom.naam].str.strip()
        persoon = fold_header(kolom.naam) in _PERSON and set(cellen.str.casefold().unique()) <= _ANONYMOUS | {
            ""
        }
        quiz = _QUIZ.fullmatch(kolom.naam)
        if persoon or (quiz is not None and fold_header(quiz.group(1)) in namen):
            logboek.note("kolom_weggelaten", kolom=kolom.naam, aantal=max(int((cellen != "").sum()), 1))
        else:
            houden.append(kolom)
    return keep_columns(tabel, houden)


def _read_column(kolom: Kolom, cellen: pd.Series) -> tuple[Sequence[Kolom], dict[str, pd.Series]]:
    """Return what a column is and its cells: several columns for a ranking or for own texts."""
    gevuld = cellen[cellen.str.strip() != ""]
    if gevuld.empty or classify_header(kolom.naam):
        return (kolom,), {}
    if not gevuld.str.rstrip().str.endswith(";").all():
        return read_single_column(kolom, cellen)
    if items := find_ranking(cellen):
        data, kolommen = spread_ranking(cellen, kolom, items)
        return kolommen, data
    lijst = split_closed_lists(cellen)
    anders = {describe_anders(kolom).naam: lijst.anders} if lijst.aantal_anders else {}
    return describe_lists(kolom, lijst), {kolom.naam: lijst.cellen} | anders
