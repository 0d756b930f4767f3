"""plot_respons: from invited to finished as bars per step, a panel per activity on its own scale."""

from __future__ import annotations

import math
from pathlib import Path

import pandas as pd

from burgerdata.figures.figuur import Figuur
from burgerdata.figures.formaat import Formaatnaam
from burgerdata.figures.groups import name_activiteit
from burgerdata.figures.layout import Stapel
from burgerdata.figures.making import Inhoud, Opdracht, Rijkeuze, make_figuur, state_titel
from burgerdata.figures.marks import Merk, Merkpaneel
from burgerdata.figures.preparation import TE_WEINIG, flag, is_onderdrukt, numbers, prepare_tabel, texts
from burgerdata.figures.rows import Rijen
from burgerdata.figures.tokens import explain_tekens
from burgerdata.figures.words import count_woord
from burgerdata.getallen import format_deel, format_getal
from burgerdata.toelichting import read_toelichting

_Activiteit = tuple[str, pd.DataFrame]
STAPPEN = (
    *("uitgenodigd", "aangesproken", "aangemeld", "geselecteerd", "gestart", "meegedaan", "afgerond"),
    "deelnemers",
)
_ONBEKEND = "respons onbekend"
_KLEIN = 30
"""From this number of people down a response is counted and not made a percentage of."""


def plot_respons(
    table: pd.DataFrame,
    *,
    titel: str | None = None,
    formaat: Formaatnaam = "a4",
    style_path: str | Path | None = None,
) -> Figuur:
    """Return bars for each step of the response: people, and their share of the first step given.

    Every activity has a panel with a scale of its own. One that knows a single step has no bar: its response is
    unknown. Of 30 people or fewer, and of qualitative sources, only counts are written; activities that know the
    same steps stand beside each other.

    Raises
    ------
    MethodeError
        When the table is empty.

    Examples
    --------
    >>> tabel = pd.DataFrame({"activiteit_id": "enquete", "stap": ["uitgenodigd", "afgerond"], "n": [2000, 800]})
    >>> plot_respons(tabel.assign(aandeel=[1.0, 0.4]), titel="Vier van de tien mensen deden mee").alt
    'Staafdiagram: Vier van de tien mensen deden mee. In enquête: uitgenodigd 2.000, afgerond 800 (40%).'
    """
    opdracht = Opdracht(plot_respons, table, titel, formaat, style_path)
    tabel = prepare_tabel(table, nodig=("stap", "n"), figuur="respons")
    activiteiten = [
        (name_activiteit(rijen, str(naam)), rijen)
        for naam, rijen in tabel.groupby(
            texts(tabel, "activiteit_id"), sort=False, observed=True, dropna=False
        )
    ]
    # a funnel says more than the number of who took part: those go first when a page is full
    volgorde = sorted(range(len(activiteiten)), key=lambda nr: len(activiteiten[nr][1]) == 1)

    def maak(aantal: int) -> Stapel:
        keuze = [activiteiten[nr] for nr in sorted(volgorde[:aantal])]
        return Stapel(tuple(_make_rijen(deel, tabel, meer=len(keuze) > 1) for deel in _group_stappen(keuze)))

    titel_ = state_titel(opdracht, tabel)
    alt = f"Staafdiagram: {titel_}. {_tell_stappen(activiteiten)}"
    noten = ("Elke activiteit heeft een eigen schaal.",) if len(activiteiten) > 1 else ()
    inhoud = Inhoud(tabel, Rijkeuze(maak, len(activiteiten), _name_weg), alt, explain_tekens(tabel), noten)
    return make_figuur(opdracht, inhoud, titel_)


def _name_weg(aantal: int) -> str:
    """Return the line about activities that do not fit."""
    wat = "activiteit" if aantal == 1 else "activiteiten"
    return f"Niet getoond: {count_woord(aantal)} {wat}; zie de tabel."


def _order_stappen(rijen: pd.DataFrame) -> tuple[str, ...]:
    """Return the steps in the order in which they happen; a step of another name keeps its place behind them."""
    gegeven = list(dict.fromkeys(texts(rijen, "stap")))
    return tuple(sorted(gegeven, key=lambda stap: STAPPEN.index(stap) if stap in STAPPEN else len(STAPPEN)))


def _group_stappen(activiteiten: list[_Activiteit]) -> list[list[_Activiteit]]:
    """Return the activities that know the same steps together: they share rows."""
    groepen: dict[tuple[str, ...], list[_Activiteit]] = {}
    for activiteit in activiteiten:
        groepen.setdefault(_order_stappen(activiteit[1]), []).append(activiteit)
    return list(groepen.values())


def _make_rijen(activiteiten: list[_Activiteit], tabel: pd.DataFrame, *, meer: bool) -> Rijen:
    stappen = _order_stappen(activiteiten[0][1])
    panelen = tuple(
        Merkpaneel(
            tuple(_make_merk(nummer, rijen, stap) for nummer, stap in enumerate(stappen)),
            kop=kop if meer else "",
        )
        for kop, rijen in activiteiten
    )
    return Rijen(
        stappen, panelen, gedeeld=False, ook=tuple(texts(tabel, "stap").unique()), kolommen=2 if meer else 1
    )


def _make_merk(nummer: int, rijen: pd.DataFrame, stap: str) -> Merk:
    rij = rijen[texts(rijen, "stap") == stap].head(1)
    if len(rij) and is_onderdrukt(rij).iloc[0]:
        return Merk(nummer, TE_WEINIG)
    n = numbers(rij, "n").iloc[0] if len(rij) else math.nan
    if math.isnan(n):
        return Merk(nummer, "niet opgegeven")
    if len(rijen) == 1:  # a bar of one step is as long as any other and says nothing
        return Merk(nummer, f"{format_getal(n)}, {_ONBEKEND}")
    return Merk(nummer, _format_stap(rijen, rij), n)


def _format_stap(rijen: pd.DataFrame, rij: pd.DataFrame) -> str:
    """Return people and, where there are enough, their share; of a first step with everybody in it none is said."""
    n, aandeel = numbers(rij, "n").iloc[0], numbers(rij, "aandeel").iloc[0]
    klein = numbers(rijen, "n").max() <= _KLEIN or flag(rij, "kwalitatief").iloc[0]
    vol = aandeel == 1 and rij.index[0] == numbers(rijen, "n").first_valid_index()
    if math.isnan(aandeel) or vol or klein or read_toelichting(rijen).kwalitatief:
        return format_getal(n)
    return f"{format_getal(n)} ({format_deel(aandeel)})"


def _tell_stappen(activiteiten: list[tuple[str, pd.DataFrame]]) -> str:
    if len(activiteiten) > 1:
        return f"{count_woord(len(activiteiten)).capitalize()} activiteiten staan naast elkaar, elk op een eigen schaal."
    naam, rijen = activiteiten[0]
    delen = [
        f"{texts(rij, 'stap').iloc[0]} {_format_stap(rijen, rij)}"
        for rij in (rijen.loc[[nummer]] for nummer in rijen.index)
        if numbers(rij, "n").notna().all()
    ]
    return f"In {naam or 'deze activiteit'}: {', '.join(delen)}."
