"""Shares in a table of change that are of few people: 3% of 98 is three of them, though no count is printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from burgerdata.schema.vergelijking import SAMEN, is_los
from burgerdata.toelichting import read_toelichting

_Dicht = NDArray[np.bool_]
_SOM = 0.02
"""How far the shares of the answers to one question may be from the whole by rounding."""


def mask_verandering(tabel: pd.DataFrame, weg: pd.Series, drempel: int) -> pd.Series:
    """Return the rows whose figures go: those of ``weg``, shares of 1 to ``drempel`` - 1 people, and what gives these back.

    The last only of a table that is split by a trait: a second answer where the answers of a group add up to all (on the
    same side of the scale, for the sum of a side is a row too), and a second group, for the total may be printed
    elsewhere. The shares of other tables are cells of the plan.
    """
    if "maat" not in tabel or not tabel["maat"].astype("str").eq("aandeel").any():
        return weg
    aantal = pd.concat(_list_aantallen(tabel), axis=1)
    klein = aantal.round().apply(lambda kolom: kolom.between(1, drempel - 1)).any(axis=1)
    klein &= tabel["maat"].astype("str").eq("aandeel")
    if read_toelichting(tabel).per not in tabel:
        alleen: pd.Series = weg | klein
        return alleen  # what else goes is chosen with all other tables
    bouw = _Bouw(tabel.reset_index(drop=True), aantal.min(axis=1).to_numpy())
    dicht = (weg | klein).to_numpy(dtype="bool")
    for _ in range(len(tabel)):
        meer = bouw.hide_groepen(bouw.hide_antwoorden(dicht))
        if (meer == dicht).all():
            break
        dicht = meer
    return pd.Series(dicht, index=tabel.index)


def _list_aantallen(tabel: pd.DataFrame) -> list[pd.Series]:
    """Return the number of people behind each share of a row."""
    los = is_los(tabel)
    uit = []
    for golf in ("van", "naar"):
        eigen = tabel[f"n_{golf}"].astype("float64")
        basis = tabel["n_beide"].astype("float64").mask(los, eigen)
        uit.append(tabel[f"waarde_{golf}"].astype("float64") * basis)
        if f"alle_{golf}" in tabel:
            uit.append(tabel[f"alle_{golf}"].astype("float64") * eigen)
    return uit


@dataclass(frozen=True)
class _Bouw:
    """A table of change whose rows are numbered from 0, with the smallest number of people behind each row."""

    tabel: pd.DataFrame
    aantal: NDArray[np.float64]

    def hide_antwoorden(self, dicht: _Dicht) -> _Dicht:
        """Return the mask in which no answer is alone hidden in its group, nor on its side of the scale."""
        uit = dicht.copy()
        samen = (
            self.tabel[SAMEN].fillna(False).to_numpy(dtype="bool")
            if SAMEN in self.tabel
            else np.zeros_like(dicht)
        )
        for blok in self._list_blokken(per_antwoord=False) if "label" in self.tabel else []:
            antwoorden = [rij for rij in blok if not samen[rij]]
            zijden = [rij for rij in blok if samen[rij]]
            if not self._add_up(antwoorden) or not uit[antwoorden].any():
                continue
            helft = len(antwoorden) // 2
            if zijden:
                for kant in (antwoorden[:helft], antwoorden[-helft:]):
                    self._hide_second(uit, kant)
            if self._hide_second(uit, antwoorden):
                uit[zijden] = True
        return uit

    def hide_groepen(self, dicht: _Dicht) -> _Dicht:
        """Return the mask in which an answer is hidden in no group alone; what that takes along goes before the next answer."""
        uit = dicht.copy()
        if read_toelichting(self.tabel).per in self.tabel and "label" in self.tabel:
            for blok in self._list_blokken(per_antwoord=True):
                if self._hide_second(uit, blok):
                    uit = self.hide_antwoorden(uit)
        return uit

    def _list_blokken(self, *, per_antwoord: bool) -> list[list[int]]:
        """Return the rows of each question, pair of waves and group; with ``per_antwoord`` those of all groups of an answer."""
        per = read_toelichting(self.tabel).per
        sleutel = ["panel", "vraag_id", "thema_id", "van", "naar", "label" if per_antwoord else per]
        los = self.tabel[[naam for naam in sleutel if naam in self.tabel]].astype("str")
        nummer = los.groupby(list(los), sort=False, observed=True, dropna=False).ngroup().to_numpy()
        return [np.flatnonzero(nummer == nr).tolist() for nr in range(nummer.max() + 1)]

    def _hide_second(self, dicht: _Dicht, rijen: Sequence[int]) -> bool:
        """Hide the smallest other row where exactly one of several is hidden; tell whether that was so."""
        open_ = [rij for rij in rijen if not dicht[rij]]
        if len(rijen) - len(open_) != 1 or not open_:
            return False
        dicht[min(open_, key=lambda rij: self.aantal[rij])] = True
        return True

    def _add_up(self, rijen: Sequence[int]) -> bool:
        """Return whether these are all answers to a question of which everybody gave one."""
        som = self.tabel["waarde_van"].to_numpy(dtype="float64", na_value=np.nan)[list(rijen)].sum()
        return len(rijen) > 1 and abs(float(som) - 1) <= _SOM
