"""Counts that people wrote down: a filled cell is a whole number, or the analyst hears which cell is not."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

import pandas as pd

from burgerdata.cellen import list_cells
from burgerdata.errors import ContractError, Probleem, bundle_rows
from burgerdata.instruments.values import is_filled, parse_getal, read_getallen
from burgerdata.instruments.vraagregels import fold
from burgerdata.intake import Logboek
from burgerdata.shapes import RIJ, Tabel

_GEEN = re.compile(r"[-–—.]+|n\.?v\.?t\.?|geen", re.IGNORECASE)
"""What people write where there was nothing to count."""
_ONBEKEND = re.compile(
    r"onbekend|niet (?:geteld|bekend|genoteerd|geregistreerd)|n\.?b\.?|n\.?g\.?|\?+|unknown|not counted",
    re.IGNORECASE,
)
"""What people write where something was and nobody counted it."""
_DUIZEND = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+")
_REMEDIE = "schrijf daar een heel getal, of maak de cel leeg als er niet is geteld"


def read_aantal(cel: str) -> float:
    """Return how many a cell says there are: a dot before three digits stands before thousands, for people are whole.

    Examples
    --------
    >>> read_aantal("1.200"), read_aantal("12"), read_aantal("2,5"), read_aantal("onbekend")
    (1200.0, 12.0, 2.5, nan)
    """
    los = cel.strip()
    return parse_getal(los.replace(".", "") if _DUIZEND.fullmatch(los) else los)


def read_aantallen(cellen: pd.Series) -> pd.Series:
    """Return the cells of a column of counts as float64, NaN where a cell is no number.

    A dot stands before thousands, unless one of the cells shows that dots are decimal points there.

    Examples
    --------
    >>> read_aantallen(pd.Series(["620", "1.480"])).tolist(), read_aantallen(pd.Series(["0.5", "1.480"])).tolist()
    ([620.0, 1480.0], [0.5, 1.48])
    """
    met_punt = [cel.strip() for cel in list_cells(cellen) if "." in cel]
    if not met_punt or not all(map(_DUIZEND.fullmatch, met_punt)):
        return read_getallen(cellen)
    return cellen.astype("str").map(read_aantal).astype("float64")


@dataclass(frozen=True)
class Telwijze:
    """How the cells of a column are counts: how one is read, whether it is whole, and the column whose words it may repeat."""

    lees: Callable[[str], float] = read_aantal
    geheel: bool = True
    naast: str = ""


def check_aantallen(
    tabel: Tabel,
    kolommen: Collection[str],
    *,
    wat: str = "dit is geen aantal",
    telwijze: Telwijze = Telwijze(),
    logboek: Logboek | None = None,
) -> None:
    """Raise ContractError with every filled cell of these columns that is no count; without one nothing happens.

    A cell that says that nobody counted ("onbekend") is told in ``logboek``. A row in which the cells repeat their
    headers, or what stands in the column ``naast``, is a heading and holds no counts.

    Examples
    --------
    >>> from burgerdata.shapes import Kolom
    >>> frame = pd.DataFrame({RIJ: [2, 3], "stippen": ["4", "negen"]})
    >>> check_aantallen(Tabel("dialoog.xlsx", "excel", frame, (Kolom("stippen"),), "Blad1"), ["stippen"])
    Traceback (most recent call last):
    burgerdata.errors.ContractError: 1 probleem in de bronbestanden:
      dialoog.xlsx, blad 'Blad1', rij 3, kolom 'stippen': dit is geen aantal; schrijf daar een heel getal, of maak de cel leeg als er niet is geteld
    """
    problemen = [
        Probleem(wat, _REMEDIE, tabel.bestand, tabel.blad, rij, kolom)
        for kolom in kolommen
        for rij in _find_wrong(tabel.frame, kolom, telwijze)
    ]
    if problemen:
        raise ContractError(bundle_rows(problemen))
    if logboek is not None:
        _note_unknown(tabel.frame, kolommen, logboek)


def _note_unknown(frame: pd.DataFrame, kolommen: Collection[str], logboek: Logboek) -> None:
    for kolom in kolommen:
        onbekend = frame[kolom].astype("str").str.strip().str.fullmatch(_ONBEKEND)
        for rij in frame.loc[onbekend, RIJ]:
            logboek.note("getal_onleesbaar", rij=int(rij), kolom=kolom)


def is_aantal(getal: float, *, geheel: bool = True) -> bool:
    """Return whether a number can be how many there are."""
    return not math.isnan(getal) and getal >= 0 and (not geheel or getal % 1 == 0)


def _find_wrong(frame: pd.DataFrame, kolom: str, telwijze: Telwijze) -> Iterator[int]:
    gevuld = frame[is_filled(frame[kolom])]
    kop = gevuld[telwijze.naast] if telwijze.naast else pd.Series("", index=gevuld.index, dtype="str")
    for rij, cel, ernaast in zip(gevuld[RIJ], gevuld[kolom].astype("str"), kop.astype("str"), strict=True):
        los = cel.strip()
        leeg = _GEEN.fullmatch(los) or _ONBEKEND.fullmatch(los) or fold(los) in (fold(kolom), fold(ernaast))
        if not (leeg or is_aantal(telwijze.lees(los), geheel=telwijze.geheel)):
            yield int(rij)
