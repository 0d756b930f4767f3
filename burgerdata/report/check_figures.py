"""Every figure of a traject against the rules of a published figure."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from burgerdata.analysis import (
    beantwoord_alle,
    compare_bronnen,
    compare_populatie,
    describe_respons,
    score_indicatoren,
    trace_doorwerking,
)
from burgerdata.disclosure import plan_onderdrukking
from burgerdata.errors import MethodeError
from burgerdata.figures import (
    plot_bronnen,
    plot_doorwerking,
    plot_populatie,
    plot_respons,
    plot_scorekaart,
    validate_figuur,
)
from burgerdata.report.blocks import Figuurblok
from burgerdata.report.drawing import draw_antwoord, draw_tabel
from burgerdata.report.pick_respons import pick_respons
from burgerdata.report.show import suppress_antwoord
from burgerdata.traject import Traject


def _describe_drawn(traject: Traject) -> pd.DataFrame:
    """Return the response as a report draws it."""
    return pick_respons(describe_respons(traject))


_VAST = {
    "respons": (_describe_drawn, plot_respons),
    "samenstelling": (compare_populatie, plot_populatie),
    "bronnen": (compare_bronnen, plot_bronnen),
    "doorwerking": (trace_doorwerking, plot_doorwerking),
    "scorekaart": (score_indicatoren, plot_scorekaart),
}
"""Figures that belong to no single report question."""


def validate_figuren(traject: Traject) -> pd.DataFrame:
    """Return a row per figure of the forty answers and of the report: bestand, figuur, titel, fouten, welke.

    ``fouten`` is the number of rules that a figure breaks on A4, ``welke`` names them. Small cells are suppressed
    first, as in a report. A figure that these data cannot give has no row.

    Examples
    --------
    >>> from burgerdata.analysis.example import make_example
    >>> tabel = validate_figuren(make_example())
    >>> int(tabel["fouten"].sum()), "scorekaart" in set(tabel["bestand"])
    (0, True)
    """
    rijen = []
    for blok in _draw_all(traject):
        fouten = validate_figuur(blok.figuur)
        vast = {"bestand": blok.bestand, "figuur": f"plot_{blok.figuur.naam}", "titel": blok.figuur.titel}
        rijen.append(vast | {"fouten": len(fouten), "welke": "; ".join(fouten)})
    tabel = pd.DataFrame(rijen, columns=["bestand", "figuur", "titel", "fouten", "welke"])
    tekst = dict.fromkeys(("bestand", "figuur", "titel", "welke"), "str")
    return tabel.astype(tekst | {"fouten": "Int32"})


def _draw_all(traject: Traject) -> Iterator[Figuurblok]:
    for antwoord in beantwoord_alle(traject).values():
        yield from draw_antwoord(suppress_antwoord(antwoord, traject))
    for naam, (analyse, plot) in _VAST.items():
        try:
            ruw = analyse(traject)
        except MethodeError:
            continue
        tabel = plan_onderdrukking({naam: ruw}, traject.instellingen.drempels).apply(naam, ruw)
        yield from draw_tabel(plot, tabel, naam)
