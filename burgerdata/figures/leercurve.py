"""plot_leercurve: how good proposals are with more texts read, and what still more would bring."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from burgerdata.figures.figuur import Figuur
from burgerdata.figures.formaat import Formaatnaam
from burgerdata.figures.layout import Stapel
from burgerdata.figures.making import Inhoud, Opdracht, make_figuur
from burgerdata.figures.marks import Merk, Merkpaneel
from burgerdata.figures.palette import EIGEN_VIJF
from burgerdata.figures.preparation import numbers, prepare_tabel, texts
from burgerdata.figures.rows import Rijen
from burgerdata.figures.title import choose_titel
from burgerdata.getallen import format_getal

_TEKENS = "Verwacht: de lijn door de gemeten punten, doorgetrokken; geen meting."


def plot_leercurve(
    table: pd.DataFrame,
    *,
    titel: str | None = None,
    formaat: Formaatnaam = "a4",
    style_path: str | Path | None = None,
) -> Figuur:
    """Return F1 by the number of texts that were learned from: measured rows first, expected ones below them.

    Raises
    ------
    MethodeError
        When nothing is left to draw.

    Examples
    --------
    >>> tabel = pd.DataFrame({"n": [40, 80, 130], "f1_per_tekst": [0.5, 0.58, 0.63], "f1_per_thema": 0.4})
    >>> plot_leercurve(tabel.assign(soort=["gemeten", "gemeten", "verwacht"])).titel
    'Met 50 gelezen teksten meer worden de voorstellen naar verwachting beter'
    """
    opdracht = Opdracht(plot_leercurve, table, titel, formaat, style_path)
    tabel = prepare_tabel(table, nodig=("n", "f1_per_tekst", "f1_per_thema", "soort"), figuur="leercurve")
    kop = choose_titel(tabel, titel or _state_titel(tabel))
    gemeten = texts(tabel, "soort").eq("gemeten")
    labels = tuple(
        f"{'' if meet else 'verwacht bij '}{format_getal(n)} teksten"
        for n, meet in zip(numbers(tabel, "n"), gemeten, strict=True)
    )
    panelen = tuple(
        Merkpaneel(
            tuple(
                Merk(nr, format_getal(waarde, 2), waarde) for nr, waarde in enumerate(numbers(tabel, naam))
            ),
            "steel",
            kop=naam_,
            plafond=1.0,
            kleur=kleur,
        )
        for naam, naam_, kleur in (
            ("f1_per_tekst", "F1 per tekst", EIGEN_VIJF[1]),
            ("f1_per_thema", "F1 per thema", EIGEN_VIJF[3]),
        )
    )
    laatst = numbers(tabel, "f1_per_tekst")[gemeten]
    verteld = f"Nu is F1 per tekst {format_getal(laatst.iloc[-1], 2)}." if len(laatst) else "Niets gemeten."
    inhoud = Inhoud(
        tabel,
        Stapel((Rijen(labels, panelen),)),
        alt=f"Leercurve van voorstellen: {kop}. {verteld}",
        tekens=(_TEKENS,),
    )
    return make_figuur(opdracht, inhoud, kop)


def _state_titel(tabel: pd.DataFrame) -> str:
    gemeten = texts(tabel, "soort").eq("gemeten")
    n, f1 = numbers(tabel, "n"), numbers(tabel, "f1_per_tekst")
    if gemeten.all() or not gemeten.any():
        return f"Voorstellen voor thema's halen een score van {format_getal(f1.iloc[-1], 2)}"
    erbij = int(n[~gemeten].iloc[0] - n[gemeten].iloc[-1])
    if round(float(f1[~gemeten].iloc[0] - f1[gemeten].iloc[-1]), 2) <= 0:
        return "Met meer gelezen teksten worden de voorstellen naar verwachting niet beter"
    return f"Met {erbij} gelezen teksten meer worden de voorstellen naar verwachting beter"
