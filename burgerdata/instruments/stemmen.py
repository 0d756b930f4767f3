"""Votes on statements, recounted: the last vote of a person on a statement counts, and the source's totals do not.

Polis counts every change of mind as another vote in its own totals, so that they are true for four statements in five.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from burgerdata.formats.polis.headers import STELLING, STEM, TIJDSTIP
from burgerdata.intake import Logboek
from burgerdata.shapes import PERSOON, RIJ, Tabel

GEEN = -9
"""What a cell of ``Stemmen.keuzes`` holds when this person did not vote on this statement."""
Keuzes = NDArray[np.int8]


@dataclass(frozen=True)
class Stemmen:
    """The votes that count: ``keuzes`` is persons × statements, 1 agree, 0 pass, -1 disagree, GEEN for no vote."""

    personen: tuple[str, ...]
    stellingen: tuple[str, ...]
    keuzes: Keuzes

    def take(self, stellingen: tuple[str, ...]) -> Stemmen:
        """Return these statements only, in this order; nobody voted on one that is not known."""
        nieuw = np.full((len(self.personen), len(stellingen)), GEEN, dtype=np.int8)
        plek = {naam: nummer for nummer, naam in enumerate(self.stellingen)}
        paren = [(nummer, plek[naam]) for nummer, naam in enumerate(stellingen) if naam in plek]
        for nummer, oud in paren:
            nieuw[:, nummer] = self.keuzes[:, oud]
        return Stemmen(self.personen, stellingen, nieuw)

    def count(self, keuze: int) -> dict[str, int]:
        """Return how many persons made this choice, per statement."""
        return dict(zip(self.stellingen, (self.keuzes == keuze).sum(axis=0).tolist(), strict=True))


def recount_stemmen(tabel: Tabel, logboek: Logboek) -> Stemmen:
    """Return the last vote of each person on each statement; superseded and unreadable ones go to the logboek.

    Of two votes in the same second the one that stands lower in the file is the last.
    """
    frame = tabel.frame
    stem = pd.to_numeric(frame[STEM], errors="coerce")
    goed = stem.isin((-1, 0, 1)) & frame[PERSOON].ne("") & frame[STELLING].str.strip().ne("")
    for rij in frame.loc[~goed, RIJ]:
        logboek.note("rij_onleesbaar", rij=int(rij), kolom=STEM)
    goede = frame[goed].assign(**{STEM: stem[goed].astype("int8")})
    if TIJDSTIP in goede:
        goede = goede.sort_values(TIJDSTIP, key=_as_number, kind="stable")
    herzien = goede.duplicated([PERSOON, STELLING], keep="last")
    for rij in sorted(goede.loc[herzien, RIJ]):
        logboek.note("herziene_stem", rij=int(rij), kolom=STEM)
    return _place(goede[~herzien].sort_values(RIJ))


def _as_number(cellen: pd.Series) -> pd.Series:
    return pd.to_numeric(cellen, errors="coerce")


def _place(stemmen: pd.DataFrame) -> Stemmen:
    persoon, personen = pd.factorize(stemmen[PERSOON])
    stelling, stellingen = pd.factorize(stemmen[STELLING].str.strip())
    keuzes = np.full((len(personen), len(stellingen)), GEEN, dtype=np.int8)
    keuzes[persoon, stelling] = stemmen[STEM].to_numpy()
    return Stemmen(tuple(map(str, personen)), tuple(map(str, stellingen)), keuzes)


def read_keuzes(deelnemers: Tabel) -> Stemmen:
    """Return the last votes as Polis itself exported them (participants-votes.csv)."""
    stellingen = tuple(kolom.naam for kolom in deelnemers.kolommen if kolom.naam.isdigit())
    keuzes = np.full((len(deelnemers.frame), len(stellingen)), GEEN, dtype=np.int8)
    for nummer, naam in enumerate(stellingen):
        getal = pd.to_numeric(deelnemers.frame[naam], errors="coerce")
        keuzes[:, nummer] = getal.where(getal.isin((-1, 0, 1)), GEEN).astype("int8").to_numpy()
    return Stemmen(tuple(deelnemers.frame[PERSOON]), stellingen, keuzes)


def count_verschillen(een: Stemmen, ander: Stemmen, *, teken: int = 1) -> int:
    """Return in how many cells of ``ander`` the vote is another one; ``teken`` -1 reads it the other way round."""
    wie = {naam: nummer for nummer, naam in enumerate(een.personen)}
    rijen = np.array([wie.get(naam, -1) for naam in ander.personen], dtype=np.int64)
    eigen = np.vstack([een.take(ander.stellingen).keuzes, np.full((1, len(ander.stellingen)), GEEN, np.int8)])
    gedraaid = np.where(ander.keuzes == GEEN, np.int8(GEEN), ander.keuzes * np.int8(teken))
    return int((eigen[rijen] != gedraaid).sum())
