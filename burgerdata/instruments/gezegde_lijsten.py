"""Cells that hold several answers because vragen.xlsx says so, also where the file alone would not show it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

import pandas as pd

from burgerdata.cellen import count_cells, replace_cells
from burgerdata.formats.choice_lists import split_said_choices
from burgerdata.instruments.vraagregels import Vraagregel, fold
from burgerdata.shapes import Tabel

_MEER = "meer_antwoorden"
_GLUE = ";"
_LINE = re.compile(r"[\r\n|]+")
"""What stands between answers and hardly ever in one."""
_BULLET = re.compile(r"(?:(?<=;)|^)\s*[-–•*·]\s+")
"""A sign before each answer on a line of its own."""
_TWICE = 2


def split_gezegde_lijsten(tabel: Tabel, regels: Sequence[Vraagregel]) -> Tabel:
    """Return the table with ``;`` between the answers of each column that vragen.xlsx calls meer_antwoorden by itself.

    The word of the analyst is enough: a list may be rare. Columns that share a question are options, each with one answer;
    a column of a set is read already.

    Examples
    --------
    >>> from burgerdata.shapes import Kolom
    >>> frame = pd.DataFrame({"Waarom?": ["kosten, tijd", "kosten", "geen zin"]}, dtype="str")
    >>> tabel = Tabel("e.csv", "csv", frame, (Kolom("Waarom?"),))
    >>> regel = Vraagregel("e", "waarom?", soort="meer_antwoorden")
    >>> split_gezegde_lijsten(tabel, [regel]).frame["Waarom?"].tolist()
    ['kosten;tijd', 'kosten', 'geen zin']
    """
    vaker = Counter(regel.vraag_id for regel in regels if regel.vraag_id)
    gezegd = {fold(regel.kolom) for regel in regels if regel.soort == _MEER and vaker[regel.vraag_id] < 2}
    data = {
        kolom.naam: _join_answers(tabel.frame[kolom.naam])
        for kolom in tabel.kolommen
        if not kolom.set_naam and {fold(kolom.naam), fold(kolom.herkomst)} & gezegd
    }
    return replace(tabel, frame=tabel.frame.assign(**data)) if data else tabel


def _join_answers(cellen: pd.Series) -> pd.Series:
    """Return the cells with their answers joined by ``;``, as they are where that sign joins them already.

    In a column of lists with another sign, a ``;`` between words that nobody else has is of a text: it becomes a comma there.
    """
    gewicht = count_cells(cellen)
    met = {cel: aantal for cel, aantal in gewicht.items() if _GLUE in cel}
    nieuw = _split_without({cel: aantal for cel, aantal in gewicht.items() if cel.strip() and cel not in met})
    lijsten = sum(gewicht[cel] for cel, samen in nieuw.items() if _GLUE in samen)
    if not met:
        return replace_cells(cellen, nieuw)
    stukken = {cel: {fold(deel) for deel in cel.split(_GLUE) if deel.strip()} for cel in met}
    bekend = Counter(fold(deel) for samen in nieuw.values() for deel in samen.split(_GLUE))
    bekend.update(deel for delen in stukken.values() for deel in delen)
    eigen = {cel for cel, delen in stukken.items() if any(bekend[deel] < _TWICE for deel in delen)}
    over = sum(aantal for cel, aantal in met.items() if cel not in eigen)
    if not lijsten or over >= lijsten:
        return cellen
    return replace_cells(cellen, {**nieuw, **{cel: cel.replace(_GLUE, ",") for cel in eigen}})


def _split_without(gewicht: Mapping[str, int]) -> dict[str, str]:
    """Return each cell, none of which has a ``;``, with that sign between its answers."""
    if any(_LINE.search(cel.strip()) for cel in gewicht):
        return {cel: _BULLET.sub("", _LINE.sub(_GLUE, cel.strip())) for cel in gewicht}
    return split_said_choices(gewicht)
