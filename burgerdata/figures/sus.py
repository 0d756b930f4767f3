"""plot_sus: the mean SUS per round as dots with their interval, on a scale from 0 to 100."""

from __future__ import annotations

import math
from pathlib import Path

import pandas as pd

from burgerdata.figures.figuur import Figuur
from burgerdata.figures.formaat import Formaatnaam
from burgerdata.figures.groups import name_activiteit
from burgerdata.figures.making import Inhoud, Opdracht, make_figuur, state_titel
from burgerdata.figures.marks import Merk, Merkpaneel
from burgerdata.figures.palette import EIGEN_VIJF
from burgerdata.figures.preparation import TE_WEINIG, flag, is_onderdrukt, numbers, prepare_tabel, texts
from burgerdata.figures.rows import Rijen
from burgerdata.figures.words import count_woord
from burgerdata.getallen import format_getal

_IJK = (0.0, 25.0, 50.0, 75.0, 100.0)
"""The scale of the SUS, which one dot alone does not show."""


def plot_sus(
    table: pd.DataFrame,
    *,
    titel: str | None = None,
    formaat: Formaatnaam = "a4",
    style_path: str | Path | None = None,
) -> Figuur:
    """Return a dot per round of a usability test; n stands on every row, and above 30 people its interval is drawn.

    Raises
    ------
    MethodeError
        When the table is empty.

    Examples
    --------
    >>> tabel = pd.DataFrame({"activiteit_id": "test", "n": [14], "gemiddelde": [71.7]})
    >>> plot_sus(tabel, titel="Mensen geven de site een 72 op de SUS").alt
    'Punten: Mensen geven de site een 72 op de SUS. Eén ronde: test 72.'
    """
    opdracht = Opdracht(plot_sus, table, titel, formaat, style_path)
    tabel = prepare_tabel(table, nodig=("activiteit_id", "n", "gemiddelde"), figuur="SUS")
    labels = tuple(
        name_activiteit(tabel.loc[[nr]], naam) or naam for nr, naam in texts(tabel, "activiteit_id").items()
    )
    merken = tuple(_make_merk(nummer, tabel.loc[[nummer]]) for nummer in range(len(tabel)))
    n = tuple(f"{format_getal(aantal)}{'*' if ster else ''}" for aantal, ster in _list_n(tabel))
    paneel = Merkpaneel(merken, "punt", procent=True, plafond=100.0, kleur=EIGEN_VIJF[0], ijk=_IJK)
    kop = state_titel(opdracht, tabel)
    rondes = "Eén ronde" if len(tabel) == 1 else f"{count_woord(len(tabel)).capitalize()} rondes"
    waarden = ", ".join(f"{label} {merk.label}" for label, merk in zip(labels, merken, strict=True))
    alt = f"Punten: {kop}. {rondes}: {waarden}."
    return make_figuur(opdracht, Inhoud(tabel, Rijen(labels, (paneel,), rechts=n, rechts_kop="n"), alt), kop)


def _list_n(tabel: pd.DataFrame) -> list[tuple[float, bool]]:
    return list(zip(numbers(tabel, "n"), flag(tabel, "indicatief"), strict=True))


def _make_merk(nummer: int, rij: pd.DataFrame) -> Merk:
    waarde, onder, boven = (numbers(rij, naam).iloc[0] for naam in ("gemiddelde", "onder", "boven"))
    if is_onderdrukt(rij).iloc[0] or math.isnan(waarde):
        return Merk(nummer, TE_WEINIG)
    if flag(rij, "kwalitatief").iloc[0] or math.isnan(onder):
        return Merk(nummer, format_getal(waarde), waarde)
    return Merk(nummer, format_getal(waarde), waarde, max(onder, 0.0), min(boven, 100.0))
