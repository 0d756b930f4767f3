"""Replicate weights: the spread of an estimate over many resampled designs.

The multiplier of a replicate depends on the first-stage unit only, so a matrix of unit x replicate is enough: totals
per unit times that matrix give the totals of every replicate at once.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal, get_args

import numpy as np
import pandas as pd

from burgerdata.errors import MethodeError
from burgerdata.statistics.codes import Codes, Floats, Mask
from burgerdata.statistics.core import Core
from burgerdata.statistics.estimate import simple_variance
from burgerdata.statistics.groups import Groups
from burgerdata.statistics.means import By, ask_mean, ask_ratio, ask_total, compare_counts
from burgerdata.statistics.partials import collect
from burgerdata.statistics.proportions import ask_shares
from burgerdata.statistics.question import Answer, Question
from burgerdata.statistics.results import make_table, normal_interval
from burgerdata.statistics.sampling import Sampling, Stage

ReplicateKind = Literal["bootstrap", "JKn"]
ROOM = 1 << 27


@dataclass(frozen=True, eq=False)
class Replicates:
    """A design with replicate weights; ``multipliers`` is unit x replicate, ``scales`` the weight of each square.

    A replicate in which a group has no weight, or its ratio a denominator of 0, says nothing of that group and is left
    out of its standard error; the other draws of a bootstrap then count for more, and with fewer than two it is NaN.
    """

    core: Core = field(repr=False)
    multipliers: Floats = field(repr=False)
    scales: Floats = field(repr=False)
    kind: ReplicateKind

    @property
    def n(self) -> int:
        """Return the number of replicates: the draws of a bootstrap, or with JKn the units of strata with two or more.

        As R's JKn: each such first-stage unit is left out once (Lumley 2010, section 2.3).

        Raises
        ------
        MethodeError
            Not here: ``Design.replicates`` refuses fewer than two, and more than fit.
        """
        return len(self.scales)

    def mean(self, x: str, *, by: By = None, confidence: float = 0.95) -> pd.DataFrame:
        """Return the mean of ``x`` per group with the standard error over replicates; columns as Design.mean.

        The standard error is the root of the scaled squares around the mean of the replicates (Lumley 2010, section
        2.3); t intervals with the degrees of freedom of the design.

        Raises
        ------
        MethodeError
            When ``x`` is no number, or a column is missing or named as one of the result.

        Examples
        --------
        >>> from burgerdata.statistics import Design
        >>> d = Design(pd.DataFrame({"x": [1.0, 2.0, 3.0]}))
        >>> d.replicates("JKn").mean("x").se.round(4).item()
        0.5774
        """
        groups, question = ask_mean(self.core, x, by)
        return self._tabulate(groups, self._solve(question), confidence)

    def total(self, x: str | None = None, *, by: By = None, confidence: float = 0.95) -> pd.DataFrame:
        """Return the total of ``x`` per group with the standard error over replicates; columns as Design.total.

        Without ``x`` the number of persons. The standard error is the root of the scaled squares around the mean of the
        replicates (Lumley 2010, section 2.3); t intervals with the degrees of freedom of the design.

        Raises
        ------
        MethodeError
            When ``x`` is no number, or a column is missing or named as one of the result.

        Examples
        --------
        >>> from burgerdata.statistics import Design
        >>> d = Design(pd.DataFrame({"x": [1.0, 2.0, 3.0]}))
        >>> d.replicates("JKn").total("x")[["estimate", "se"]].round(4).values.tolist()
        [[6.0, 1.7321]]
        """
        groups, question = ask_total(self.core, x, by)
        answer = self._solve(question)
        answer = compare_counts(self.core, answer) if x is None else answer
        return self._tabulate(groups, answer, confidence)

    def ratio(
        self, numerator: str, denominator: str, *, by: By = None, confidence: float = 0.95
    ) -> pd.DataFrame:
        """Return the ratio of totals per group with the standard error over replicates; columns as Design.ratio.

        The standard error is the root of the scaled squares around the mean of the replicates (Lumley 2010, section
        2.3); t intervals with the degrees of freedom of the design.

        Raises
        ------
        MethodeError
            When one is no number, or a column is missing or named as one of the result.

        Examples
        --------
        >>> from burgerdata.statistics import Design
        >>> d = Design(pd.DataFrame({"x": [1.0, 2.0, 3.0]}))
        >>> d.replicates("JKn").ratio("x", "x")[["estimate", "se"]].values.tolist()
        [[1.0, 0.0]]
        """
        groups, question = ask_ratio(self.core, numerator, denominator, by)
        return self._tabulate(groups, self._solve(question), confidence)

    def proportion(self, x: str, *, by: By = None, confidence: float = 0.95) -> pd.DataFrame:
        """Return the share of each level of ``x`` per group, with standard errors over replicates and t intervals.

        Columns as Design.proportion; source as ``mean``.

        Raises
        ------
        MethodeError
            When a column is missing or named as one of the result.

        Examples
        --------
        >>> from burgerdata.statistics import Design
        >>> d = Design(pd.DataFrame({"x": ["ja", "ja", "nee", "ja"]}))
        >>> d.replicates("JKn").proportion("x")[["level", "estimate", "se"]]
          level  estimate    se
        0    ja      0.75  0.25
        1   nee      0.25  0.25
        """
        factor, groups, question = ask_shares(self.core, x, by)
        return self._tabulate(groups, self._solve(question), confidence, ("level", factor.levels))

    def _solve(self, question: Question) -> Answer:
        """Return the estimate of the sample with the covariance over replicates."""
        cells, k = question.cells, len(question.values)
        partials = collect(_units_alone(self.core.sampling), cells, self.core.weights, question.values)
        shape = (cells.n_groups, cells.n_levels, k)
        draws = self.multipliers.T @ partials.stages[0].sums.reshape(len(self.multipliers), -1)
        with np.errstate(divide="ignore", invalid="ignore"):
            estimate, coef = question.linearise(partials.totals.reshape(shape))
            drawn, _ = question.linearise(draws.reshape(self.n * cells.n_groups, *shape[1:]))
            simple, plain = simple_variance(self.core, partials, coef)
        covariance = self._covary(drawn.reshape(self.n, *estimate.shape))
        return Answer(estimate, covariance, simple, plain, partials.count)

    def _covary(self, drawn: Floats) -> Floats:
        """Return the covariance (group x result x result) over the replicates in which a group has an estimate."""
        known: Mask = np.asarray(np.isfinite(drawn).all(axis=2))
        count = known.sum(axis=0)[:, None]
        # As R's svrVar(): a stratum that was drawn whole has replicates, but they do not shift the centre.
        central = known & (self.scales > 0)[:, None]
        centre = (
            np.where(central[..., None], drawn, 0.0).sum(axis=0) / np.maximum(central.sum(axis=0), 1)[:, None]
        )
        left = np.where(known[..., None], drawn - centre, 0.0)
        covariance = np.einsum("k,kgr,kgs->grs", self.scales, left, left, optimize=True)
        fewest = 1 if self.kind == "JKn" else 2
        grown = 1.0 if self.kind == "JKn" else (self.n - 1) / np.maximum(count - 1, 1)
        return np.asarray(np.where(count < fewest, np.nan, grown)[..., None] * covariance)

    def _tabulate(
        self,
        groups: Groups,
        answer: Answer,
        confidence: float,
        level: tuple[str, pd.Series] | None = None,
    ) -> pd.DataFrame:
        interval = normal_interval(answer.estimate, np.sqrt(answer.variance), self.core.df, confidence)
        return make_table(groups.labels, answer, df=self.core.df, interval=interval, level=level)


def _units_alone(sampling: Sampling) -> Sampling:
    """Return the first stage with a sum per unit, also where every row is its own unit."""
    first = sampling.stages[0]
    stage = replace(first, unit=sampling.psu) if first.unit is None else first
    return Sampling((stage,), sampling.lonely_psu)


def make_replicates(core: Core, *, kind: ReplicateKind, n: int, seed: int) -> Replicates:
    """Return replicate multipliers for the first stage of a design; its fpc is part of them."""
    if kind not in get_args(ReplicateKind):
        raise MethodeError(f"kind '{kind}' bestaat niet; kies uit {', '.join(get_args(ReplicateKind))}")
    if core.calibrations is not None:
        raise MethodeError(
            "replicatiegewichten van een gekalibreerd design zouden per replicatie opnieuw gewogen moeten worden; "
            "gebruik mean, total of proportion van het design zelf, die de weging al meetellen"
        )
    if len(core.sampling.stages) > 1:
        raise MethodeError(
            "replicaties trekken alleen de eerste trap opnieuw en laten de spreiding van de tweede weg; gebruik mean, total "
            "of proportion van het design zelf, of een design zonder fpc op de eerste trap"
        )
    stage = core.sampling.stages[0]
    if stage.lonely.any():
        raise MethodeError(
            "een stratum met een enkele getrokken eenheid kan niet herhaald getrokken worden; voeg strata samen"
        )
    columns = int(stage.sampled[stage.sampled > 1].sum()) if kind == "JKn" else n
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
    """Leave one unit out at a time, the others of its stratum weighing n/(n-1) more; a certain unit always stays."""
    out = np.flatnonzero(stage.sampled[stratum] > 1)
    size = stage.sampled[stratum[out]]
    same = stratum[:, None] == stratum[out][None, :]
    multipliers = np.where(same, (size / (size - 1))[None, :], 1.0)
    multipliers[out, np.arange(len(out))] = 0.0
    return multipliers, (size - 1) / size * (1 - size / stage.population[stratum[out]])


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
    return np.asarray(1 - shrink + shrink * (size / np.maximum(size - 1, 1))[:, None] * counts)
