"""Qualtrics (CSV, TSV, .xlsx): names, question texts and import ids in three header rows; two in legacy files.

The second row is in the language of whoever exported it; what a column is follows from the import ids, else from the
names, which are never translated.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

import pandas as pd

from burgerdata.formats.choice_lists import split_choice_codes, split_unnamed_choices
from burgerdata.formats.column_groups import Groep, describe_group, split_shared_text
from burgerdata.formats.header_rows import (
    drop_rows,
    keep_columns,
    lift_rows,
    list_header_rows,
    read_rectangles,
    rename_columns,
)
from burgerdata.formats.lezing import Ruw
from burgerdata.formats.qualtrics_columns import Rol, is_import_row, is_legacy, list_headers, read_role
from burgerdata.intake.logboek import Logboek
from burgerdata.shapes import OVERGESLAGEN, Bron, Kolom, Tabel

_MOMENT = re.compile(r"\s*\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:[ T].*)?")
_PREVIEW = re.compile(r"preview|vorschau|voorbeeld|aperçu|vista previa|anteprima|test", re.IGNORECASE)
_PREVIEW_CODES = frozenset(["1", "2", "9", "17"])
_CODE = r"\s*\d{1,3}\s*"
_SEEN_EMPTY = "-99"
_ADDED = re.compile(r" - (?:Selected Choice|Geselecteerde keuze)(?= - |$)| - (?:Text|Tekst)$")
"""What Qualtrics itself writes behind the text of a question."""
_UNFINISHED = ("0", "false", "onwaar", "falsch", "faux", "falso")
_FIRST = ("StartDate", "EndDate", "Status")


def recognise_qualtrics(rijen: Sequence[Sequence[str]]) -> bool:
    """Return whether these are the first rows of a Qualtrics export, with or without its extra header rows.

    Examples
    --------
    >>> recognise_qualtrics([["StartDate", "EndDate", "Status", "ResponseId", "Q1"], ["Anfang", "Ende", "Typ", "", ""]])
    True
    >>> recognise_qualtrics([["StartDate", "EndDate", "Cijfer"]])
    False
    """
    if not rijen:
        return False
    kop = [cel.strip() for cel in rijen[0]]
    modern = "ResponseId" in kop and len(set(_FIRST) & set(kop)) > 1
    return modern or any(is_import_row(rij) for rij in rijen[1:3]) or is_legacy(rijen)


def read_qualtrics(bron: Bron, *, blad: str = "") -> list[Ruw]:
    """Return the responses without previews and tests; a question with several answers is a set, a grid a reeks.

    A cell that Qualtrics marks as seen and left empty (-99) becomes OVERGESLAGEN. Status, progress, timing, language,
    text analysis and display order are kept as fieldwork.

    Raises
    ------
    BronError
        When the file cannot be read as a table.
    """
    return [
        _read_responses(ruw) if recognise_qualtrics(list_header_rows(ruw)) else ruw
        for ruw in read_rectangles(bron, blad=blad)
    ]


def _read_responses(ruw: Ruw) -> Ruw:
    rijen = list_header_rows(ruw)
    aantal = _count_header_rows(rijen)
    namen = list_headers(rijen)
    teksten = rijen[1] if aantal > 1 else rijen[0]
    ids = rijen[aantal - 1] if is_import_row(rijen[aantal - 1]) else [""] * len(namen)
    tabel, logboek = rename_columns(lift_rows(ruw, aantal - 1), namen, formaat="qualtrics")
    rollen = [read_role(naam, import_id) for naam, import_id in zip(namen, ids, strict=True)]
    kolommen = tuple(
        replace(kolom, tekst=_ADDED.sub("", " ".join(tekst.split())) or kolom.naam, soort=rol.soort)
        for kolom, tekst, rol in zip(tabel.kolommen, teksten, rollen, strict=True)
    )
    tabel = replace(tabel, kolommen=kolommen)
    tabel = _drop_repeated_headers(_drop_previews(tabel, rollen, logboek), namen, logboek)
    tabel = _mark_seen(tabel, rollen)
    _note_unfinished(tabel, rollen, logboek)
    return Ruw(_describe(tabel, rollen), ruw.records_in - aantal + 1, logboek)


def _count_header_rows(rijen: Sequence[Sequence[str]]) -> int:
    """Return how many header rows there are: a row is data when its moments are moments."""
    for nummer, rij in enumerate(rijen[1:3], start=1):
        if is_import_row(rij):
            return nummer + 1
    if is_legacy(rijen):
        return 2
    plek = [cel.strip() for cel in rijen[0]].index("ResponseId")
    data = (
        len(rijen) < 2
        or rijen[1][plek].startswith("R_")
        or any(_MOMENT.fullmatch(cel) for cel in rijen[1][:2])
    )
    return 1 if data else 2


def _drop_previews(tabel: Tabel, rollen: Sequence[Rol], logboek: Logboek) -> Tabel:
    proef = pd.Series(False, index=tabel.frame.index, dtype="bool")
    for kolom, rol in zip(tabel.kolommen, rollen, strict=True):
        if rol.veld in ("status", "distributionchannel"):
            cellen = tabel.frame[kolom.naam].str.strip()
            numbered = cellen.isin(_PREVIEW_CODES) & (rol.veld == "status")
            proef |= numbered | cellen.str.contains(_PREVIEW)
    return drop_rows(tabel, proef, "proefrij", logboek)


def _note_unfinished(tabel: Tabel, rollen: Sequence[Rol], logboek: Logboek) -> None:
    """Note how many responses were never handed in: they count as far as they were filled in."""
    for kolom, rol in zip(tabel.kolommen, rollen, strict=True):
        if rol.veld == "finished":
            niet_af = tabel.frame[kolom.naam].str.strip().str.casefold().isin(_UNFINISHED)
            logboek.note("niet_afgerond", kolom=kolom.naam, aantal=int(niet_af.sum()))


def _drop_repeated_headers(tabel: Tabel, namen: Sequence[str], logboek: Logboek) -> Tabel:
    """Return the table without header rows that stand among the data, as in files that were put under each other."""
    kop = pd.Series(False, index=tabel.frame.index, dtype="bool")
    for kolom, naam in zip(tabel.kolommen[:2], namen[:2], strict=False):
        cellen = tabel.frame[kolom.naam].str.strip()
        kop |= (cellen == naam) | cellen.str.startswith('{"ImportId"') | (cellen == kolom.tekst)
    return drop_rows(tabel, kop, "tussenkop", logboek)


def _mark_seen(tabel: Tabel, rollen: Sequence[Rol]) -> Tabel:
    gevraagd = [kolom.naam for kolom, rol in zip(tabel.kolommen, rollen, strict=True) if rol.vraag]
    data = {
        naam: tabel.frame[naam].where(tabel.frame[naam].str.strip() != _SEEN_EMPTY, OVERGESLAGEN)
        for naam in gevraagd
    }
    return replace(tabel, frame=tabel.frame.assign(**data))


def _describe(tabel: Tabel, rollen: Sequence[Rol]) -> Tabel:
    """Return the table with sets, rankings and grids recognised among columns of one question."""
    kolommen: list[Kolom] = []
    data: dict[str, pd.Series] = {}
    paren = zip(tabel.kolommen, rollen, strict=True)
    for stam, leden in groupby(paren, key=lambda paar: paar[1].stam):
        groep = [kolom for kolom, _ in leden]
        if stam and len(groep) > 1:
            nieuw, cellen = describe_group(_make_group(stam, groep), tabel.frame)
            kolommen += nieuw
            data |= cellen
        else:
            kolommen += groep
    for plek, (kolom, rol) in enumerate(zip(kolommen, rollen, strict=True)):
        if rol.stam or rol.soort or kolom.set_naam:
            continue
        read = _read_choice if rol.keuze else _read_unnamed_choice
        kolommen[plek], cellen = read(kolom, tabel.frame[kolom.naam])
        data |= cellen
    frame = tabel.frame.assign(**data)
    return keep_columns(replace(tabel, frame=frame), kolommen)


def _make_group(stam: str, kolommen: Sequence[Kolom]) -> Groep:
    tekst, items = split_shared_text([kolom.tekst for kolom in kolommen])
    return Groep(stam, tekst or stam, tuple(kolommen), items)


def _read_choice(kolom: Kolom, cellen: pd.Series) -> tuple[Kolom, dict[str, pd.Series]]:
    """Return a choice as one with several answers when cells are lists; bare numbers are codes, not amounts."""
    lijst = split_choice_codes(cellen)
    if lijst is not None:
        return _describe_choices(kolom, lijst)
    gevuld = cellen[cellen.str.strip() != ""]
    codes = len(gevuld) > 0 and gevuld.str.fullmatch(_CODE).all() and not (gevuld == "0").any()
    return (replace(kolom, soort="een_antwoord") if codes else kolom), {}


def _read_unnamed_choice(kolom: Kolom, cellen: pd.Series) -> tuple[Kolom, dict[str, pd.Series]]:
    """Return a column whose import id says nothing, as in renamed exports: as several answers when its cells show it."""
    lijst = split_unnamed_choices(cellen)
    return (kolom, {}) if lijst is None else _describe_choices(kolom, lijst)


def _describe_choices(kolom: Kolom, lijst: pd.Series) -> tuple[Kolom, dict[str, pd.Series]]:
    meer = replace(kolom, set_naam=kolom.naam, set_tekst=kolom.tekst, soort="meer_antwoorden")
    return meer, {kolom.naam: lijst}
