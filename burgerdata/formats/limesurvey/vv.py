"""LimeSurvey's VV export: tab-separated though named .csv, texts and codes above the answers, and reasons for blanks.

It is the export that tells a question that was not shown from one that was left empty.
"""

from __future__ import annotations

import re

import pandas as pd

from burgerdata.formats.csv import read_csv
from burgerdata.formats.header_rows import lift_rows, list_header_rows, rename_columns
from burgerdata.formats.lezing import Ruw
from burgerdata.formats.limesurvey.responses import FORMAAT, describe
from burgerdata.shapes import NIET_GETOOND, OVERGESLAGEN, RIJ, Bron, Tabel

_SIGN = re.compile(r"\{(quote|tab|cr|newline|lbrace)\}")
_MEANS = {"quote": '"', "tab": "\t", "cr": "\r", "newline": "\n", "lbrace": "{"}
_NOT_SHOWN = "{question_not_shown}"


def read_vv(bron: Bron, *, blad: str = "", vragenlijst: Bron | None = None) -> list[Ruw]:
    """Return the responses of a VV file; an empty cell was skipped, one that holds the sign for it was not shown.

    Raises
    ------
    BronError
        When the file cannot be read as a table.
    """
    (ruw,) = read_csv(bron, blad=blad)
    teksten, codes = list_header_rows(ruw, 2)
    tabel, logboek = rename_columns(lift_rows(ruw, 1), codes, formaat=FORMAAT)
    namen = [kolom.naam for kolom in tabel.kolommen]
    frame = pd.DataFrame({RIJ: tabel.frame[RIJ], **{naam: decode_cells(tabel.frame[naam]) for naam in namen}})
    kolommen = tuple(tabel.kolommen)
    vorm = Tabel(tabel.bestand, FORMAAT, frame, kolommen, tabel.blad)
    return [describe(Ruw(vorm, ruw.records_in - 1, logboek), bron, vragenlijst, teksten=teksten)]


def decode_cells(cellen: pd.Series) -> pd.Series:
    r"""Return the cells as they were typed, with a sign where the question was not shown or was left empty.

    Examples
    --------
    >>> decode_cells(pd.Series(["{lbrace}a{newline}b}", "{quote}ja"])).tolist()
    ['{a\nb}', '"ja']
    """
    nieuw = {cel: _decode(cel) for cel in cellen.unique()}
    anders = {cel: waarde for cel, waarde in nieuw.items() if cel != waarde}
    return cellen.replace(anders) if anders else cellen


def _decode(cel: str) -> str:
    if cel.strip() in ("", _NOT_SHOWN):
        return NIET_GETOOND if cel.strip() else OVERGESLAGEN
    return _SIGN.sub(lambda match: _MEANS[match.group(1)], cel)
