"""How the sample was drawn: stages of strata, units and population sizes, as integer codes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
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
Names = str | Sequence[str] | None


@dataclass(frozen=True)
class Stage:
    """One stage of sampling: units drawn within strata.

    ``unit`` is the unit of each row, or None where every row is its own unit; units are numbered so that those
    of one stratum are neighbours. ``sampled`` and ``population`` count the units of a stratum (infinite without
    fpc), ``upstream`` is the fraction that the stages above have drawn, ``parent`` the unit above.
    """

    unit: Codes | None
    stratum_of_row: Codes
    stratum_of_unit: Codes | None
    parent: Codes
    sampled: Floats
    population: Floats
    upstream: Floats

    @property
    def n_units(self) -> int:
        """Return the number of units in the sample."""
        return int(self.sampled.sum())

    @property
    def n_places(self) -> int:
        """Return what sums are kept per: units, or strata where every row is its own unit."""
        return len(self.sampled) if self.unit is None else self.n_units

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
        first = self.stages[0]
        return np.arange(len(first.stratum_of_row)) if first.unit is None else first.unit

    def count_degrees(self, rows: Mask | None) -> int:
        """Return the number of first-stage units minus the number of strata among these rows."""
        first = self.stages[0]
        if rows is None:
            return first.n_units - len(first.sampled)
        strata = np.bincount(first.stratum_of_row[rows], minlength=1)
        units = int(strata.sum()) if first.unit is None else int((np.bincount(first.unit[rows]) > 0).sum())
        return units - int((strata > 0).sum())


def plan_sampling(
    frame: pd.DataFrame, *, strata: Names, cluster: Names, fpc: Names, lonely_psu: LonelyPsu
) -> tuple[Sampling, Floats]:
    """Return the Sampling of these columns and the weight that the population sizes imply (1 without fpc)."""
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
    parent = np.zeros(len(frame), dtype=np.int64)
    upstream, weight = np.ones(len(frame)), np.ones(len(frame))
    for step in range(n_stages):
        stratum = _nest(frame, parent, layers[step : step + 1])
        unit = _nest(frame, stratum, clusters[step : step + 1]) if clusters else np.arange(len(frame))
        stage = _build_stage(
            stratum, unit, parent, upstream, _read_sizes(frame, sizes[step : step + 1], stratum)
        )
        stages.append(stage)
        fraction = (stage.sampled / stage.population)[stratum]
        weight = weight / np.where(fraction > 0, fraction, 1)
        parent, upstream = unit, upstream * fraction
        if not upstream.any():
            break
    return Sampling(tuple(stages), lonely_psu), weight


def _nest(frame: pd.DataFrame, parent: Codes, names: Sequence[str]) -> Codes:
    """Return codes of a column within its parent, so that 'cluster 1' of two strata are two clusters."""
    parts: list[tuple[Codes, int]] = [(parent, int(parent.max(initial=0)) + 1)]
    for naam in names:
        factor = encode(find_column(frame, naam))
        missing = int((factor.codes < 0).sum())
        if missing:
            raise MethodeError(
                f"kolom '{naam}' is in {missing} rijen leeg; vul strata, clusters en fpc overal in"
            )
        parts.append((factor.codes, factor.size))
    return compact(*join_codes(parts))[0]


def _read_sizes(frame: pd.DataFrame, names: Sequence[str], stratum: Codes) -> Floats:
    """Return the population size of each stratum; infinite where no fpc is given."""
    n_strata = int(stratum.max(initial=0)) + 1
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


def _build_stage(stratum: Codes, unit: Codes, parent: Codes, upstream: Floats, population: Floats) -> Stage:
    n_units, n_strata = int(unit.max(initial=-1)) + 1, int(stratum.max(initial=0)) + 1
    of_unit = np.zeros(n_units, dtype=np.int64)
    of_unit[unit] = stratum
    parents, above = np.zeros(n_strata, dtype=np.int64), np.zeros(n_strata)
    parents[stratum], above[stratum] = parent, upstream
    sampled = np.bincount(of_unit, minlength=n_strata).astype(np.float64)
    if (population < sampled).any():
        raise MethodeError(
            "de fpc is kleiner dan het aantal getrokken eenheden in een stratum; geef populatieaantallen, geen fracties"
        )
    single = n_units == len(stratum)
    return Stage(
        unit=None if single else unit,
        stratum_of_row=stratum,
        stratum_of_unit=None if single else of_unit,
        parent=parents,
        sampled=sampled,
        population=population,
        upstream=above,
    )
