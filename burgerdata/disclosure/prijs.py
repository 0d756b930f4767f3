"""What suppression costs, per table, and what an analyst can do about it."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from burgerdata.disclosure.emptying import Masker
from burgerdata.getallen import join_woorden


def list_prijs(maskers: Mapping[str, Masker]) -> pd.DataFrame:
    """Return one row per table: tabel, rijen, onderdrukt, klein, ongeteld, advies."""
    return pd.DataFrame(
        {
            "tabel": list(maskers),
            "rijen": [len(m.weg) for m in maskers.values()],
            "onderdrukt": [int(m.weg.sum()) for m in maskers.values()],
            "klein": [int(m.klein.sum()) for m in maskers.values()],
            "ongeteld": [int((m.ongeteld & ~m.weg).sum()) for m in maskers.values()],
            "advies": [_advise(m) for m in maskers.values()],
        }
    ).astype({"tabel": "str", "advies": "str"})


def _advise(masker: Masker) -> str:
    """Return which groups or answers to merge, where cells were hidden only to protect others."""
    if not (masker.weg & ~masker.klein).any() and not masker.ongeteld.any():
        return ""
    if masker.groepen:
        namen = join_woorden([f"‘{naam}’" for naam in masker.groepen])
        return f"voeg {namen} samen met een andere groep (blad groepen van vragen.xlsx)"
    return "voeg kleine antwoorden samen (blad groepen van vragen.xlsx)"
