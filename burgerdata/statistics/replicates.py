"""Replicate weights: the spread of an estimate over many resampled designs.

The multiplier of a replicate depends on the first-stage unit only, so a matrix of unit x replicate is enough: totals
per unit times that matrix give the totals of every replicate at once.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, get_args

import numpy as np
import pandas as pd

from burgerdata.errors import MethodeError
from burgerdata.statistics.codes import Codes, Floats, encode, find_column, form_groups, read_numbers, sum_by
from burgerdata.statistics.core import Core
from burgerdata.statistics.estimate import Answer
from burgerdata.statistics.means import By, find_origin
from burgerdata.statistics.proportions import list_levels
from burgerdata.statistics.results import make_table, normal_interval
from burgerdata.statistics.sampling import Stage

ReplicateKind = Literal["bootstrap", "JKn"]
ROOM = 1 << 27


@dataclass(frozen=True, eq=False)
class Replicates:
    """A design with replicate weights; ``multipliers`` is unit x replicate, ``scales`` the weight of each square."""

    core: Core = field(repr=False)
    multipliers: Floats = field(repr=False)
    scales: Floats = field(repr=False)
    kind: ReplicateKind

    @property
    def n(self) -> int:
        """Return the number of replicates."""
        return len(self.scales)

    def mean(self, x: str, *, by: By = None, confidence: float = 0.95) -> pd.DataFrame:
        """Return the mean of ``x`` per group with the standard error over replicates; columns as Design.mean."""
        values = read_numbers(self.core.frame, x)
        origin = find_origin(values)
        groups = form_groups(self.core.frame, by, self.core.rows & ~np.isnan(values))
        full, draws = self._draw(groups.codes, groups.size, [None, values - origin])
        with np.errstate(divide="ignore", invalid="ignore"):
            point = full[..., 1] / full[..., 0] + origin
            spread = draws[..., 1] / draws[..., 0] + origin
            simple = self._simple_mean(groups.codes, groups.size, values - origin, point - origin)
        answer = self._answer(point[:, None], spread[..., None], groups.codes, groups.size, simple[:, None])
        return self._tabulate(groups.labels, answer, confidence)

    def total(self, x: str, *, by: By = None, confidence: float = 0.95) -> pd.DataFrame:
        """Return the total of ``x`` per group with the standard error over replicates; columns as Design.total."""
        values = read_numbers(self.core.frame, x)
        groups = form_groups(self.core.frame, by, self.core.rows & ~np.isnan(values))
        full, draws = self._draw(groups.codes, groups.size, [values, None])
        with np.errstate(divide="ignore", invalid="ignore"):
            centre = full[:, 0] / full[:, 1]
            simple = self._simple_mean(groups.codes, groups.size, values, centre) * full[:, 1] ** 2
        answer = self._answer(full[:, :1], draws[..., :1], groups.codes, groups.size, simple[:, None])
        return self._tabulate(groups.labels, answer, confidence)

    def proportion(self, x: str, *, by: By = None, confidence: float = 0.95) -> pd.DataFrame:
        """Return the share of each level of ``x`` per group, with standard errors over replicates and t intervals."""
        factor = encode(find_column(self.core.frame, x))
        groups = form_groups(self.core.frame, by, self.core.rows & (factor.codes >= 0))
        code = np.where(groups.codes >= 0, groups.codes * factor.size + factor.codes, -1)
        full, draws = self._draw(code, groups.size * factor.size, [None])
        full, draws = full.reshape(groups.size, factor.size), draws.reshape(self.n, groups.size, factor.size)
        with np.errstate(divide="ignore", invalid="ignore"):
            point = full / full.sum(axis=1)[:, None]
            spread = draws / draws.sum(axis=2)[:, :, None]
            n = np.bincount(groups.codes[groups.codes >= 0], minlength=groups.size)[:, None]
            simple = point * (1 - point) / (n - 1) * self._spare(groups.codes, groups.size)[:, None]
        answer = self._answer(point, spread, groups.codes, groups.size, simple)
        return self._tabulate(groups.labels, answer, confidence, ("level", list_levels(factor)))

    def _draw(self, code: Codes, size: int, values: list[Floats | None]) -> tuple[Floats, Floats]:
        """Return totals (cell x variable) of the sample and (replicate x cell x variable) of the replicates."""
        inside = np.flatnonzero(code >= 0)
        units = len(self.multipliers)
        joint = self.core.sampling.psu[inside] * size + code[inside]
        weight = self.core.weights[inside]
        columns = [weight if v is None else weight * v[inside] for v in values]
        sums = np.stack([sum_by(joint, c, units * size).reshape(units, size) for c in columns], axis=-1)
        draws = self.multipliers.T @ sums.reshape(units, -1)
        return sums.sum(axis=0), draws.reshape(self.n, size, len(values))

    def _answer(self, point: Floats, draws: Floats, code: Codes, size: int, simple: Floats) -> Answer:
        left = draws - draws.mean(axis=0)
        covariance = np.einsum("k,kgr,kgs->grs", self.scales, left, left, optimize=True)
        inside = code >= 0
        n = np.bincount(code[inside], minlength=size).astype(np.float64)
        weight = sum_by(code[inside], self.core.weights[inside], size)
        return Answer(point, covariance, simple, n, weight)

    def _spare(self, code: Codes, size: int) -> Floats:
        """Return 1 - n/N per group, or 1 where weights do not count the population."""
        if not self.core.expands:
            return np.ones(size)
        inside = code >= 0
        mass = sum_by(code[inside], self.core.weights[inside], size)
        return np.asarray(1 - np.bincount(code[inside], minlength=size) / mass)

    def _simple_mean(self, code: Codes, size: int, values: Floats, centre: Floats) -> Floats:
        """Return the variance that the mean of a simple random sample would have, per group."""
        inside = np.flatnonzero(code >= 0)
        at, weight = code[inside], self.core.weights[inside]
        square = np.bincount(at, weight * (values[inside] - centre[at]) ** 2, size) / np.bincount(
            at, weight, size
        )
        return np.asarray(square / (np.bincount(at, minlength=size) - 1) * self._spare(code, size))

    def _tabulate(
        self,
        labels: pd.DataFrame,
        answer: Answer,
        confidence: float,
        level: tuple[str, pd.Series] | None = None,
    ) -> pd.DataFrame:
        interval = normal_interval(answer.estimate, np.sqrt(answer.variance), self.core.df, confidence)
        return make_table(labels, answer, df=self.core.df, interval=interval, level=level)


def make_replicates(core: Core, *, kind: ReplicateKind, n: int, seed: int) -> Replicates:
    """Return replicate multipliers for the first stage of a design; its fpc is part of them."""
    if kind not in get_args(ReplicateKind):
        raise MethodeError(f"kind '{kind}' bestaat niet; kies uit {', '.join(get_args(ReplicateKind))}")
    if core.calibrations:
        raise MethodeError(
            "replicatiegewichten van een gekalibreerd design zouden per replicatie opnieuw gewogen moeten worden; "
            "gebruik mean, total of proportion van het design zelf, die de weging al meetellen"
        )
    stage = core.sampling.stages[0]
    if stage.lonely.any():
        raise MethodeError(
            "een stratum met een enkele getrokken eenheid kan niet herhaald getrokken worden; voeg strata samen"
        )
    columns = stage.n_units if kind == "JKn" else n
    if columns < 2 or stage.n_units * columns > ROOM:
        raise MethodeError(
            f"{columns} replicaties van {stage.n_units} eenheden passen niet; kies bootstrap met een kleinere n (van 2 af)"
        )
    stratum = stage.stratum_of_row if stage.stratum_of_unit is None else stage.stratum_of_unit
    if kind == "JKn":
        multipliers, scales = _jackknife(stage, stratum)
    else:
        multipliers, scales = _bootstrap(stage, stratum, n, seed), np.full(n, 1 / (n - 1))
    return Replicates(core, multipliers, scales, kind)


def _jackknife(stage: Stage, stratum: Codes) -> tuple[Floats, Floats]:
    """Leave one unit out at a time, the others of its stratum weighing n/(n-1) more."""
    size = stage.sampled[stratum]
    same = stratum[:, None] == stratum[None, :]
    multipliers = np.where(same, (size / (size - 1))[None, :], 1.0)
    np.fill_diagonal(multipliers, 0.0)
    return multipliers, (size - 1) / size * (1 - size / stage.population[stratum])


def _bootstrap(stage: Stage, stratum: Codes, n: int, seed: int) -> Floats:
    """Draw n_h - 1 units of each stratum with replacement and rescale (Rao & Wu 1988), fpc included."""
    random = np.random.default_rng(seed)
    order = np.argsort(stratum, kind="stable")
    counts = np.empty((len(stratum), n))
    start = 0
    for size in stage.sampled.astype(np.int64):
        drawn = random.integers(0, size, (n, size - 1))
        flat = (drawn + np.arange(n)[:, None] * size).ravel()
        counts[order[start : start + size]] = np.bincount(flat, minlength=n * size).reshape(n, size).T
        start += size
    size = stage.sampled[stratum]
    shrink = np.sqrt(1 - size / stage.population[stratum])[:, None]
    return np.asarray(1 - shrink + shrink * (size / (size - 1))[:, None] * counts)
