"""Go Vocal (CitizenLab), .xlsx: a sheet per phase, a row per input; headers in the language of the site, order fixed.

The number of the input, the fields of its form, the author, moments and counts, the project, and what authors said
about themselves when they registered.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from burgerdata.cellen import is_filled
from burgerdata.formats.berichten import assign_velden
from burgerdata.formats.header_rows import list_header_rows, read_rectangles, rename_columns
from burgerdata.formats.lezing import Ruw
from burgerdata.formats.plain_html import strip_column
from burgerdata.shapes import Bron, Kolom, Tabel

_UUID = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}", re.IGNORECASE)
_AUTHOR = re.compile(
    r"(?:author|auteur|autor|verfasser|deelnemer)(?:s?\b|s(?=naam|id|mail)).*|.*\b(?:author|auteur|autor|verfasser)"
)
_AUTHOR_ID = re.compile(r".*\bid\b.*")
_PROJECT = re.compile(r"projec?k?te?|proyecto|project")
_LAST = re.compile(
    r"status|estado|statut|projec?k?te?|proyecto|url|.*(?:toegewezen|assignee|assigned|zugewiesen|asignad).*"
)
_TITLE = re.compile(r"title|titel|titre|título|titolo")
_BODY = re.compile(r"description|beschrijving|omschrijving|beschreibung|descripción|descrizione|body|tekst")
_MOMENT = re.compile(
    r"(?:published|submitted|created|gepubliceerd|ingediend|aangemaakt|erstellt|veröffentlicht|publié|créé|publicad|cread)"
    r"(?!\w*\s*(?:by|door)).*"
)
_COUNTS = (
    (
        "reacties",
        re.compile(
            r"(?:#\s*)?(?:number of |aantal )?(?:comments|reacties|opmerkingen|kommentare|commentaires|comentarios)"
        ),
    ),
    ("likes", re.compile(r"(?:number of |aantal )?(?:likes|upvotes|gefällt mir|j'aime|me gusta)")),
    (
        "dislikes",
        re.compile(
            r"(?:number of |aantal )?(?:dislikes|downvotes|gefällt mir nicht|je n'aime pas|no me gusta)"
        ),
    ),
    (
        "stemmen",
        re.compile(
            r"(?:number of |aantal )?(?:votes|stemmen|stimmen|votos|picks|keuzes|participants|deelnemers)"
        ),
    ),
    ("budget", re.compile(r"(?:budget|begroting|kosten|cost|presupuesto|prix)")),
)
_US_DATE = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})(.*)")


def recognise_govocal(rijen: Sequence[Sequence[str]]) -> bool:
    """Return whether the inputs are numbered by UUID in the first column, and there are an author and a project.

    Examples
    --------
    >>> rij = ["5d5a1f0e-7f4b-4f0a-9a53-0c1d2e3f4a5b", "Bomen", "u1", "Park"]
    >>> recognise_govocal([["ID", "Titel", "Auteur ID", "Project"], rij])
    True
    """
    if len(rijen) < 2 or not rijen[1] or not _UUID.fullmatch(rijen[1][0].strip()):
        return False
    koppen = [" ".join(kop.split()).casefold() for kop in rijen[0]]
    return any(_AUTHOR.fullmatch(kop) for kop in koppen) and any(_PROJECT.fullmatch(kop) for kop in koppen)


def read_govocal(bron: Bron, *, blad: str = "") -> list[Ruw]:
    """Return the inputs of each phase, the sheet as their group; a sheet of another kind is handed on as Excel has it.

    Raises
    ------
    BronError
        When the file cannot be read as a table.
    """
    return [
        _read(ruw) if recognise_govocal(list_header_rows(ruw, 2)) else ruw
        for ruw in read_rectangles(bron, blad=blad, kop=0)
    ]


def _read(ruw: Ruw) -> Ruw:
    koppen = list_header_rows(ruw, 1)[0]
    tabel, logboek = rename_columns(ruw, koppen, formaat="govocal")
    velden = _find_velden(tabel)
    frame = tabel.frame
    data = {
        naam: _read_us_dates(frame[naam]) if rol == "tijdstip" else strip_column(_unescape(frame[naam]))
        for naam, rol in velden.items()
        if rol in ("tijdstip", "onderwerp", "bericht")
    }
    kolommen = tabel.kolommen
    if tabel.blad and "groep" not in velden.values():
        naam = "fase" if "fase" not in frame else "fase (blad)"
        data[naam] = pd.Series(tabel.blad, index=frame.index, dtype="str")
        kolommen = (*kolommen, Kolom(naam, naam, veld="groep"))
    gevuld = replace(tabel, frame=frame.assign(**data), kolommen=kolommen)
    return Ruw(assign_velden(gevuld, velden), ruw.records_in, logboek)


def _find_velden(tabel: Tabel) -> dict[str, str]:
    """Return column → role, by the fixed order: form, author, counts, project, traits."""
    namen = [kolom.naam for kolom in tabel.kolommen]
    kaal = [" ".join(naam.split()).casefold() for naam in namen]
    auteurs = [nr for nr, kop in enumerate(kaal) if nr and _AUTHOR.fullmatch(kop)]
    eerste = auteurs[0]
    laatste = max(
        nr for nr, kop in enumerate(kaal) if nr > eerste and (_LAST.fullmatch(kop) or nr in auteurs)
    )
    velden = {namen[0]: "bericht_id", namen[_pick_author(tabel, kaal, auteurs)]: "persoon"}
    vorm = range(1, eerste)
    titel = next((nr for nr in vorm if _TITLE.fullmatch(kaal[nr])), None)
    tekst = next(
        (nr for nr in vorm if _BODY.fullmatch(kaal[nr])), _longest(tabel, [nr for nr in vorm if nr != titel])
    )
    velden |= {namen[nr]: rol for nr, rol in ((titel, "onderwerp"), (tekst, "bericht")) if nr is not None}
    for nr in range(eerste, laatste + 1):
        rol = next((rol for rol, patroon in _COUNTS if patroon.fullmatch(kaal[nr])), "")
        if _MOMENT.fullmatch(kaal[nr]):
            rol = "tijdstip"
        if rol and rol not in velden.values():
            velden[namen[nr]] = rol
    return velden | dict.fromkeys(namen[laatste + 1 :], "kenmerk")


def _pick_author(tabel: Tabel, kaal: Sequence[str], auteurs: Sequence[int]) -> int:
    """Return the column with the number of the author, else the last one about the author; an empty one tells nobody."""
    namen = [kolom.naam for kolom in tabel.kolommen]
    gevuld = [nr for nr in auteurs if is_filled(tabel.frame[namen[nr]]).any()] or list(auteurs)
    return next((nr for nr in gevuld if _AUTHOR_ID.fullmatch(kaal[nr])), gevuld[-1])


def _longest(tabel: Tabel, plekken: Sequence[int]) -> int | None:
    """Return the column of the form with the longest texts."""
    namen = [kolom.naam for kolom in tabel.kolommen]
    lengtes = {nr: tabel.frame[namen[nr]].str.len().mean() for nr in plekken}
    return max(lengtes, key=lambda nr: lengtes[nr], default=None)


def _unescape(cellen: pd.Series) -> pd.Series:
    """Return the cells without the apostrophe that Go Vocal puts before what could be a formula."""
    return cellen.str.replace(r"^'(?=[=+\-@])", "", regex=True)


def _read_us_dates(cellen: pd.Series) -> pd.Series:
    """Return the moments with year, month and day in order: as text Go Vocal writes the month first."""
    return cellen.str.replace(_US_DATE, lambda m: f"{m[3]}-{int(m[1]):02d}-{int(m[2]):02d}{m[4]}", regex=True)
