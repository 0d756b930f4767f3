"""The lines that explain the signs in a drawing; a sign that does not occur is not explained."""

from __future__ import annotations

import pandas as pd

from burgerdata.figures.foot import INDICATIEF, ONDERDRUKT, state_interval, state_verschil
from burgerdata.figures.preparation import flag, is_onderdrukt, numbers, texts
from burgerdata.toelichting import read_toelichting


def explain_tekens(tabel: pd.DataFrame, *, kruisjes: bool = False) -> tuple[str, ...]:
    """Return the lines for a star, ▲ ▼, an x (where ``kruisjes`` stand for words) and the intervals, as far as used."""
    return (
        INDICATIEF if (flag(tabel, "indicatief") & ~is_onderdrukt(tabel)).any() else "",
        state_verschil(read_toelichting(tabel)) if texts(tabel, "verschilt").str.strip().ne("").any() else "",
        ONDERDRUKT if kruisjes and is_onderdrukt(tabel).any() else "",
        state_interval(read_toelichting(tabel)) if numbers(tabel, "onder").notna().any() else "",
    )
