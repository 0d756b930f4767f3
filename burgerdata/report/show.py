"""Answers and analyses in a notebook: finding, figures and the tables beside them, fit to be published."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from burgerdata.analysis import Antwoord
from burgerdata.disclosure import plan_onderdrukking
from burgerdata.errors import MethodeError, PastNietError
from burgerdata.figures import Figuur
from burgerdata.report.drawing import draw_antwoord
from burgerdata.report.leestabel import Leestabel
from burgerdata.toelichting import read_toelichting
from burgerdata.traject import Traject


def show_antwoord(traject: Traject, vraag: str) -> None:
    """Show the answer to one report question in a notebook: finding, figures, and the table of each.

    Small cells are suppressed first, by the thresholds of the traject. Tables read as in the report; as text they hold
    four decimals of synthetic data, and of real data what may be published.

    Examples
    --------
    >>> import burgerdata as bd
    >>> t = bd.load_traject("surveys/voorbeeld-digitale-aangifte")  # doctest: +SKIP
    >>> bd.show_antwoord(t, "pr4")  # doctest: +SKIP
    """
    from IPython.display import display

    from burgerdata.analysis import beantwoord

    antwoord = suppress_antwoord(beantwoord(traject, vraag), traject)
    display(antwoord)
    for blok in draw_antwoord(antwoord):
        display(blok.figuur)
    for tabel in antwoord.tabellen.values():
        if read_toelichting(tabel).soort != "citaten":
            display(Leestabel(traject, tabel))


def show_uitkomst(
    traject: Traject,
    analyse: Callable[[Traject], pd.DataFrame],
    figuur: Callable[[pd.DataFrame], Figuur | tuple[Figuur, ...]] | None = None,
    *,
    deel: Mapping[str, Any] | None = None,
    kolommen: Sequence[str] | None = None,
) -> None:
    """Show the table of an analysis in a notebook, its figure first; or the reason why these data cannot give it.

    Parameters
    ----------
    figuur : callable, optional
        The plot function for this table, or one that draws it in parts; one that fits no page gives a line that says so.
    deel : mapping, optional
        What of the traject to take, as in ``Traject.only``: ``{"instrument": "klantpanel"}``.
    kolommen : sequence of str, optional
        The columns to show; default all.

    Examples
    --------
    >>> import burgerdata as bd
    >>> t = bd.load_traject("surveys/voorbeeld-digitale-aangifte")  # doctest: +SKIP
    >>> bd.show_uitkomst(t, bd.compare_bronnen, bd.split_bronnen)  # doctest: +SKIP
    """
    from IPython.display import display

    try:
        ruw = analyse(traject.only(**deel) if deel else traject)
        tabel = plan_onderdrukking({"tabel": ruw}, traject.instellingen.drempels).apply("tabel", ruw)
        beelden = _draw(figuur, tabel) if figuur and len(tabel) else ()
    except MethodeError as reden:
        display(Reden(str(reden)))
        return
    for beeld in beelden:
        display(beeld)
    display(Leestabel(traject, tabel[list(kolommen)] if kolommen else tabel))


def _draw(
    figuur: Callable[[pd.DataFrame], Figuur | tuple[Figuur, ...]], tabel: pd.DataFrame
) -> tuple[Figuur | Reden, ...]:
    """Return the figure or its parts, or why it is not there while the table is."""
    try:
        beeld = figuur(tabel)
    except PastNietError as reden:
        return (Reden(str(reden)),)
    return beeld if isinstance(beeld, tuple) else (beeld,)


@dataclass(frozen=True, repr=False)
class Reden:
    """Why there is nothing to show, as a line of text in a notebook."""

    tekst: str

    def __repr__(self) -> str:
        """Return the reason in Dutch."""
        return f"Niet te tonen: {self.tekst.rstrip('.')}."


def suppress_antwoord(antwoord: Antwoord, traject: Traject) -> Antwoord:
    """Return the answer with the small cells of its tables suppressed."""
    plan = plan_onderdrukking(antwoord.tabellen, traject.instellingen.drempels)
    return antwoord.publish({naam: plan.apply(naam, tabel) for naam, tabel in antwoord.tabellen.items()})
