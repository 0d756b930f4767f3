"""plot_themas: how many people raised each theme; a panel per source, shares and counts on scales of their own."""

from __future__ import annotations

import math
from pathlib import Path

import pandas as pd

from burgerdata.figures.figuur import Figuur
from burgerdata.figures.foot import AANTALLEN
from burgerdata.figures.formaat import Formaatnaam
from burgerdata.figures.groups import Deel, is_restgroep, split_delen
from burgerdata.figures.making import Inhoud, Opdracht, Rijkeuze, make_figuur, state_titel
from burgerdata.figures.marks import Merk, Merkpaneel, head_rijen
from burgerdata.figures.palette import EIGEN_VIJF
from burgerdata.figures.preparation import TE_WEINIG, numbers, prepare_tabel, texts
from burgerdata.figures.records import Rij, is_kwalitatief, read_rijen
from burgerdata.figures.rows import Rijen
from burgerdata.figures.tokens import explain_tekens
from burgerdata.figures.words import count_woord, format_aandeel, tell_grootste
from burgerdata.getallen import format_getal


def plot_themas(
    table: pd.DataFrame,
    *,
    titel: str | None = None,
    formaat: Formaatnaam = "a4",
    style_path: str | Path | None = None,
) -> Figuur:
    """Return bars with intervals for shares of people per theme, and stems with counts for qualitative sources.

    Themes stand by the largest share (or count) first, "geen thema" last. Every activity and group has its own
    panel; a qualitative source never shares a scale with percentages and has no interval.

    Raises
    ------
    MethodeError
        When nothing is left to draw.

    Examples
    --------
    >>> tabel = pd.DataFrame({"thema": ["taal", "tijd"], "n": [22, 9], "basis": 31, "aandeel": [0.71, 0.29]})
    >>> plot_themas(tabel.assign(kwalitatief=True), titel="Deelnemers noemen vooral de taal").alt
    "Diagram van thema's: Deelnemers noemen vooral de taal. Het vaakst genoemd: taal (22 van 31)."
    """
    opdracht = Opdracht(plot_themas, table, titel, formaat, style_path)
    tabel = prepare_tabel(table, nodig=("thema", "n", "basis"), figuur="themas")
    delen = split_delen(tabel)
    themas = order_themas(tabel)
    panelen = tuple(_make_paneel(deel, themas, alleen=len(delen) == 1) for deel in delen)
    alles = Rijen(themas, panelen, gedeeld=not is_kwalitatief(tabel).any())
    keuze = Rijkeuze(lambda meest: head_rijen(alles, meest), len(themas), _state_rest)
    titel_ = state_titel(opdracht, tabel)
    kwalitatief = is_kwalitatief(tabel)
    inhoud = Inhoud(
        tabel,
        keuze,
        alt=f"Diagram van thema's: {titel_}. {_tell_themas(tabel, delen)}",
        tekens=(*explain_tekens(tabel, kruisjes=len(delen) > 1), AANTALLEN if kwalitatief.any() else ""),
    )
    return make_figuur(opdracht, inhoud, titel_)


def order_themas(tabel: pd.DataFrame) -> tuple[str, ...]:
    """Return the themes from top to bottom: by share in the largest source that has shares, else by count."""
    thema, n = texts(tabel, "thema"), numbers(tabel, "n")
    aandeel = numbers(tabel, "aandeel").where(~is_kwalitatief(tabel))
    gemiddeld = aandeel.groupby(thema, observed=True, dropna=False).mean().fillna(0.0)
    totaal = n.groupby(thema, observed=True, dropna=False).sum()
    volgorde = sorted(
        dict.fromkeys(thema), key=lambda naam: (is_restgroep(naam), -gemiddeld[naam], -totaal[naam])
    )
    return tuple(volgorde)


def _make_paneel(deel: Deel, themas: tuple[str, ...], *, alleen: bool) -> Merkpaneel:
    rijen = read_rijen(deel.rijen, "thema")
    aantallen = all(rij.kwalitatief for rij in rijen.values())
    return Merkpaneel(
        tuple(_make_merk(nummer, rijen.get(naam), alleen) for nummer, naam in enumerate(themas)),
        "steel" if aantallen else "staaf",
        kop=deel.naam,
        onderkop="" if alleen else deel.n,
        plafond=deel.basis if aantallen and not math.isnan(deel.basis) else 0.0,
        kleur=EIGEN_VIJF[3] if aantallen else EIGEN_VIJF[1],
    )


def _make_merk(nummer: int, rij: Rij | None, alleen: bool) -> Merk:
    if rij is None:
        return Merk(nummer, "niet gevraagd" if alleen else "–")
    if rij.onderdrukt:
        return Merk(nummer, TE_WEINIG if alleen else "x")
    if math.isnan(rij.n):
        return Merk(nummer, "–")
    if rij.kwalitatief or math.isnan(rij.aandeel):
        return Merk(nummer, _count(rij), rij.n)
    return Merk(nummer, format_aandeel(rij.aandeel), rij.aandeel, rij.onder, rij.boven)


def _count(rij: Rij) -> str:
    return f"{format_getal(rij.n)} van {format_getal(rij.basis)}"


def _tell_themas(tabel: pd.DataFrame, delen: tuple[Deel, ...]) -> str:
    """Return the most raised theme, as a share or as "22 van 31", as one sentence."""
    if len(delen) > 1:
        return f"{count_woord(len(delen)).capitalize()} bronnen of groepen staan naast elkaar, elk met een eigen basis."
    if not is_kwalitatief(tabel).any() and numbers(tabel, "aandeel").notna().any():
        return tell_grootste(tabel, aantal=2, kolom="thema")
    rijen = read_rijen(tabel, "thema")
    vaakst = max(rijen, key=lambda naam: -1.0 if math.isnan(rijen[naam].n) else rijen[naam].n)
    return f"Het vaakst genoemd: {vaakst} ({_count(rijen[vaakst])})."


def _state_rest(weggelaten: int) -> str:
    wat = (
        "1 minder genoemd thema; het staat"
        if weggelaten == 1
        else f"{weggelaten} minder genoemde thema's; zij staan"
    )
    return f"Niet getoond: {wat} in de tabel."
