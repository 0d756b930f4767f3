"""The answers to one question out of its cells: a block of rows, at least one for every person."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from burgerdata.cellen import factorize_cells
from burgerdata.instruments.multiple import fill_meervoudig
from burgerdata.instruments.spelling import drop_nought, unify_spelling
from burgerdata.instruments.stacking import STATUS_NR, Antwoordblok, Waarden
from burgerdata.instruments.statuses import answer_status, is_blank_sign
from burgerdata.instruments.values import is_filled, read_getallen
from burgerdata.instruments.vraag import GESLOTEN, MEERVOUDIG, Vraag
from burgerdata.instruments.vraagregels import fold
from burgerdata.shapes import RIJ

_MOST_ROWS = 50
_NO_ANSWER = (-77, -88, -97, -98, -99, -997, -998, -999, -9999)


class Notitie(NamedTuple):
    """Something that reading did to a column, for the logboek."""

    reden: str
    kolom: str
    aantal: int
    rij: int | None = None


def fill_vraag(vraag: Vraag, frame: pd.DataFrame) -> tuple[Antwoordblok, tuple[Notitie, ...]]:
    """Return the answers of all persons (rows of the frame, in order) to one question, and what was changed.

    An empty cell is leeg_onbekend: a file does not tell whether a question was skipped or not shown.
    """
    if vraag.soort in MEERVOUDIG:
        return fill_meervoudig(vraag, frame), ()
    cellen = frame[vraag.kolommen[0]]
    rijen = frame[RIJ] if RIJ in frame else pd.Series(pd.NA, index=frame.index, dtype="Int64")
    if vraag.soort in GESLOTEN:
        return _fill_closed(vraag, cellen, rijen)
    return _fill_number(vraag, cellen, rijen) if vraag.soort == "getal" else (_fill_open(vraag, cellen), ())


def _fill_closed(
    vraag: Vraag, cellen: pd.Series, rijen: pd.Series
) -> tuple[Antwoordblok, tuple[Notitie, ...]]:
    nummers, waarden = factorize_cells(cellen)
    plekken = {optie.code: plek for plek, optie in enumerate(vraag.opties)}
    spelling = unify_spelling(cellen, vast=plekken)
    bij_waarde = [plekken.get(w, plekken.get(spelling.get(w, ""), -1)) for w in waarden]
    code = np.array([*bij_waarde, -1], dtype=np.min_scalar_type(-len(plekken) - 1))[nummers]
    anders = sum(drop_nought(w.strip()) not in ("", spelling.get(w, w)) and w not in plekken for w in waarden)
    status, getal = _read_statussen(vraag, code), _read_waarden(vraag)
    kolom = vraag.kolommen[0]
    vreemd = {nr for nr, o in enumerate(vraag.opties) if o.status == "missend" and o.label == o.code}
    # a dash says nothing, and so it is no answer outside the scale
    fout = [
        nr in vreemd or (nr == -1 and bool(w.strip()) and not is_blank_sign(w))
        for nr, w in zip(bij_waarde, waarden, strict=True)
    ]
    buiten = np.array([*fout, False])[nummers] if any(fout) else []
    notities = [Notitie("cel_gewijzigd", kolom, anders)] if anders else []
    return _block(vraag, code, getal, status), (*notities, *_note_rows("buiten_bereik", kolom, rijen[buiten]))


def _note_rows(reden: str, kolom: str, rijen: pd.Series) -> tuple[Notitie, ...]:
    """Return a note per row; of very many rows one note with their number."""
    if len(rijen) > _MOST_ROWS or rijen.isna().any():
        return (Notitie(reden, kolom, len(rijen)),) if len(rijen) else ()
    return tuple(Notitie(reden, kolom, 1, int(rij)) for rij in rijen)


def _read_statussen(vraag: Vraag, code: NDArray[np.signedinteger[Any]]) -> NDArray[np.int8]:
    """Return the status of each chosen option; -1 is an empty cell."""
    statussen = [STATUS_NR[answer_status(optie.status)] for optie in vraag.opties]
    van_rij: NDArray[np.int8] = np.array([*statussen, STATUS_NR["leeg_onbekend"]], dtype="int8")[code]
    return van_rij


def _read_waarden(vraag: Vraag) -> Waarden:
    return Waarden(np.nan if optie.waarde is None else optie.waarde for optie in vraag.opties)


def _fill_number(
    vraag: Vraag, cellen: pd.Series, rijen: pd.Series
) -> tuple[Antwoordblok, tuple[Notitie, ...]]:
    plekken = {fold(optie.code): plek for plek, optie in enumerate(vraag.opties)}
    factoren, waarden = factorize_cells(cellen)
    bij_waarde = [plekken.get(fold(str(w)), -1) for w in waarden] if plekken else [-1] * len(waarden)
    code = np.array([*bij_waarde, -1], dtype="int32")[factoren]
    status = _read_statussen(vraag, code)
    getal = np.where(code == -1, read_getallen(cellen).to_numpy(), np.nan)
    status[(code == -1) & ~np.isnan(getal)] = STATUS_NR["gegeven"]
    onleesbaar = (code == -1) & np.isnan(getal) & is_filled(cellen).to_numpy(dtype=bool)
    missend = _find_missing_codes(getal)
    getal[missend], status[missend] = np.nan, STATUS_NR["leeg_onbekend"]
    kolom = vraag.kolommen[0]
    gewijzigd = _note_rows("cel_gewijzigd", kolom, rijen[onleesbaar])
    return _block(vraag, code, getal, status), (
        *gewijzigd,
        *_note_rows("buiten_bereik", kolom, rijen[missend]),
    )


def _find_missing_codes(getal: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Return which numbers are a code for no answer without a label: -99 where no other number is below zero."""
    missend = np.isin(getal, _NO_ANSWER)
    return missend if not (getal[~missend] < 0).any() else np.zeros(len(getal), dtype=bool)


def _fill_open(vraag: Vraag, cellen: pd.Series) -> Antwoordblok:
    gevuld = is_filled(cellen).to_numpy(dtype=bool)
    status = np.where(gevuld, STATUS_NR["gegeven"], STATUS_NR["leeg_onbekend"]).astype("int8")
    leeg = np.broadcast_to(np.int8(-1), len(cellen))
    return _block(vraag, leeg, Waarden(), status)


def _block(
    vraag: Vraag,
    code: NDArray[np.signedinteger[Any]],
    getal: NDArray[np.float64] | Waarden,
    status: NDArray[np.int8],
) -> Antwoordblok:
    codes = tuple(optie.code for optie in vraag.opties)
    een = np.broadcast_to(np.int32(1), len(code))
    return Antwoordblok(vraag.vraag_id, _number_personen(len(code)), code, codes, getal, status, een)


@lru_cache(maxsize=1)
def _number_personen(aantal: int) -> NDArray[np.int32]:
    """Return the places of all persons, the same array for every question that each of them has one answer to."""
    personen = np.arange(aantal, dtype="int32")
    personen.flags.writeable = False
    return personen


def mark_not_shown(blok: Antwoordblok, ouder: Antwoordblok, code: str) -> Antwoordblok:
    """Return the answers to "anders, namelijk" with niet_getoond for persons who chose another option."""
    if code not in ouder.codes:
        return blok
    buiten = [STATUS_NR["leeg_onbekend"], STATUS_NR["afgebroken"]]
    beantwoord = ouder.persoon[~np.isin(ouder.status, buiten)]
    gekozen = ouder.persoon[ouder.code == ouder.codes.index(code)]
    ander = np.isin(blok.persoon, beantwoord) & ~np.isin(blok.persoon, gekozen)
    leeg = np.isin(blok.status, [*buiten, STATUS_NR["overgeslagen"]]) & ander
    return replace(blok, status=np.where(leeg, STATUS_NR["niet_getoond"], blok.status).astype("int8"))
