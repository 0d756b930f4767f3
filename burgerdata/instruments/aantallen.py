"""Counts that people wrote down: a filled cell is a whole number, or the analyst hears which cell is not."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Collection, Iterator

import pandas as pd

from burgerdata.errors import ContractError, Probleem, bundle_rows
from burgerdata.instruments.values import is_filled, parse_getal
from burgerdata.instruments.vraagregels import fold
from burgerdata.shapes import RIJ, Tabel

_GEEN = re.compile(r"[-–—.]+|n\.?v\.?t\.?|geen", re.IGNORECASE)
"""What people write where nothing was counted."""
_REMEDIE = "schrijf daar een heel getal, of maak de cel leeg als er niet is geteld"


def check_aantallen(
    tabel: Tabel,
    kolommen: Collection[str],
    *,
    wat: str = "dit is geen aantal",
    lees: Callable[[str], float] = parse_getal,
    geheel: bool = True,
    naast: str = "",
) -> None:
    """Raise ContractError with every filled cell of these columns that is no count; without one nothing happens.

    ``geheel`` asks for whole numbers. A row in which the cells repeat their headers, or what stands in the column
    ``naast``, is a heading and holds no counts.

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
        for rij in _find_wrong(tabel.frame, kolom, lees, geheel, naast)
    ]
    if problemen:
        raise ContractError(bundle_rows(problemen))


def is_aantal(getal: float, *, geheel: bool = True) -> bool:
    """Return whether a number can be how many there are."""
    return not math.isnan(getal) and getal >= 0 and (not geheel or getal % 1 == 0)


def _find_wrong(
    frame: pd.DataFrame, kolom: str, lees: Callable[[str], float], geheel: bool, naast: str
) -> Iterator[int]:
    gevuld = frame[is_filled(frame[kolom])]
    kop = gevuld[naast] if naast else pd.Series("", index=gevuld.index, dtype="str")
    for rij, cel, ernaast in zip(gevuld[RIJ], gevuld[kolom].astype("str"), kop.astype("str"), strict=True):
        los = cel.strip()
        herhaald = fold(los) in (fold(kolom), fold(ernaast))
        if not (_GEEN.fullmatch(los) or herhaald or is_aantal(lees(los), geheel=geheel)):
            yield int(rij)
