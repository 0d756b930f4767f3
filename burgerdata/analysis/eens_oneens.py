"""The two sides of a statement: who agrees, however strongly, and who disagrees."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from burgerdata.analysis.gevraagd import Gevraagd
from burgerdata.analysis.stellingen import rate_opties
from burgerdata.getallen import join_woorden

_MINSTENS = 2
"""Answers that a side needs, or it is one of the answers themselves."""


def list_kanten(van: Gevraagd, naar: Gevraagd) -> Iterator[tuple[str, pd.Series, pd.Series]]:
    """Yield for each side of a statement its answers ("eens of zeer eens") and in both waves 1 for who gave one of them.

    Of a scale of words ("veel vertrouwen of heel veel vertrouwen") likewise; of other questions, and of a statement
    without degrees of agreeing, nothing.
    """
    if van.soort not in ("stelling", "schaal") or van.cijfer:
        return
    kanten, _ = rate_opties(van)
    for kant in (1.0, -1.0):
        labels = [str(label) for label in van.opties["label"][kanten.eq(kant)]]
        if len(labels) >= _MINSTENS:
            delen = [g.labels.isin(labels).astype("float64").where(g.labels.notna()) for g in (van, naar)]
            yield join_woorden(labels, "of"), delen[0], delen[1]
