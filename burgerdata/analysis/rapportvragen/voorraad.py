"""What several report questions need of one traject, made once and shared: parts per phase, themes, quotes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from burgerdata.activiteitnamen import add_lidwoord, name_activiteit
from burgerdata.analysis.citaten import quote_fragmenten
from burgerdata.analysis.gelijkheid import find_verschil
from burgerdata.analysis.regels import name_onderwerp
from burgerdata.analysis.themas import count_themas
from burgerdata.analysis.verandering import find_reeksen
from burgerdata.errors import MethodeError
from burgerdata.traject import Gemaakt, Traject

CITATEN = 2
ZONDER_FASE = ""
"""What asks for the activities of which no phase was given."""


@dataclass(frozen=True)
class Voorraad:
    """A traject with what was made of it so far; the traject remembers it, so that the next question finds it."""

    traject: Traject

    def _remember(self, sleutel: tuple[str, ...], maak: Callable[[], Gemaakt]) -> Gemaakt:
        return self.traject.remember(("voorraad", *sleutel), maak)

    def take_deel(self, fase: str) -> Traject | None:
        """Return the part of the traject in a phase, or without one; None when nobody took part or nothing was collected."""
        return self._remember(("deel", fase), lambda: _take_deel(self.traject, fase))

    def count_themas(self, fase: str) -> pd.DataFrame:
        """Return all themes counted in a phase that has material."""
        deel = self.take_deel(fase) or self.traject
        return self._remember(("themas", fase), lambda: count_themas(deel))

    def quote(self, fase: str) -> pd.DataFrame:
        """Return at most two released quotes per theme in a phase that has material."""
        deel = self.take_deel(fase) or self.traject
        return self._remember(("citaten", fase), lambda: quote_fragmenten(deel, n=CITATEN))

    def find_verschil(self, fase: str, vraag_id: str) -> str:
        """Return why the waves of a question cannot be compared in a phase; empty when they can."""
        return self._remember(
            ("verschil", fase, vraag_id),
            lambda: _find_verschil(self.take_deel(fase) or self.traject, vraag_id),
        )


def _take_deel(traject: Traject, fase: str) -> Traject | None:
    fasen = {*traject.activiteiten["fase"].dropna(), *traject.vragen["fase"].dropna()}
    deel = traject.only(fase=fase) if fase in fasen else None
    zonder = list(
        traject.activiteiten.loc[traject.activiteiten["fase"].isna(), "activiteit_id"].astype("str")
    )
    if fase == ZONDER_FASE and zonder:
        deel = traject.only(activiteit_id=zonder)
    if deel is None or not len(deel.deelnemers):
        return None
    # An activity whose questions all belong to another phase still names its own phase, with nothing to answer from.
    return deel if len(deel.vragen) or len(deel.fragmenten) else None


def _find_verschil(traject: Traject, vraag_id: str) -> str:
    try:
        reeksen = find_reeksen(traject, vraag_id, None)
    except MethodeError as fout:
        return str(fout).split(";")[0]
    for eerste, *later in reeksen.values():
        for ander in later:
            if verschil := find_verschil(eerste, ander):
                waar = " en ".join(add_lidwoord(name_activiteit(g.activiteit_id)) for g in (eerste, ander))
                return f"‘{name_onderwerp(eerste.vraag)}’ is in {waar} niet dezelfde vraag: {verschil}"
    return ""
