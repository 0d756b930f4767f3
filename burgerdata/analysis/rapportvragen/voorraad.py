"""What several report questions need of one traject, made once and shared: parts per phase, themes, quotes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from burgerdata.analysis.citaten import quote_fragmenten
from burgerdata.analysis.gelijkheid import refuse_verschil
from burgerdata.analysis.themas import count_themas
from burgerdata.analysis.verandering import find_reeksen
from burgerdata.errors import MethodeError
from burgerdata.traject import Traject

CITATEN = 2


@dataclass(frozen=True)
class Voorraad:
    """A traject with what was made of it so far; lives as long as the questions that share it."""

    traject: Traject
    _gemaakt: dict[tuple[str, ...], Any] = field(default_factory=dict, repr=False)

    def _remember(self, sleutel: tuple[str, ...], maak: Callable[[], Any]) -> Any:
        if sleutel not in self._gemaakt:
            self._gemaakt[sleutel] = maak()
        return self._gemaakt[sleutel]

    def take_deel(self, fase: str) -> Traject | None:
        """Return the part of the traject in a phase; None when nobody took part in it."""
        deel: Traject | None = self._remember(("deel", fase), lambda: _take_deel(self.traject, fase))
        return deel

    def count_themas(self, fase: str) -> pd.DataFrame:
        """Return all themes counted in a phase that has material."""
        deel = self.take_deel(fase) or self.traject
        tabel: pd.DataFrame = self._remember(("themas", fase), lambda: count_themas(deel))
        return tabel

    def quote(self, fase: str) -> pd.DataFrame:
        """Return at most two released quotes per theme in a phase that has material."""
        deel = self.take_deel(fase) or self.traject
        tabel: pd.DataFrame = self._remember(("citaten", fase), lambda: quote_fragmenten(deel, n=CITATEN))
        return tabel

    def find_verschil(self, fase: str, vraag_id: str) -> str:
        """Return why the waves of a question cannot be compared in a phase; empty when they can."""
        reden: str = self._remember(
            ("verschil", fase, vraag_id),
            lambda: _find_verschil(self.take_deel(fase) or self.traject, vraag_id),
        )
        return reden


def _take_deel(traject: Traject, fase: str) -> Traject | None:
    fasen = {*traject.activiteiten["fase"].dropna(), *traject.vragen["fase"].dropna()}
    deel = traject.only(fase=fase) if fase in fasen else None
    return deel if deel is not None and len(deel.deelnemers) else None


def _find_verschil(traject: Traject, vraag_id: str) -> str:
    try:
        for reeks in find_reeksen(traject, vraag_id, None).values():
            refuse_verschil(reeks)
    except MethodeError as fout:
        return str(fout).split(";")[0]
    return ""
