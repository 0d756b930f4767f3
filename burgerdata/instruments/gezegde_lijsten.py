"""Cells that hold several answers because vragen.xlsx says so, also where the file alone would not show it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from burgerdata.cellen import list_cells, replace_cells
from burgerdata.formats.choice_lists import split_said_choices
from burgerdata.instruments.vraagregels import Vraagregel, fold
from burgerdata.shapes import Tabel

_MEER = "meer_antwoorden"
_GLUE = ";"
_LINE = re.compile(r"[\r\n|]+")
"""What stands between answers and hardly ever in one."""


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
    """Return the cells with their answers joined by ``;``, as they are where one of them holds that sign already."""
    verschillend = [cel for cel in list_cells(cellen) if isinstance(cel, str) and cel.strip()]
    if any(_GLUE in cel for cel in verschillend):
        return cellen
    if any(_LINE.search(cel.strip()) for cel in verschillend):
        return replace_cells(cellen, {cel: _LINE.sub(_GLUE, cel.strip()) for cel in verschillend})
    return replace_cells(cellen, split_said_choices(Counter(map(str, cellen))))
