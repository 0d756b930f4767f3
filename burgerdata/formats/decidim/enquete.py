"""Answers to a survey of Decidim (.csv, .xlsx, .json): four columns about the answer, then ``1. Question``.

The first four headers are in the language of the site; their order is fixed. A row of a grid is ``3. Question/row``,
choices are joined by ", ", and what a person typed at an option follows it between brackets.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from burgerdata.formats.berichten import drop_columns
from burgerdata.formats.choice_columns import read_comma_column
from burgerdata.formats.header_rows import keep_columns, list_header_rows, read_rectangles, rename_columns
from burgerdata.formats.lezing import Ruw
from burgerdata.intake.identifying import fold_header
from burgerdata.shapes import VELDWERK, Bron, Kolom, Tabel

_HASH = re.compile(r"(?=.*hash).*\bd?ip\b.*", re.IGNORECASE)
_STATUS = re.compile(
    r"(?:gebruiker|user|benutzer|nutzer|utilisateur|usuari|utente).*stat|(?:stat|estat|estad).*(?:user|usuari|utilisateur|utente)"
)
_QUESTION = re.compile(r"(\d+)\s*\.\s*(\S.*)", re.DOTALL)
_ABOUT = 6
_OWN = re.compile(r"(.+?)\s*\(([^()]+)\)", re.DOTALL)


def recognise_decidim_enquete(rijen: Sequence[Sequence[str]]) -> bool:
    """Return whether the first row has a hash of the IP address, a user status, and numbered questions.

    Examples
    --------
    >>> recognise_decidim_enquete([["Antwoord ID", "Beantwoord", "IP Hash", "Gebruiker-status", "1. Hoe reist u?"]])
    True
    """
    kop = rijen[0] if rijen else ()
    over = [fold_header(cel) for cel in kop[:_ABOUT]]
    return (
        any(_HASH.match(cel) for cel in kop[:_ABOUT])
        and any(_STATUS.search(cel) for cel in over)
        and any(_QUESTION.fullmatch(cel.strip()) for cel in kop[3:])
    )


def read_decidim_enquete(bron: Bron, *, blad: str = "") -> list[Ruw]:
    """Return the answers, a row per person who answered; the hash of the IP address and the session go.

    Raises
    ------
    BronError
        When the file cannot be read as a table.
    """
    return [
        _read(ruw) if recognise_decidim_enquete(list_header_rows(ruw, 1)) else ruw
        for ruw in read_rectangles(bron, blad=blad)
    ]


def _read(ruw: Ruw) -> Ruw:
    koppen = list(list_header_rows(ruw, 1)[0])
    koppen[0] = "id"
    tabel, logboek = rename_columns(ruw, koppen, formaat="decidim_enquete")
    weg = [kolom.naam for kolom in tabel.kolommen[1:_ABOUT] if _is_secret(kolom, tabel.frame[kolom.naam])]
    tabel = drop_columns(tabel, weg, logboek, reden="kolom_persoonsgegeven")
    kolommen: list[Kolom] = [replace(tabel.kolommen[0], soort=VELDWERK)]
    data: dict[str, pd.Series] = {}
    for kolom in tabel.kolommen[1:]:
        nieuw, cellen = _describe(kolom, tabel)
        kolommen += nieuw
        data |= cellen
    samen = replace(tabel, frame=tabel.frame.assign(**data))
    return Ruw(keep_columns(samen, kolommen), ruw.records_in, logboek)


def _is_secret(kolom: Kolom, cellen: pd.Series) -> bool:
    """Return whether a column about the answer holds a hash or a token."""
    if _HASH.match(kolom.naam):
        return True
    gevuld = cellen[cellen.str.strip() != ""]
    return not _QUESTION.fullmatch(kolom.naam) and bool(
        len(gevuld) and gevuld.str.fullmatch(r"[0-9a-f]{8,}(?:-[0-9a-f]+)*").all()
    )


def _describe(kolom: Kolom, tabel: Tabel) -> tuple[Sequence[Kolom], dict[str, pd.Series]]:
    vraag = _QUESTION.fullmatch(kolom.naam)
    if vraag is None:
        return [replace(kolom, soort=VELDWERK)], {}
    tekst = " ".join(vraag.group(2).split())
    stam, streep, rij = tekst.rpartition("/")
    buren = [ander.naam for ander in tabel.kolommen if ander.naam.startswith(f"{vraag.group(1)}. ")]
    if streep and len(buren) > 1:
        return [replace(kolom, tekst=f"{stam} – {rij}", reeks=f"v{vraag.group(1)}", item=rij)], {}
    eigen = _split_own_text(tabel.frame[kolom.naam])
    gelezen, cellen = read_comma_column(
        replace(kolom, tekst=tekst), tabel.frame[kolom.naam] if eigen is None else eigen[0]
    )
    if eigen is None:
        return gelezen, cellen
    los = Kolom(
        f"{kolom.naam} anders", tekst=f"{tekst} – anders, namelijk", herkomst=kolom.herkomst, soort="open"
    )
    return [*gelezen, los], {kolom.naam: eigen[0]} | cellen | {los.naam: eigen[1]}


def _split_own_text(cellen: pd.Series) -> tuple[pd.Series, pd.Series] | None:
    """Return labels and the texts typed at them apart, when one label occurs with several texts between brackets."""
    delen = {cel: _OWN.fullmatch(cel.strip()) for cel in cellen.unique()}
    teksten: dict[str, set[str]] = {}
    for deel in filter(None, delen.values()):
        teksten.setdefault(deel.group(1), set()).add(deel.group(2))
    vrij = {label for label, gezegd in teksten.items() if len(gezegd) > 1}
    if not vrij:
        return None
    labels = {cel: deel.group(1) if deel and deel.group(1) in vrij else cel for cel, deel in delen.items()}
    eigen = {cel: deel.group(2) if deel and deel.group(1) in vrij else "" for cel, deel in delen.items()}
    return cellen.map(labels).astype("str"), cellen.map(eigen).astype("str")
