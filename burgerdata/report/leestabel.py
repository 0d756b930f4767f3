"""A table in a notebook: read as the report prints it, compared by CI as the numbers that it holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

import pandas as pd

from burgerdata.activiteitnamen import name_activiteiten
from burgerdata.report.blocks import Tabelblok
from burgerdata.report.printing import print_tabel, round_tabel
from burgerdata.toelichting import read_toelichting
from burgerdata.traject import Traject

_TITEL = 150
"""Letters of the longest heading of a table; over several questions it is called by its subject."""
_ACTIVITEIT = "activiteit"
_RIJEN = 40


@dataclass(frozen=True, eq=False, repr=False)
class Leestabel:
    """A suppressed table to display: the printed table as HTML, and as text all its numbers."""

    traject: Traject
    tabel: pd.DataFrame

    def __repr__(self) -> str:
        """Return all the numbers: four decimals of synthetic data, of real data what may be published."""
        with pd.option_context("display.max_rows", None, "display.max_columns", None):
            return repr(round_tabel(self.tabel, synthetisch=self.traject.instellingen.synthetisch))

    def _repr_html_(self) -> str:
        """Return the table as the report prints it, with question, base and source."""
        return "".join(_write_html(make_tabelblok(self.traject, self.tabel)))


def make_tabelblok(traject: Traject, tabel: pd.DataFrame, naam: str = "") -> Tabelblok:
    """Return the printed table with its literal question above, and base line, source and notes under it."""
    toelichting = read_toelichting(tabel)
    vraag = toelichting.vraag if len(toelichting.vraag) <= _TITEL else ""
    titel = vraag or toelichting.onderwerp or naam.replace("_", " ")
    bron = toelichting.bron and f"Bron: {toelichting.bron}"
    noten = tuple(filter(None, (toelichting.basis, bron, *toelichting.noten)))
    gedrukt = print_tabel(tabel)
    if _ACTIVITEIT in gedrukt:
        namen = name_activiteiten(traject.activiteiten)
        met_naam = gedrukt[_ACTIVITEIT].map(lambda activiteit: namen.get(activiteit, activiteit))
        gedrukt = gedrukt.assign(**{_ACTIVITEIT: met_naam.astype("str")})
    return Tabelblok(titel[:1].upper() + titel[1:], gedrukt, noten, naam)


def _write_html(blok: Tabelblok) -> Iterator[str]:
    links = ' style="text-align: left"'
    koppen = "".join(f'<th scope="col"{links}>{escape(str(kop))}</th>' for kop in blok.tabel)
    yield f"<table><caption{links}>{escape(blok.titel)}</caption><thead><tr>{koppen}</tr></thead><tbody>"
    for rij in blok.tabel.head(_RIJEN).itertuples(index=False, name=None):
        yield f"<tr>{''.join(f'<td{links}>{escape(cel)}</td>' for cel in rij)}</tr>"
    yield "</tbody></table>"
    meer = [f"De eerste {_RIJEN} van {len(blok.tabel)} rijen."] if len(blok.tabel) > _RIJEN else []
    regels = "<br>".join(escape(regel) for regel in (*meer, *blok.noten))
    yield f"<p><small>{regels}</small></p>" if regels else ""
