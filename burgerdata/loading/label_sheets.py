"""A workbook with the answers in one sheet and their codebook in another: each is what it is."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from burgerdata.errors import BronError
from burgerdata.formats import Lezing, read
from burgerdata.formats.peek import peek_workbook
from burgerdata.instruments.label_lists import has_label_headers, is_label_list
from burgerdata.instruments.question_tables import fit_label_lists
from burgerdata.intake import Zegel
from burgerdata.shapes import Tabel

_HEADER_WITHIN = 10
"""In how many rows from the top the headers of a codebook are looked for."""


def read_label_sheets(bestanden: Sequence[str], map_: Path, zegel: Zegel, *, blad: str) -> tuple[Lezing, ...]:
    """Return the sheets with a codebook in workbooks of which only the sheet ``blad`` is read; none where it is empty.

    A sheet that cannot be read is left: nobody named it.
    """
    gevonden: list[Lezing] = []
    for bestand in bestanden if blad else ():
        for naam, rijen in peek_workbook(map_ / bestand, aantal=_HEADER_WITHIN).items():
            if naam != blad and any(map(has_label_headers, rijen)):
                with suppress(BronError):
                    gevonden.append(read(map_ / bestand, zegel, blad=naam, bestand=bestand))
    return tuple(lezing for lezing in gevonden if all(map(is_label_list, lezing.tabellen)))


def split_label_sheets(lezingen: Sequence[Lezing]) -> tuple[tuple[Lezing, ...], tuple[Lezing, ...]]:
    """Return the readings without the sheets that are the codebook of another sheet, and these as readings."""
    data: list[Lezing] = []
    boeken: list[Lezing] = []
    for lezing in lezingen:
        lijsten = [tabel for tabel in lezing.tabellen if is_label_list(tabel)]
        if not lijsten or len(lijsten) == len(lezing.vormen):
            data.append(lezing)
            continue
        bladen = [lijst.blad for lijst in lijsten]
        data.append(keep_sheets(lezing, bladen, weg=True))
        boeken.append(keep_sheets(lezing, bladen, weg=False))
    return tuple(data), tuple(boeken)


def keep_sheets(lezing: Lezing, bladen: Sequence[str], *, weg: bool) -> Lezing:
    """Return a reading with these sheets only, or without them."""
    vormen = tuple(vorm for vorm in lezing.vormen if (vorm.blad in bladen) != weg)
    bronnen = lezing.bronnen[lezing.bronnen["blad"].isin(bladen) != weg].reset_index(drop=True)
    logboek = lezing.logboek[lezing.logboek["blad"].isin(bladen) != weg].reset_index(drop=True)
    return replace(lezing, vormen=vormen, bronnen=bronnen, logboek=logboek)


def fit_lezing(lezing: Lezing, naast: Sequence[Tabel]) -> Lezing:
    """Return a reading with each table that has a row per question of another table as its codebook."""
    passend = iter(fit_label_lists(lezing.tabellen, naast))
    vormen = tuple(next(passend) if isinstance(vorm, Tabel) else vorm for vorm in lezing.vormen)
    zelfde = all(nieuw is oud for nieuw, oud in zip(vormen, lezing.vormen, strict=True))
    return lezing if zelfde else replace(lezing, vormen=vormen)


def fit_lezingen(lezingen: Sequence[Lezing], naast: Sequence[Lezing] = ()) -> tuple[Lezing, ...]:
    """Return readings as ``fit_lezing`` does, beside the tables of other readings."""
    tabellen = [tabel for lezing in naast for tabel in lezing.tabellen]
    return tuple(fit_lezing(lezing, tabellen) for lezing in lezingen)
