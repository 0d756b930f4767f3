"""Ticks in a table made by hand: a mark where something was said, and nothing where it was not."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import groupby

import numpy as np
import pandas as pd

from burgerdata.cellen import list_cells
from burgerdata.instruments.kinds import is_technical, is_weight
from burgerdata.instruments.values import is_filled
from burgerdata.instruments.vraagregels import fold
from burgerdata.shapes import Kolom, Tabel

_MADE = frozenset(["csv", "excel"])
"""Formats that people fill by hand; a program says itself what an empty cell means."""
_MARKS = frozenset(["x", "×", "✓", "✔", "☑", "☒", "√", "v"])
"""What people put with a pen: one column of them is a yes or no already."""
_WORDS = frozenset(["1", "ja", "j", "yes", "y", "waar", "true", "genoemd", "+"])
"""What may as well be an answer: only columns beside each other with the same word are ticks."""
_OTHER = re.compile(r"test\w*|proef\w*|.*akkoord.*|.*toestemming.*|m ?/ ?v\b.*|geslacht|sekse", re.IGNORECASE)
"""Headers of columns in which a mark says who may be used, and a letter who somebody is."""
_LOOKED_AT = 200
_DASH = " - "
_LEGEND = re.compile(r"\s*\([^()]*=[^()]*\)")
"""What a mark means, in the header: "(x = genoemd)"."""
_ZONDER_KOP = "Aangekruist"


def read_ticks(tabel: Tabel, *, bezet: Collection[str] = ()) -> Tabel:
    """Return the table with ja and nee in its columns of ticks, and those beside each other as one set.

    Nee is for everybody who took part: who ticked something, or has an answer elsewhere in the row. ``bezet`` are
    columns with another meaning.

    Examples
    --------
    >>> frame = pd.DataFrame({"M/V": ["m", "v", "m"], "te laat": ["x", "", "X"], "prijs": ["", "x", ""]}, dtype="str")
    >>> tabel = Tabel("halte.csv", "csv", frame, (Kolom("M/V"), Kolom("te laat"), Kolom("prijs")))
    >>> read_ticks(tabel).frame[["te laat", "prijs"]].values.tolist()
    [['ja', 'nee'], ['nee', 'ja'], ['ja', 'nee']]
    """
    if tabel.formaat not in _MADE:
        return tabel
    weg = {fold(naam) for naam in bezet}
    soorten = {
        kolom.naam: "" if fold(kolom.naam) in weg else _find_mark(kolom, tabel.frame[kolom.naam])
        for kolom in tabel.kolommen
    }
    groepen = [
        leden
        for (soort, _), groep in groupby(tabel.kolommen, key=lambda kolom: (soorten[kolom.naam], _kop(kolom)))
        if soort and _are_ticks(leden := list(groep), soort, tabel.frame)
    ]
    namen = [kolom.naam for leden in groepen for kolom in leden]
    if not namen:
        return tabel
    samen = {kolom.naam: _join(kolom, leden) for leden in groepen for kolom in leden if len(leden) > 1}
    kolommen = tuple(samen.get(kolom.naam, kolom) for kolom in tabel.kolommen)
    return replace(tabel, frame=tabel.frame.assign(**_spell(tabel, namen)), kolommen=kolommen)


def _find_mark(kolom: Kolom, cellen: pd.Series) -> str:
    """Return which kind of mark is all that a column holds; empty for a column with anything else."""
    if (
        kolom.labels
        or kolom.set_naam
        or kolom.soort
        or is_weight(kolom)
        or _OTHER.fullmatch(kolom.naam.strip())
    ):
        return ""
    teken = _MARKS | _WORDS
    if not {fold(str(cel)) for cel in cellen.head(_LOOKED_AT)} <= {"", *teken}:
        return ""
    gevonden = {fold(str(cel)) for cel in list_cells(cellen)} - {""}
    if not gevonden:
        return ""
    if gevonden <= _MARKS:
        return "teken"
    return gevonden.pop() if len(gevonden) == 1 and gevonden <= _WORDS else ""


def _are_ticks(leden: Sequence[Kolom], soort: str, frame: pd.DataFrame) -> bool:
    """Return whether empty cells say no: of pen marks always, of words only where some columns stand together."""
    leeg = any(not is_filled(frame[kolom.naam]).all() for kolom in leden)
    return leeg and (soort == "teken" or len(leden) > 1)


def _kop(kolom: Kolom) -> str:
    """Return the heading that a column stands under, where two rows of headers were joined."""
    return kolom.tekst.rpartition(_DASH)[0] or kolom.naam.rpartition(_DASH)[0]


def _join(kolom: Kolom, leden: Sequence[Kolom]) -> Kolom:
    kop = _kop(kolom)
    tekst = _LEGEND.sub("", kop).strip() or _ZONDER_KOP
    optie = (kolom.tekst or kolom.naam).removeprefix(f"{kop}{_DASH}").strip()
    naam = tekst if kop else f"{_ZONDER_KOP} {leden[0].naam}"
    return replace(kolom, set_naam=naam, set_tekst=tekst, set_code="ja", tekst=f"{tekst}: {optie}")


def _spell(tabel: Tabel, namen: Sequence[str]) -> dict[str, pd.Series]:
    frame = tabel.frame
    gezet = {naam: is_filled(frame[naam]).to_numpy(dtype=bool) for naam in namen}
    anders = [
        kolom.naam
        for kolom in tabel.kolommen
        if kolom.naam not in gezet and not is_technical(kolom, frame[kolom.naam])
    ]
    deed_mee = np.any(
        [*gezet.values(), *(is_filled(frame[naam]).to_numpy(dtype=bool) for naam in anders)], axis=0
    )
    deed_mee |= not anders
    return {
        naam: pd.Series(np.where(ja, "ja", np.where(deed_mee, "nee", "")), index=frame.index, dtype="str")
        for naam, ja in gezet.items()
    }
