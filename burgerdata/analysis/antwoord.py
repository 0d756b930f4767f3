"""The answer to one report question: what was found, from what, and what it rests on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Literal

import pandas as pd

from burgerdata.errors import MethodeError
from burgerdata.findings import state_bevinding
from burgerdata.toelichting import read_toelichting

Status = Literal["beantwoord", "deels", "niet_gemeten"]
TE_WEINIG = "Hoor meer mensen: wat hierover is gezegd, is van te weinig mensen om te tonen."
"""What an answer says of which nothing may be shown."""
Soort = Literal["gemeten", "gehoord", "gemeten en gehoord", ""]


@dataclass(frozen=True)
class Tekening:
    """What to draw: the plot function without ``plot_``, and the name of the table in the answer."""

    figuur: str
    tabel: str


@dataclass(frozen=True, repr=False)
class Antwoord:
    """The answer to one report question.

    ``bevinding`` is one sentence stated from the first table; ``gebruikt`` names question and source of every table;
    ``ontbreekt`` says what was not measured and what would measure it. The tables are annotated and not yet
    suppressed: what is published goes through the plan of ``burgerdata.disclosure`` first. ``vertel`` states the
    finding anew from the suppressed tables.
    """

    id: str
    fase: str
    vraag: str
    status: Status
    bevinding: str = ""
    gebruikt: tuple[str, ...] = ()
    ontbreekt: str = ""
    tabellen: Mapping[str, pd.DataFrame] = field(default_factory=dict)
    tekeningen: tuple[Tekening, ...] = ()
    soort: Soort = ""
    vertel: Callable[[dict[str, pd.DataFrame]], str] | None = field(default=None, compare=False)

    @cached_property
    def kern(self) -> str:
        """Return the name of the table that the finding was stated from; empty where it rests on several."""
        return next((naam for naam, tabel in self.tabellen.items() if self._is_stated_from(tabel)), "")

    @property
    def figuur(self) -> str:
        """Return the kind of its first figure; empty where a table is all there is to show."""
        return self.tekeningen[0].figuur if self.tekeningen else ""

    def _is_stated_from(self, tabel: pd.DataFrame) -> bool:
        try:
            return state_bevinding(tabel) == self.bevinding
        except MethodeError:
            return False

    def publish(self, tabellen: Mapping[str, pd.DataFrame]) -> Antwoord:
        """Return the answer with these tables, suppressed by a plan, and the finding that they still show.

        Of whom nothing may be shown, nothing was measured that a reader could use: such an answer says so.
        """
        gedrukt = {naam: tabellen[naam] for naam in self.tabellen}
        inhoud = {naam: t for naam, t in gedrukt.items() if read_toelichting(t).soort != "citaten"}
        if inhoud and all(_is_verborgen(tabel) for tabel in inhoud.values()):
            return Antwoord(self.id, self.fase, self.vraag, "niet_gemeten", ontbreekt=TE_WEINIG)
        zin = self.vertel(inhoud) if self.vertel and inhoud else self.bevinding
        return replace(self, tabellen=gedrukt, bevinding=zin)

    def __repr__(self) -> str:
        """Return the question, the finding, and what was used or what would measure it, as lines of text."""
        return "\n".join([f"{self.id}. {self.vraag}", *self._list_regels()])

    def _repr_markdown_(self) -> str:
        """Return the same for a notebook."""
        return "\n\n".join([f"**{self.id}. {self.vraag}**", *self._list_regels()])

    def _list_regels(self) -> list[str]:
        if self.status == "niet_gemeten":
            return [f"Niet gemeten. {self.ontbreekt}".strip()]
        merk = f" ({self.soort})" if self.soort else ""
        regels = [f"{self.bevinding}{merk}."]
        if self.gebruikt:
            regels.append(f"Gebruikt: {'; '.join(self.gebruikt)}.")
        if self.ontbreekt:
            regels.append(f"{'Deels beantwoord. ' if self.status == 'deels' else ''}{self.ontbreekt}")
        return regels


def _is_verborgen(tabel: pd.DataFrame) -> bool:
    """Return whether every row of a table was suppressed."""
    return (
        "onderdrukt" in tabel
        and len(tabel) > 0
        and bool(tabel["onderdrukt"].fillna(False).astype("bool").all())
    )
