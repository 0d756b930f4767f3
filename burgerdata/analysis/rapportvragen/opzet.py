"""How a report question will be answered: which tables, made when they are needed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import pandas as pd

Maak = Callable[[], pd.DataFrame]


@dataclass(frozen=True)
class Deel:
    """One table of an answer: its name, how it is made, and the figure drawn from it (empty: none)."""

    naam: str
    maak: Maak
    figuur: str = ""


@dataclass(frozen=True)
class Opzet:
    """The plan of an answer; the finding is stated from the first table, or by ``bevinding`` from all of them.

    ``ontbreekt`` says which part of the question stays open; with it the answer is "deels". ``kern`` names the
    parts that the finding is about, where parts are of different phases: only these tell whether it was measured.
    """

    delen: tuple[Deel, ...]
    ontbreekt: str = ""
    noot: str = ""
    bevinding: Callable[[dict[str, pd.DataFrame]], str] | None = field(default=None)
    kern: tuple[str, ...] = ()

    @property
    def status(self) -> str:
        """Return beantwoord, or deels when part of the question stays open."""
        return "deels" if self.ontbreekt else "beantwoord"


def plan_deel(naam: str, figuur: str, maak: Callable[..., pd.DataFrame], *args: Any, **opties: Any) -> Deel:
    """Return a part whose table is made by this call, later."""
    return Deel(naam, partial(maak, *args, **opties), figuur)
