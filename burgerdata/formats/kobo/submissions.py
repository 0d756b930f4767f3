"""Submissions of KoboToolbox and ODK (CSV, Excel): one row per submission, described by the form when there is one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pandas as pd

from burgerdata.errors import BronError
from burgerdata.formats.excel import peek_sheets
from burgerdata.formats.header_rows import read_rectangles
from burgerdata.formats.kobo.columns import Deel, Omzetter
from burgerdata.formats.kobo.guess import guess_places
from burgerdata.formats.kobo.headers import is_repeat, last_part, recognise_kobo, recognise_xlsform
from burgerdata.formats.kobo.matching import Plek, match_form
from burgerdata.formats.kobo.repeats import fold_repeat, link_repeats
from burgerdata.formats.kobo.xlsform import Formulier, Formvraag, read_form
from burgerdata.formats.lezing import Bijblad, Ruw
from burgerdata.intake.open import open_bron
from burgerdata.shapes import RIJ, VELDWERK, Bron, Kolom, Tabel

FORMAAT = "kobo"
_LARGEST = 5_000_000
_KEYS = ("KEY",)
"""The id of a submission where ODK wrote the file."""
_FILLED = (*_KEYS, "_uuid", "_id", "meta-instanceID", "meta:instanceID")
"""Columns that no submission leaves empty: a row that reaches them only lacks empty cells at its end."""


def read_kobo(bron: Bron, *, blad: str = "", vragenlijst: Bron | None = None) -> list[Ruw]:
    """Return the submissions, with the rows of repeat groups folded into them; other sheets as Excel has them.

    Kinds, labels and texts come from ``vragenlijst``, or from the XLSForm beside the file; without one from headers and
    cells. Positions on the map, pictures, sound and what names the sender or the device are left out.

    Raises
    ------
    BronError
        When the file cannot be read as a table, or the form that was named is of another survey.
    """
    ruw = read_rectangles(bron, blad=blad, sleutels=_FILLED)
    koppen = {
        een.vorm.blad: [kolom.herkomst for kolom in een.vorm.kolommen]
        for een in ruw
        if isinstance(een.vorm, Tabel)
    }
    eigen = {naam for naam, kop in koppen.items() if recognise_kobo([kop])}
    formulier, lijst = _find_form(bron, vragenlijst, [koppen[naam] for naam in koppen if naam in eigen])
    omgezet = [_describe(een, formulier) if een.vorm.blad in eigen else een for een in ruw]
    onder = {naam for naam in eigen if is_repeat(koppen[naam])}
    hoofden = [een for een in omgezet if een.vorm.blad in eigen - onder]
    if len(hoofden) == 1 and onder:
        samen = _fold(hoofden[0], [een for een in omgezet if een.vorm.blad in onder])
        omgezet = [samen, *(een for een in omgezet if een.vorm.blad not in eigen)]
    return [replace(een, vragenlijst=lijst) if een.vorm.blad in eigen else een for een in omgezet]


def _find_form(
    bron: Bron, genoemd: Bron | None, koppen: Sequence[Sequence[str]]
) -> tuple[Formulier | None, str]:
    """Return the form that was named, else the one beside the file that fits; and the name of its file."""
    formulier = read_form(genoemd) if genoemd is not None else None
    if genoemd is not None and formulier is not None:
        if not any(match_form(kop, formulier) for kop in koppen):
            wat = "dit formulier hoort niet bij de antwoorden: de namen van de vragen verschillen"
            raise BronError(wat, "exporteer het formulier van dezelfde enquête", bestand=genoemd.bestand)
        return formulier, genoemd.bestand
    for pad in sorted(bron.pad.parent.glob("*.xlsx")):
        naam = (Path(bron.bestand).parent / pad.name).as_posix()
        if pad.name.startswith("~$") or pad == bron.pad or pad.stat().st_size > _LARGEST:
            continue
        try:
            kandidaat = open_bron(pad, bestand=naam)
            formulier = read_form(kandidaat) if any(map(recognise_xlsform, peek_sheets(kandidaat))) else None
        except BronError:
            continue  # a damaged form beside the answers is reported where the folder itself is read
        if formulier is not None and any(match_form(kop, formulier) for kop in koppen):
            return formulier, naam
    return None, ""


def _describe(ruw: Ruw, formulier: Formulier | None) -> Ruw:
    """Return a table with its columns described, by the form or by what they look like."""
    tabel = ruw.vorm
    assert isinstance(tabel, Tabel)  # CSV and Excel give tables only
    koppen = [kolom.naam for kolom in tabel.kolommen]
    frame = tabel.frame[koppen]
    gokken = guess_places(koppen, frame)
    plekken = match_form(koppen, formulier) if formulier else {}
    # of a form only places and media are guessed beside it: columns that an export adds to its questions
    bij: Mapping[int, Plek] = (
        {n: plek for n, plek in gokken.items() if plek.vraag.soort in ("geopoint", "file")}
        if plekken
        else gokken
    )
    delen = [
        Deel(
            kop,
            plekken.get(n) or bij.get(n) or Plek(Formvraag(kop, "", {"": last_part(kop)})),
            frame.iloc[:, n],
        )
        for n, kop in enumerate(koppen)
    ]
    uit = Omzetter(formulier if plekken else None, ruw.logboek).convert(delen)
    uit = [(_as_key(kolom), cellen) for kolom, cellen in uit]
    nieuw = pd.DataFrame({RIJ: tabel.frame[RIJ], **{kolom.naam: cellen for kolom, cellen in uit}})
    vorm = Tabel(tabel.bestand, FORMAAT, nieuw, tuple(kolom for kolom, _ in uit), tabel.blad)
    return replace(ruw, vorm=vorm)


def _as_key(kolom: Kolom) -> Kolom:
    """Return the column with the id of a submission under the name by which sealing knows such an id."""
    return replace(kolom, naam="uuid", soort=VELDWERK) if kolom.naam in _KEYS else kolom


def _fold(hoofd: Ruw, herhalingen: Sequence[Ruw]) -> Ruw:
    """Return the submissions with every repeat group folded in."""
    tabel = hoofd.vorm
    assert isinstance(tabel, Tabel)
    bladen = {een.vorm.blad: een.vorm.frame for een in herhalingen if isinstance(een.vorm, Tabel)}
    plekken = link_repeats(tabel.frame, bladen)
    bijbladen: list[Bijblad] = []
    for een in herhalingen:
        assert isinstance(een.vorm, Tabel)
        tabel, bij = fold_repeat(tabel, een.vorm, plekken[een.vorm.blad], een.logboek, een.records_in)
        bijbladen.append(bij)
    return replace(hoofd, vorm=tabel, bijbladen=tuple(bijbladen))
