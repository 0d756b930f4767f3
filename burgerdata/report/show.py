"""An answer in a notebook: the finding, its figures and the tables beside them, fit to be published."""

from __future__ import annotations

from dataclasses import replace

from burgerdata.analysis import Antwoord
from burgerdata.disclosure import plan_onderdrukking
from burgerdata.report.drawing import draw_antwoord
from burgerdata.report.printing import round_tabel
from burgerdata.toelichting import read_toelichting
from burgerdata.traject import Traject


def show_antwoord(traject: Traject, vraag: str) -> None:
    """Show the answer to one report question in a notebook: finding, figures, and the table of each.

    Small cells are suppressed first, by the thresholds of the traject. Tables of synthetic data show four decimals,
    those of real data what may be published.

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
            display(round_tabel(tabel, synthetisch=traject.instellingen.synthetisch))


def suppress_antwoord(antwoord: Antwoord, traject: Traject) -> Antwoord:
    """Return the answer with the small cells of its tables suppressed."""
    plan = plan_onderdrukking(antwoord.tabellen, traject.instellingen.drempels)
    tabellen = {naam: plan.apply(naam, tabel) for naam, tabel in antwoord.tabellen.items()}
    return replace(antwoord, tabellen=tabellen)
