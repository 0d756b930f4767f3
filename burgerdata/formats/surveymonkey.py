"""SurveyMonkey (CSV, .xlsx): questions in the first row, options in the second; or one row, "question - option".

A cell without a question belongs to the question to its left. A tick holds its own option as text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

import pandas as pd

from burgerdata.formats.choice_columns import read_comma_column
from burgerdata.formats.choice_lists import split_choice_codes
from burgerdata.formats.column_groups import GEKOZEN, Groep, describe_group, split_shared_text
from burgerdata.formats.header_rows import (
    keep_columns,
    lift_rows,
    list_header_rows,
    read_rectangles,
    rename_columns,
)
from burgerdata.formats.lezing import Ruw
from burgerdata.formats.moments import write_moments
from burgerdata.intake.identifying import classify_header, fold_header
from burgerdata.shapes import VELDWERK, Bron, Kolom, Tabel

_RESPONDENT = frozenset(["respondentid", "respondentnummer", "idrespondent", "befragtenid", "idderépondant"])
_NUMBER = re.compile(r"\s*\d{8,13}(?:\.0)?\s*")
_FIELDWORK = re.compile(
    r"collector(?:id)?|verzamelaar(?:id)?|startdate|enddate|datecreated|datemodified|begindatum|startdatum|einddatum"
    r"|datumaangemaakt|datumgewijzigd|customdata\d*|aangepastegegevens\d*"
)
_DATE = re.compile(
    r"(?:start|end|begin|eind)dat(?:e|um)|datecreated|datemodified|datumaangemaakt|datumgewijzigd"
)
_ONE_ANSWER = frozenset(["", "response", "antwoord", "reactie", "respons"])
_OPEN = frozenset(["openendedresponse", "openantwoord", "openreactie", "antwoordopopenvraag", "openvraag"])
_OTHER = re.compile(r"\s*(?:other\b|anders\b|andere\b|overige?\b).*", re.IGNORECASE | re.DOTALL)
_AMOUNT = r"\s*-?\d{1,6}(?:[.,]\d+)?\s*"
"""A number asked in a text box, such as an age; what is longer may be a telephone number."""
_DASH = " - "


def recognise_surveymonkey(rijen: Sequence[Sequence[str]]) -> bool:
    """Return whether these are the first rows of a SurveyMonkey export: its respondent ids are long numbers.

    Of an export of which the respondents were numbered anew, the row of options below the header tells.

    Examples
    --------
    >>> recognise_surveymonkey([["Respondent ID", "Wat vindt u?"], ["", "Response"], ["11223344556", "Goed"]])
    True
    >>> recognise_surveymonkey([["RespondentID", "cijfer"], ["1", "7"]])
    False
    """
    if not rijen or not rijen[0] or fold_header(rijen[0][0]) not in _RESPONDENT:
        return False
    collector = len(rijen[0]) > 1 and fold_header(rijen[0][1]).startswith(("collector", "verzamelaar"))
    options = (
        len(rijen) > 2
        and not rijen[1][0].strip()
        and any(map(str.strip, rijen[1]))
        and bool(rijen[2][0].strip())
    )
    return (
        collector or options or any(bool(rij) and _NUMBER.fullmatch(rij[0]) is not None for rij in rijen[1:3])
    )


def read_surveymonkey(bron: Bron, *, blad: str = "") -> list[Ruw]:
    """Return the responses; options of one question are a set, a grid or a ranking, own texts have their own column.

    Raises
    ------
    BronError
        When the file cannot be read as a table.
    """
    return [
        _read_responses(ruw) if recognise_surveymonkey(list_header_rows(ruw)) else ruw
        for ruw in read_rectangles(bron, blad=blad, kop=0)
    ]


def _read_responses(ruw: Ruw) -> Ruw:
    rijen = list_header_rows(ruw, 2)
    twee = len(rijen) > 1 and not rijen[1][0].strip()
    vragen, items = _split_two_rows(rijen) if twee else _split_one_row(rijen[0])
    namen = [
        vraag if _is_one(item) else f"{vraag}{_DASH}{item}" for vraag, item in zip(vragen, items, strict=True)
    ]
    tabel, logboek = rename_columns(lift_rows(ruw, 1) if twee else ruw, namen, formaat="surveymonkey")
    for naam in [kolom.naam for kolom in tabel.kolommen if _DATE.fullmatch(fold_header(kolom.naam))]:
        tabel = write_moments(tabel, naam, logboek, maand_eerst=True)
    kolommen: list[Kolom] = []
    data: dict[str, pd.Series] = {}
    for groep in _list_groups(tabel.kolommen, vragen, items):
        nieuw, cellen = _describe(groep, tabel)
        kolommen += nieuw
        data |= cellen
    frame = tabel.frame.assign(**data)
    return Ruw(keep_columns(replace(tabel, frame=frame), kolommen), ruw.records_in - twee, logboek)


def _split_two_rows(rijen: Sequence[Sequence[str]]) -> tuple[list[str], list[str]]:
    """Return per column the question, taken from the left where it is blank, and the option under it."""
    vragen: list[str] = []
    for cel in rijen[0]:
        vragen.append(" ".join(cel.split()) or (vragen[-1] if vragen else ""))
    return vragen, [" ".join(cel.split()) for cel in rijen[1]]


def _split_one_row(kop: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return per column the question and the option, where neighbours share what stands before a dash."""
    schoon = [" ".join(cel.split()) for cel in kop]
    vragen, items = list(schoon), [""] * len(schoon)
    for _, leden in groupby(range(len(schoon)), key=lambda plek: schoon[plek].split(_DASH)[0]):
        plekken = list(leden)
        eerste = schoon[plekken[0]]
        hoofd = _DASH not in eerste  # the question itself, with the text at "other" to its right
        if len(plekken) > 1:
            samen, rest = (eerste, ()) if hoofd else split_shared_text([schoon[plek] for plek in plekken])
            for nummer, plek in enumerate(plekken):
                vragen[plek] = samen
                items[plek] = schoon[plek].removeprefix(eerste).removeprefix(_DASH) if hoofd else rest[nummer]
    return vragen, items


def _is_one(item: str) -> bool:
    return fold_header(item) in _ONE_ANSWER | _OPEN


def _list_groups(kolommen: Sequence[Kolom], vragen: Sequence[str], items: Sequence[str]) -> Iterator[Groep]:
    """Yield the columns of each question; a question that comes back with the same words is another one."""
    gezien: Counter[str] = Counter()
    for vraag, leden in groupby(range(len(kolommen)), key=lambda plek: vragen[plek]):
        plekken = list(leden)
        gezien[vraag] += 1
        naam = vraag if gezien[vraag] == 1 else f"{vraag} ({gezien[vraag]})"
        yield Groep(naam, vraag, tuple(kolommen[p] for p in plekken), tuple(items[p] for p in plekken))


def _describe(groep: Groep, tabel: Tabel) -> tuple[Sequence[Kolom], dict[str, pd.Series]]:
    if _FIELDWORK.fullmatch(fold_header(groep.tekst)):
        return [replace(kolom, soort=VELDWERK) for kolom in groep.kolommen], {}
    if classify_header(groep.tekst) or fold_header(groep.tekst) in _RESPONDENT:
        return groep.kolommen, {}
    groep, eigen = _split_other(groep, tabel.frame)
    if len(groep.kolommen) > 1:
        kolommen, data = describe_group(groep, tabel.frame)
    else:
        kolommen, data = _describe_one(groep, tabel.frame)
    if eigen is None:
        return kolommen, data
    return _add_other(kolommen, data, eigen, groep, tabel.frame)


def _split_other(groep: Groep, frame: pd.DataFrame) -> tuple[Groep, Kolom | None]:
    """Return the columns without the last one when that holds what persons typed at "other"."""
    laatste, item = groep.kolommen[-1], groep.items[-1]
    waarden = set(frame[laatste.naam].str.strip().unique()) - {"", item}
    if len(groep.kolommen) < 2 or not _OTHER.fullmatch(item) or not waarden:
        return groep, None
    return replace(groep, kolommen=groep.kolommen[:-1], items=groep.items[:-1]), laatste


def _describe_one(groep: Groep, frame: pd.DataFrame) -> tuple[tuple[Kolom, ...], dict[str, pd.Series]]:
    (kolom,), (item,) = groep.kolommen, groep.items
    if fold_header(item) in _OPEN:
        gevuld = frame[kolom.naam][frame[kolom.naam].str.strip() != ""]
        getal = len(gevuld) > 0 and gevuld.str.fullmatch(_AMOUNT).all()
        return (replace(kolom, tekst=groep.tekst, soort="getal" if getal else "open"),), {}
    cellen = frame[kolom.naam]
    letters = cellen[cellen.str.contains(",", regex=False)].str.contains(r"[^\W\d_]").all()
    if letters and (lijst := split_choice_codes(cellen)) is not None:
        meer = replace(kolom, set_naam=kolom.naam, set_tekst=kolom.tekst, soort="meer_antwoorden")
        return (meer,), {kolom.naam: lijst}
    return read_comma_column(kolom, cellen)


def _add_other(
    kolommen: Sequence[Kolom], data: dict[str, pd.Series], eigen: Kolom, groep: Groep, frame: pd.DataFrame
) -> tuple[Sequence[Kolom], dict[str, pd.Series]]:
    """Return the columns with the own texts as an open question; among ticks a text is a tick at "other" as well."""
    label = eigen.tekst.rpartition(_DASH)[2]
    tekst = replace(eigen, naam=f"{groep.naam} anders", tekst=f"{groep.tekst}{_DASH}{label}", soort="open")
    data = data | {tekst.naam: frame[eigen.naam]}
    if kolommen[0].soort != "meer_antwoorden" or not kolommen[0].set_code:
        return [*kolommen, tekst], data
    tikken = [kolom for kolom in kolommen if _OTHER.fullmatch(kolom.tekst.removeprefix(groep.tekst + _DASH))]
    if not tikken:
        tik = replace(kolommen[0], naam=eigen.naam, tekst=tekst.tekst, herkomst=eigen.herkomst)
        data[tik.naam] = frame[eigen.naam].where(frame[eigen.naam].str.strip() == "", GEKOZEN)
        kolommen, tikken = [*kolommen, tik], [tik]
    return [*kolommen, replace(tekst, ouder_kolom=tikken[-1].naam, ouder_code=tikken[-1].naam)], data
