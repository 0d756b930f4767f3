"""From a prepared table and its drawing to a Figuur: title, foot lines, as many rows as fit, and the way to redo it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import pandas as pd

from burgerdata.errors import PastNietError
from burgerdata.figures.figuur import Figuur
from burgerdata.figures.foot import BLIJFT, GEZIEN, list_noten, state_basis, state_bron, state_vraag
from burgerdata.figures.formaat import Formaatnaam, choose_formaat
from burgerdata.figures.layout import Kader, Tekening, refuse_groot
from burgerdata.figures.style import use_style
from burgerdata.figures.title import choose_titel
from burgerdata.toelichting import Toelichting, read_toelichting

_Rij = TypeVar("_Rij")


@dataclass(frozen=True)
class Opdracht:
    """What the caller of a ``plot_`` function asked for."""

    plot: Callable[..., Figuur]
    bron: pd.DataFrame
    titel: str | None
    formaat: Formaatnaam
    style_path: str | Path | None
    opties: Mapping[str, Any] = field(default_factory=dict)

    def repeat(self, titel: str, formaat: Formaatnaam) -> Figuur:
        """Draw the same table once more in another format, under the title that it has now."""
        return self.plot(self.bron, titel=titel, formaat=formaat, style_path=self.style_path, **self.opties)


@dataclass(frozen=True)
class Rijkeuze:
    """A drawing that can do with fewer rows: how to make it, of how many, how to name those left out, and the fewest."""

    maak: Callable[[int], Tekening]
    aantal: int
    noem: Callable[[int], str]
    minst: int = 2


@dataclass(frozen=True)
class Inhoud:
    """What a kind of figure makes of its table; ``tekens`` explain signs, ``noten`` the method.

    ``deel`` says which part of several it is, and ``verder`` where the notes stand that this part does not repeat.
    """

    tabel: pd.DataFrame
    tekening: Tekening | Rijkeuze
    alt: str
    tekens: tuple[str, ...] = ()
    noten: tuple[str, ...] = ()
    deel: str = ""
    verder: str = ""

    def list_noten(self, toelichting: Toelichting) -> tuple[str, ...]:
        """Return the notes under this figure; what a mark would be misread without is told under every part."""
        noten = list_noten(toelichting)
        if self.verder:
            return (
                self.verder,
                *(noot for noot in noten if any(woord in noot for woord in (*BLIJFT, GEZIEN))),
            )
        return tuple(filter(None, (*self.noten, *noten)))


def make_figuur(opdracht: Opdracht, inhoud: Inhoud, titel: str) -> Figuur:
    """Return the figure; rows that do not fit the page or slide are left out, and the foot says which.

    Raises
    ------
    PastNietError
        When it does not fit with the fewest rows either.
    """
    toelichting = read_toelichting(inhoud.tabel)
    maak = partial(
        Figuur,
        naam=opdracht.plot.__name__.removeprefix("plot_"),
        titel=titel,
        vraag=" ".join(
            filter(None, (inhoud.deel, state_vraag(toelichting, meest=5 if opdracht.formaat == "a4" else 2)))
        ),
        alt=inhoud.alt,
        basis=state_basis(toelichting),
        bron=state_bron(toelichting),
        noten=inhoud.list_noten(toelichting),
        tabel=inhoud.tabel,
        formaat=opdracht.formaat,
        style_path=opdracht.style_path,
        opnieuw=partial(opdracht.repeat, titel),
    )
    tekens = tuple(filter(None, inhoud.tekens))
    if not isinstance(inhoud.tekening, Rijkeuze):
        return _refuse_te_groot(maak(tekening=inhoud.tekening, tekens=tekens))
    return _choose_rijen(
        inhoud.tekening, lambda tekening, weg: maak(tekening=tekening, tekens=(*weg, *tekens))
    )


def _choose_rijen(keuze: Rijkeuze, maak: Callable[[Tekening, tuple[str, ...]], Figuur]) -> Figuur:
    """Return the figure with as many rows as fit: more rows never take less room, so halving finds them."""

    def draw(aantal: int) -> Figuur:
        weg = (keuze.noem(keuze.aantal - aantal),) if aantal < keuze.aantal else ()
        return maak(keuze.maak(aantal), weg)

    alles = draw(keuze.aantal)
    if keuze.aantal <= keuze.minst or _fits(alles):
        return _refuse_te_groot(alles)
    past, past_niet = keuze.minst, keuze.aantal
    while past_niet - past > 1:
        midden = (past + past_niet) // 2
        past, past_niet = (midden, past_niet) if _fits(draw(midden)) else (past, midden)
    return _refuse_te_groot(draw(past))


def keep_uiteinden(rijen: Sequence[_Rij], meest: int) -> list[_Rij]:
    """Return the first and the last rows, those in the middle left out: good news and bad news both stay.

    Examples
    --------
    >>> keep_uiteinden("abcdefg", 3)
    ['a', 'b', 'g']
    """
    eerste = (meest + 1) // 2
    return list(rijen) if meest >= len(rijen) else [*rijen[:eerste], *rijen[len(rijen) - (meest - eerste) :]]


def state_titel(opdracht: Opdracht, tabel: pd.DataFrame) -> str:
    """Return the title that was asked for, or the finding of the prepared table."""
    return choose_titel(tabel, opdracht.titel)


def _refuse_te_groot(figuur: Figuur) -> Figuur:
    if not _fits(figuur):
        raise PastNietError(refuse_groot(choose_formaat(figuur.formaat)))
    return figuur


def _fits(figuur: Figuur) -> bool:
    with use_style(figuur.style_path):
        kader = Kader.of(figuur.titel, figuur.vraag, figuur.voet, choose_formaat(figuur.formaat))
        return figuur.tekening.measure(kader.breedte, kader.formaat) <= kader.ruimte
