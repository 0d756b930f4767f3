"""plot_verdeling: the answers to one question as bars with their intervals, a panel per group."""

from __future__ import annotations

import math
from pathlib import Path

import pandas as pd

from burgerdata.figures.figuur import Figuur
from burgerdata.figures.formaat import Formaatnaam
from burgerdata.figures.groups import Deel, is_restgroep, split_delen
from burgerdata.figures.making import Inhoud, Opdracht, Rijkeuze, make_figuur, state_titel
from burgerdata.figures.marks import Merk, Merkpaneel, head_rijen, keep_grootste
from burgerdata.figures.preparation import (
    GEEN_GEGEVENS,
    TE_WEINIG,
    numbers,
    prepare_tabel,
    refuse_kwalitatief,
    texts,
)
from burgerdata.figures.records import Rij, read_rijen
from burgerdata.figures.rows import Rijen
from burgerdata.figures.tokens import explain_tekens
from burgerdata.figures.words import count_woord, format_aandeel, tell_grootste
from burgerdata.toelichting import read_toelichting


def plot_verdeling(
    table: pd.DataFrame,
    *,
    titel: str | None = None,
    formaat: Formaatnaam = "a4",
    style_path: str | Path | None = None,
) -> Figuur:
    """Return bars with intervals for the answers to a question; groups and activities get a panel each.

    Answers stand by size, the largest on top and "anders" last, unless the table says that they have an order.
    Values are shares 0 to 1, printed as whole percentages.

    Raises
    ------
    MethodeError
        When nothing is left to draw, or when the source is qualitative.

    Examples
    --------
    >>> from burgerdata.toelichting import Toelichting, annotate
    >>> tabel = pd.DataFrame({"label": ["ja", "nee"], "n": [60, 40], "basis": 100, "aandeel": [0.6, 0.4]})
    >>> plot_verdeling(annotate(tabel, Toelichting("verdeling")), titel="De meeste mensen zeggen ja").titel
    'De meeste mensen zeggen ja'
    """
    opdracht = Opdracht(plot_verdeling, table, titel, formaat, style_path)
    refuse_kwalitatief(table, "verdeling")
    tabel = prepare_tabel(table, nodig=("label", "aandeel"), figuur="verdeling")
    delen = split_delen(tabel)
    labels = order_labels(tabel)
    alles = Rijen(labels, tuple(_make_paneel(deel, labels, alleen=len(delen) == 1) for deel in delen))
    # the answer that the title tells of may stand anywhere on a scale
    kies = keep_grootste if read_toelichting(tabel).geordend else head_rijen
    keuze = Rijkeuze(lambda meest: kies(alles, meest), len(labels), _state_rest)
    kop = state_titel(opdracht, tabel)
    inhoud = Inhoud(
        tabel,
        keuze,
        alt=f"Staafdiagram: {kop}. {_state_alt(delen, labels)}",
        tekens=explain_tekens(tabel, kruisjes=len(delen) > 1),
    )
    return make_figuur(opdracht, inhoud, kop)


def order_labels(tabel: pd.DataFrame) -> tuple[str, ...]:
    """Return the answers from top to bottom: by mean share, what is left over last, an ordinal scale as it is."""
    label = texts(tabel, "label")
    volgorde = list(dict.fromkeys(label))
    if not read_toelichting(tabel).geordend:
        gemiddeld = numbers(tabel, "aandeel").groupby(label, observed=True, dropna=False).mean()
        volgorde.sort(key=lambda naam: (is_restgroep(naam), -_or_zero(gemiddeld[naam])))
    return tuple(volgorde)


def _make_paneel(deel: Deel, labels: tuple[str, ...], *, alleen: bool) -> Merkpaneel:
    rijen = read_rijen(deel.rijen, "label")
    merken = tuple(_make_merk(nummer, rijen.get(label), alleen) for nummer, label in enumerate(labels))
    return Merkpaneel(merken, kop=deel.naam, onderkop="" if alleen else deel.n)


def _make_merk(nummer: int, rij: Rij | None, alleen: bool) -> Merk:
    if rij and rij.onderdrukt:
        return Merk(nummer, TE_WEINIG if alleen else "x")
    if rij is None or math.isnan(rij.aandeel):
        return Merk(nummer, GEEN_GEGEVENS if alleen else "–")
    label = f"{format_aandeel(rij.aandeel)} {rij.verschilt}".strip()
    return Merk(nummer, label, rij.aandeel, rij.onder, rij.boven)


def _state_alt(delen: tuple[Deel, ...], labels: tuple[str, ...]) -> str:
    if len(delen) == 1:
        return tell_grootste(delen[0].rijen, aantal=2)
    return f"Er zijn {count_woord(len(delen))} groepen naast elkaar en {count_woord(len(labels))} antwoorden per groep."


def _state_rest(weggelaten: int) -> str:
    wat = "1 antwoord staat" if weggelaten == 1 else f"{weggelaten} andere antwoorden staan"
    return f"Niet getoond: {wat} alleen in de tabel."


def _or_zero(waarde: float) -> float:
    return 0.0 if math.isnan(waarde) else waarde
