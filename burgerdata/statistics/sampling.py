"""How the sample was drawn: stages of strata, units and population sizes, as integer codes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal, get_args

import numpy as np
import pandas as pd

from burgerdata.errors import MethodeError
from burgerdata.statistics.codes import (
    Codes,
    Floats,
    Mask,
    compact,
    encode,
    find_column,
    join_codes,
    list_names,
    read_numbers,
)

LonelyPsu = Literal["fail", "adjust", "average", "certainty", "remove"]
"""What a lonely unit contributes. At a later stage it is compared with those of the same unit above, as in R; where all
strata of that unit are lonely, "adjust" so adds nothing, and "average" takes the other units (in R it is NaN)."""
Names = str | Sequence[str] | None


@dataclass(frozen=True)
class Stage:
    """One stage of sampling: units drawn within strata.

    ``unit`` is the unit of each row, or None where every row is its own unit; units are numbered so that those
    of one stratum are neighbours. ``sampled`` and ``population`` count the units of a stratum (infinite without
    fpc), ``upstream`` is the fraction that the stages above have drawn, and ``parent`` the unit of the stage above that a
    stratum lies in; strata of one parent are neighbours.
    """

    unit: Codes | None
    stratum_of_row: Codes
    stratum_of_unit: Codes | None
    sampled: Floats
    population: Floats
    upstream: Floats
    parent: Codes

    @property
    def n_units(self) -> int:
        """Return the number of units in the sample."""
        return int(self.sampled.sum())

    @property
    def n_places(self) -> int:
        """Return what sums are kept per: units, or strata where every row is its own unit."""
        return len(self.sampled) if self.unit is None else self.n_units

    @property
    def unit_of_row(self) -> Codes:
        """Return the unit of each row, also where every row is its own."""
        return np.arange(len(self.stratum_of_row), dtype=np.int32) if self.unit is None else self.unit

    @property
    def reach(self) -> Floats:
        """Return per unit the fraction that this stage and those above have drawn; 0 without population sizes."""
        of_unit = self.stratum_of_row if self.stratum_of_unit is None else self.stratum_of_unit
        return np.asarray((self.upstream * self.sampled / self.population)[of_unit])

    def spread(self) -> Stage:
        """Return the stage with a unit for every row, also where each row is its own."""
        if self.unit is not None:
            return self
        order = np.argsort(self.stratum_of_row, kind="stable")
        unit = np.empty(len(order), dtype=np.int32)
        unit[order] = np.arange(len(order))
        return replace(self, unit=unit, stratum_of_unit=self.stratum_of_row[order])

    def take(self, order: Codes) -> Stage:
        """Return the stage with its rows in this order."""
        unit = None if self.unit is None else self.unit[order]
        return replace(self, unit=unit, stratum_of_row=self.stratum_of_row[order])

    @property
    def lonely(self) -> Mask:
        """Return the strata with one sampled unit that was not taken with certainty."""
        return np.asarray((self.sampled == 1) & (self.population > 1))

    @property
    def scale(self) -> Floats:
        """Return upstream x (1 - n/N) x n/(n - 1) per stratum; the last factor is 1 for a lonely unit."""
        spread = self.sampled / np.maximum(self.sampled - 1, 1)
        return self.upstream * (1 - self.sampled / self.population) * spread


@dataclass(frozen=True)
class Sampling:
    """The stages that carry variance, first stage first, and what to do with a lonely unit."""

    stages: tuple[Stage, ...]
    lonely_psu: LonelyPsu

    @property
    def psu(self) -> Codes:
        """Return the first-stage unit of each row."""
        return self.stages[0].unit_of_row

    @cached_property
    def order(self) -> Codes | None:
        """Return the places of the rows by first-stage unit, or None where they lie so or every row is a unit."""
        unit = self.stages[0].unit
        if unit is None or (unit[1:] >= unit[:-1]).all():
            return None
        small = unit.astype(np.uint16) if self.stages[0].n_units < 2**16 else unit
        return np.argsort(small, kind="stable").astype(np.int32 if len(unit) < 2**31 else np.int64)

    @cached_property
    def arranged(self) -> Sampling:
        """Return the same sampling of the rows in ``order``."""
        assert self.order is not None
        return Sampling(tuple(stage.take(self.order) for stage in self.stages), self.lonely_psu)

    @cached_property
    def fraction(self) -> float:
        """Return the part of the population that was drawn; 0 where the design does not know its size."""
        last = self.stages[-1]
        reach = last.reach
        if not (reach > 0).all():
            return 0.0
        return float(len(last.stratum_of_row) / (1 / reach)[last.unit_of_row].sum())

    def count_units(self, rows: Mask) -> int:
        """Return the number of first-stage units among these rows."""
        unit = self.stages[0].unit
        return int(rows.sum()) if unit is None else int((np.bincount(unit[rows]) > 0).sum())

    def count_degrees(self, rows: Mask | None) -> int:
        """Return the number of first-stage units minus the number of strata among these rows."""
        first = self.stages[0]
        if rows is None:
            return first.n_units - len(first.sampled)
        strata = np.bincount(first.stratum_of_row[rows], minlength=1)
        return self.count_units(rows) - int((strata > 0).sum())


def plan_sampling(
    frame: pd.DataFrame, *, strata: Names, cluster: Names, fpc: Names, lonely_psu: LonelyPsu
) -> Sampling:
    """Return the Sampling of these columns; stages below one that draws a negligible fraction carry no variance.

    A unit with one unit below it is a stage as any other: its population size counts in the weight, and it is lonely
    unless it is all there is.
    """
    if lonely_psu not in get_args(LonelyPsu):
        raise MethodeError(
            f"lonely_psu '{lonely_psu}' bestaat niet; kies uit {', '.join(get_args(LonelyPsu))}"
        )
    clusters, layers, sizes = list_names(cluster), list_names(strata), list_names(fpc)
    n_stages = max(len(clusters), 1)
    if len(layers) > n_stages or len(sizes) > n_stages:
        raise MethodeError(
            "er zijn meer strata of fpc-kolommen dan trekkingstrappen; geef er per trap hoogstens een"
        )
    stages: list[Stage] = []
    for step in range(n_stages):
        above = stages[-1] if stages else None
        if above is not None and not above.reach.any():
            break
        columns = (layers[step : step + 1], clusters[step : step + 1], sizes[step : step + 1])
        stages.append(_plan_stage(frame, above, *columns))
    return Sampling(tuple(stages), lonely_psu)


def imply_weights(sampling: Sampling, n_rows: int) -> Floats:
    """Return the weight that the population sizes of all stages imply; 1 where none are given."""
    weights = np.ones(n_rows)
    for stage in sampling.stages:
        known = np.isfinite(stage.population)
        weights *= np.where(known, stage.population / stage.sampled, 1.0)[stage.stratum_of_row]
    return weights


def _plan_stage(
    frame: pd.DataFrame,
    above: Stage | None,
    strata: Sequence[str],
    cluster: Sequence[str],
    fpc: Sequence[str],
) -> Stage:
    start = np.zeros(len(frame), dtype=np.int32) if above is None else above.unit_of_row
    stratum = _nest(frame, start, strata)
    n_strata = int(stratum.max()) + 1
    unit, of_unit = None, None
    if cluster:
        unit = _nest(frame, stratum, cluster)
        of_unit = np.zeros(int(unit.max()) + 1, dtype=np.int64)
        of_unit[unit] = stratum
        if len(of_unit) == len(frame) and n_strata < len(frame):
            unit, of_unit = None, None
    sampled = np.bincount(stratum if of_unit is None else of_unit, minlength=n_strata).astype(np.float64)
    population = _read_sizes(frame, fpc, stratum, n_strata)
    if (population < sampled).any():
        raise MethodeError(
            "de fpc is kleiner dan het aantal getrokken eenheden in een stratum; geef populatieaantallen, geen "
            "fracties"
        )
    upstream = np.ones(n_strata)
    if above is not None:
        upstream[stratum] = above.reach[start]
    parent = np.zeros(n_strata, dtype=np.int64)
    parent[stratum] = start
    return Stage(unit, stratum, of_unit, sampled, population, upstream, parent)


def _nest(frame: pd.DataFrame, parent: Codes, names: Sequence[str]) -> Codes:
    """Return codes of a column within its parent, so that 'cluster 1' of two strata are two clusters."""
    if not names:
        return parent
    factor = encode(find_column(frame, names[0]))
    if factor.known is not None:
        missing = int((~factor.known).sum())
        raise MethodeError(
            f"kolom '{names[0]}' is in {missing} rijen leeg; vul strata, clusters en fpc overal in"
        )
    return compact(*join_codes([(parent, int(parent.max()) + 1), (factor.codes, factor.size)]))[0]


def _read_sizes(frame: pd.DataFrame, names: Sequence[str], stratum: Codes, n_strata: int) -> Floats:
    """Return the population size of each stratum; infinite where no fpc is given."""
    if not names:
        return np.full(n_strata, np.inf)
    sizes = read_numbers(frame, names[0])
    if np.isnan(sizes).any():
        raise MethodeError(
            f"kolom '{names[0]}' is niet overal gevuld; geef per rij de omvang van de populatie"
        )
    found = np.empty(n_strata)
    found[stratum] = sizes
    if (found[stratum] != sizes).any():
        raise MethodeError(
            f"kolom '{names[0]}' verschilt binnen een stratum; geef per stratum een populatieomvang"
        )
    return found
