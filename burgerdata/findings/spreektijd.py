"""How much of the talk in the groups was the moderator's."""

from __future__ import annotations

import pandas as pd

from burgerdata.getallen import format_procent


def state_spreektijd(tabel: pd.DataFrame) -> str:
    """Return the largest share of the words of a group that its moderator spoke."""
    aandeel = tabel["aandeel_gespreksleider"].dropna()
    if aandeel.empty:
        return "Hierover zijn geen gegevens"
    return f"De gespreksleider sprak per groep hooguit {format_procent(float(aandeel.max()))} van de woorden"
