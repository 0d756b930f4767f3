"""Findings about texts: themes that go together, new themes per group, words of a group, coders who agree, languages."""

from __future__ import annotations

import pandas as pd

from burgerdata.findings.zinnen import choose_zin, pick_hoogste, quote
from burgerdata.getallen import format_getal

ALLE_THEMAS = "alle_themas"
_GEEN = "Hierover zijn geen gegevens"


def state_paar(tabel: pd.DataFrame) -> str:
    """Return the two themes that most people name together."""
    if tabel.empty or not tabel["n"].fillna(0).gt(0).any():
        return "Geen twee thema's worden samen genoemd"
    rij = pick_hoogste(tabel[tabel["n"].notna()], "n")
    een, ander = str(rij["thema_a"]), str(rij["thema_b"])
    return choose_zin(
        [
            f"{een} en {ander} worden het vaakst samen genoemd",
            f"{quote(een, langst=24)} en {quote(ander, langst=24)} worden het vaakst samen genoemd",
        ]
    )


def state_verzadiging(tabel: pd.DataFrame) -> str:
    """Return whether the last group still brought new themes."""
    laatste = tabel[~tabel.duplicated("activiteit_id", keep="last")]
    if laatste.empty:
        return _GEEN
    if laatste["nieuw"].astype("float64").eq(0).all():
        return "In de laatste groep kwamen geen nieuwe thema's meer"
    return "Ook in de laatste groep kwamen nog nieuwe thema's"


def state_woorden(tabel: pd.DataFrame) -> str:
    """Return that groups use words of their own, or that none was found."""
    return (
        "Geen groep gebruikt aantoonbaar eigen woorden"
        if tabel.empty
        else "Elke groep gebruikt eigen woorden"
    )


def state_codeurs(tabel: pd.DataFrame) -> str:
    """Return the agreement over all themes together."""
    samen = tabel[tabel["thema_id"].eq(ALLE_THEMAS) & tabel["alpha"].notna()]
    if samen.empty:
        return "De overeenstemming tussen codeurs is niet te bepalen"
    return f"De overeenstemming tussen codeurs (alpha) is {format_getal(float(samen['alpha'].iloc[0]), 2)}"
