"""How many people a margin of error needs, and which margin a number of people gives."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import pandas as pd

from burgerdata.errors import MethodeError
from burgerdata.preparing.voorbereiding import refuse_onbekend
from burgerdata.schema import WERVING
from burgerdata.schema.labels import KANSSTEEKPROEF, ZELFSELECTIE

_Z = 1.959963984540054
"""The 97.5th percentile of the normal distribution."""
_AANTALLEN = (30, 50, 100, 200, 500, 1000, 2000)
_MARGE, _INDICATIE = "foutmarge", "indicatie van de steekproefonzekerheid"


def measure_steekproef(
    *,
    marge: float | None = None,
    n: int | Sequence[int] | None = None,
    aandeel: float = 0.5,
    deff: float = 1.0,
    werving: str = "steekproef",
) -> pd.DataFrame:
    """Return sample size and margin of a share: n, n_effectief, marge, aandeel, deff, soort, waarschuwing.

    With ``marge`` the number of people that it needs, with ``n`` the margin that these numbers give, without either a
    table of usual numbers. ``marge`` is half the width of the 95% interval as a share (0.05 is 5 points), ``deff`` the
    design effect of weights or clusters. ``soort`` calls it a margin of error only for a probability sample;
    elsewhere it is an indication, and ``waarschuwing`` says why.

    Normal approximation for a simple random sample from a large population (Cochran 1977, section 4.4), times the
    square root of the design effect.

    Raises
    ------
    MethodeError
        When both ``marge`` and ``n`` are given, or a number is impossible.

    Examples
    --------
    >>> measure_steekproef(n=[30, 2000])["marge"].round(3).tolist()
    [0.179, 0.022]
    >>> measure_steekproef(marge=0.05, deff=1.5)["n"].tolist()
    [577]
    """
    refuse_onbekend("de werving", werving, WERVING)
    _refuse_onmogelijk(marge, n, aandeel, deff)
    spreiding = _Z**2 * deff * aandeel * (1 - aandeel)
    aantallen = np.array([math.ceil(round(spreiding / marge**2, 9))]) if marge else _list_aantallen(n)
    rijen = len(aantallen)
    return pd.DataFrame(
        {
            "n": pd.array(aantallen, dtype="Int32"),
            "n_effectief": aantallen / deff,
            "marge": np.sqrt(spreiding / aantallen),
            "aandeel": [float(aandeel)] * rijen,
            "deff": [float(deff)] * rijen,
            "soort": pd.Series([_MARGE if werving in KANSSTEEKPROEF else _INDICATIE] * rijen, dtype="str"),
            "waarschuwing": pd.Series([_warn(werving)] * rijen, dtype="str"),
        }
    )


def _list_aantallen(n: int | Sequence[int] | None) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    aantallen = np.atleast_1d(np.asarray(_AANTALLEN if n is None else n, dtype="int64")).ravel()
    if (aantallen < 1).any():
        raise MethodeError("een steekproef heeft minstens één deelnemer; geef n als een getal groter dan 0")
    return aantallen


def _refuse_onmogelijk(marge: float | None, n: object, aandeel: float, deff: float) -> None:
    if marge is not None and n is not None:
        raise MethodeError("geef een marge of een aantal n, niet allebei: het ene volgt uit het andere")
    if marge is not None and not 0 < marge < 1:
        raise MethodeError("een marge ligt tussen 0 en 1; schrijf 0.05 voor 5 procentpunt")
    if not 0 < aandeel < 1:
        raise MethodeError("een aandeel ligt tussen 0 en 1; schrijf 0.5 als u het niet weet")
    if not deff > 0:
        raise MethodeError("een ontwerpeffect is groter dan 0; schrijf 1 als u het niet weet")


def _warn(werving: str) -> str:
    if werving in KANSSTEEKPROEF:
        return ""
    if werving == "netwerk":
        return "Organisaties en netwerken vragen de mensen die zij kennen: dit getal zegt niets over wie zij niet bereiken. Noem geen foutmarge."
    if werving in ZELFSELECTIE:
        return "Mensen melden zichzelf aan: dit getal zegt niets over wie zich niet aanmeldde. Noem geen foutmarge."
    return (
        "Dit is geen steekproef waarin iedereen een bekende kans had. Noem het een indicatie, geen foutmarge."
    )
