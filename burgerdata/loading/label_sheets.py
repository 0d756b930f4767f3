"""A workbook with the answers in one sheet and their codebook in another: each is what it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from burgerdata.formats import Lezing
from burgerdata.instruments.label_lists import is_label_list


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
        data.append(_keep_sheets(lezing, bladen, weg=True))
        boeken.append(_keep_sheets(lezing, bladen, weg=False))
    return tuple(data), tuple(boeken)


def _keep_sheets(lezing: Lezing, bladen: Sequence[str], *, weg: bool) -> Lezing:
    """Return a reading with these sheets only, or without them."""
    vormen = tuple(vorm for vorm in lezing.vormen if (vorm.blad in bladen) != weg)
    bronnen = lezing.bronnen[lezing.bronnen["blad"].isin(bladen) != weg].reset_index(drop=True)
    logboek = lezing.logboek[lezing.logboek["blad"].isin(bladen) != weg].reset_index(drop=True)
    return replace(lezing, vormen=vormen, bronnen=bronnen, logboek=logboek)
