"""Consul Democracy: the CSV of investments with translated headers, the open-data CSV files, and lists of its web pages.

The export of investments has its columns in a fixed order whatever the language; open data has the names of the
database in every language. Lists that were made from the public pages have the address of the page as number.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

import pandas as pd

from burgerdata.formats.berichten import assign_velden, drop_columns
from burgerdata.formats.header_rows import list_header_rows, read_rectangles, rename_columns
from burgerdata.formats.lezing import Ruw
from burgerdata.formats.plain_html import strip_column
from burgerdata.intake.identifying import fold_header
from burgerdata.shapes import VELDWERK, Bron, Tabel

_STEMS = (
    re.compile(r"valuat|beoordel|evalua|begutacht|bewert|évalua|valorador|valutat"),
    re.compile(r"feasib|haalba|viab|durchführ|machbar|faisab|fattib"),
    re.compile(r"^(?:selec|gesel|ausgew|sélec)"),
    re.compile(r"username|gebruikersn|benutzern|usuario|utilisateur|auteur|autor"),
)
"""What the export of investments is about in six languages: valuation, feasibility, selection, author."""
_TITLE = re.compile(r"tit(?:le|el|re|ulo|olo)|título")
_AUTHOR, _SUPPORT = _STEMS[3], re.compile(r"support|steun|apoyo|soutien|unterstütz|sostegn")
_TEXT = re.compile(r"descri|beschrijv|omschrijv|beschreib")
_PLACE = re.compile(r"scope|geozone|heading|gebied|ámbito|ambito|bereich|partida|begrotings")
_PRICE = re.compile(r"\(([^()]*\d[^()]*)\)\s*")
_EMPTY = "-"

_PAGES: tuple[tuple[frozenset[str], Mapping[str, str]], ...] = (
    (
        frozenset(["url", "project", "text", "username", "date", "likes", "dislikes"]),
        {
            "url": "antwoord_op",
            "text": "bericht",
            "username": "persoon",
            "date": "tijdstip",
            "likes": "likes",
            "dislikes": "dislikes",
            "city": "groep",
        },
    ),
    (
        frozenset(["url", "title", "description", "author", "comments", "supporters"]),
        {
            "url": "bericht_id",
            "title": "onderwerp",
            "description": "bericht",
            "author": "persoon",
            "comments": "reacties",
            "supporters": "stemmen_voor",
            "city": "groep",
        },
    ),
    (
        frozenset(["projecturl", "projecttitle", "projectdescription"]),
        {
            "projecturl": "bericht_id",
            "projecttitle": "onderwerp",
            "projectdescription": "stelling",
            "city": "groep",
        },
    ),
)
"""Headers (without signs) of lists made from the public pages → what the columns are."""
_OPEN_COMMENT = frozenset(["id", "commentable_id", "commentable_type", "body", "cached_votes_up"])
_OPEN_PROPOSAL = frozenset(["id", "title", "cached_votes_up", "comments_count"])
_OPEN_VELDEN = {
    "id": "bericht_id",
    "title": "onderwerp",
    "body": "bericht",
    "description": "bericht",
    "summary": "bericht",
    "created_at": "tijdstip",
    "public_created_at": "tijdstip",
    "public_author_id": "persoon",
    "author_id": "persoon",
    "cached_votes_up": "stemmen_voor",
    "cached_votes_down": "stemmen_tegen",
    "comments_count": "reacties",
    "geozone_id": "groep",
}


def recognise_consul(rijen: Sequence[Sequence[str]]) -> bool:
    """Return whether the first row is that of an export, an open-data file or a page list of Consul Democracy.

    Examples
    --------
    >>> recognise_consul([["ID", "Titel", "Steun", "Beheerder", "Beoordelaar", "Haalbaarheid", "Geselecteerd", "Auteur"]])
    True
    >>> recognise_consul([["id", "title", "body"]])
    False
    """
    return bool(_kind_of(rijen[0] if rijen else ()))


def _kind_of(koppen: Sequence[str]) -> str:
    namen = {kop.strip().casefold() for kop in koppen}
    if namen >= _OPEN_COMMENT or namen >= _OPEN_PROPOSAL:
        return "open data"
    plat = {fold_header(kop) for kop in koppen}
    if any(plat >= eigen for eigen, _ in _PAGES):
        return "pagina"
    eerst = len(koppen) > 6 and fold_header(koppen[0]) == "id" and _TITLE.fullmatch(fold_header(koppen[1]))
    gevonden = sum(any(stam.search(kop.strip().casefold()) for kop in koppen) for stam in _STEMS)
    return "export" if eerst and gevonden >= len(_STEMS) - 1 else ""


def read_consul(bron: Bron, *, blad: str = "") -> list[Ruw]:
    """Return proposals, investments, projects or comments, with what each column is said.

    Raises
    ------
    BronError
        When the file cannot be read as a table.
    """
    return [_read(ruw) for ruw in read_rectangles(bron, blad=blad)]


def _read(ruw: Ruw) -> Ruw:
    koppen = list_header_rows(ruw, 1)[0]
    soort = _kind_of(koppen)
    if not soort:
        return ruw
    tabel, logboek = rename_columns(ruw, koppen, formaat="consul")
    if soort == "open data":
        tabel = _describe_open_data(tabel)
    elif soort == "export":
        tabel = _describe_export(tabel)
        staf = [kolom.naam for kolom in tabel.kolommen if kolom.veld == "staf"]
        tabel = drop_columns(tabel, staf, logboek, reden="kolom_persoonsgegeven")
    else:
        plat = {fold_header(kolom.naam): kolom.naam for kolom in tabel.kolommen}
        velden = next(velden for eigen, velden in _PAGES if plat.keys() >= eigen)
        tabel = assign_velden(tabel, {naam: velden[kop] for kop, naam in plat.items() if kop in velden})
    teksten = {
        kolom.naam: strip_column(tabel.frame[kolom.naam])
        for kolom in tabel.kolommen
        if kolom.veld in ("onderwerp", "bericht", "stelling")
    }
    return Ruw(replace(tabel, frame=tabel.frame.assign(**teksten)), ruw.records_in, logboek)


def _describe_open_data(tabel: Tabel) -> Tabel:
    """Return the table with ids that say what kind of message they number: comments and proposals run side by side."""
    frame, namen = tabel.frame, {kolom.naam.casefold(): kolom.naam for kolom in tabel.kolommen}
    velden = {namen[kop]: rol for kop, rol in _OPEN_VELDEN.items() if kop in namen}
    if "commentable_id" not in namen:
        return assign_velden(tabel, velden)
    ids, ouder = frame[namen["id"]].str.strip(), frame[namen["commentable_id"]].str.strip()
    if "ancestry" in namen:  # a reply to a comment has the path to it here: 12/15
        laatste = frame[namen["ancestry"]].str.replace(r".*/", "", regex=True).str.strip()
        ouder = ouder.where(laatste == "", "comment/" + laatste)
    data = {namen["id"]: "comment/" + ids, namen["commentable_id"]: ouder}
    velden[namen["commentable_id"]] = "antwoord_op"
    return assign_velden(replace(tabel, frame=frame.assign(**data)), velden)


def _describe_export(tabel: Tabel) -> Tabel:
    """Return the investments: title and description, supports, the price out of the words about feasibility."""
    koppen = [kolom.naam for kolom in tabel.kolommen]
    velden = {koppen[0]: "bericht_id", koppen[1]: "onderwerp"}
    frame = tabel.frame
    frame = frame.assign(
        **{naam: frame[naam].where(frame[naam].str.strip() != _EMPTY, "") for naam in koppen}
    )
    for naam in koppen[2:]:
        kop = naam.casefold()
        if naam == koppen[-1] and _AUTHOR.search(kop):
            velden[naam] = "persoon"
        elif _TEXT.search(kop) and "bericht" not in velden.values():
            velden[naam] = "bericht"
        elif _SUPPORT.search(kop):
            velden[naam] = "stemmen_voor"
        elif _PLACE.search(kop):
            velden[naam] = "groep"
        elif _STEMS[1].search(kop) and frame[naam].str.extract(_PRICE.pattern)[0].notna().any():
            velden[naam] = "budget"
            frame = frame.assign(**{naam: _read_price(frame[naam])})
        elif re.search(r"admin|beheerder|administrador|valuator$|beoordelaars?$|evaluador", kop):
            velden[naam] = "staf"
    kolommen = tuple(replace(kolom, soort=VELDWERK) for kolom in tabel.kolommen)
    return assign_velden(replace(tabel, frame=frame, kolommen=kolommen), velden)


def _read_price(cellen: pd.Series) -> pd.Series:
    """Return the whole amount between the brackets, empty where there is none."""
    bedrag = cellen.str.extract(_PRICE.pattern)[0].fillna("")
    heel = bedrag.str.replace(r"[.,]\d{2}(?=\D*$)", "", regex=True)
    return heel.str.replace(r"\D", "", regex=True).astype("str")
